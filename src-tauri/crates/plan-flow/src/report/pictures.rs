//! The charts of a report: the one that the analyst made, or one for each line in which plans can be compared.

use crate::chart::png;
use crate::compare::overview;
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::wire::report::{ReportFormat, ReportRequest};
use plan_chart::{
    ChartBody, ChartChoice, ChartKind, ChartQuestion, ChartSpec, Frame, Palette, Stand,
};
use plan_model::{Cell, IndicatorRow, Matrix, SubRow, TargetId, Verdict};
use plan_report::ReportPicture;
use plan_words::Phrases;
use std::collections::BTreeSet;

/// Width of a drawing in pixels: the text of an upright page at 96 to the inch, so that its words are of the size
/// of notes.
const WIDTH: u32 = 620;
/// Charts of single lines beyond these would be leafed through unread; the tables hold every figure.
const MOST: usize = 12;

/// The charts, drawn.
pub(super) fn pictures(
    library: &OpenLibrary,
    matrix: &Matrix,
    request: &ReportRequest,
    stand: Stand<'_>,
) -> Result<Vec<ReportPicture>, Error> {
    let choices = match &request.chart {
        Some(choice) => vec![choice.clone()],
        None => comparable(matrix),
    };
    let phrases = Phrases::new(request.language, library.lexicon);
    let mut drawn = Vec::new();
    for choice in choices {
        let overview = match choice.kind {
            ChartKind::Timeline => Some(overview(library, &request.filter, &request.choices)?),
            _ => None,
        };
        let question = ChartQuestion {
            matrix,
            overview: overview.as_ref(),
            filter: &request.filter,
            choices: &request.choices,
            choice: &choice,
            stand,
        };
        let spec = plan_chart::build(&question, &phrases);
        drawn.push(picture(&spec, request.format)?);
    }
    Ok(drawn)
}

/// A chart for each line on which two plans or more may be compared: those of most plans first, of equal ones in
/// the order of the tables.
fn comparable(matrix: &Matrix) -> Vec<ChartChoice> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    let lines = rows.flat_map(|row| row.sub_rows.iter().map(move |sub_row| (row, sub_row)));
    let mut lines: Vec<(&IndicatorRow, &SubRow, usize)> = lines
        .filter_map(|(row, sub_row)| {
            let plans = compared(sub_row);
            (plans >= 2).then_some((row, sub_row, plans))
        })
        .collect();
    lines.sort_by_key(|(_, _, plans)| std::cmp::Reverse(*plans));
    let choices = lines.into_iter().take(MOST);
    choices
        .map(|(row, sub_row, _)| ChartChoice {
            indicators: vec![row.indicator.clone()],
            measure: Some(sub_row.measure),
            ..ChartChoice::default()
        })
        .collect()
}

/// How many plans have another one on this line that they compare with.
fn compared(sub_row: &SubRow) -> usize {
    if sub_row.pairs.is_empty() {
        let all = sub_row.verdict.is_some_and(|verdict| verdict <= Verdict::C);
        let stated = sub_row.cells.iter();
        let stated = stated.filter(|cell| matches!(cell, Cell::Stated { .. }));
        return if all { stated.count() } else { 0 };
    }
    let pairs = sub_row
        .pairs
        .iter()
        .filter(|pair| pair.verdict <= Verdict::C);
    let plans: BTreeSet<_> = pairs.flat_map(|pair| [pair.left, pair.right]).collect();
    plans.len()
}

fn picture(spec: &ChartSpec, format: ReportFormat) -> Result<ReportPicture, Error> {
    let scene = plan_chart::layout(spec, WIDTH, Frame::Drawing);
    let svg = plan_chart::svg(&scene, Palette);
    // Word shows SVG only with a picture of pixels beside it, and the other formats hold none.
    let png = match format {
        ReportFormat::Docx => png::png(&svg, png::PAPER)?,
        ReportFormat::Xlsx
        | ReportFormat::Pdf
        | ReportFormat::Html
        | ReportFormat::Csv
        | ReportFormat::Json => Vec::new(),
    };
    let filters = Some(&spec.filters).filter(|filters| !filters.is_empty());
    let notes = spec.notes.iter().chain(filters);
    Ok(ReportPicture {
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
        notes: notes.cloned().collect(),
        description: description(spec),
        heads: spec.table.heads.clone(),
        rows: spec
            .table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect())
            .collect(),
        targets: targets(spec),
        width: scene.width.ceil() as u32,
        height: scene.height.ceil() as u32,
        svg,
        png,
    })
}

/// What the picture says, mark by mark where it draws figures.
fn description(spec: &ChartSpec) -> String {
    let mut lines = vec![spec.title.clone()];
    if let ChartBody::Figures { panels, .. } = &spec.body {
        let marks = panels.iter().flat_map(|panel| &panel.marks);
        lines.extend(marks.map(|mark| mark.label.clone()));
    }
    lines.join("\n")
}

/// The targets behind the marks.
fn targets(spec: &ChartSpec) -> Vec<TargetId> {
    match &spec.body {
        ChartBody::Figures { panels, .. } => panels
            .iter()
            .flat_map(|panel| &panel.marks)
            .flat_map(|mark| mark.targets.iter().copied())
            .collect(),
        // Counts rest on all targets shown, and years on the plans themselves.
        ChartBody::Heat { .. } | ChartBody::Timeline { .. } | ChartBody::Composition { .. } => {
            Vec::new()
        }
    }
}
