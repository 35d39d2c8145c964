//! Bars and dots: a line per figure, with its value and its conditions at its end.

use super::glyph::{Look, arrow, bar, cap, dot};
use super::sheet::{HEAD, NOTE, PAD, Sheet, TEXT, baseline, gutter, line, name, words};
use crate::scale::Axis;
use crate::scene::{Anchor, Item, Role, Run, SceneMark};
use crate::spec::{ChartMark, ChartPanel, Shape};
use crate::text::{shortened, width, wrapped};
use plan_model::{Decimal, Firmness, Measure};

/// Between a mark and its value; an arrow head or the radius of a dot stands there.
pub(super) const GAP: f64 = 18.0;

/// Where the lines of one panel stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Right edge of the words at the marks.
    pub(super) end: f64,
    /// Height of a line.
    pub(super) slot: f64,
    pub(super) dots: bool,
}

impl Plot {
    pub(super) fn x(&self, axis: &Axis, value: Decimal) -> f64 {
        self.left + axis.place(value) * (self.right - self.left)
    }
}

/// A place in a league table has no zero and is always a dot.
pub(super) fn as_dots(panel: &ChartPanel, dots: bool) -> bool {
    dots || panel.measure == Measure::Rank
}

/// The axis of panels that share it.
pub(super) fn axis(panels: &[&ChartPanel], dots: bool, room: f64) -> Axis {
    let values: Vec<Decimal> = panels
        .iter()
        .flat_map(|panel| &panel.marks)
        .flat_map(|mark| [Some(mark.value), mark.value_max])
        .flatten()
        .collect();
    // One dot alone has nothing to be told from, so it keeps its zero.
    let dots = dots && values.len() > 1;
    let rank = panels.iter().any(|panel| panel.measure == Measure::Rank);
    let lines = ((room / 90.0) as usize).clamp(2, 6);
    Axis::of(&values, !(dots || rank), rank, lines)
}

/// Panels that may share an axis: of one measure and one unit, in the order of their first.
pub(super) fn kin(panels: &[ChartPanel]) -> Vec<Vec<&ChartPanel>> {
    let mut found: Vec<Vec<&ChartPanel>> = Vec::new();
    for panel in panels {
        let group = found.iter_mut().find(|group| {
            let first = group[0];
            (first.measure, &first.unit) == (panel.measure, &panel.unit)
        });
        match group {
            Some(group) => group.push(panel),
            None => found.push(vec![panel]),
        }
    }
    found
}

pub(super) fn draw(sheet: &mut Sheet, panels: &[ChartPanel], dots: bool, together: bool) {
    let groups = if together {
        kin(panels)
    } else {
        panels.iter().map(|panel| vec![panel]).collect()
    };
    let alone = panels.len() == 1;
    let names = panels.iter().flat_map(|panel| &panel.marks);
    let names = gutter(names.map(|mark| mark.region.as_str()), sheet.inner(), 0.26);
    for group in groups {
        let left = PAD + names + 10.0;
        let end = sheet.width - PAD;
        let right = right(&group, left, end);
        let dots = as_dots(group[0], dots);
        let axis = axis(&group, dots, right - left);
        let marks: usize = group.iter().map(|panel| panel.marks.len()).sum();
        let plot = Plot {
            left,
            right,
            end,
            slot: if marks > 40 { 20.0 } else { 24.0 },
            dots,
        };
        let last = group.len() - 1;
        for (at, panel) in group.into_iter().enumerate() {
            if !alone {
                head(sheet, panel);
            }
            let top = sheet.y;
            let bottom = top + plot.slot * panel.marks.len() as f64;
            if panel.marks.is_empty() {
                sheet.paragraph(&panel.verdict_note, NOTE, Role::InkThird, false);
                sheet.skip(8.0);
                continue;
            }
            grid(sheet, &axis, plot, top, bottom);
            for mark in &panel.marks {
                let middle = sheet.y + plot.slot / 2.0;
                sheet.put(name(&mark.region, left - 10.0, middle, names));
                let item = figure(mark, &axis, plot, middle);
                sheet.put(item);
                sheet.skip(plot.slot);
            }
            if at == last {
                ticks(sheet, &axis, plot);
            }
            sheet.skip(if alone { 4.0 } else { 12.0 });
        }
    }
}

fn head(sheet: &mut Sheet, panel: &ChartPanel) {
    for text in wrapped(&panel.title, HEAD, sheet.inner()) {
        sheet.skip(HEAD * 1.4);
        let run = Run::new(text, HEAD, Role::Ink).bold();
        sheet.put(words(PAD, sheet.y - 4.0, Anchor::Start, vec![run]));
    }
    if !panel.subtitle.is_empty() {
        sheet.skip(NOTE * 1.4);
        let text = shortened(&panel.subtitle, NOTE, sheet.inner());
        let run = Run::new(text, NOTE, Role::InkSecond);
        sheet.put(words(PAD, sheet.y - 3.0, Anchor::Start, vec![run]));
    }
    sheet.skip(6.0);
}

/// Hairlines of the axis behind the marks, and the line that bars stand on.
pub(super) fn grid(sheet: &mut Sheet, axis: &Axis, plot: Plot, top: f64, bottom: f64) {
    for tick in &axis.ticks {
        let x = plot.x(axis, *tick);
        sheet.put(line((x, top), (x, bottom), Role::Line));
    }
    let foot = if plot.dots {
        plot.left
    } else {
        plot.x(axis, Decimal::ZERO)
    };
    sheet.put(line((foot, top), (foot, bottom), Role::LineStrong));
}

/// The figures of the axis, as many as stand clear of one another.
pub(super) fn ticks(sheet: &mut Sheet, axis: &Axis, plot: Plot) {
    let mut free = f64::NEG_INFINITY;
    let mut places: Vec<(f64, String)> = axis
        .ticks
        .iter()
        .map(|tick| {
            let text = plan_words::grouped(*tick).replace(',', "\u{202f}");
            (plot.x(axis, *tick), text)
        })
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (x, text) in places {
        let half = width(&text, NOTE) / 2.0;
        if x - half < free {
            continue;
        }
        free = x + half + 6.0;
        let run = Run::new(text, NOTE, Role::InkThird);
        sheet.put(words(x, sheet.y + NOTE + 3.0, Anchor::Middle, vec![run]));
    }
    sheet.skip(NOTE + 8.0);
}

/// The value with its conditions.
fn label(mark: &ChartMark, room: f64) -> Vec<Run> {
    let value = Run::new(mark.printed.clone(), TEXT, Role::Ink).value();
    let left = room - value.width() - 7.0;
    let mut runs = vec![value];
    if !mark.condition.is_empty() && left > NOTE {
        let text = shortened(&mark.condition, NOTE, left);
        runs.push(Run::new(text, NOTE, Role::InkSecond).after(7.0));
    }
    runs
}

/// Right end of the axis: all words of the marks stand beyond it where there is room, and at least their values.
pub(super) fn right(panels: &[&ChartPanel], left: f64, end: f64) -> f64 {
    let widest = |of: fn(&ChartMark) -> f64| {
        let marks = panels.iter().flat_map(|panel| &panel.marks);
        marks.map(of).fold(0.0, f64::max)
    };
    let (all, values) = (
        widest(words_width),
        widest(|mark| width(&mark.printed, TEXT)),
    );
    let wanted = (all + GAP).min((end - left) * 0.55).max(values + GAP);
    (end - wanted).max(left + 8.0)
}

/// Width of the words at a mark, written out.
fn words_width(mark: &ChartMark) -> f64 {
    let condition = match mark.condition.as_str() {
        "" => 0.0,
        text => 7.0 + width(text, NOTE),
    };
    width(&mark.printed, TEXT) + condition
}

/// One figure with everything that belongs to it.
pub(super) fn figure(mark: &ChartMark, axis: &Axis, plot: Plot, middle: f64) -> Item {
    let look = Look {
        colour: Role::Plan(mark.colour),
        hollow: mark.shape == Shape::Hollow,
        soft: mark.firmness == Firmness::Soft,
        hatched: mark.conditional,
    };
    let at = plot.x(axis, mark.value);
    let to = mark.value_max.map(|max| plot.x(axis, max));
    let (near, far) = (at.min(to.unwrap_or(at)), at.max(to.unwrap_or(at)));
    let height = (plot.slot * 0.5).round();
    let top = middle - height / 2.0;
    let mut items = Vec::new();
    if plot.dots {
        items.push(Item::Line {
            x1: plot.left,
            y1: middle,
            x2: near,
            y2: middle,
            stroke: Role::LineStrong,
            width: 1.0,
            dotted: true,
        });
        if to.is_some() {
            items.extend(bar(
                near,
                far,
                middle - 2.0,
                4.0,
                Look {
                    hatched: false,
                    ..look
                },
            ));
        }
        items.extend(dot(at, middle, 5.0, look));
        items.extend(to.map(|to| dot(to, middle, 5.0, look)).unwrap_or_default());
    } else {
        let zero = plot.x(axis, Decimal::ZERO);
        let from = if to.is_some() { near } else { zero };
        items.extend(bar(from, far_end(at, to), top, height, look));
        if to.is_some() {
            items.push(cap(near, top, height, look.colour));
            items.push(cap(far, top, height, look.colour));
        }
    }
    let reach = if plot.dots { 5.0 } else { 0.0 };
    match mark.shape {
        Shape::Open => items.push(arrow(far + reach + 8.0, middle, true, look.colour)),
        Shape::Closed if !plot.dots && far - plot.left > 12.0 => {
            items.push(arrow(
                far - 7.0,
                middle,
                false,
                if look.soft { look.colour } else { Role::Ground },
            ));
        }
        Shape::Closed => items.push(arrow(
            (at - reach - 8.0).max(plot.left - 8.0),
            middle,
            false,
            look.colour,
        )),
        Shape::Solid | Shape::Hollow | Shape::Range => {}
    }
    let text = far
        + match (mark.shape, plot.dots) {
            (Shape::Open, true) => 17.0,
            (Shape::Open, false) | (_, true) => 12.0,
            (_, false) => 7.0,
        };
    let runs = label(mark, plot.end - text);
    let end = text + runs.iter().map(Run::width).sum::<f64>();
    items.push(words(text, baseline(middle, TEXT), Anchor::Start, runs));
    Item::Mark(SceneMark {
        id: mark.id.clone(),
        label: mark.label.clone(),
        x: plot.left - 2.0,
        y: middle - plot.slot / 2.0 + 1.0,
        width: end - plot.left + 4.0,
        height: plot.slot - 2.0,
        items,
    })
}

fn far_end(at: f64, to: Option<f64>) -> f64 {
    to.map_or(at, |to| to.max(at))
}
