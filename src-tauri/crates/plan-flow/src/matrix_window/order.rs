//! Rows by the figures of one plan.

use plan_model::{Cell, Decimal, IndicatorRow, Matrix, MatrixGroup, Measure, PlanId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A quantity: figures are ordered within one only, because 400 亿元 is neither more nor less than 240 家.
type Quantity<'m> = (Measure, &'m str);

/// Numbers of rows, group after group. Rows that the plan gives a figure for come first, quantity after quantity
/// in the order in which they first appear; the others follow as they stood.
pub(super) fn by_value(matrix: &Matrix, plan: PlanId, descending: bool) -> Vec<u32> {
    let column = matrix.plans.iter().position(|one| one.plan == plan);
    let mut order = Vec::new();
    let mut first = 0;
    for group in &matrix.groups {
        let numbers = first..;
        first += super::place(group.rows.len());
        match column {
            Some(column) => order.extend(
                within(group, column, descending)
                    .into_iter()
                    .filter_map(|at| numbers.clone().nth(at)),
            ),
            None => order.extend(numbers.take(group.rows.len())),
        }
    }
    order
}

fn within(group: &MatrixGroup, column: usize, descending: bool) -> Vec<usize> {
    let mut quantities: BTreeMap<Quantity<'_>, usize> = BTreeMap::new();
    let mut keyed: Vec<(usize, Option<Decimal>, usize)> = Vec::with_capacity(group.rows.len());
    for (at, row) in group.rows.iter().enumerate() {
        let (rank, value) = match figure(row, column) {
            Some((quantity, value)) => {
                let next = quantities.len();
                (*quantities.entry(quantity).or_insert(next), Some(value))
            }
            None => (usize::MAX, None),
        };
        keyed.push((rank, value, at));
    }
    if descending {
        keyed.sort_by_key(|(rank, value, at)| (*rank, Reverse(*value), *at));
    } else {
        keyed.sort_unstable();
    }
    keyed.into_iter().map(|(_, _, at)| at).collect()
}

/// The first figure of a row in a column, in the unit its sub-row is compared in.
fn figure(row: &IndicatorRow, column: usize) -> Option<(Quantity<'_>, Decimal)> {
    row.sub_rows.iter().find_map(|sub_row| {
        let Some(Cell::Stated { statements, .. }) = sub_row.cells.get(column) else {
            return None;
        };
        let said = statements.first()?;
        let (unit, value) = match &said.harmonised {
            Some(common) => (sub_row.unit.as_ref().or(said.unit.as_ref()), common.value),
            None => (said.unit.as_ref(), said.value?),
        };
        Some(((sub_row.measure, unit.map_or("", String::as_str)), value))
    })
}
