//! What the figures of a sub-row are measured against, and how far each lies from it.

use crate::cell::Said;
use crate::facts::{Facts, STATEMENTS_JUDGED, mark_ambiguous};
use crate::index::Column;
use crate::judge::between;
use crate::units::{Rates, factor};
use plan_lexicon::Lexicon;
use plan_model::{
    Benchmark, BenchmarkFigure, Decimal, Difference, Measure, PlanId, Reason, RoundingStrategy,
    Verdict,
};
use std::collections::BTreeMap;

/// One figure that can be measured: a single number in the sub-row's unit.
struct Figure<'a> {
    /// Position among what is said.
    at: usize,
    plan: PlanId,
    facts: Facts<'a>,
    value: Decimal,
}

/// The outcome: the benchmark's figure, and a difference for each statement that has one.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    pub(crate) figure: Option<BenchmarkFigure>,
    /// By position of the statement.
    pub(crate) differences: BTreeMap<usize, Difference>,
}

/// Measures what is said in a sub-row against `benchmark`.
pub(crate) fn measure_against(
    benchmark: &Benchmark,
    said: &[Said<'_>],
    columns: &[Column<'_>],
    (indicator, measure): (&str, Measure),
    rates: &Rates<'_>,
    lexicon: &Lexicon,
) -> Measured {
    let figures = figures(said, columns, (indicator, measure), rates);
    let stands: Vec<&Figure<'_>> = match benchmark {
        Benchmark::Plan { plan } => figures.iter().filter(|one| one.plan == *plan).collect(),
        Benchmark::Median => alike(&figures, lexicon),
    };
    let Some(first) = stands.first() else {
        return Measured::default();
    };
    let (value, plans) = match benchmark {
        Benchmark::Plan { plan } => (Some(first.value), vec![*plan]),
        Benchmark::Median => {
            let plans = stands.iter().map(|one| one.plan).collect();
            (median(stands.iter().map(|one| one.value).collect()), plans)
        }
    };
    let Some(value) = value else {
        return Measured::default();
    };
    let several = matches!(benchmark, Benchmark::Plan { .. }) && stands.len() > 1;
    let mut differences = BTreeMap::new();
    for one in &figures {
        if *benchmark == (Benchmark::Plan { plan: one.plan }) {
            continue;
        }
        let (verdict, mut reasons) = between(&one.facts, &first.facts, rates, lexicon);
        if several {
            reasons.push(Reason::SeveralStatements { plans: 1 });
        }
        if let (true, Some(absolute)) = (verdict <= Verdict::C, one.value.checked_sub(value)) {
            let difference = Difference {
                absolute: absolute.normalize(),
                percent: percent(absolute, value).filter(|_| relative(measure, rates)),
                verdict,
                reasons,
            };
            differences.insert(one.at, difference);
        }
    }
    let figure = Some(BenchmarkFigure {
        value: value.normalize(),
        unit: rates.common().map(str::to_owned),
        year: first.facts.year,
        plans,
    });
    Measured {
        figure,
        differences,
    }
}

/// Whether a difference in per cent says anything. Of shares and rates it would be per cent of per cent, which
/// everybody reads as percentage points; and half a place in a league table is none.
fn relative(measure: Measure, rates: &Rates<'_>) -> bool {
    let places_or_parts = matches!(
        measure,
        Measure::Growth | Measure::Share | Measure::Coverage | Measure::Rank
    );
    !places_or_parts && !matches!(rates.common(), Some("%" | "‰"))
}

/// Every single number in the common unit. A range is none, and what was set aside is not measured.
fn figures<'a>(
    said: &[Said<'a>],
    columns: &[Column<'_>],
    (indicator, measure): (&str, Measure),
    rates: &Rates<'_>,
) -> Vec<Figure<'a>> {
    let mut found: Vec<Figure<'a>> = Vec::new();
    let mut at = 0;
    for of_plan in said.chunk_by(|a, b| a.plan == b.plan) {
        let column = &columns[of_plan[0].plan as usize];
        let standing: Vec<usize> = (0..of_plan.len())
            .filter(|place| !of_plan[*place].aside)
            .collect();
        let mut facts: Vec<Facts<'a>> = standing
            .iter()
            .map(|place| of_plan[*place].facts(&column.plan.meta, indicator, measure))
            .collect();
        if facts.len() > STATEMENTS_JUDGED {
            facts.iter_mut().for_each(|said| said.ambiguous = true);
        } else {
            mark_ambiguous(&mut facts);
        }
        for (place, facts) in standing.into_iter().zip(facts) {
            let single = facts.value.filter(|(_, max)| max.is_none());
            let common = single.and_then(|(value, _)| rates.harmonise(value, None, facts.unit));
            if let Some(common) = common {
                found.push(Figure {
                    at: at + place,
                    plan: column.plan.plan,
                    value: common.value,
                    facts,
                });
            }
        }
        at += of_plan.len();
    }
    found
}

/// The greatest set of figures, one of a plan, that all compare A or B with one another; among equals the one of
/// the latest year. Fewer than two are no set.
fn alike<'f, 'a>(figures: &'f [Figure<'a>], lexicon: &Lexicon) -> Vec<&'f Figure<'a>> {
    let mut groups: BTreeMap<_, Vec<&Figure<'a>>> = BTreeMap::new();
    for one in figures {
        let facts = &one.facts;
        // Two unknown years or levels are not known to be the same; what is assumed or contradicted is out.
        if let (Some(year), Some(level), None, false) =
            (facts.year, facts.level, facts.derived, facts.ambiguous)
        {
            let matter = (year, level, facts.start, facts.scope.as_deref());
            groups.entry(matter).or_default().push(one);
        }
    }
    let mut best: Vec<&Figure<'a>> = Vec::new();
    for group in groups.into_values() {
        let mut set: Vec<&Figure<'a>> = Vec::new();
        for one in group {
            let fits = |other: &&Figure<'a>| {
                let (x, y) = (one.facts.unit, other.facts.unit);
                factor(x, y, lexicon).is_some() || factor(y, x, lexicon).is_some()
            };
            if set.last().is_none_or(|last| last.plan != one.plan) && set.iter().all(fits) {
                set.push(one);
            }
        }
        if set.len() >= best.len() {
            best = set;
        }
    }
    if best.len() < 2 { Vec::new() } else { best }
}

/// The middle value; of an even number the mean of the two in the middle.
fn median(mut values: Vec<Decimal>) -> Option<Decimal> {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get(middle.checked_sub(1)?)?;
    lower.checked_add(upper)?.checked_div(Decimal::TWO)
}

/// `part` in per cent of `whole`, to two decimals.
pub(crate) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let percent = part
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(whole.abs())?;
    let short = percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    Some(short.normalize())
}
