//! The years of plans on one axis: the period as a bar, goal years as marks, targets due as columns with their number.

use super::glyph::{Look, bar, diamond};
use super::sheet::{NOTE, PAD, Sheet, gutter, line, name, words};
use crate::scene::{Anchor, Item, Role, Run, SceneMark};
use crate::spec::{ChartSpec, PlanYears};
use crate::text::width;
use plan_model::Year;

const SLOT: f64 = 58.0;
/// The band of the period, from the top of a line.
const BAND: f64 = 12.0;
/// The tallest column.
const TALL: f64 = 18.0;
/// Room for the number of targets without a year.
const NONE: f64 = 74.0;

/// Places of years: each year is a cell as wide as every other.
#[derive(Debug, Clone, Copy)]
struct Years {
    first: i32,
    left: f64,
    cell: f64,
}

impl Years {
    fn start(self, year: Year) -> f64 {
        self.left + f64::from(year.0 - self.first) * self.cell
    }

    fn middle(self, year: Year) -> f64 {
        self.start(year) + self.cell / 2.0
    }
}

pub(super) fn draw(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    span: Option<(Year, Year)>,
    lines: &[PlanYears],
) {
    let Some((first, last)) = span else {
        return;
    };
    let names = gutter(
        spec.plans.iter().map(|plan| plan.name.as_str()),
        sheet.inner(),
        0.22,
    );
    let left = PAD + names + 12.0;
    let count = f64::from((last.0 - first.0 + 1).max(1));
    let undated = lines
        .iter()
        .any(|line| line.due.iter().any(|(year, _)| year.is_none()));
    let right = sheet.width - PAD - if undated { NONE } else { 0.0 };
    let years = Years {
        first: first.0,
        left,
        cell: (right - left) / count,
    };
    heads(sheet, years, (first, last), undated.then_some(right), spec);
    let most = lines
        .iter()
        .flat_map(|line| &line.due)
        .map(|(_, count)| *count)
        .max();
    let most = f64::from(most.unwrap_or(1).max(1));
    for (row, one) in lines.iter().enumerate() {
        let top = sheet.y;
        sheet.put(line((PAD, top), (sheet.width - PAD, top), Role::Line));
        let plan = spec.plans.iter().find(|plan| plan.plan == one.plan);
        let colour = Role::Plan(plan.map_or(0, |plan| plan.colour));
        let region = plan.map_or("", |plan| plan.name.as_str());
        sheet.put(name(region, left - 12.0, top + SLOT / 2.0, names));
        for item in marks(one, row, years, top, colour, most, right) {
            sheet.put(Item::Mark(item));
        }
        sheet.skip(SLOT);
    }
    sheet.put(line(
        (PAD, sheet.y),
        (sheet.width - PAD, sheet.y),
        Role::Line,
    ));
    sheet.skip(4.0);
}

/// Years over their cells, as many as stand clear of one another; the ends of the axis always.
fn heads(
    sheet: &mut Sheet,
    years: Years,
    (first, last): (Year, Year),
    undated: Option<f64>,
    spec: &ChartSpec,
) {
    let room = width("2024", NOTE) + 8.0;
    let every = (room / years.cell).ceil().max(1.0) as i32;
    let y = sheet.y + NOTE;
    let mut shown: Vec<i32> = (first.0..=last.0)
        .filter(|year| (last.0 - year) % every == 0)
        .collect();
    if every > 1 && shown.first().is_some_and(|year| *year - first.0 >= every) {
        shown.insert(0, first.0);
    }
    for year in shown {
        let run = Run::new(year.to_string(), NOTE, Role::InkSecond);
        sheet.put(words(
            years.middle(Year(year)),
            y,
            Anchor::Middle,
            vec![run],
        ));
    }
    if let Some(x) = undated {
        let text = match spec.language {
            plan_words::Language::ZhCn => "未说明年份",
            plan_words::Language::En => "no year",
        };
        let run = Run::new(text, NOTE, Role::InkSecond);
        sheet.put(words(x + NONE / 2.0, y, Anchor::Middle, vec![run]));
    }
    sheet.skip(NOTE + 8.0);
}

fn label(one: &PlanYears, what: &str) -> String {
    format!("{} · {what}", one.label)
}

fn marks(
    one: &PlanYears,
    row: usize,
    years: Years,
    top: f64,
    colour: Role,
    most: f64,
    right: f64,
) -> Vec<SceneMark> {
    let mut found = Vec::new();
    if let Some((from, to)) = one.period {
        let look = Look {
            colour,
            hollow: false,
            soft: true,
            hatched: false,
        };
        let (x, end) = (years.start(from), years.start(Year(to.0 + 1)));
        found.push(SceneMark {
            id: format!("r{row}p"),
            label: one.label.clone(),
            x,
            y: top + BAND - 5.0,
            width: end - x,
            height: 10.0,
            items: bar(x + 1.0, end - 1.0, top + BAND - 4.0, 8.0, look),
        });
    }
    for year in &one.horizons {
        let x = years.middle(*year);
        found.push(SceneMark {
            id: format!("r{row}g{year}"),
            label: label(one, &year.to_string()),
            x: x - 8.0,
            y: top + BAND - 8.0,
            width: 16.0,
            height: 16.0,
            items: vec![diamond(x, top + BAND, 6.5, colour)],
        });
    }
    let foot = top + SLOT - 6.0;
    for (year, count) in &one.due {
        let (x, id) = match year {
            Some(year) => (years.middle(*year), format!("r{row}d{year}")),
            None => (right + NONE / 2.0, format!("r{row}dn")),
        };
        let height = (f64::from(*count) / most * TALL).max(1.5);
        let wide = (years.cell * 0.5).clamp(4.0, 14.0);
        let column = Item::Rect {
            x: x - wide / 2.0,
            y: foot - height,
            width: wide,
            height,
            fill: year.map(|_| colour),
            opacity: 1.0,
            stroke: year.is_none().then_some(colour),
        };
        let run = Run::new(count.to_string(), NOTE, Role::Ink).value();
        let mut items = vec![column];
        // Where years are packed closer than figures are wide, the label and the table hold the number.
        if year.is_none() || run.width() + 2.0 <= years.cell {
            items.push(words(x, foot - height - 3.0, Anchor::Middle, vec![run]));
        }
        let when = year.map_or_else(|| "–".to_owned(), |year| year.to_string());
        found.push(SceneMark {
            id,
            label: label(one, &format!("{when}: {count}")),
            x: x - (years.cell / 2.0).clamp(8.0, 20.0),
            y: foot - height - 15.0,
            width: 2.0 * (years.cell / 2.0).clamp(8.0, 20.0),
            height: height + 16.0,
            items,
        });
    }
    found
}
