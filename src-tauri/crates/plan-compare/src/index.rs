//! All targets of the chosen plans, interned and sorted once: by indicator in display order, then measure,
//! then plan, then place. Everything after works on integer positions.

use crate::filtering::{Asking, Missed};
use crate::input::{ComparedPlan, ComparedTarget};
use plan_lexicon::{Indicator, Lexicon};
use plan_model::{Filter, IndicatorType, Measure, Status, Year};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Measures per indicator.
pub(crate) const MEASURES: usize = Measure::ALL.len();

/// One target in its place.
pub(crate) struct Entry<'a> {
    /// Position of its plan in [`Index::plans`].
    pub(crate) plan: u32,
    pub(crate) said: &'a ComparedTarget,
    /// What it misses of the filter, its plan and its indicator included.
    pub(crate) missed: Missed,
}

impl Entry<'_> {
    /// Whether it gives a figure once the parts in `without` are left out of the filter.
    pub(crate) fn shows(&self, without: Missed) -> bool {
        self.missed & !without == 0 && self.said.status != Status::Rejected
    }
}

/// One indicator.
pub(crate) struct Row<'a> {
    pub(crate) indicator: &'a str,
    pub(crate) known: Option<&'a Indicator>,
    pub(crate) indicator_type: IndicatorType,
}

/// One chosen plan.
pub(crate) struct Column<'a> {
    pub(crate) plan: &'a ComparedPlan,
    /// What the plan as a whole misses of the filter.
    pub(crate) missed: Missed,
    pub(crate) main_year: Option<Year>,
}

/// The chosen plans with their targets in order.
pub(crate) struct Index<'a> {
    pub(crate) plans: Vec<Column<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    entries: Vec<Entry<'a>>,
    /// Where the entries of (row, measure) begin; one more than there are slots.
    starts: Vec<usize>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(plans: &'a [ComparedPlan], filter: &Filter, lexicon: &'a Lexicon) -> Self {
        let asking = Asking::new(filter);
        let columns: Vec<Column<'a>> = chosen(plans, filter)
            .into_iter()
            .map(|plan| Column {
                plan,
                missed: asking.plan(plan),
                main_year: main_year(plan),
            })
            .collect();
        let (rows, order) = rows(&columns, lexicon);
        let row_missed: Vec<Missed> = rows
            .iter()
            .map(|row| asking.row(row.indicator_type))
            .collect();

        let mut starts = vec![0; rows.len() * MEASURES + 1];
        let mut slots = Vec::with_capacity(order.len());
        let targets = || {
            columns
                .iter()
                .zip(0u32..)
                .flat_map(|(column, at)| column.plan.targets.iter().map(move |t| (at, t)))
        };
        for ((_, said), row) in targets().zip(&order) {
            let slot = row * MEASURES + said.target.measure as usize;
            slots.push(slot);
            starts[slot + 1] += 1;
        }
        for slot in 1..starts.len() {
            starts[slot] += starts[slot - 1];
        }
        let mut next = starts.clone();
        let mut placed: Vec<Option<Entry<'a>>> = Vec::new();
        placed.resize_with(slots.len(), || None);
        for ((plan, said), slot) in targets().zip(slots) {
            let row = slot / MEASURES;
            let name_en = rows[row].known.map(|known| known.name_en.as_str());
            let missed =
                asking.target(said, name_en) | row_missed[row] | columns[plan as usize].missed;
            placed[next[slot]] = Some(Entry { plan, said, missed });
            next[slot] += 1;
        }
        Self {
            plans: columns,
            rows,
            entries: placed.into_iter().flatten().collect(),
            starts,
        }
    }

    /// All targets, in display order.
    pub(crate) fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The targets of one indicator in one measure: by plan, then by place.
    pub(crate) fn slot(&self, slot: usize) -> &[Entry<'a>] {
        &self.entries[self.starts[slot]..self.starts[slot + 1]]
    }

    /// The targets of one indicator in all measures.
    pub(crate) fn row(&self, row: usize) -> &[Entry<'a>] {
        &self.entries[self.starts[row * MEASURES]..self.starts[(row + 1) * MEASURES]]
    }

    /// The slots of one indicator, in the domain's order of measures.
    pub(crate) fn slots(row: usize) -> Range<usize> {
        row * MEASURES..(row + 1) * MEASURES
    }
}

/// The plans that the filter names, in its order, each once; all of them when it names none.
fn chosen<'a>(plans: &'a [ComparedPlan], filter: &Filter) -> Vec<&'a ComparedPlan> {
    if filter.plans.is_empty() {
        return plans.iter().collect();
    }
    let by_id: HashMap<_, _> = plans.iter().map(|plan| (plan.plan, plan)).collect();
    let mut taken = std::collections::HashSet::new();
    filter
        .plans
        .iter()
        .filter(|id| taken.insert(**id))
        .filter_map(|id| by_id.get(id).copied())
        .collect()
}

/// The year a plan's targets are for: what the plan says, else the year most of them name, else the latest.
fn main_year(plan: &ComparedPlan) -> Option<Year> {
    plan.meta.main_year().or_else(|| {
        let mut counts: BTreeMap<Year, usize> = BTreeMap::new();
        for year in plan.targets.iter().filter_map(|said| said.target.year) {
            *counts.entry(year).or_default() += 1;
        }
        counts
            .into_iter()
            .max_by_key(|(year, count)| (*count, *year))
            .map(|(year, _)| year)
    })
}

/// All indicators in display order, and the row of every target in the order of plans and places.
fn rows<'a>(columns: &[Column<'a>], lexicon: &'a Lexicon) -> (Vec<Row<'a>>, Vec<usize>) {
    let mut ids: HashMap<&str, usize> = HashMap::new();
    let mut names: Vec<&str> = Vec::new();
    let mut votes: Vec<[u32; IndicatorType::ALL.len()]> = Vec::new();
    let mut of_target = Vec::new();
    for said in columns.iter().flat_map(|column| &column.plan.targets) {
        let name = said.target.indicator.as_str();
        let id = *ids.entry(name).or_insert_with(|| {
            names.push(name);
            votes.push([0; IndicatorType::ALL.len()]);
            names.len() - 1
        });
        votes[id][said.target.indicator_type as usize] += 1;
        of_target.push(id);
    }
    let ranks: HashMap<&str, usize> = lexicon
        .indicators()
        .iter()
        .enumerate()
        .map(|(rank, known)| (known.name.as_str(), rank))
        .collect();
    let mut order: Vec<_> = names
        .iter()
        .zip(&votes)
        .enumerate()
        .map(|(id, (name, votes))| {
            let known = lexicon.indicator(name);
            let rank = ranks.get(name).copied().unwrap_or(usize::MAX);
            (
                known.map_or_else(|| majority(votes), |known| known.indicator_type),
                rank,
                *name,
                id,
                known,
            )
        })
        .collect();
    order.sort_unstable_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let mut positions = vec![0; order.len()];
    for (position, (_, _, _, id, _)) in order.iter().enumerate() {
        positions[*id] = position;
    }
    for row in &mut of_target {
        *row = positions[*row];
    }
    let rows = order
        .into_iter()
        .map(|(indicator_type, _, indicator, _, known)| Row {
            indicator,
            known,
            indicator_type,
        })
        .collect();
    (rows, of_target)
}

/// The type most targets have; among equals the first of the domain.
fn majority(votes: &[u32; IndicatorType::ALL.len()]) -> IndicatorType {
    let mut best = 0;
    for at in 1..votes.len() {
        if votes[at] > votes[best] {
            best = at;
        }
    }
    IndicatorType::ALL[best]
}
