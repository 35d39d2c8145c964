//! Verdicts between two statements and between two cells.

use crate::facts::{Facts, Silence};
use crate::input::Spoken;
use crate::units::{Rates, factor};
use plan_lexicon::Lexicon;
use plan_model::{Measure, Reason, Verdict};
use std::collections::BTreeSet;

/// How far two statements of one indicator compare, and why. They may be of different measures: a stock and
/// an increment do not compare at all; a yearly figure and an increment do once the years are assumed.
#[must_use]
pub fn verdict_between(
    left: &Spoken<'_>,
    right: &Spoken<'_>,
    lexicon: &Lexicon,
) -> (Verdict, Vec<Reason>) {
    let (a, b) = (Facts::of(left), Facts::of(right));
    if a.value.is_none() || b.value.is_none() {
        return (Verdict::E, silent([&a, &b]));
    }
    let usual = lexicon
        .indicator(left.indicator)
        .map_or(&[][..], |known| &known.units);
    let rates = Rates::new([a.unit, b.unit], usual, lexicon);
    let (verdict, mut reasons) = between(&a, &b, &rates, lexicon);
    if left.measure == right.measure {
        return (verdict, reasons);
    }
    let measures = BTreeSet::from([left.measure, right.measure]);
    let by_assumption = measures == BTreeSet::from([Measure::Increment, Measure::Annual]);
    let differs = Reason::MeasureDiffers {
        measures: measures.into_iter().collect(),
    };
    if by_assumption && verdict < Verdict::D {
        reasons.retain(|reason| *reason != Reason::Same);
        reasons.insert(0, differs);
        return (Verdict::C, reasons);
    }
    (Verdict::D, vec![differs])
}

/// Two statements with a number, in one measure.
pub(crate) fn between(
    a: &Facts<'_>,
    b: &Facts<'_>,
    rates: &Rates<'_>,
    lexicon: &Lexicon,
) -> (Verdict, Vec<Reason>) {
    let mut verdict = Verdict::A;
    let mut reasons = Vec::new();
    if a.unit != b.unit {
        verdict = exchange(a, b, rates, lexicon, &mut reasons);
    }
    let starts_differ = matches!((a.start, b.start), (Some(x), Some(y)) if x != y);
    // A year agrees only when both state it: two unknown years are not known to be the same.
    if a.year != b.year || a.year.is_none() || starts_differ {
        let mut years = BTreeSet::from([a.year, b.year]);
        if starts_differ {
            years.extend([a.start, b.start]);
        }
        reasons.push(Reason::YearDiffers {
            years: years.into_iter().collect(),
        });
    }
    if a.level != b.level || a.level.is_none() {
        let levels = BTreeSet::from([a.level, b.level]);
        reasons.push(Reason::LevelDiffers {
            levels: levels.into_iter().flatten().collect(),
        });
    }
    if a.scope != b.scope {
        let scopes = BTreeSet::from([a.scope_written.as_deref(), b.scope_written.as_deref()]);
        reasons.push(Reason::ScopeDiffers {
            scopes: scopes.into_iter().map(|s| s.map(str::to_owned)).collect(),
        });
    }
    let derivations: BTreeSet<_> = [a.derived, b.derived].into_iter().flatten().collect();
    if !derivations.is_empty() {
        reasons.push(Reason::Assumed {
            derivations: derivations.into_iter().collect(),
        });
    }
    let contradicting = u32::from(a.ambiguous) + u32::from(b.ambiguous);
    if contradicting > 0 {
        reasons.push(Reason::Contradictory {
            plans: contradicting,
        });
    }
    if reasons.iter().any(is_condition) {
        verdict = verdict.max(Verdict::C);
    }
    if verdict == Verdict::A {
        reasons.push(Reason::Same);
    }
    (verdict, reasons)
}

/// Whether a reason leaves two figures comparable only under a condition.
pub(crate) fn is_condition(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::YearDiffers { .. }
            | Reason::LevelDiffers { .. }
            | Reason::ScopeDiffers { .. }
            | Reason::Assumed { .. }
            | Reason::Contradictory { .. }
    )
}

/// Two different units: an exact factor, or another dimension. The two must convert into each other, not only
/// both into the common unit: 个 counts whatever 家 and 项 count, but a firm is not a project.
fn exchange(
    a: &Facts<'_>,
    b: &Facts<'_>,
    rates: &Rates<'_>,
    lexicon: &Lexicon,
    reasons: &mut Vec<Reason>,
) -> Verdict {
    let mut pair = [a.unit, b.unit];
    pair.sort_unstable();
    let direct = [(pair[0], pair[1]), (pair[1], pair[0])]
        .into_iter()
        .find_map(|(from, to)| Some((from?, to?, factor(from, to, lexicon)?)));
    let Some((from, to, rate)) = direct else {
        let units = pair
            .into_iter()
            .map(|unit| unit.map(str::to_owned))
            .collect();
        reasons.push(Reason::UnitDiffers { units });
        return Verdict::D;
    };
    match rates.common() {
        Some(common) if pair.iter().all(|unit| rates.factor(*unit).is_some()) => {
            reasons.extend(
                pair.into_iter()
                    .filter_map(|unit| converted(unit, common, rates)),
            );
        }
        _ => reasons.push(Reason::Converted {
            from: from.to_owned(),
            to: to.to_owned(),
            factor: rate.normalize().to_string(),
        }),
    }
    Verdict::B
}

/// The reason for a figure shown in the common unit; `None` when it is written in it.
pub(crate) fn converted(unit: Option<&str>, common: &str, rates: &Rates<'_>) -> Option<Reason> {
    let from = unit.filter(|unit| *unit != common)?;
    let factor = rates.factor(unit)?.normalize().to_string();
    Some(Reason::Converted {
        from: from.to_owned(),
        to: common.to_owned(),
        factor,
    })
}

/// Two cells, each with at least one statement: the best-matching statements stand for them.
pub(crate) fn cells(
    left: &[Facts<'_>],
    right: &[Facts<'_>],
    rates: &Rates<'_>,
    lexicon: &Lexicon,
) -> (Verdict, Vec<Reason>) {
    let numbers = |cell: &[Facts<'_>]| cell.iter().filter(|said| said.value.is_some()).count();
    let (in_left, in_right) = (numbers(left), numbers(right));
    if in_left == 0 || in_right == 0 {
        let without = [(in_left, left), (in_right, right)]
            .into_iter()
            .filter(|(count, _)| *count == 0);
        return (Verdict::E, silent(without.flat_map(|(_, cell)| cell)));
    }
    let mut best: Option<(Verdict, usize, Vec<Reason>)> = None;
    for a in left.iter().filter(|said| said.value.is_some()) {
        for b in right.iter().filter(|said| said.value.is_some()) {
            let (verdict, reasons) = between(a, b, rates, lexicon);
            let found = (verdict, reasons.len(), reasons);
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
    }
    let (verdict, mut reasons) = best.map_or((Verdict::E, Vec::new()), |(verdict, _, reasons)| {
        (verdict, reasons)
    });
    let several = u32::from(in_left > 1) + u32::from(in_right > 1);
    if several > 0 {
        reasons.push(Reason::SeveralStatements { plans: several });
    }
    (verdict, reasons)
}

/// The reasons for having no number: every benchmark named.
pub(crate) fn silent<'f, 'a: 'f>(facts: impl IntoIterator<Item = &'f Facts<'a>>) -> Vec<Reason> {
    let (mut benchmarks, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for said in facts.into_iter().filter(|said| said.value.is_none()) {
        match said.silence {
            Silence::Relative(benchmark) => {
                benchmarks.insert(benchmark.to_owned());
            }
            Silence::NoTable => {
                reasons.insert(Reason::NoTable);
            }
            Silence::NoNumber => {
                reasons.insert(Reason::NoNumber);
            }
        }
    }
    let relative = (!benchmarks.is_empty()).then(|| Reason::Relative {
        benchmarks: benchmarks.into_iter().collect(),
    });
    relative.into_iter().chain(reasons).collect()
}
