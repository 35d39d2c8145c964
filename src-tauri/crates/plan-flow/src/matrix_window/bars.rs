//! The faint bars within the cells of a sub-row: only among figures that may stand on one axis.

use crate::wire::matrix::CellBar;
use plan_model::{Cell, Decimal, PlanColumn, Statement, SubRow};
use std::collections::BTreeMap;

/// Columns whose figures may stand on one axis. The rule is that of the charts.
fn charted(sub_row: &SubRow, plans: &[PlanColumn]) -> Vec<usize> {
    let together = plan_chart::on_one_axis(sub_row, plans);
    let columns = plans.iter().enumerate();
    columns
        .filter(|(_, column)| together.contains(&column.plan))
        .map(|(at, _)| at)
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
    use plan_model::{Firmness, Harmonised, Measure, Op, PairVerdict, PlanId, Verdict, Year};

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
        assert_eq!(
            plan_chart::is_comparable(&sub_row, &plans),
            !bars.is_empty()
        );
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
        // Two figures that do not compare are not joined by a third that compares with both.
        let pairs = [(0, 1, Verdict::C), (0, 2, Verdict::D), (1, 2, Verdict::C)];
        assert_eq!(drawn(three(), &pairs), [(0, 0, 500), (1, 0, 1000)]);
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
        assert!(plan_chart::is_comparable(&sub_row, &plans));
    }
}
