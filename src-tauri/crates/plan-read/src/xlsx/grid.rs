//! A sheet as the rows of a table.

use super::MOST_STEPS;
use super::cells::{Block, Cells};
use crate::table::{Cell, Merge, Row};
use std::collections::BTreeMap;

/// Heads stand within the first rows, below a title and a remark.
const HEADS_WITHIN: usize = 10;

/// Whether one of the first rows has heads of a table of targets.
pub(super) fn is_table(cells: &Cells) -> bool {
    let holds = |text: &String, words: &[&str]| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let named = |text: &String| {
        holds(
            text,
            &[
                "指标",
                "名称",
                "项目",
                "内容",
                "指標",
                "名稱",
                "項目",
                "內容",
                "indicator",
                "item",
            ],
        )
    };
    let goal = |text: &String| {
        let year = text
            .split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 4 && digits.starts_with("20"));
        year || holds(
            text,
            &[
                "目标",
                "预期",
                "规划值",
                "目標",
                "預期",
                "規劃值",
                "target",
                "goal",
            ],
        )
    };
    let rows: Vec<_> = cells.values().take(HEADS_WITHIN).collect();
    rows.iter().enumerate().any(|(at, row)| {
        // Years often stand in a second row of heads, under the word they belong to.
        let below = rows.get(at + 1).into_iter().flat_map(|row| row.values());
        let name = row.values().position(named);
        row.len() >= 2
            && name.is_some_and(|name| {
                let others = row.values().enumerate().filter(|(at, _)| *at != name);
                others.map(|(_, text)| text).chain(below).any(goal)
            })
    })
}

/// The sheet as rows of a table.
pub(super) fn rows(cells: &Cells, blocks: &[Block]) -> Vec<Row> {
    let width = cells
        .values()
        .filter_map(|row| row.keys().next_back())
        .max()
        .map_or(0, |last| last + 1);
    // What each merged block makes of the places in it; only rows that hold something are asked.
    let mut merged: BTreeMap<(usize, usize), (usize, Merge)> = BTreeMap::new();
    let mut steps = MOST_STEPS;
    for &((top, left), (bottom, right)) in blocks {
        let span = right.min(width.saturating_sub(1)).saturating_sub(left) + 1;
        for (&row, _) in cells.range(top..=bottom.max(top)).take(steps) {
            steps -= 1;
            let merge = match row {
                row if row > top => Merge::GoesOn,
                _ if bottom > top => Merge::Begins,
                _ => Merge::Alone,
            };
            merged.insert((row, left), (span, merge));
        }
    }
    let one_row = |(at, row): (&usize, &BTreeMap<usize, String>)| {
        let only = row.len() == 1 && row.contains_key(&0);
        let mut found = Vec::new();
        let mut column = 0;
        while column < width {
            let (span, merge) = merged
                .get(&(*at, column))
                .copied()
                .unwrap_or((1, Merge::Alone));
            let words = row.get(&column).map(String::as_str).unwrap_or_default();
            // A line of its own: a title, a remark.
            let span = if only && column == 0 && merge == Merge::Alone {
                width
            } else {
                span
            };
            found.push(Cell {
                lines: words.split('\n').map(str::to_owned).collect(),
                span,
                merge,
                ..Cell::default()
            });
            column += span.max(1);
        }
        Row {
            cells: found,
            ..Row::default()
        }
    };
    cells.iter().map(one_row).collect()
}
