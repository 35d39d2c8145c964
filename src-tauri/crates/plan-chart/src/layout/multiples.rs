//! Small multiples: a small panel for each indicator and measure, with the plans on the same lines everywhere.

use super::bars::{Plot, as_dots, axis, figure, grid, kin, right, ticks};
use super::sheet::{HEAD, NOTE, PAD, Sheet, gutter, name, words};
use crate::scale::Axis;
use crate::scene::{Anchor, Role, Run};
use crate::spec::{ChartMark, ChartPanel, ChartPlan};
use crate::text::{shortened, wrapped};
use plan_model::PlanId;

/// A panel is at least so wide.
const LEAST: f64 = 300.0;
/// Between two panels.
const GAP: f64 = 28.0;
/// Height of a line.
const SLOT: f64 = 21.0;
/// Lines of a title.
const TITLE_LINES: usize = 2;

pub(super) fn draw(sheet: &mut Sheet, plans: &[ChartPlan], panels: &[ChartPanel], same_axis: bool) {
    let columns = (((sheet.inner() + GAP) / (LEAST + GAP)) as usize).clamp(1, panels.len().max(1));
    let room = (sheet.inner() - GAP * (columns - 1) as f64) / columns as f64;
    let lines = lines(plans, panels);
    let regions = panels.iter().flat_map(|panel| &panel.marks);
    let names = gutter(regions.map(|mark| mark.region.as_str()), room, 0.3);
    let shared: Vec<Vec<&ChartPanel>> = if same_axis { kin(panels) } else { Vec::new() };
    let mut at = 0;
    for row in panels.chunks(columns) {
        let top = sheet.y;
        let mut lowest = top;
        let titles: Vec<Vec<String>> = row.iter().map(|panel| title(panel, room)).collect();
        let most = titles.iter().map(Vec::len).max().unwrap_or(1);
        for (column, (panel, title)) in row.iter().zip(&titles).enumerate() {
            // Titles of one row end on one line, so that the plots begin on one.
            sheet.y = top + (most - title.len()) as f64 * HEAD * 1.35;
            let left = PAD + column as f64 * (room + GAP);
            let group = shared
                .iter()
                .find(|group| group.iter().any(|other| std::ptr::eq(*other, panel)));
            let alone = vec![panel];
            let group = group.unwrap_or(&alone);
            let dots = as_dots(panel, false);
            // Panels of one axis keep the same room for words, or the same length would mean different values.
            let plot_left = left + names + 8.0;
            let end = left + room;
            let plot = Plot {
                left: plot_left,
                right: right(group, plot_left, end),
                end,
                slot: SLOT,
                dots,
            };
            let axis = axis(group, dots, (plot.right - plot.left).max(90.0));
            one(sheet, panel, title, &lines, &axis, plot, (left, names));
            lowest = lowest.max(sheet.y);
            at += 1;
        }
        sheet.y = lowest + if at < panels.len() { 14.0 } else { 4.0 };
    }
}

/// A line that all panels share.
struct Shared<'s> {
    plan: PlanId,
    region: &'s str,
    /// A plan with several figures in one panel takes several lines.
    count: usize,
}

/// The plans with a figure in any panel, in the order shown.
fn lines<'s>(plans: &'s [ChartPlan], panels: &[ChartPanel]) -> Vec<Shared<'s>> {
    let most = |plan: PlanId| {
        let counts = panels
            .iter()
            .map(|panel| panel.marks.iter().filter(|mark| mark.plan == plan).count());
        counts.max().unwrap_or(0)
    };
    plans
        .iter()
        .map(|plan| Shared {
            plan: plan.plan,
            region: &plan.name,
            count: most(plan.plan),
        })
        .filter(|line| line.count > 0)
        .collect()
}

/// The title in the lines it may take.
fn title(panel: &ChartPanel, room: f64) -> Vec<String> {
    let mut lines = wrapped(&panel.title, HEAD, room);
    if lines.len() > TITLE_LINES {
        let rest = lines.split_off(TITLE_LINES - 1).concat();
        lines.push(shortened(&rest, HEAD, room));
    }
    lines
}

fn one(
    sheet: &mut Sheet,
    panel: &ChartPanel,
    title: &[String],
    lines: &[Shared<'_>],
    axis: &Axis,
    plot: Plot,
    (left, names): (f64, f64),
) {
    let room = plot.end - left;
    for text in title {
        sheet.skip(HEAD * 1.35);
        let run = Run::new(text.clone(), HEAD, Role::Ink).bold();
        sheet.put(words(left, sheet.y - 4.0, Anchor::Start, vec![run]));
    }
    sheet.skip(NOTE * 1.5);
    let text = shortened(&panel.subtitle, NOTE, room);
    let run = Run::new(text, NOTE, Role::InkSecond);
    sheet.put(words(left, sheet.y - 3.0, Anchor::Start, vec![run]));
    sheet.skip(4.0);
    let count: usize = lines.iter().map(|line| line.count).sum();
    grid(sheet, axis, plot, sheet.y, sheet.y + SLOT * count as f64);
    for line in lines {
        let marks: Vec<&ChartMark> = panel
            .marks
            .iter()
            .filter(|mark| mark.plan == line.plan)
            .collect();
        for at in 0..line.count {
            let middle = sheet.y + SLOT / 2.0;
            if at == 0 {
                sheet.put(name(line.region, plot.left - 8.0, middle, names));
            }
            match marks.get(at) {
                Some(mark) => {
                    let item = figure(mark, axis, plot, middle);
                    sheet.put(item);
                }
                None if at == 0 => {
                    let reason = panel.excluded.iter().find(|one| one.plan == line.plan);
                    let text = reason.map(|one| one.reason.as_str()).unwrap_or_default();
                    let text = shortened(text, NOTE, plot.end - plot.left - 8.0);
                    let run = Run::new(text, NOTE, Role::InkThird);
                    sheet.put(words(
                        plot.left + 6.0,
                        middle + 4.0,
                        Anchor::Start,
                        vec![run],
                    ));
                }
                None => {}
            }
            sheet.skip(SLOT);
        }
    }
    ticks(sheet, axis, plot);
}
