//! Plans as columns: how many fit beside each other, and their heads.

use super::parts::Cutting;
use super::{Column, Row, colour};
use crate::model::Report;
use crate::palette;

/// Some of the plans that stand in one table.
pub(super) struct Stretch {
    /// Their places in the report.
    pub(super) plans: Vec<usize>,
    /// ` (1/3` when there are several tables, for the caption to be gone on with; otherwise empty.
    pub(super) note: String,
}

/// Cuts the plans into stretches that fit a page. Stretches of equal size read better than full ones with a remainder.
pub(super) fn stretches(cutting: &Cutting<'_>, across: bool) -> Vec<Stretch> {
    let most = if across {
        cutting.beside.across
    } else {
        cutting.beside.upright
    };
    let plans: Vec<usize> = (0..cutting.report.plans.len()).collect();
    let parts = plans.len().div_ceil(most.max(1)).max(1);
    let each = plans.len().div_ceil(parts).max(1);
    let stretch = |(at, plans): (usize, &[usize])| Stretch {
        plans: plans.to_vec(),
        note: if parts > 1 {
            format!(" ({}/{parts}", at + 1)
        } else {
            String::new()
        },
    };
    plans.chunks(each).enumerate().map(stretch).collect()
}

/// The heads of these plans, sharing `room` of the table's width.
pub(super) fn plan_columns(report: &Report, plans: &[usize], room: u32) -> Vec<Column> {
    let share = u32::try_from(plans.len()).unwrap_or(1).max(1);
    let plans = plans.iter().filter_map(|plan| report.plans.get(*plan));
    plans
        .map(|plan| Column {
            notes: [&plan.level_line, &plan.genre_line]
                .into_iter()
                .filter(|line| !line.is_empty())
                .cloned()
                .collect(),
            colour: Some(colour(palette::plan(plan.colour))),
            ..Column::of(plan.region.clone(), (room / share).max(1))
        })
        .collect()
}

/// Lets the first cell of a group reach over all its rows.
pub(super) fn reach(rows: &mut [Row]) {
    let all = rows.len();
    if let Some(head) = rows.first_mut().and_then(|row| row.cells.first_mut()) {
        head.rows = all;
    }
}
