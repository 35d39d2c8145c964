//! The overview: what each plan is and how much it commits to, counted plan by plan.

use crate::input::{ComparedTarget, OverviewPlan};
use plan_model::{
    IndicatorType, NumberClass, Overview, PlanOverview, SectionKind, Status, TypeCount, UnitCount,
    Year, YearCount,
};
use std::collections::{BTreeMap, BTreeSet};

/// Counts each plan by itself, and what they share.
#[must_use]
pub fn overview(plans: &[OverviewPlan]) -> Overview {
    let mut stated: BTreeMap<&str, usize> = BTreeMap::new();
    for plan in plans {
        let names: BTreeSet<&str> = figures(plan)
            .map(|said| said.target.indicator.as_str())
            .collect();
        for name in names {
            *stated.entry(name).or_default() += 1;
        }
    }
    let years: BTreeSet<Year> = plans.iter().flat_map(years_named).collect();
    Overview {
        plans: plans.iter().map(one).collect(),
        first_year: years.first().copied(),
        last_year: years.last().copied(),
        shared_indicators: count(stated.values().filter(|plans| **plans > 1).count()),
        indicators: count(stated.len()),
    }
}

/// Targets that stand: the rejected ones are left out.
fn figures(plan: &OverviewPlan) -> impl Iterator<Item = &ComparedTarget> {
    plan.compared
        .targets
        .iter()
        .filter(|said| said.status != Status::Rejected)
}

/// Every year the horizon axis must hold.
fn years_named(plan: &OverviewPlan) -> Vec<Year> {
    let meta = &plan.compared.meta;
    let period = meta
        .period
        .into_iter()
        .flat_map(|(first, last)| [first, last]);
    let targets = figures(plan).filter_map(|said| said.target.year);
    period
        .chain(meta.horizons.iter().copied())
        .chain(targets)
        .collect()
}

fn one(plan: &OverviewPlan) -> PlanOverview {
    let mut types: BTreeMap<IndicatorType, u32> = BTreeMap::new();
    let mut years: BTreeMap<Option<Year>, u32> = BTreeMap::new();
    for said in figures(plan) {
        *types.entry(said.target.indicator_type).or_default() += 1;
        *years.entry(said.target.year).or_default() += 1;
    }
    let of_kind = |kind: SectionKind| plan.tasks.iter().filter(move |task| task.kind == kind);
    let mut places: Vec<u32> = figures(plan).map(|said| said.target.quote.start).collect();
    places.sort_unstable();
    // Both lists are in order of place, so one search per task is enough.
    let quantified = of_kind(SectionKind::Task).filter(|task| {
        let next = places.partition_point(|place| *place < task.span.start);
        places.get(next).is_some_and(|place| *place < task.span.end)
    });
    let unexplained = plan
        .other_numbers
        .iter()
        .filter(|number| number.class == NumberClass::Other);
    let mut year_counts: Vec<YearCount> = years
        .iter()
        .filter(|(year, _)| year.is_some())
        .map(|(year, count)| YearCount {
            year: *year,
            count: *count,
        })
        .collect();
    year_counts.extend(years.get(&None).map(|count| YearCount {
        year: None,
        count: *count,
    }));
    PlanOverview {
        plan: plan.compared.plan,
        colour: plan.compared.colour,
        meta: plan.compared.meta.clone(),
        source_name: plan.source_name.clone(),
        characters: plan.characters,
        targets: count(figures(plan).count()),
        types: IndicatorType::ALL
            .iter()
            .map(|word| TypeCount {
                indicator_type: *word,
                count: types.get(word).copied().unwrap_or(0),
            })
            .collect(),
        years: year_counts,
        tasks: count(of_kind(SectionKind::Task).count()),
        quantified_tasks: count(quantified.count()),
        incentives: count(of_kind(SectionKind::Incentive).count()),
        safeguards: count(of_kind(SectionKind::Safeguard).count()),
        units: units(plan),
        other_numbers: count(plan.other_numbers.len()),
        unexplained_numbers: count(unexplained.count()),
    }
}

/// Units by the number of items they are named in; a unit named twice in one item counts once there.
fn units(plan: &OverviewPlan) -> Vec<UnitCount> {
    let mut found: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for task in &plan.tasks {
        for unit in task
            .lead
            .iter()
            .map(String::as_str)
            .collect::<BTreeSet<_>>()
        {
            found.entry(unit).or_default().0 += 1;
        }
        for unit in task
            .support
            .iter()
            .map(String::as_str)
            .collect::<BTreeSet<_>>()
        {
            found.entry(unit).or_default().1 += 1;
        }
    }
    let mut counts: Vec<UnitCount> = found
        .into_iter()
        .map(|(unit, (lead, support))| UnitCount {
            unit: unit.to_owned(),
            lead,
            support,
        })
        .collect();
    counts.sort_by(|a, b| {
        (b.lead + b.support)
            .cmp(&(a.lead + a.support))
            .then(b.lead.cmp(&a.lead))
            .then_with(|| a.unit.cmp(&b.unit))
    });
    counts
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
