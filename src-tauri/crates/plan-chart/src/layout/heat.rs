//! Targets by type: a line per plan, a column per type, darker for more.

use super::sheet::{NOTE, PAD, Sheet, TEXT, baseline, gutter, name, words};
use crate::scene::{Anchor, HEATS, Item, Role, Run, SceneMark};
use crate::spec::{ChartSpec, CountMark};
use crate::text::{shortened, wrapped};

const SLOT: f64 = 26.0;
/// Lines of a column's head.
const HEAD_LINES: usize = 3;
/// Room for a plan's total.
const TOTAL: f64 = 52.0;

pub(super) fn draw(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    types: &[String],
    marks: &[CountMark],
    totals: &[u32],
) {
    if types.is_empty() || spec.plans.is_empty() {
        return;
    }
    let names = gutter(
        spec.plans.iter().map(|plan| plan.name.as_str()),
        sheet.inner(),
        0.22,
    );
    let left = PAD + names + 10.0;
    let column = ((sheet.width - PAD - TOTAL - left) / types.len() as f64).min(104.0);
    heads(sheet, types, left, column);
    let right = left + column * types.len() as f64 + TOTAL - 8.0;
    let total = match spec.language {
        plan_words::Language::ZhCn => "合计",
        plan_words::Language::En => "Total",
    };
    let run = Run::new(total, NOTE, Role::InkSecond);
    sheet.put(words(right, sheet.y - 7.0, Anchor::End, vec![run]));
    let share = |mark: &CountMark, row: usize| match totals.get(row) {
        Some(total) if *total > 0 => f64::from(mark.count) / f64::from(*total),
        _ => 0.0,
    };
    // Whether counts or shares are printed decides what the darkness stands for.
    let drawn = |mark: &CountMark, row: usize| {
        if mark.printed.ends_with('%') {
            share(mark, row)
        } else {
            f64::from(mark.count)
        }
    };
    let rows = || marks.chunks(types.len()).enumerate();
    let most = rows()
        .flat_map(|(row, marks)| marks.iter().map(move |mark| drawn(mark, row)))
        .fold(0.0, f64::max);
    for (row, marks) in rows() {
        let middle = sheet.y + SLOT / 2.0;
        let region = spec.plans.get(row).map_or("", |plan| plan.name.as_str());
        sheet.put(name(region, left - 10.0, middle, names));
        for (at, mark) in marks.iter().enumerate() {
            let x = left + at as f64 * column;
            let step = step(drawn(mark, row), most);
            let ink = match (mark.count, step) {
                (0, _) => Role::InkThird,
                (_, step) => Role::HeatInk(step),
            };
            let cell = Item::Rect {
                x: x + 1.0,
                y: sheet.y + 1.0,
                width: column - 2.0,
                height: SLOT - 2.0,
                fill: (mark.count > 0).then_some(Role::Heat(step)),
                opacity: 1.0,
                stroke: None,
            };
            let run = Run::new(mark.printed.clone(), TEXT, ink).value();
            let text = words(
                x + column / 2.0,
                baseline(middle, TEXT),
                Anchor::Middle,
                vec![run],
            );
            sheet.put(Item::Mark(SceneMark {
                id: mark.id.clone(),
                label: mark.label.clone(),
                x: x + 1.0,
                y: sheet.y + 1.0,
                width: column - 2.0,
                height: SLOT - 2.0,
                items: vec![cell, text],
            }));
        }
        let total = totals.get(row).copied().unwrap_or(0);
        let run = Run::new(total.to_string(), TEXT, Role::InkSecond);
        sheet.put(words(right, baseline(middle, TEXT), Anchor::End, vec![run]));
        sheet.skip(SLOT);
    }
    sheet.skip(6.0);
}

/// Steps of equal width from the least to the most that occurs.
fn step(value: f64, most: f64) -> u32 {
    if most <= 0.0 {
        return 0;
    }
    ((value / most * f64::from(HEATS)).ceil() as u32).clamp(1, HEATS) - 1
}

/// Names of types stand on the line over their columns, in as many lines as they need.
fn heads(sheet: &mut Sheet, types: &[String], left: f64, column: f64) {
    let room = column - 6.0;
    let heads: Vec<Vec<String>> = types
        .iter()
        .map(|text| {
            let mut lines = wrapped(text, NOTE, room);
            if lines.len() > HEAD_LINES {
                let rest = lines.split_off(HEAD_LINES - 1).join(" ");
                lines.push(shortened(&rest, NOTE, room));
            }
            lines
        })
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(1);
    let height = NOTE * 1.3;
    for (at, lines) in heads.iter().enumerate() {
        let first = most - lines.len();
        for (line, text) in lines.iter().enumerate() {
            let run = Run::new(text.clone(), NOTE, Role::InkSecond);
            let x = left + (at as f64 + 0.5) * column;
            let y = sheet.y + (first + line + 1) as f64 * height - 3.0;
            sheet.put(words(x, y, Anchor::Middle, vec![run]));
        }
    }
    sheet.skip(most as f64 * height + 4.0);
}
