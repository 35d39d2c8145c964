//! The frame of a matrix: everything but its cells.

use super::{Built, bars};
use crate::wire::matrix::{FrameAnswer, FrameGroup, FrameRow, FrameSubRow, MatrixFrame};
use plan_model::{PlanColumn, SubRow};

pub(super) fn answer(built: &Built) -> FrameAnswer {
    let matrix = &built.matrix;
    let mut rows = 0..;
    let mut sub_rows = 0..;
    let groups = matrix.groups.iter().map(|group| FrameGroup {
        indicator_type: group.indicator_type,
        targets: group.targets,
        plan_targets: group.plan_targets.clone(),
        rows: group
            .rows
            .iter()
            .zip(rows.by_ref())
            .map(|(row, number)| FrameRow {
                row: number,
                indicator: row.indicator.clone(),
                indicator_en: row.indicator_en.clone(),
                definition: row.definition.clone(),
                indicator_type: row.indicator_type,
                plan_count: row.plan_count,
                sub_rows: row
                    .sub_rows
                    .iter()
                    .zip(sub_rows.by_ref())
                    .map(|(one, number)| sub_row(one, number, &matrix.plans))
                    .collect(),
            })
            .collect(),
    });
    let groups = groups.collect();
    FrameAnswer {
        ticket: built.ticket,
        matrix: MatrixFrame {
            plans: matrix.plans.clone(),
            groups,
            targets_shown: matrix.targets_shown,
            targets_total: matrix.targets_total,
        },
        facets: built.facets.clone(),
    }
}

fn sub_row(sub_row: &SubRow, number: u32, plans: &[PlanColumn]) -> FrameSubRow {
    FrameSubRow {
        sub_row: number,
        measure: sub_row.measure,
        unit: sub_row.unit.clone(),
        verdict: sub_row.verdict,
        reasons: sub_row.reasons.clone(),
        charted: bars::is_charted(sub_row, plans),
        benchmark: sub_row.benchmark.clone(),
    }
}
