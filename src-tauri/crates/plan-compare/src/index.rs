//! All targets of the chosen plans, read once and sorted once: by indicator in display order, then measure,
//! then plan, then place. Everything after works on these entries, one beside the other in memory, and on
//! integer positions: with a hundred thousand targets the time goes into fetching them, not into comparing.

use crate::derive::Derived;
use crate::facts::Stated;
use crate::filtering::{Asking, Missed};
use crate::input::{ComparedPlan, ComparedTarget};
use crate::interned::Interned;
use plan_lexicon::{Indicator, Lexicon};
use plan_model::{
    Derivation, Filter, Firmness, IndicatorType, Measure, Op, Span, Status, TargetId, Year,
};
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Measures per indicator.
pub(crate) const MEASURES: usize = Measure::ALL.len();

/// One target in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    /// Position of its plan in [`Index::plans`].
    pub(crate) plan: u32,
    /// What it misses of the filter, its plan and its indicator included.
    pub(crate) missed: Missed,
    pub(crate) measure: Measure,
    pub(crate) op: Op,
    pub(crate) firmness: Firmness,
    pub(crate) status: Status,
    pub(crate) confidence: u8,
    pub(crate) id: TargetId,
    pub(crate) quote: Span,
    pub(crate) stated: Stated<'a>,
    /// How it was derived; `None` for what the plan itself states.
    pub(crate) derivation: Option<&'a Derivation>,
    /// Its responsible units: a range of [`Index::units_of`].
    units: (u32, u32),
}

impl Entry<'_> {
    /// Whether it gives a figure once the parts in `without` are left out of the filter.
    pub(crate) fn shows(&self, without: Missed) -> bool {
        self.missed & !without == 0 && self.status != Status::Rejected
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
    /// Names of responsible units; their positions are their numbers.
    pub(crate) units: Vec<&'a str>,
    unit_lists: Vec<u32>,
    entries: Vec<Entry<'a>>,
    /// Where the entries of (row, measure) begin; one more than there are slots.
    starts: Vec<usize>,
}

impl<'a> Index<'a> {
    /// With all their indicators, or with only some: no row says anything about another.
    pub(crate) fn new(
        plans: &[&'a ComparedPlan],
        derived: &'a [Derived],
        filter: &Filter,
        lexicon: &'a Lexicon,
        only: Option<&BTreeSet<&str>>,
    ) -> Self {
        let asking = Asking::new(filter);
        let columns: Vec<Column<'a>> = plans
            .iter()
            .map(|&plan| Column {
                plan,
                missed: asking.plan(plan),
                main_year: main_year(plan),
            })
            .collect();
        let targets = columns.iter().map(|column| column.plan.targets.len()).sum();
        let mut reading = Reading::new(&asking, lexicon, targets);
        let mut derived = derived.iter().peekable();
        for (column, plan) in columns.iter().zip(0..) {
            let asked = |said: &&ComparedTarget| {
                only.is_none_or(|only| only.contains(said.target.indicator.as_str()))
            };
            for said in column.plan.targets.iter().filter(asked) {
                reading.read(said, plan, column.missed, None);
            }
            while let Some(made) = derived.next_if(|made| made.plan == plan) {
                reading.read(&made.said, plan, column.missed, Some(&made.derivation));
            }
        }
        let Reading {
            read,
            names,
            units,
            unit_lists,
            ..
        } = reading;
        let (rows, positions) = rows(&names.into_items(), lexicon);
        let (entries, starts) = sorted(&read, &rows, &positions, &asking);
        Self {
            plans: columns,
            rows,
            units: units
                .into_items()
                .into_iter()
                .map(|(name, ())| name)
                .collect(),
            unit_lists,
            entries,
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

    /// Numbers of the units responsible for a target.
    pub(crate) fn units_of(&self, entry: &Entry<'_>) -> &[u32] {
        &self.unit_lists[entry.units.0 as usize..entry.units.1 as usize]
    }
}

/// What is known of an indicator while targets are read.
struct Name<'a> {
    known: Option<&'a Indicator>,
    votes: [u32; IndicatorType::ALL.len()],
}

/// Targets being read, in the order of plans and places.
struct Reading<'r, 'a> {
    asking: &'r Asking<'r>,
    lexicon: &'a Lexicon,
    read: Vec<(u32, Entry<'a>)>,
    names: Interned<'a, Name<'a>>,
    units: Interned<'a, ()>,
    unit_lists: Vec<u32>,
    last_units: (&'a [String], (u32, u32)),
}

impl<'r, 'a> Reading<'r, 'a> {
    fn new(asking: &'r Asking<'r>, lexicon: &'a Lexicon, targets: usize) -> Self {
        Self {
            asking,
            lexicon,
            read: Vec::with_capacity(targets),
            names: Interned::default(),
            units: Interned::default(),
            unit_lists: Vec::new(),
            last_units: (&[], (0, 0)),
        }
    }

    fn read(
        &mut self,
        said: &'a ComparedTarget,
        plan: u32,
        of_plan: Missed,
        derivation: Option<&'a Derivation>,
    ) {
        let target = &said.target;
        let lexicon = self.lexicon;
        let votes = [0; IndicatorType::ALL.len()];
        let (id, name) = self.names.get(&target.indicator, |name| Name {
            known: lexicon.indicator(name),
            votes,
        });
        name.votes[target.indicator_type as usize] += 1;
        let name_en = name.known.map(|known| known.name_en.as_str());
        let entry = Entry {
            plan,
            missed: self.asking.target(said, name_en) | of_plan,
            measure: target.measure,
            op: target.op,
            firmness: target.firmness,
            status: said.status,
            confidence: target.confidence,
            id: said.id,
            quote: target.quote,
            stated: Stated::of(target),
            derivation,
            units: self.units(&target.responsible),
        };
        self.read.push((id, entry));
    }

    /// The numbers of the units. Neighbouring targets mostly stand in one section and share them.
    fn units(&mut self, units: &'a [String]) -> (u32, u32) {
        if self.last_units.0 != units {
            let end = |lists: &Vec<u32>| u32::try_from(lists.len()).unwrap_or(u32::MAX);
            let first = end(&self.unit_lists);
            for unit in units {
                self.unit_lists.push(self.units.get(unit, |_| ()).0);
            }
            self.last_units = (units, (first, end(&self.unit_lists)));
        }
        self.last_units.1
    }
}

/// Puts the targets into display order by counting, and adds what their rows miss.
fn sorted<'a>(
    read: &[(u32, Entry<'a>)],
    rows: &[Row<'a>],
    positions: &[usize],
    asking: &Asking<'_>,
) -> (Vec<Entry<'a>>, Vec<usize>) {
    let slot_of = |(name, entry): &(u32, Entry<'a>)| {
        positions[*name as usize] * MEASURES + entry.measure as usize
    };
    let mut starts = vec![0; rows.len() * MEASURES + 1];
    for read in read {
        starts[slot_of(read) + 1] += 1;
    }
    for slot in 1..starts.len() {
        starts[slot] += starts[slot - 1];
    }
    let Some((_, any)) = read.first() else {
        return (Vec::new(), starts);
    };
    let mut entries = vec![*any; read.len()];
    let mut next = starts.clone();
    let missed: Vec<Missed> = rows
        .iter()
        .map(|row| asking.row(row.indicator_type))
        .collect();
    for read in read {
        let slot = slot_of(read);
        entries[next[slot]] = Entry {
            missed: read.1.missed | missed[slot / MEASURES],
            ..read.1
        };
        next[slot] += 1;
    }
    (entries, starts)
}

/// The plans that the filter names, in its order, each once; all of them when it names none.
pub(crate) fn chosen<'a, P: Borrow<ComparedPlan>>(
    plans: &'a [P],
    filter: &Filter,
) -> Vec<&'a ComparedPlan> {
    let plans = plans.iter().map(Borrow::borrow);
    if filter.plans.is_empty() {
        return plans.collect();
    }
    let by_id: HashMap<_, &ComparedPlan> = plans.map(|plan| (plan.plan, plan)).collect();
    let mut taken = HashSet::new();
    filter
        .plans
        .iter()
        .filter(|id| taken.insert(**id))
        .filter_map(|id| by_id.get(id).copied())
        .collect()
}

/// The year a plan's targets are for: what the plan says, else the year most of them name, else the latest.
pub(crate) fn main_year(plan: &ComparedPlan) -> Option<Year> {
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

/// All indicators in display order, and the position of each by its number.
fn rows<'a>(names: &[(&'a str, Name<'a>)], lexicon: &'a Lexicon) -> (Vec<Row<'a>>, Vec<usize>) {
    let ranks: HashMap<&str, usize> = lexicon
        .indicators()
        .iter()
        .enumerate()
        .map(|(rank, known)| (known.name.as_str(), rank))
        .collect();
    let mut order: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(id, (indicator, name))| {
            let indicator_type = name
                .known
                .map_or_else(|| majority(&name.votes), |known| known.indicator_type);
            let rank = ranks.get(indicator).copied().unwrap_or(usize::MAX);
            (indicator_type, rank, *indicator, id)
        })
        .collect();
    order.sort_unstable();
    let mut positions = vec![0; order.len()];
    let rows = order
        .into_iter()
        .enumerate()
        .map(|(position, (indicator_type, _, indicator, id))| {
            positions[id] = position;
            Row {
                indicator,
                known: names[id].1.known,
                indicator_type,
            }
        })
        .collect();
    (rows, positions)
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
