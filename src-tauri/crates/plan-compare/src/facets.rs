//! Facet counts as the filter panel lists them: for each facet, what its values would show with all other parts of
//! the filter applied.

use crate::counts::{Count, Counts};
use plan_model::{
    FacetCount, Facets, Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict,
    Year,
};
use std::collections::BTreeMap;

/// Responsible units are a long list; the panel shows those named most.
const UNITS_LISTED: usize = 200;

/// Every facet with its values.
pub(crate) fn facets(counts: &Counts, filter: &Filter) -> Facets {
    let unwanted = &filter.exclude;
    let types = IndicatorType::ALL.iter().zip(&counts.types);
    Facets {
        indicator_type: types
            .map(|(word, count)| entry(word.word(), count.shown))
            .collect(),
        measure: listed(Measure::ALL, Measure::word, &counts.measures, |value| {
            asked(&filter.measure, &unwanted.measure, value)
        }),
        year: years(counts, filter),
        level: levels(counts, filter),
        op: listed(Op::ALL, Op::word, &counts.ops, |value| {
            asked(&filter.op, &unwanted.op, value)
        }),
        firmness: listed(Firmness::ALL, Firmness::word, &counts.firmness, |value| {
            asked(&filter.firmness, &unwanted.firmness, value)
        }),
        status: listed(Status::ALL, Status::word, &counts.statuses, |value| {
            asked(&filter.status, &unwanted.status, value)
        }),
        unit: units(counts, filter),
        verdict: Verdict::ALL
            .iter()
            .zip(counts.verdicts)
            .map(|(verdict, count)| entry(verdict.word(), count))
            .collect(),
        shared: counts
            .shared
            .iter()
            .map(|(plans, count)| entry(&plans.to_string(), *count))
            .collect(),
    }
}

/// Whether the filter names a value, for or against. What it names stays in the panel even where nothing has it, so
/// that it can be taken back.
fn asked<T: PartialEq>(wanted: &[T], unwanted: &[T], value: &T) -> bool {
    wanted.contains(value) || unwanted.contains(value)
}

/// The values that occur or are asked for, in the domain's order.
fn listed<T: Copy>(
    values: &[T],
    word: fn(T) -> &'static str,
    counts: &[Count],
    asked: impl Fn(&T) -> bool,
) -> Vec<FacetCount> {
    values
        .iter()
        .zip(counts)
        .filter(|(value, count)| count.occurs > 0 || asked(value))
        .map(|(value, count)| entry(word(*value), count.shown))
        .collect()
}

/// Region levels; the empty word stands for plans of which none is known.
fn levels(counts: &Counts, filter: &Filter) -> Vec<FacetCount> {
    let mut levels = listed(
        RegionLevel::ALL,
        RegionLevel::word,
        &counts.levels,
        |value| asked(&filter.level, &filter.exclude.level, value),
    );
    let unknown = counts.levels.last().filter(|count| count.occurs > 0);
    levels.extend(unknown.map(|count| entry("", count.shown)));
    levels
}

/// Years ascending; the empty word stands for targets without one and comes last.
fn years(counts: &Counts, filter: &Filter) -> Vec<FacetCount> {
    let mut years: BTreeMap<Option<Year>, u32> = filter
        .year
        .iter()
        .chain(&filter.exclude.year)
        .map(|year| (*year, 0))
        .collect();
    years.extend(
        counts
            .years
            .iter()
            .map(|(year, count)| (*year, count.shown)),
    );
    let unknown = years.remove(&None);
    let mut listed: Vec<FacetCount> = years
        .iter()
        .filter_map(|(year, count)| Some(entry(&(*year)?.to_string(), *count)))
        .collect();
    listed.extend(unknown.map(|count| entry("", count)));
    listed
}

/// Responsible units, most named first, those asked for always.
fn units(counts: &Counts, filter: &Filter) -> Vec<FacetCount> {
    let mut found: Vec<(u32, &str)> = counts
        .units
        .iter()
        .map(|(name, count)| (*count, name.as_str()))
        .collect();
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let (wanted, unwanted) = (&filter.unit, &filter.exclude.unit);
    let named = |name: &str| wanted.iter().chain(unwanted).any(|unit| unit == name);
    let mut listed: Vec<FacetCount> = found
        .iter()
        .enumerate()
        .filter(|(at, (_, name))| *at < UNITS_LISTED || named(name))
        .map(|(_, (count, name))| entry(name, *count))
        .collect();
    let missing = wanted
        .iter()
        .chain(unwanted)
        .filter(|unit| !counts.units.contains_key(*unit));
    listed.extend(missing.map(|unit| entry(unit, 0)));
    listed
}

fn entry(value: &str, count: u32) -> FacetCount {
    FacetCount {
        value: value.to_owned(),
        count,
    }
}
