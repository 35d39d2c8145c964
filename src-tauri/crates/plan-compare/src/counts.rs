//! What the facets are counted from: plain sums over indicators, so that when some indicators change their part is
//! taken off and put on again, without counting the others anew.

use crate::filtering::{FIRMNESS, LEVEL, MEASURE, Missed, OP, STATUS, TYPE, UNIT, YEAR};
use crate::index::{Entry, Index, MEASURES};
use crate::survey::{Asked, Survey};
use plan_lexicon::Lexicon;
use plan_model::{Filter, Firmness, IndicatorType, Op, RegionLevel, Status, Verdict, Year};
use std::collections::BTreeMap;

/// Facets that count targets.
const OF_TARGETS: [Missed; 8] = [TYPE, MEASURE, YEAR, LEVEL, OP, FIRMNESS, STATUS, UNIT];

/// How many targets with a value are shown, and how many there are at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) shown: u32,
    pub(crate) occurs: u32,
}

impl Count {
    fn add(&mut self, shown: bool) {
        self.shown += u32::from(shown);
        self.occurs += 1;
    }

    fn change(&mut self, before: Self, after: Self) {
        change(&mut self.shown, before.shown, after.shown);
        change(&mut self.occurs, before.occurs, after.occurs);
    }
}

/// A part of the sum gives way to another. The part was counted into the sum, so nothing falls below zero.
fn change(sum: &mut u32, before: u32, after: u32) {
    *sum = sum.saturating_sub(before).saturating_add(after);
}

/// The sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) types: [Count; IndicatorType::ALL.len()],
    pub(crate) measures: [Count; MEASURES],
    /// The last one stands for "unknown".
    pub(crate) levels: [Count; RegionLevel::ALL.len() + 1],
    pub(crate) ops: [Count; Op::ALL.len()],
    pub(crate) firmness: [Count; Firmness::ALL.len()],
    pub(crate) statuses: [Count; Status::ALL.len()],
    pub(crate) years: BTreeMap<Option<Year>, Count>,
    /// Targets shown, by responsible unit.
    pub(crate) units: BTreeMap<String, u32>,
    /// Sub-rows, by verdict.
    pub(crate) verdicts: [u32; Verdict::ALL.len()],
    /// Indicators, by the number of plans that speak.
    pub(crate) shared: BTreeMap<u32, u32>,
}

impl Counts {
    /// Counts everything in one pass over the targets.
    pub(crate) fn new(
        index: &Index<'_>,
        survey: &Survey<'_>,
        asked: Asked<'_>,
        lexicon: &Lexicon,
    ) -> Self {
        let none = Count::default();
        let mut counts = Self {
            types: [none; IndicatorType::ALL.len()],
            measures: [none; MEASURES],
            levels: [none; RegionLevel::ALL.len() + 1],
            ops: [none; Op::ALL.len()],
            firmness: [none; Firmness::ALL.len()],
            statuses: [none; Status::ALL.len()],
            years: BTreeMap::new(),
            units: BTreeMap::new(),
            verdicts: verdicts(survey, asked.filter),
            shared: shared(index, survey, asked.filter),
        };
        let open = open(index, survey, asked, lexicon);
        let mut units = vec![0; index.units.len()];
        for (row, of_row) in index.rows.iter().enumerate() {
            for slot in Index::slots(row) {
                let stated = index.slot(slot).iter().filter(|e| e.derivation.is_none());
                for entry in stated {
                    counts.count(index, of_row.indicator_type, entry, open[slot]);
                    if open[slot] & UNIT != 0 && entry.shows(UNIT) {
                        for unit in index.units_of(entry) {
                            units[*unit as usize] += 1;
                        }
                    }
                }
            }
        }
        let named = index
            .units
            .iter()
            .zip(units)
            .filter(|(_, count)| *count > 0);
        counts.units = named
            .map(|(name, count)| ((*name).to_owned(), count))
            .collect();
        counts
    }

    fn count(
        &mut self,
        index: &Index<'_>,
        indicator_type: IndicatorType,
        entry: &Entry<'_>,
        open: Missed,
    ) {
        let shows = |facet: Missed| open & facet != 0 && entry.shows(facet);
        let level = index.plans[entry.plan as usize].plan.meta.region_level;
        let level = level.map_or(RegionLevel::ALL.len(), |level| level as usize);
        self.types[indicator_type as usize].add(shows(TYPE));
        self.measures[entry.measure as usize].add(shows(MEASURE));
        self.levels[level].add(shows(LEVEL));
        self.ops[entry.op as usize].add(shows(OP));
        self.firmness[entry.firmness as usize].add(shows(FIRMNESS));
        // Rejected targets are counted by their status only.
        self.statuses[entry.status as usize].add(open & STATUS != 0 && entry.missed & !STATUS == 0);
        self.years
            .entry(entry.stated.year)
            .or_default()
            .add(shows(YEAR));
    }

    /// Takes the part `before` off and puts `after` on.
    pub(crate) fn change(&mut self, before: &Self, after: &Self) {
        let all = self
            .types
            .iter_mut()
            .chain(&mut self.measures)
            .chain(&mut self.levels)
            .chain(&mut self.ops)
            .chain(&mut self.firmness)
            .chain(&mut self.statuses);
        for ((sum, before), after) in all.zip(before.lists()).zip(after.lists()) {
            sum.change(*before, *after);
        }
        for (year, count) in &before.years {
            let sum = self.years.entry(*year).or_default();
            sum.change(*count, Count::default());
        }
        for (year, count) in &after.years {
            let sum = self.years.entry(*year).or_default();
            sum.change(Count::default(), *count);
        }
        self.years.retain(|_, count| count.occurs > 0);
        for (at, sum) in self.verdicts.iter_mut().enumerate() {
            change(sum, before.verdicts[at], after.verdicts[at]);
        }
        change_map(&mut self.units, &before.units, &after.units);
        change_map(&mut self.shared, &before.shared, &after.shared);
    }

    fn lists(&self) -> impl Iterator<Item = &Count> {
        self.types
            .iter()
            .chain(&self.measures)
            .chain(&self.levels)
            .chain(&self.ops)
            .chain(&self.firmness)
            .chain(&self.statuses)
    }
}

fn change_map<K: Ord + Clone>(
    sums: &mut BTreeMap<K, u32>,
    before: &BTreeMap<K, u32>,
    after: &BTreeMap<K, u32>,
) {
    for (key, count) in before {
        change(sums.entry(key.clone()).or_default(), *count, 0);
    }
    for (key, count) in after {
        change(sums.entry(key.clone()).or_default(), 0, *count);
    }
    sums.retain(|_, count| *count > 0);
}

/// For which facets a sub-row's targets count at all, by slot: its verdict and its number of plans must meet the
/// filter, and both can change when a facet's own part is left out.
fn open(
    index: &Index<'_>,
    survey: &Survey<'_>,
    asked: Asked<'_>,
    lexicon: &Lexicon,
) -> Vec<Missed> {
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
    by_slot
}

/// Every verdict, counting the sub-rows in which some pair has it.
fn verdicts(survey: &Survey<'_>, filter: &Filter) -> [u32; Verdict::ALL.len()] {
    let mut counts = [0; Verdict::ALL.len()];
    for (slot, heard) in survey.heard.iter().enumerate() {
        let open = survey.shared(slot / MEASURES, filter) && survey.different(slot, filter);
        for verdict in heard.judged.verdicts.iter().filter(|_| open) {
            counts[verdict as usize] += 1;
        }
    }
    counts
}

fn shared(index: &Index<'_>, survey: &Survey<'_>, filter: &Filter) -> BTreeMap<u32, u32> {
    let mut found: BTreeMap<u32, u32> = BTreeMap::new();
    for row in 0..index.rows.len() {
        let open = |slot: usize| !survey.heard[slot].said.is_empty() && survey.kept(slot, filter);
        if Index::slots(row).any(open) {
            *found.entry(survey.plan_counts[row]).or_default() += 1;
        }
    }
    found
}
