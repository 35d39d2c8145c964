//! Which figures of a sub-row may stand on one axis: those whose pairs are A, B or C, in the common unit.

use plan_model::{Cell, PlanColumn, PlanId, Reason, Standing, Statement, SubRow, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// The figures that may stand together, and what that rests on.
#[derive(Debug, Default)]
pub(crate) struct Comparable {
    /// Plans drawn.
    pub(crate) plans: BTreeSet<PlanId>,
    /// Of these, the ones that hold a condition against another.
    pub(crate) conditional: BTreeSet<PlanId>,
    /// Weakest verdict among the plans drawn; `None` when one stands alone.
    pub(crate) verdict: Option<Verdict>,
    /// Why.
    pub(crate) reasons: Vec<Reason>,
}

/// Whether a statement can be drawn at all.
pub(crate) fn has_number(statement: &Statement) -> bool {
    statement.harmonised.is_some()
}

/// The statements of a cell.
pub(crate) fn statements(cell: Option<&Cell>) -> &[Statement] {
    match cell {
        Some(Cell::Stated { statements, .. }) => statements,
        Some(Cell::Empty { .. }) | None => &[],
    }
}

/// The plans whose figures may stand on one axis, in a chart or as bars within the cells of a table: the largest set
/// in which no pair is of class D or E, the one that begins further left among equals.
#[must_use]
pub fn on_one_axis(sub_row: &SubRow, columns: &[PlanColumn]) -> BTreeSet<PlanId> {
    comparable(sub_row, columns, &[]).plans
}

/// Whether [`on_one_axis`] finds more than one plan; cheaper than asking which.
#[must_use]
pub fn is_comparable(sub_row: &SubRow, columns: &[PlanColumn]) -> bool {
    let numbered = |cell: &Cell| statements(Some(cell)).iter().any(has_number);
    let mut drawable = sub_row
        .pairs
        .iter()
        .filter(|pair| pair.verdict <= Verdict::C);
    if !sub_row.pairs.is_empty() {
        let has_number = |plan: PlanId| {
            let mut cells = columns.iter().zip(&sub_row.cells);
            cells.any(|(column, cell)| column.plan == plan && numbered(cell))
        };
        return drawable.any(|pair| has_number(pair.left) && has_number(pair.right));
    }
    if sub_row.verdict != Some(Verdict::D) {
        let numbers = sub_row.cells.iter().filter(|cell| numbered(cell));
        return numbers.take(2).count() == 2;
    }
    on_one_axis(sub_row, columns).len() > 1
}

/// The largest set of plans in which no pair is of class D or E. Of equal ones the set that begins further left. Where
/// no pairs are listed the standings tell who holds a condition; without them everybody may.
pub(crate) fn comparable(
    sub_row: &SubRow,
    columns: &[PlanColumn],
    standings: &[Standing],
) -> Comparable {
    let numbered: Vec<PlanId> = columns
        .iter()
        .zip(&sub_row.cells)
        .filter(|(_, cell)| statements(Some(cell)).iter().any(has_number))
        .map(|(column, _)| column.plan)
        .collect();
    if !standings.is_empty() {
        return by_standing(standings, &numbered);
    }
    if sub_row.pairs.is_empty() {
        return without_pairs(sub_row, columns, &numbered);
    }
    let verdicts: BTreeMap<(PlanId, PlanId), Verdict> = sub_row
        .pairs
        .iter()
        .flat_map(|pair| {
            [
                ((pair.left, pair.right), pair.verdict),
                ((pair.right, pair.left), pair.verdict),
            ]
        })
        .collect();
    let together = |a: PlanId, b: PlanId| {
        verdicts
            .get(&(a, b))
            .is_some_and(|verdict| *verdict <= Verdict::C)
    };
    // Grown from every plan in turn, so that one figure of a strange unit does not decide for all others.
    let mut best: Vec<PlanId> = Vec::new();
    for start in &numbered {
        let mut set = vec![*start];
        for other in &numbered {
            if other != start && set.iter().all(|one| together(*one, *other)) {
                set.push(*other);
            }
        }
        if set.len() > best.len() {
            best = set;
        }
    }
    let plans: BTreeSet<PlanId> = best.into_iter().collect();
    let inside = sub_row
        .pairs
        .iter()
        .filter(|pair| plans.contains(&pair.left) && plans.contains(&pair.right));
    let conditional = inside
        .clone()
        .filter(|pair| pair.verdict == Verdict::C)
        .flat_map(|pair| [pair.left, pair.right])
        .collect();
    let verdict = inside.clone().map(|pair| pair.verdict).max();
    // When every pair is drawn the sub-row has merged its reasons already, years and scopes in one list.
    let reasons = if inside.clone().count() == sub_row.pairs.len() {
        sub_row.reasons.clone()
    } else {
        merged(inside.flat_map(|pair| pair.reasons.clone()).collect())
    };
    Comparable {
        plans,
        conditional,
        verdict,
        reasons,
    }
}

/// What compares with the figures that most plans agree on. Those who agree stand plain beside one another; whoever
/// differs from them holds the condition.
fn by_standing(standings: &[Standing], numbered: &[PlanId]) -> Comparable {
    let drawn = || {
        standings
            .iter()
            .filter(|one| one.verdict <= Verdict::C && numbered.contains(&one.plan))
    };
    if drawn().count() < 2 {
        return Comparable {
            plans: drawn().map(|one| one.plan).collect(),
            ..Comparable::default()
        };
    }
    Comparable {
        plans: drawn().map(|one| one.plan).collect(),
        conditional: drawn()
            .filter(|one| one.verdict == Verdict::C)
            .map(|one| one.plan)
            .collect(),
        verdict: drawn().map(|one| one.verdict).max(),
        reasons: merged(drawn().flat_map(|one| one.reasons.clone()).collect()),
    }
}

/// With very many plans no pairs are listed. The sub-row's own verdict then holds for all of them, and with figures
/// of different dimension only those written in the common unit stand together.
fn without_pairs(sub_row: &SubRow, columns: &[PlanColumn], numbered: &[PlanId]) -> Comparable {
    let strangers = sub_row.verdict == Some(Verdict::D);
    let in_unit = |plan: &PlanId| {
        let at = columns.iter().position(|column| column.plan == *plan);
        let cell = at.and_then(|at| sub_row.cells.get(at));
        statements(cell)
            .iter()
            .any(|said| has_number(said) && said.unit == sub_row.unit)
    };
    let plans: BTreeSet<PlanId> = numbered
        .iter()
        .filter(|plan| !strangers || in_unit(plan))
        .copied()
        .collect();
    let alone = plans.len() < 2;
    let verdict = match sub_row.verdict {
        _ if alone => None,
        Some(Verdict::D | Verdict::E) => Some(Verdict::C),
        other => other,
    };
    Comparable {
        conditional: if verdict >= Some(Verdict::C) {
            plans.clone()
        } else {
            BTreeSet::new()
        },
        reasons: if alone {
            Vec::new()
        } else {
            let about_drawn = |reason: &&Reason| {
                !matches!(reason, Reason::UnitDiffers { .. } | Reason::Relative { .. })
            };
            sub_row
                .reasons
                .iter()
                .filter(about_drawn)
                .cloned()
                .collect()
        },
        plans,
        verdict,
    }
}

/// What keeps `plan` away from the plans drawn.
pub(crate) fn reasons_against(
    sub_row: &SubRow,
    plan: PlanId,
    drawn: &BTreeSet<PlanId>,
    standings: &[Standing],
) -> Vec<Reason> {
    if let Some(standing) = standings.iter().find(|one| one.plan == plan) {
        return standing.reasons.clone();
    }
    let against = sub_row.pairs.iter().filter(|pair| {
        let other = match plan {
            plan if plan == pair.left => pair.right,
            plan if plan == pair.right => pair.left,
            _ => return false,
        };
        drawn.contains(&other) && pair.verdict >= Verdict::D
    });
    let found = merged(against.flat_map(|pair| pair.reasons.clone()).collect());
    let kept = found.iter().filter(|reason| {
        matches!(
            reason,
            Reason::UnitDiffers { .. } | Reason::MeasureDiffers { .. }
        )
    });
    let kept: Vec<Reason> = kept.cloned().collect();
    if kept.is_empty() { found } else { kept }
}

/// One reason of each kind, with the lists of all.
pub(crate) fn merged(reasons: Vec<Reason>) -> Vec<Reason> {
    let mut found: Vec<Reason> = Vec::new();
    for reason in reasons {
        if !found.iter_mut().any(|known| join(known, &reason)) {
            found.push(reason);
        }
    }
    if found.len() > 1 {
        found.retain(|reason| *reason != Reason::Same);
    }
    found
}

fn union<T: Ord + Clone>(known: &mut Vec<T>, more: &[T]) {
    known.extend_from_slice(more);
    known.sort();
    known.dedup();
}

/// Takes `more` into `known` when both are of one kind.
fn join(known: &mut Reason, more: &Reason) -> bool {
    match (known, more) {
        (Reason::YearDiffers { years }, Reason::YearDiffers { years: more }) => union(years, more),
        (Reason::LevelDiffers { levels }, Reason::LevelDiffers { levels: more }) => {
            union(levels, more);
        }
        (Reason::ScopeDiffers { scopes }, Reason::ScopeDiffers { scopes: more }) => {
            union(scopes, more);
        }
        (Reason::MeasureDiffers { measures }, Reason::MeasureDiffers { measures: more }) => {
            union(measures, more);
        }
        (Reason::UnitDiffers { units }, Reason::UnitDiffers { units: more }) => union(units, more),
        (Reason::Relative { benchmarks }, Reason::Relative { benchmarks: more }) => {
            union(benchmarks, more);
        }
        (Reason::SeveralStatements { plans }, Reason::SeveralStatements { plans: more }) => {
            *plans = (*plans).max(*more);
        }
        (known, more) => return known == more,
    }
    true
}
