//! The matrix: survey of what every sub-row says, then rows and cells of what the filter leaves.

use crate::cell::{Voice, voices};
use crate::filtering::Missed;
use crate::index::{Column, Index, MEASURES, Row};
use crate::sub_row::{Judged, Speaker, judge};
use crate::units::Rates;
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, EmptyReason, Filter, IndicatorRow, IndicatorType, Matrix, MatrixGroup, Measure,
    PlanColumn, Status, SubRow, Verdict,
};

/// What a facet or the matrix needs to know of every row and sub-row once the parts `without` are left out of
/// the filter.
pub(crate) struct Survey {
    /// By slot: the verdict; `None` when fewer than two plans speak.
    pub(crate) verdicts: Vec<Option<Verdict>>,
    /// By slot: whether any plan speaks.
    pub(crate) spoken: Vec<bool>,
    /// By row: how many plans speak in any measure.
    pub(crate) plan_counts: Vec<u32>,
}

impl Survey {
    pub(crate) fn new(index: &Index<'_>, lexicon: &Lexicon) -> Self {
        Self::without(index, lexicon, 0)
    }

    pub(crate) fn without(index: &Index<'_>, lexicon: &Lexicon, without: Missed) -> Self {
        let mut survey = Self {
            verdicts: Vec::with_capacity(index.rows.len() * MEASURES),
            spoken: Vec::with_capacity(index.rows.len() * MEASURES),
            plan_counts: Vec::with_capacity(index.rows.len()),
        };
        let mut heard = vec![usize::MAX; index.plans.len()];
        for (at, row) in index.rows.iter().enumerate() {
            let mut plans = 0;
            for (slot, measure) in Index::slots(at).zip(Measure::ALL) {
                let voices = voices(index.slot(slot), &index.plans, row.indicator, without);
                for voice in &voices {
                    let seen = &mut heard[voice.plan as usize];
                    plans += u32::from(*seen != at);
                    *seen = at;
                }
                survey.spoken.push(!voices.is_empty());
                survey.verdicts.push(
                    hear(&voices, &index.plans, row, *measure, lexicon)
                        .1
                        .verdict,
                );
            }
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

    /// Whether the sub-row meets the filter's part about verdicts.
    pub(crate) fn verdict(&self, slot: usize, filter: &Filter) -> bool {
        filter.verdict.is_empty()
            || self.verdicts[slot].is_some_and(|verdict| filter.verdict.contains(&verdict))
    }
}

/// Units and verdict of what is said in one sub-row.
fn hear<'a>(
    voices: &[Voice<'a>],
    columns: &[Column<'_>],
    row: &Row<'_>,
    measure: Measure,
    lexicon: &Lexicon,
) -> (Rates<'a>, Judged) {
    let usual = row.known.map_or(&[][..], |known| &known.units);
    let units = voices
        .iter()
        .flat_map(|voice| voice.said.iter().filter_map(|said| said.unit_of_number()));
    let rates = Rates::new(units, usual, lexicon);
    if voices.len() < 2 {
        return (rates, Judged::default());
    }
    let speakers: Vec<Speaker<'_>> = voices
        .iter()
        .map(|voice| {
            let column = &columns[voice.plan as usize];
            Speaker {
                plan: column.plan.plan,
                facts: voice.facts(column, row.indicator, measure),
            }
        })
        .collect();
    let judged = judge(&speakers, &rates, lexicon);
    (rates, judged)
}

/// Builds the matrix of what the filter leaves.
pub(crate) fn matrix(
    index: &Index<'_>,
    survey: &Survey,
    filter: &Filter,
    lexicon: &Lexicon,
) -> Matrix {
    let mut shown = vec![None; index.plans.len()];
    let mut columns: Vec<PlanColumn> = Vec::new();
    for (at, column) in index
        .plans
        .iter()
        .enumerate()
        .filter(|(_, column)| column.missed == 0)
    {
        shown[at] = Some(columns.len());
        columns.push(head(column));
    }
    let total = index.entries().iter().filter(|entry| {
        shown[entry.plan as usize].is_some() && entry.said.status != Status::Rejected
    });
    let targets_total = count(total.count());
    let mut groups: Vec<MatrixGroup> = Vec::new();
    for (at, row) in index
        .rows
        .iter()
        .enumerate()
        .filter(|(at, _)| survey.shared(*at, filter))
    {
        let mut tally = vec![0; columns.len()];
        let sub_rows: Vec<SubRow> = Index::slots(at)
            .zip(Measure::ALL)
            .filter(|(slot, _)| {
                visible(index, survey, *slot, filter) && survey.verdict(*slot, filter)
            })
            .map(|(slot, measure)| sub_row(index, at, slot, *measure, &shown, &mut tally, lexicon))
            .collect();
        if sub_rows.is_empty() {
            continue;
        }
        if groups
            .last()
            .is_none_or(|group| group.indicator_type != row.indicator_type)
        {
            groups.push(group(row.indicator_type, columns.len()));
        }
        if let Some(group) = groups.last_mut() {
            for (column, count) in tally.iter().enumerate() {
                group.plan_targets[column] += count;
                group.targets += count;
                columns[column].targets += count;
            }
            group.rows.push(IndicatorRow {
                indicator: row.indicator.to_owned(),
                indicator_en: row.known.map(|known| known.name_en.clone()),
                definition: row.known.map(|known| known.definition.clone()),
                indicator_type: row.indicator_type,
                plan_count: survey.plan_counts[at],
                sub_rows,
            });
        }
    }
    Matrix {
        plans: columns,
        targets_shown: groups.iter().map(|group| group.targets).sum(),
        targets_total,
        groups,
    }
}

/// A sub-row shows when a plan speaks in it, or when the filter asks for rejected targets and it has some.
fn visible(index: &Index<'_>, survey: &Survey, slot: usize, filter: &Filter) -> bool {
    let asked_for = |entry: &crate::index::Entry<'_>| {
        entry.missed == 0 && entry.said.status == Status::Rejected
    };
    survey.spoken[slot]
        || (filter.status.contains(&Status::Rejected) && index.slot(slot).iter().any(asked_for))
}

fn group(indicator_type: IndicatorType, columns: usize) -> MatrixGroup {
    MatrixGroup {
        indicator_type,
        targets: 0,
        plan_targets: vec![0; columns],
        rows: Vec::new(),
    }
}

fn head(column: &Column<'_>) -> PlanColumn {
    let (plan, meta) = (column.plan, &column.plan.meta);
    let name = [&meta.region, &meta.title]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty());
    PlanColumn {
        plan: plan.plan,
        region: name.unwrap_or(&plan.fallback_name).clone(),
        region_level: meta.region_level,
        parent_region: meta.parent_region.clone(),
        genre: meta.genre.clone(),
        main_year: column.main_year,
        targets: 0,
        colour: plan.colour,
    }
}

/// One sub-row; `tally` counts its mentions by column.
fn sub_row(
    index: &Index<'_>,
    row: usize,
    slot: usize,
    measure: Measure,
    shown: &[Option<usize>],
    tally: &mut [u32],
    lexicon: &Lexicon,
) -> SubRow {
    let of_row = &index.rows[row];
    let voices = voices(index.slot(slot), &index.plans, of_row.indicator, 0);
    let (rates, judged) = hear(&voices, &index.plans, of_row, measure, lexicon);
    let mut cells = empty_cells(index, row, measure, shown, tally.len());
    for voice in voices {
        let Some(column) = shown[voice.plan as usize] else {
            continue;
        };
        tally[column] += count(voice.said.iter().map(crate::cell::Said::mentions).sum());
        let statements = voice
            .said
            .into_iter()
            .map(|said| said.statement(&rates))
            .collect();
        cells[column] = Cell::Stated { statements };
    }
    SubRow {
        measure,
        unit: rates.common().map(str::to_owned),
        cells,
        verdict: judged.verdict,
        reasons: judged.reasons,
        pairs: judged.pairs,
    }
}

/// Why each cell would be empty, were it empty.
fn empty_cells(
    index: &Index<'_>,
    row: usize,
    measure: Measure,
    shown: &[Option<usize>],
    columns: usize,
) -> Vec<Cell> {
    let mut reasons = vec![EmptyReason::NotMentioned; columns];
    for entry in index.row(row) {
        let Some(column) = shown[entry.plan as usize] else {
            continue;
        };
        let target = &entry.said.target;
        let rejected = entry.said.status == Status::Rejected;
        let reason = match (target.measure == measure, rejected) {
            (true, false) => EmptyReason::FilteredOut,
            (true, true) => EmptyReason::Rejected,
            (false, true) => continue,
            (false, false) if target.value.is_none() => EmptyReason::OnlyRelative,
            (false, false) => EmptyReason::OtherMeasure,
        };
        if weight(reason) > weight(reasons[column]) {
            reasons[column] = reason;
        }
    }
    reasons
        .into_iter()
        .map(|reason| Cell::Empty { reason })
        .collect()
}

/// Which reason tells more when several hold.
fn weight(reason: EmptyReason) -> u8 {
    match reason {
        EmptyReason::NotMentioned => 0,
        EmptyReason::OnlyRelative => 1,
        EmptyReason::OtherMeasure => 2,
        EmptyReason::Rejected => 3,
        EmptyReason::FilteredOut => 4,
        EmptyReason::Unread => 5,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
