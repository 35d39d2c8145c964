//! What every sub-row says once some parts of the filter are left out: who speaks, in which units, how far it
//! compares. The matrix is drawn from it, and facets count by it.

use crate::benchmark::{Measured, measure_against};
use crate::cell::{Said, add_facts, heard};
use crate::closest::set_aside;
use crate::filtering::Missed;
use crate::index::{Index, MEASURES, Row};
use crate::sub_row::{Judged, Speaker, judge};
use crate::units::Rates;
use plan_lexicon::Lexicon;
use plan_model::{Choices, Filter, Measure};
use rayon::prelude::*;

/// One sub-row.
pub(crate) struct Heard<'a> {
    /// In column order.
    pub(crate) said: Vec<Said<'a>>,
    pub(crate) rates: Rates<'a>,
    pub(crate) judged: Judged,
    pub(crate) measured: Measured,
}

/// The question: what is shown, and what the analyst chose to assume and to measure against.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'q> {
    pub(crate) filter: &'q Filter,
    pub(crate) choices: &'q Choices,
}

/// All sub-rows.
pub(crate) struct Survey<'a> {
    /// By slot.
    pub(crate) heard: Vec<Heard<'a>>,
    /// By row: how many plans speak in any measure.
    pub(crate) plan_counts: Vec<u32>,
    /// By slot: whether two plans commit to different things; only when the filter asks.
    differs: Vec<bool>,
}

impl<'a> Survey<'a> {
    pub(crate) fn new(
        index: &Index<'a>,
        asked: Asked<'_>,
        lexicon: &Lexicon,
        without: Missed,
    ) -> Self {
        let count = index.rows.len();
        let mut survey = Self {
            heard: Vec::with_capacity(count * MEASURES),
            plan_counts: Vec::with_capacity(count),
            differs: Vec::with_capacity(count * MEASURES),
        };
        // No row looks at another.
        let rows = index.rows.par_iter().enumerate();
        let rows: Vec<_> = rows
            .map(|(at, row)| of_row(index, (at, row), asked, lexicon, without))
            .collect();
        for (heard, differs, plans) in rows {
            survey.heard.extend(heard);
            survey.differs.extend(differs);
            survey.plan_counts.push(plans);
        }
        survey
    }

    /// Whether the row meets the filter's part about shared indicators.
    pub(crate) fn shared(&self, row: usize, filter: &Filter) -> bool {
        let plans = self.plan_counts[row];
        filter.shared.is_none_or(|least| plans >= least)
            && filter.shared_max.is_none_or(|most| plans <= most)
    }

    /// Whether the sub-row meets the filter's parts about verdicts and differences.
    pub(crate) fn kept(&self, slot: usize, filter: &Filter) -> bool {
        self.verdict(slot, filter) && self.different(slot, filter)
    }

    /// Whether the sub-row meets the filter's part about differences.
    pub(crate) fn different(&self, slot: usize, filter: &Filter) -> bool {
        !filter.differences || self.differs[slot]
    }

    fn verdict(&self, slot: usize, filter: &Filter) -> bool {
        self.heard[slot].judged.verdicts.pass(filter)
    }
}

type OfRow<'a> = (Vec<Heard<'a>>, [bool; MEASURES], u32);

/// The sub-rows of one indicator, whether each differs, and how many plans speak.
fn of_row<'a>(
    index: &Index<'a>,
    (at, row): (usize, &Row<'_>),
    asked: Asked<'_>,
    lexicon: &Lexicon,
    without: Missed,
) -> OfRow<'a> {
    let mut all = Vec::with_capacity(MEASURES);
    let mut different = [false; MEASURES];
    let mut plans: Vec<u32> = Vec::new();
    for (slot, measure) in Index::slots(at).zip(Measure::ALL) {
        let matter = (slot, *measure);
        let heard = hear(index, row, matter, asked.choices, lexicon, without);
        let stated = heard.said.iter().filter(|said| !said.is_derived());
        plans.extend(stated.map(|said| said.plan));
        // Nobody else asks, and with many plans the answer takes its time.
        different[*measure as usize] =
            asked.filter.differences && differs(index, row, *measure, &heard);
        all.push(heard);
    }
    plans.sort_unstable();
    plans.dedup();
    let plans = u32::try_from(plans.len()).unwrap_or(u32::MAX);
    (all, different, plans)
}

/// Whether two plans commit to different things. The target year alone is no difference, or nearly every
/// sub-row would be one.
fn differs(index: &Index<'_>, row: &Row<'_>, measure: Measure, heard: &Heard<'_>) -> bool {
    let mut cells = heard.said.chunk_by(|a, b| a.plan == b.plan).map(|of_plan| {
        let meta = &index.plans[of_plan[0].plan as usize].plan.meta;
        let mut said: Vec<_> = of_plan
            .iter()
            .filter(|said| !said.aside)
            .map(|said| said.commitment(measure, &heard.rates, row.indicator, meta))
            .collect();
        said.sort_unstable();
        said
    });
    cells
        .next()
        .is_some_and(|first| cells.any(|other| other != first))
}

fn hear<'a>(
    index: &Index<'a>,
    row: &Row<'_>,
    (slot, measure): (usize, Measure),
    choices: &Choices,
    lexicon: &Lexicon,
    without: Missed,
) -> Heard<'a> {
    let columns = &index.plans;
    let mut said = heard(index.slot(slot), columns, row.indicator, without);
    if let Some(year) = choices.closest_year {
        for of_plan in said.chunk_by_mut(|a, b| a.plan == b.plan) {
            let meta = &columns[of_plan[0].plan as usize].plan.meta;
            set_aside(of_plan, measure, year, row.indicator, meta);
        }
    }
    let usual = row.known.map_or(&[][..], |known| &known.units);
    let rates = Rates::new(
        said.iter().filter_map(|said| said.unit_of_number(measure)),
        usual,
        lexicon,
    );
    let mut facts = Vec::with_capacity(said.len());
    let mut ends = Vec::new();
    if said.first().map(|said| said.plan) != said.last().map(|said| said.plan) {
        for of_plan in said.chunk_by(|a, b| a.plan == b.plan) {
            let column = &columns[of_plan[0].plan as usize];
            add_facts(&mut facts, of_plan, column, row.indicator, measure);
            ends.push((column.plan.plan, facts.len()));
        }
    }
    let mut first = 0;
    let speakers: Vec<Speaker<'_, '_>> = ends
        .into_iter()
        .map(|(plan, end)| Speaker {
            plan,
            facts: &facts[std::mem::replace(&mut first, end)..end],
        })
        .collect();
    let judged = judge(&speakers, &rates, lexicon);
    let measured = choices
        .benchmark
        .as_ref()
        .map(|benchmark| {
            let matter = (row.indicator, measure);
            measure_against(benchmark, &said, columns, matter, &rates, lexicon)
        })
        .unwrap_or_default();
    Heard {
        said,
        rates,
        judged,
        measured,
    }
}
