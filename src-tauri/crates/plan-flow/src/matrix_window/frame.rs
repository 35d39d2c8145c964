//! The frame of a matrix: everything but its cells.

use super::Built;
use crate::wire::matrix::{
    FrameAnswer, FrameChange, FrameGroup, FrameRow, FrameSubRow, GroupTargets, MatrixFrame,
};
use plan_model::{IndicatorRow, Matrix, PlanColumn, SubRow};
use std::collections::BTreeSet;

pub(super) fn answer(built: &Built) -> FrameAnswer {
    let matrix = &built.comparison.matrix;
    let mut rows = numbered(matrix);
    let groups = matrix.groups.iter().map(|group| FrameGroup {
        indicator_type: group.indicator_type,
        targets: group.targets,
        plan_targets: group.plan_targets.clone(),
        rows: rows
            .by_ref()
            .take(group.rows.len())
            .map(|row| row.drawn(&matrix.plans))
            .collect(),
    });
    FrameAnswer {
        ticket: built.ticket,
        matrix: MatrixFrame {
            plans: matrix.plans.clone(),
            groups: groups.collect(),
            targets_shown: matrix.targets_shown,
            targets_total: matrix.targets_total,
        },
        facets: built.facets(),
    }
}

/// What differs from a frame of the same shape in which these indicators were compared otherwise.
pub(super) fn change(built: &Built, indicators: &BTreeSet<String>) -> FrameChange {
    let matrix = &built.comparison.matrix;
    let changed = |row: &Numbered<'_>| indicators.contains(&row.row.indicator);
    FrameChange {
        ticket: built.ticket,
        rows: numbered(matrix)
            .filter(changed)
            .map(|row| row.drawn(&matrix.plans))
            .collect(),
        plan_targets: matrix.plans.iter().map(|plan| plan.targets).collect(),
        groups: matrix
            .groups
            .iter()
            .map(|group| GroupTargets {
                targets: group.targets,
                plan_targets: group.plan_targets.clone(),
            })
            .collect(),
        targets_shown: matrix.targets_shown,
        targets_total: matrix.targets_total,
        facets: built.facets(),
    }
}

/// A row with its number and that of its first sub-row.
struct Numbered<'m> {
    row: &'m IndicatorRow,
    number: u32,
    sub_row: u32,
}

fn numbered(matrix: &Matrix) -> impl Iterator<Item = Numbered<'_>> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    let mut next = 0;
    rows.zip(0..).map(move |(row, number)| {
        let sub_row = next;
        next += super::place(row.sub_rows.len());
        Numbered {
            row,
            number,
            sub_row,
        }
    })
}

impl Numbered<'_> {
    fn drawn(&self, plans: &[PlanColumn]) -> FrameRow {
        let row = self.row;
        FrameRow {
            row: self.number,
            indicator: row.indicator.clone(),
            indicator_en: row.indicator_en.clone(),
            definition: row.definition.clone(),
            indicator_type: row.indicator_type,
            plan_count: row.plan_count,
            sub_rows: row
                .sub_rows
                .iter()
                .zip(self.sub_row..)
                .map(|(one, number)| sub_row(one, number, plans))
                .collect(),
        }
    }
}

fn sub_row(sub_row: &SubRow, number: u32, plans: &[PlanColumn]) -> FrameSubRow {
    FrameSubRow {
        sub_row: number,
        measure: sub_row.measure,
        unit: sub_row.unit.clone(),
        verdict: sub_row.verdict,
        reasons: sub_row.reasons.clone(),
        charted: plan_chart::is_comparable(sub_row, plans),
        benchmark: sub_row.benchmark.clone(),
    }
}
