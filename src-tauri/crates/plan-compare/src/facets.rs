//! Facet counts: for each facet, what its values would show with all other parts of the filter applied. All
//! facets are counted in one pass over the targets.

use crate::filtering::{FIRMNESS, LEVEL, MEASURE, Missed, OP, STATUS, TYPE, UNIT, YEAR};
use crate::index::{Entry, Index, MEASURES};
use crate::survey::{Asked, Survey};
use plan_lexicon::Lexicon;
use plan_model::{
    FacetCount, Facets, Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict,
    Year,
};
use std::collections::BTreeMap;

/// Responsible units are a long list; the panel shows those named most.
const UNITS_LISTED: usize = 200;

/// Facets that count targets.
const OF_TARGETS: [Missed; 8] = [TYPE, MEASURE, YEAR, LEVEL, OP, FIRMNESS, STATUS, UNIT];

/// Counts every facet.
pub(crate) fn facets(
    index: &Index<'_>,
    survey: &Survey<'_>,
    asked: Asked<'_>,
    lexicon: &Lexicon,
) -> Facets {
    let filter = asked.filter;
    let open = Open::new(index, survey, asked, lexicon);
    let mut tally = Tally::new(index, filter);
    for (row, of_row) in index.rows.iter().enumerate() {
        for slot in Index::slots(row) {
            let open = open.at(slot);
            let stated = index.slot(slot).iter().filter(|e| e.derivation.is_none());
            for entry in stated {
                tally.count(index, of_row.indicator_type, entry, open);
            }
        }
    }
    let mut facets = tally.facets(index, filter);
    facets.verdict = verdicts(survey, filter);
    facets.shared = shared(index, survey, filter);
    facets
}

/// For which facets a sub-row's targets count at all: its verdict and its number of plans must meet the filter,
/// and both can change when a facet's own part is left out.
struct Open {
    by_slot: Vec<Missed>,
}

impl Open {
    fn new(index: &Index<'_>, survey: &Survey<'_>, asked: Asked<'_>, lexicon: &Lexicon) -> Self {
        let filter = asked.filter;
        let depends = !filter.verdict.is_empty()
            || !filter.exclude.verdict.is_empty()
            || filter.shared.is_some()
            || filter.shared_max.is_some()
            || filter.differences;
        let mut by_slot = vec![0; index.rows.len() * MEASURES];
        for facet in OF_TARGETS {
            // A part that hides no target leaves the survey as it is.
            let hides = depends
                && index
                    .entries()
                    .iter()
                    .any(|entry| entry.missed & facet != 0);
            let other = hides.then(|| Survey::new(index, asked, lexicon, facet));
            let survey = other.as_ref().unwrap_or(survey);
            for (slot, open) in by_slot.iter_mut().enumerate() {
                if survey.shared(slot / MEASURES, filter) && survey.kept(slot, filter) {
                    *open |= facet;
                }
            }
        }
        Self { by_slot }
    }

    fn at(&self, slot: usize) -> Missed {
        self.by_slot[slot]
    }
}

/// A value's count, and whether it occurs at all: a value stays in the panel when its count falls to zero.
type Count = (u32, bool);

/// Counts while targets pass.
struct Tally {
    types: [Count; IndicatorType::ALL.len()],
    measures: [Count; MEASURES],
    /// The last one stands for "unknown".
    levels: [Count; RegionLevel::ALL.len() + 1],
    ops: [Count; Op::ALL.len()],
    firmness: [Count; Firmness::ALL.len()],
    statuses: [Count; Status::ALL.len()],
    years: BTreeMap<Option<Year>, u32>,
    units: Vec<u32>,
}

impl Tally {
    fn new(index: &Index<'_>, filter: &Filter) -> Self {
        let none = (0, false);
        let mut tally = Self {
            types: [none; IndicatorType::ALL.len()],
            measures: [none; MEASURES],
            levels: [none; RegionLevel::ALL.len() + 1],
            ops: [none; Op::ALL.len()],
            firmness: [none; Firmness::ALL.len()],
            statuses: [none; Status::ALL.len()],
            years: asked(&filter.year, &filter.exclude.year)
                .map(|year| (*year, 0))
                .collect(),
            units: vec![0; index.units.len()],
        };
        // What is asked for or kept out stays in the panel even where nothing has it, so that it can be taken
        // back.
        asked(&filter.measure, &filter.exclude.measure)
            .for_each(|value| tally.measures[*value as usize].1 = true);
        asked(&filter.level, &filter.exclude.level)
            .for_each(|value| tally.levels[*value as usize].1 = true);
        asked(&filter.op, &filter.exclude.op).for_each(|value| tally.ops[*value as usize].1 = true);
        asked(&filter.firmness, &filter.exclude.firmness)
            .for_each(|value| tally.firmness[*value as usize].1 = true);
        asked(&filter.status, &filter.exclude.status)
            .for_each(|value| tally.statuses[*value as usize].1 = true);
        tally
    }

    fn count(
        &mut self,
        index: &Index<'_>,
        indicator_type: IndicatorType,
        entry: &Entry<'_>,
        open: Missed,
    ) {
        let counts = |facet: Missed| u32::from(open & facet != 0 && entry.shows(facet));
        let level = index.plans[entry.plan as usize].plan.meta.region_level;
        let level = level.map_or(RegionLevel::ALL.len(), |level| level as usize);
        // Rejected targets are counted by their status only.
        let status = u32::from(open & STATUS != 0 && entry.missed & !STATUS == 0);
        for (count, by) in [
            (&mut self.types[indicator_type as usize], counts(TYPE)),
            (&mut self.measures[entry.measure as usize], counts(MEASURE)),
            (&mut self.levels[level], counts(LEVEL)),
            (&mut self.ops[entry.op as usize], counts(OP)),
            (
                &mut self.firmness[entry.firmness as usize],
                counts(FIRMNESS),
            ),
            (&mut self.statuses[entry.status as usize], status),
        ] {
            count.0 += by;
            count.1 = true;
        }
        *self.years.entry(entry.stated.year).or_default() += counts(YEAR);
        if counts(UNIT) > 0 {
            for unit in index.units_of(entry) {
                self.units[*unit as usize] += 1;
            }
        }
    }

    fn facets(&self, index: &Index<'_>, filter: &Filter) -> Facets {
        let years = self.years.iter().filter(|(year, _)| year.is_some());
        let mut year: Vec<FacetCount> = years
            .map(|(year, count)| {
                entry(
                    &year.map(|year| year.to_string()).unwrap_or_default(),
                    *count,
                )
            })
            .collect();
        year.extend(self.years.get(&None).map(|count| entry("", *count)));
        let types = IndicatorType::ALL.iter().zip(&self.types);
        Facets {
            indicator_type: types
                .map(|(word, (count, _))| entry(word.word(), *count))
                .collect(),
            measure: listed(
                Measure::ALL.iter().map(|value| value.word()),
                &self.measures,
            ),
            year,
            level: listed(
                RegionLevel::ALL
                    .iter()
                    .map(|value| value.word())
                    .chain([""]),
                &self.levels,
            ),
            op: listed(Op::ALL.iter().map(|value| value.word()), &self.ops),
            firmness: listed(
                Firmness::ALL.iter().map(|value| value.word()),
                &self.firmness,
            ),
            status: listed(Status::ALL.iter().map(|value| value.word()), &self.statuses),
            unit: self.units(index, filter),
            ..Facets::default()
        }
    }

    /// Responsible units, most named first, those asked for always.
    fn units(&self, index: &Index<'_>, filter: &Filter) -> Vec<FacetCount> {
        let mut found: Vec<(u32, &str)> = self
            .units
            .iter()
            .copied()
            .zip(index.units.iter().copied())
            .filter(|(count, _)| *count > 0)
            .collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let named = |name: &str| asked(&filter.unit, &filter.exclude.unit).any(|unit| unit == name);
        let mut listed: Vec<FacetCount> = found
            .iter()
            .enumerate()
            .filter(|(at, (_, name))| *at < UNITS_LISTED || named(name))
            .map(|(_, (count, name))| entry(name, *count))
            .collect();
        let missing = asked(&filter.unit, &filter.exclude.unit)
            .filter(|unit| !found.iter().any(|(_, name)| name == unit));
        listed.extend(missing.map(|unit| entry(unit, 0)));
        listed
    }
}

/// What the filter names in a facet, for or against.
fn asked<'f, T>(wanted: &'f [T], unwanted: &'f [T]) -> impl Iterator<Item = &'f T> {
    wanted.iter().chain(unwanted)
}

/// The values that occur, in the domain's order.
fn listed<'w>(words: impl Iterator<Item = &'w str>, counts: &[Count]) -> Vec<FacetCount> {
    words
        .zip(counts)
        .filter(|(_, (_, occurs))| *occurs)
        .map(|(word, (count, _))| entry(word, *count))
        .collect()
}

/// Every verdict, counting the sub-rows in which some pair has it.
fn verdicts(survey: &Survey<'_>, filter: &Filter) -> Vec<FacetCount> {
    let mut counts = [0; Verdict::ALL.len()];
    for (slot, heard) in survey.heard.iter().enumerate() {
        let open = survey.shared(slot / MEASURES, filter) && survey.different(slot, filter);
        for verdict in heard.judged.verdicts.iter().filter(|_| open) {
            counts[verdict as usize] += 1;
        }
    }
    Verdict::ALL
        .iter()
        .zip(counts)
        .map(|(verdict, count)| entry(verdict.word(), count))
        .collect()
}

/// Numbers of plans, ascending, counting indicators.
fn shared(index: &Index<'_>, survey: &Survey<'_>, filter: &Filter) -> Vec<FacetCount> {
    let mut found: BTreeMap<u32, u32> = BTreeMap::new();
    for row in 0..index.rows.len() {
        let open = |slot: usize| !survey.heard[slot].said.is_empty() && survey.kept(slot, filter);
        if Index::slots(row).any(open) {
            *found.entry(survey.plan_counts[row]).or_default() += 1;
        }
    }
    found
        .iter()
        .map(|(plans, count)| entry(&plans.to_string(), *count))
        .collect()
}

fn entry(value: &str, count: u32) -> FacetCount {
    FacetCount {
        value: value.to_owned(),
        count,
    }
}
