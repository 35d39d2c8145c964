//! The faint bars within the cells of a sub-row: only among figures that may stand on one axis.

use crate::wire::matrix::CellBar;
use plan_model::{Cell, Decimal, PlanColumn, Statement, SubRow, Verdict};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Columns whose figures may stand on one axis: the largest set held together by pairs of class A, B or C, the
/// one that begins further left among equals. One column with a figure is a set of one.
pub(super) fn charted(sub_row: &SubRow, plans: &[PlanColumn]) -> BTreeSet<usize> {
    let numbered = numbered(sub_row);
    if numbered.len() < 2 {
        return numbered.into_iter().collect();
    }
    if sub_row.pairs.is_empty() {
        return by_units(sub_row, numbered);
    }
    let columns: HashMap<_, usize> = plans
        .iter()
        .enumerate()
        .map(|(column, plan)| (plan.plan, column))
        .collect();
    let mut heads: BTreeMap<usize, usize> = numbered.iter().map(|at| (*at, *at)).collect();
    let head = |heads: &BTreeMap<usize, usize>, mut at: usize| {
        while let Some(up) = heads.get(&at).filter(|up| **up != at) {
            at = *up;
        }
        at
    };
    for pair in sub_row.pairs.iter().filter(|pair| drawn(pair.verdict)) {
        let (Some(left), Some(right)) = (columns.get(&pair.left), columns.get(&pair.right)) else {
            continue;
        };
        if heads.contains_key(left) && heads.contains_key(right) {
            let (left, right) = (head(&heads, *left), head(&heads, *right));
            heads.insert(right, left);
        }
    }
    let mut sets: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for at in &numbered {
        sets.entry(head(&heads, *at)).or_default().insert(*at);
    }
    largest(sets.into_values())
}

/// Whether at least two of its figures may stand on one axis.
pub(super) fn is_charted(sub_row: &SubRow) -> bool {
    if sub_row.pairs.is_empty() {
        let numbered = numbered(sub_row);
        return numbered.len() > 1 && by_units(sub_row, numbered).len() > 1;
    }
    sub_row.pairs.iter().any(|pair| drawn(pair.verdict))
}

fn drawn(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::A | Verdict::B | Verdict::C)
}

/// With very many plans pairs are not listed. Where the whole sub-row compares, all its figures share an axis;
/// where it does not, those of one written unit do.
fn by_units(sub_row: &SubRow, numbered: Vec<usize>) -> BTreeSet<usize> {
    if sub_row.verdict.is_some_and(drawn) {
        return numbered.into_iter().collect();
    }
    let mut sets: BTreeMap<Option<&str>, BTreeSet<usize>> = BTreeMap::new();
    for at in numbered {
        let unit = sub_row.cells.get(at).and_then(primary);
        let unit = unit.and_then(|said| said.unit.as_deref());
        sets.entry(unit).or_default().insert(at);
    }
    largest(sets.into_values())
}

fn largest(sets: impl Iterator<Item = BTreeSet<usize>>) -> BTreeSet<usize> {
    let mut best = BTreeSet::new();
    for set in sets {
        let earlier = set.first() < best.first();
        if set.len() > best.len() || (set.len() == best.len() && earlier) {
            best = set;
        }
    }
    best
}

/// Columns that give a figure in the common unit.
fn numbered(sub_row: &SubRow) -> Vec<usize> {
    let cells = sub_row.cells.iter().enumerate();
    cells
        .filter(|(_, cell)| match cell {
            Cell::Empty { .. } => false,
            Cell::Stated { statements, .. } => {
                statements.iter().any(|said| said.harmonised.is_some())
            }
        })
        .map(|(column, _)| column)
        .collect()
}

/// The statement that stands for a cell: that of the plan's main year comes first.
fn primary(cell: &Cell) -> Option<&Statement> {
    match cell {
        Cell::Empty { .. } => None,
        Cell::Stated { statements, .. } => statements.first(),
    }
}

/// Bars by column. One figure alone gets none: there is nothing it could be compared with.
pub(super) fn bars(sub_row: &SubRow, plans: &[PlanColumn]) -> BTreeMap<usize, CellBar> {
    let charted = charted(sub_row, plans);
    if charted.len() < 2 {
        return BTreeMap::new();
    }
    let spans: Vec<(usize, Decimal, Decimal)> = charted
        .into_iter()
        .filter_map(|column| {
            let said = sub_row.cells.get(column).and_then(primary)?;
            let figure = said.harmonised.as_ref()?;
            Some((
                column,
                figure.value,
                figure.value_max.unwrap_or(figure.value),
            ))
        })
        .collect();
    let top = spans.iter().map(|(_, _, high)| *high).max();
    let top = top.unwrap_or_default().max(Decimal::ZERO);
    let bottom = spans.iter().map(|(_, low, _)| *low).min();
    let bottom = bottom.unwrap_or_default().min(Decimal::ZERO);
    let Some(axis) = top.checked_sub(bottom).filter(|axis| !axis.is_zero()) else {
        return BTreeMap::new();
    };
    let share = |value: Decimal| {
        let part = value.checked_sub(bottom)?.checked_div(axis)?;
        u16::try_from(part.checked_mul(Decimal::ONE_THOUSAND)?.round()).ok()
    };
    spans
        .into_iter()
        .filter_map(|(column, low, high)| {
            let (from, to) = if high == low {
                (low.min(Decimal::ZERO), low.max(Decimal::ZERO))
            } else {
                (low, high)
            };
            let (from, to) = (share(from)?, share(to)?);
            Some((column, CellBar { from, to }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_model::{Firmness, Harmonised, Measure, Op, PairVerdict, PlanId, Year};

    fn said(value: &str, max: Option<&str>) -> Statement {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        Statement {
            op: Op::Equal,
            value: Some(number(value)),
            value_max: max.map(number),
            unit: Some("家".into()),
            year: Some(Year(2025)),
            year_from: None,
            scope: None,
            relative_to: None,
            firmness: Firmness::Firm,
            harmonised: Some(Harmonised {
                value: number(value),
                value_max: max.map(number),
                factor: Decimal::ONE,
            }),
            mentions: Vec::new(),
            confidence: 90,
            derived: None,
            difference: None,
        }
    }

    /// A sub-row of plans 0, 1, 2 … in the columns of their numbers.
    fn sub_row(
        cells: Vec<Option<Statement>>,
        pairs: &[(i64, i64, Verdict)],
    ) -> (SubRow, Vec<PlanColumn>) {
        let plans = (0..)
            .zip(&cells)
            .map(|(plan, _)| PlanColumn {
                plan: PlanId(plan),
                region: String::new(),
                region_level: None,
                parent_region: None,
                genre: None,
                main_year: None,
                targets: 1,
                colour: 0,
            })
            .collect();
        let cells = cells.into_iter().map(|said| match said {
            Some(said) => Cell::Stated {
                statements: vec![said],
                set_aside: Vec::new(),
            },
            None => Cell::Empty {
                reason: plan_model::EmptyReason::NotMentioned,
            },
        });
        let pairs = pairs.iter().map(|(left, right, verdict)| PairVerdict {
            left: PlanId(*left),
            right: PlanId(*right),
            verdict: *verdict,
            reasons: Vec::new(),
        });
        let sub_row = SubRow {
            measure: Measure::Level,
            unit: Some("家".into()),
            cells: cells.collect(),
            verdict: Some(Verdict::C),
            reasons: Vec::new(),
            pairs: pairs.collect(),
            benchmark: None,
        };
        (sub_row, plans)
    }

    fn drawn(
        cells: Vec<Option<Statement>>,
        pairs: &[(i64, i64, Verdict)],
    ) -> Vec<(usize, u16, u16)> {
        let (sub_row, plans) = sub_row(cells, pairs);
        let bars = bars(&sub_row, &plans);
        bars.into_iter()
            .map(|(at, bar)| (at, bar.from, bar.to))
            .collect()
    }

    #[test]
    fn zero_is_always_on_the_axis() {
        let cells = vec![Some(said("50", None)), Some(said("200", None)), None];
        assert_eq!(
            drawn(cells, &[(0, 1, Verdict::A)]),
            [(0, 0, 250), (1, 0, 1000)]
        );
        let cells = vec![Some(said("-1", None)), Some(said("3", None))];
        assert_eq!(
            drawn(cells, &[(0, 1, Verdict::A)]),
            [(0, 0, 250), (1, 250, 1000)]
        );
    }

    #[test]
    fn a_range_is_a_segment_and_a_lone_figure_has_no_bar() {
        let cells = vec![Some(said("1", Some("2"))), Some(said("4", None))];
        assert_eq!(
            drawn(cells, &[(0, 1, Verdict::B)]),
            [(0, 250, 500), (1, 0, 1000)]
        );
        assert_eq!(drawn(vec![Some(said("4", None)), None], &[]), []);
    }

    #[test]
    fn what_does_not_compare_stands_on_no_common_axis() {
        let three = || {
            vec![
                Some(said("10", None)),
                Some(said("20", None)),
                Some(said("40", None)),
            ]
        };
        let pairs = [(0, 1, Verdict::D), (0, 2, Verdict::D), (1, 2, Verdict::C)];
        assert_eq!(drawn(three(), &pairs), [(1, 0, 500), (2, 0, 1000)]);
        let pairs = [(0, 1, Verdict::D), (0, 2, Verdict::D), (1, 2, Verdict::D)];
        assert_eq!(drawn(three(), &pairs), []);
    }

    #[test]
    fn with_too_many_plans_for_pairs_the_whole_row_decides_or_the_written_unit() {
        let cells = || {
            let mut cells: Vec<_> = ["1", "2", "4"].map(|value| Some(said(value, None))).into();
            if let Some(Some(other)) = cells.first_mut() {
                other.unit = Some("个".into());
            }
            cells
        };
        assert_eq!(
            drawn(cells(), &[]),
            [(0, 0, 250), (1, 0, 500), (2, 0, 1000)]
        );
        let (mut sub_row, plans) = sub_row(cells(), &[]);
        sub_row.verdict = Some(Verdict::D);
        assert_eq!(
            bars(&sub_row, &plans).into_keys().collect::<Vec<_>>(),
            [1, 2]
        );
        assert!(is_charted(&sub_row));
    }
}
