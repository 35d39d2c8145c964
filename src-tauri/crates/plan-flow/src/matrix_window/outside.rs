//! Cells that a filter on verdicts leaves beside the point: the sub-row is seen for the sake of other pairs.

use plan_model::{Cell, Filter, PlanColumn, PlanId, Standing, SubRow};
use std::collections::BTreeSet;

/// The columns that take part in no pair which the filter asks for. Where one plan speaks alone there is no pair, and
/// nothing is beside the point. `standings` is asked only where no pairs are listed.
pub(super) fn outside(
    sub_row: &SubRow,
    plans: &[PlanColumn],
    filter: &Filter,
    standings: impl FnOnce() -> Vec<Standing>,
) -> BTreeSet<usize> {
    if !filter.asks_for_verdicts() || sub_row.verdict.is_none() {
        return BTreeSet::new();
    }
    let inside: BTreeSet<PlanId> = if sub_row.pairs.is_empty() {
        let taken = |one: &Standing| one.among.iter().any(|one| filter.takes_verdict(*one));
        standings()
            .into_iter()
            .filter(taken)
            .map(|one| one.plan)
            .collect()
    } else {
        let pairs = sub_row.pairs.iter();
        pairs
            .filter(|pair| filter.takes_verdict(pair.verdict))
            .flat_map(|pair| [pair.left, pair.right])
            .collect()
    };
    let cells = sub_row.cells.iter().zip(plans).enumerate();
    cells
        .filter(|(_, (cell, column))| {
            matches!(cell, Cell::Stated { .. }) && !inside.contains(&column.plan)
        })
        .map(|(at, _)| at)
        .collect()
}
