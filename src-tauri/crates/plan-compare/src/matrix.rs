//! The matrix: rows and cells of what the filter leaves.

use crate::index::{Column, Index, MEASURES};
use crate::survey::{Heard, Survey};
use plan_model::{
    Cell, EmptyReason, Filter, IndicatorRow, IndicatorType, Matrix, MatrixGroup, Measure,
    PlanColumn, Statement, Status, SubRow,
};
use rayon::prelude::*;

/// Builds the matrix of what the filter leaves.
pub(crate) fn matrix(index: &Index<'_>, survey: Survey<'_>, filter: &Filter) -> Matrix {
    let mut places = vec![None; index.plans.len()];
    let mut columns: Vec<PlanColumn> = Vec::new();
    for (at, column) in index
        .plans
        .iter()
        .enumerate()
        .filter(|(_, column)| column.missed == 0)
    {
        places[at] = Some(columns.len());
        columns.push(head(column));
    }
    let total = index
        .entries()
        .iter()
        .filter(|e| places[e.plan as usize].is_some() && e.status != Status::Rejected)
        .filter(|e| e.derivation.is_none());
    let targets_total = count(total.count());
    let mut groups: Vec<MatrixGroup> = Vec::new();
    let shown: Vec<bool> = (0..index.rows.len() * MEASURES)
        .map(|slot| {
            survey.shared(slot / MEASURES, filter)
                && visible(index, &survey, slot, filter)
                && survey.kept(slot, filter)
        })
        .collect();
    let width = columns.len();
    let drawn: Vec<(Vec<SubRow>, Vec<u32>)> = survey
        .heard
        .into_par_iter()
        .chunks(MEASURES)
        .enumerate()
        .map(|(at, heard)| sub_rows(index, (at, heard), &shown, &places, width))
        .collect();
    for ((at, row), (sub_rows, tally)) in index.rows.iter().enumerate().zip(drawn) {
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

/// The sub-rows of one indicator that are shown, and how many mentions stand in each column.
fn sub_rows(
    index: &Index<'_>,
    (at, heard): (usize, Vec<Heard<'_>>),
    shown: &[bool],
    places: &[Option<usize>],
    columns: usize,
) -> (Vec<SubRow>, Vec<u32>) {
    if !Index::slots(at).any(|slot| shown[slot]) {
        return (Vec::new(), Vec::new());
    }
    let mut tally = vec![0; columns];
    let reasons = empty_reasons(index, at, places, columns);
    let slots = Index::slots(at).zip(Measure::ALL).zip(heard);
    let drawn = slots
        .filter(|((slot, _), _)| shown[*slot])
        .map(|((_, measure), heard)| {
            let empty = reasons
                .iter()
                .map(|by_measure| by_measure[*measure as usize]);
            sub_row(heard, *measure, empty, places, &mut tally)
        })
        .collect();
    (drawn, tally)
}

/// A sub-row shows when a plan speaks in it, or when the filter asks for rejected targets and it has some.
fn visible(index: &Index<'_>, survey: &Survey<'_>, slot: usize, filter: &Filter) -> bool {
    let asked_for = || {
        index
            .slot(slot)
            .iter()
            .any(|entry| entry.missed == 0 && entry.status == Status::Rejected)
    };
    !survey.heard[slot].said.is_empty()
        || (filter.status.contains(&Status::Rejected) && asked_for())
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
    heard: Heard<'_>,
    measure: Measure,
    empty: impl Iterator<Item = EmptyReason>,
    places: &[Option<usize>],
    tally: &mut [u32],
) -> SubRow {
    let mut cells: Vec<Cell> = empty.map(|reason| Cell::Empty { reason }).collect();
    let mut differences = heard.measured.differences;
    for (at, said) in heard.said.into_iter().enumerate() {
        let Some(column) = places[said.plan as usize] else {
            continue;
        };
        tally[column] += count(said.mentions());
        let (aside, difference) = (said.aside, differences.remove(&at));
        let statement = said.statement(measure, &heard.rates, difference);
        add(&mut cells[column], statement, aside);
    }
    SubRow {
        measure,
        unit: heard.rates.common().map(str::to_owned),
        cells,
        verdict: heard.judged.verdict,
        reasons: heard.judged.reasons,
        pairs: heard.judged.pairs,
        benchmark: heard.measured.figure,
    }
}

fn add(cell: &mut Cell, statement: Statement, aside: bool) {
    if let Cell::Empty { .. } = cell {
        *cell = Cell::Stated {
            statements: Vec::new(),
            set_aside: Vec::new(),
        };
    }
    if let Cell::Stated {
        statements,
        set_aside,
    } = cell
    {
        let list = if aside { set_aside } else { statements };
        list.push(statement);
    }
}

/// Why each cell of a row would be empty, were it empty: by column and measure.
fn empty_reasons(
    index: &Index<'_>,
    row: usize,
    places: &[Option<usize>],
    columns: usize,
) -> Vec<[EmptyReason; MEASURES]> {
    let mut reasons = vec![[EmptyReason::NotMentioned; MEASURES]; columns];
    for entry in index.row(row).iter().filter(|e| e.derivation.is_none()) {
        let Some(column) = places[entry.plan as usize] else {
            continue;
        };
        for (measure, reason) in reasons[column].iter_mut().enumerate() {
            let found = match (
                entry.measure as usize == measure,
                entry.status == Status::Rejected,
            ) {
                (true, false) => EmptyReason::FilteredOut,
                (true, true) => EmptyReason::Rejected,
                (false, true) => continue,
                (false, false) if entry.stated.value.is_none() => EmptyReason::OnlyRelative,
                (false, false) => EmptyReason::OtherMeasure,
            };
            if weight(found) > weight(*reason) {
                *reason = found;
            }
        }
    }
    reasons
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
