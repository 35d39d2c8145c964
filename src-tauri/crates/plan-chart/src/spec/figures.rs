//! The figures of indicators as panels: one for each indicator and measure, because a stock and an increment never
//! stand beside one another.

use super::{
    ChartBody, ChartMark, ChartPanel, ChartSpec, Excluded, ExcludedCause, Shape, Stated, wording,
};
use crate::choice::{ChartKind, ChartQuestion};
use crate::comparable::{Comparable, comparable, has_number, reasons_against, statements};
use plan_model::{
    Cell, Decimal, Firmness, Harmonised, IndicatorRow, Matrix, Measure, Op, PlanColumn, Standing,
    Statement, SubRow, Year,
};
use plan_words::Phrases;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn fill(spec: &mut ChartSpec, question: &ChartQuestion<'_>, phrases: &Phrases<'_>) {
    let (matrix, choice) = (question.matrix, question.choice);
    let rows: BTreeMap<&str, &IndicatorRow> = rows(matrix)
        .map(|row| (row.indicator.as_str(), row))
        .collect();
    let wanted: Vec<&str> = if choice.indicators.is_empty() {
        widest(matrix).into_iter().collect()
    } else {
        let mut seen = BTreeSet::new();
        let names = choice.indicators.iter().map(String::as_str);
        names.filter(|name| seen.insert(*name)).collect()
    };
    let mut panels: Vec<ChartPanel> = Vec::new();
    for name in wanted {
        let Some(row) = rows.get(name) else {
            spec.missing.push(name.to_owned());
            continue;
        };
        let measures = row
            .sub_rows
            .iter()
            .filter(|sub_row| choice.measure.is_none_or(|only| only == sub_row.measure));
        for sub_row in measures {
            let number = panels.len();
            panels.push(panel(question, row, sub_row, number, phrases));
        }
    }
    spec.title = wording::title_of_figures(phrases, &panels);
    if panels.len() > 1
        && panels
            .iter()
            .all(|panel| panel.indicator == panels[0].indicator)
    {
        // The chart's title names the indicator already.
        for panel in &mut panels {
            panel.title = phrases.measure(panel.measure).to_owned();
        }
    }
    if let [only] = panels.as_slice() {
        spec.subtitle = only.subtitle.clone();
    }
    spec.legend = wording::legend_of_figures(phrases, &panels);
    spec.notes = wording::notes_of_figures(phrases, &panels, &spec.missing);
    let drawn: BTreeSet<_> = panels
        .iter()
        .flat_map(|panel| panel.marks.iter().map(|mark| mark.plan))
        .collect();
    let sources: Vec<PlanColumn> = matrix
        .plans
        .iter()
        .filter(|column| drawn.contains(&column.plan))
        .cloned()
        .collect();
    spec.source = wording::source(phrases, &sources);
    spec.body = ChartBody::Figures {
        panels,
        same_axis: choice.same_axis || choice.kind == ChartKind::GroupedBar,
    };
}

fn rows(matrix: &Matrix) -> impl Iterator<Item = &IndicatorRow> {
    matrix.groups.iter().flat_map(|group| &group.rows)
}

/// The indicator in which most plans can be compared; the first of several.
fn widest(matrix: &Matrix) -> Option<&str> {
    let reach = |row: &IndicatorRow| {
        let sets = row
            .sub_rows
            .iter()
            .map(|sub_row| comparable(sub_row, &matrix.plans, &[]).plans.len());
        sets.max().unwrap_or(0)
    };
    let mut best: Option<(usize, &str)> = None;
    for row in rows(matrix) {
        // A row that fewer plans state than the best set holds cannot beat it, and is not looked at.
        if best.is_some_and(|(most, _)| most >= row.plan_count as usize) {
            continue;
        }
        let reached = reach(row);
        if best.is_none_or(|(most, _)| reached > most) {
            best = Some((reached, &row.indicator));
        }
    }
    best.map(|(_, name)| name)
}

fn panel(
    question: &ChartQuestion<'_>,
    row: &IndicatorRow,
    sub_row: &SubRow,
    number: usize,
    phrases: &Phrases<'_>,
) -> ChartPanel {
    let matrix = question.matrix;
    let standings = if sub_row.pairs.is_empty() {
        (question.stand.0)(&row.indicator, sub_row)
    } else {
        Vec::new()
    };
    let set = comparable(sub_row, &matrix.plans, &standings);
    let (mut marks, mut excluded) = (Vec::new(), Vec::new());
    for (column, cell) in matrix.plans.iter().zip(&sub_row.cells) {
        if set.plans.contains(&column.plan) {
            let drawn = statements(Some(cell))
                .iter()
                .filter(|said| has_number(said));
            marks.extend(drawn.filter_map(|said| mark(said, column, &set, sub_row.measure)));
        }
        excluded.extend(left_out(sub_row, column, cell, (&set, &standings), phrases));
    }
    let one_each = marks.len() == set.plans.len();
    let ranked = one_each && marks.len() > 1 && set.verdict < Some(plan_model::Verdict::C);
    if ranked {
        marks.sort_by_key(|mark: &ChartMark| {
            std::cmp::Reverse(mark.value_max.unwrap_or(mark.value))
        });
        if sub_row.measure == Measure::Rank {
            marks.reverse();
        }
    }
    let years: BTreeSet<Option<Year>> = marks.iter().map(|mark| mark.year).collect();
    let mut years: Vec<Option<Year>> = years.into_iter().collect();
    years.sort_by_key(|year| (year.is_none(), *year));
    let name = wording::indicator_name(phrases, row);
    let mut panel = ChartPanel {
        indicator: row.indicator.clone(),
        title: wording::panel_title(phrases, &name, sub_row.measure),
        name,
        measure: sub_row.measure,
        subtitle: String::new(),
        unit: sub_row.unit.clone(),
        plans: u32::try_from(matrix.plans.len()).unwrap_or(u32::MAX),
        drawn: u32::try_from(set.plans.len()).unwrap_or(u32::MAX),
        verdict: set.verdict,
        reasons: set.reasons,
        marks,
        excluded,
        years,
        ranked,
        verdict_note: String::new(),
        excluded_note: String::new(),
    };
    wording::word_panel(phrases, &mut panel, number);
    panel
}

fn mark(
    said: &Statement,
    column: &PlanColumn,
    set: &Comparable,
    measure: Measure,
) -> Option<ChartMark> {
    let Harmonised {
        value,
        value_max,
        factor,
    } = said.harmonised.clone()?;
    let stated = said
        .value
        .filter(|_| factor != Decimal::ONE)
        .map(|value| Stated {
            value,
            value_max: said.value_max,
            unit: said.unit.clone(),
            factor,
        });
    Some(ChartMark {
        id: String::new(),
        plan: column.plan,
        region: column.region.clone(),
        colour: column.colour,
        op: said.op,
        shape: shape(said.op, value_max.is_some(), measure),
        value,
        value_max,
        printed: String::new(),
        stated,
        year: said.year,
        year_from: said.year_from,
        scope: said.scope.clone(),
        firmness: said.firmness,
        // What rests on an assumption is of class C, whatever it stands beside.
        conditional: set.conditional.contains(&column.plan) || said.derived.is_some(),
        derived: said.derived.clone(),
        condition: String::new(),
        label: String::new(),
        targets: said.mentions.clone(),
    })
}

/// 前50 bounds a place from below the table, but is drawn as the place itself: its arrow would point off the axis.
fn shape(op: Op, is_range: bool, measure: Measure) -> Shape {
    match op {
        _ if is_range => Shape::Range,
        Op::About => Shape::Hollow,
        _ if measure == Measure::Rank => Shape::Solid,
        Op::AtLeast | Op::MoreThan => Shape::Open,
        Op::AtMost | Op::LessThan => Shape::Closed,
        Op::Equal => Shape::Solid,
    }
}

/// Why a plan, or one statement of a plan that is drawn, does not stand in the picture.
fn left_out(
    sub_row: &SubRow,
    column: &PlanColumn,
    cell: &Cell,
    (set, standings): (&Comparable, &[Standing]),
    phrases: &Phrases<'_>,
) -> Vec<Excluded> {
    let out = |cause: ExcludedCause, reason: String| Excluded {
        plan: column.plan,
        region: column.region.clone(),
        cause,
        reason,
    };
    let (statements, set_aside) = match cell {
        Cell::Empty { reason } => {
            let words = phrases.empty(*reason).to_owned();
            return vec![out(ExcludedCause::Empty { reason: *reason }, words)];
        }
        Cell::Stated {
            statements,
            set_aside,
        } => (statements, set_aside),
    };
    let mut found: Vec<Excluded> = Vec::new();
    let relative = statements.iter().filter(|said| said.value.is_none());
    found.extend(relative.map(|said| {
        let benchmark = said.relative_to.as_deref().unwrap_or_default();
        let words = match benchmark {
            "" => phrases.either("没有数值", "no number").to_owned(),
            benchmark => phrases.relative(said.op, None, benchmark, None),
        };
        out(ExcludedCause::Relative, words)
    }));
    let inside = set.plans.contains(&column.plan);
    for said in statements.iter().filter(|said| said.value.is_some()) {
        if inside && has_number(said) {
            continue;
        }
        let reasons = reasons_against(sub_row, column.plan, &set.plans, standings);
        found.push(out(
            ExcludedCause::Apart,
            wording::apart(phrases, said, &reasons),
        ));
    }
    found.extend(
        set_aside
            .iter()
            .map(|said| out(ExcludedCause::SetAside, wording::set_aside(phrases, said))),
    );
    found
}

/// Whether a mark says something only softly.
pub(super) fn is_soft(mark: &ChartMark) -> bool {
    mark.firmness == Firmness::Soft
}
