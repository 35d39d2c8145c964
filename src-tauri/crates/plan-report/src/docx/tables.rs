//! The comparison: a table per indicator type, plans as columns, at most so many beside each other.

use super::look::{Look, Page};
use super::writing::Writing;
use super::xml::{
    CellLook, Merge, RowKind, cell, note, paragraph, plain, plain_cell, row, run, table,
};
use crate::model::{Figure, IndicatorTable, Report, ReportCell, ReportRow, ReportSubRow};
use crate::options::Chapter;
use crate::palette;
use crate::shown::{Shown, shown};
use crate::words::Words;
use plan_model::Firmness;

const INDICATOR: u32 = 2_100;
/// Room for the longest word of a measure in Chinese and in English.
const MEASURE: [u32; 2] = [1_020, 1_280];
const VERDICT: u32 = 2_500;

/// How the pages of the comparison lie.
fn page(report: &Report, look: Look) -> Page {
    if report.plans.len() <= look.beside(Page::Portrait) {
        Page::Portrait
    } else {
        Page::Landscape
    }
}

/// The columns of each table: parts of equal size read better than full ones with a remainder.
pub(super) fn parts(columns: usize, beside: usize) -> Vec<Vec<usize>> {
    let count = columns.div_ceil(beside.max(1)).max(1);
    let all: Vec<usize> = (0..columns).collect();
    let size = columns.div_ceil(count).max(1);
    all.chunks(size).map(<[usize]>::to_vec).collect()
}

/// The sources in the order in which the tables name them.
pub(super) fn named(report: &Report, look: Look) -> Vec<u32> {
    let mut found = Vec::new();
    let parts = parts(report.plans.len(), look.beside(page(report, look)));
    for group in &report.tables {
        for columns in &parts {
            let rows = listed(group, columns, parts.len());
            for sub_row in rows.iter().flat_map(|(_, sub_rows)| sub_rows) {
                let cells = columns
                    .iter()
                    .filter_map(|column| sub_row.cells.get(*column));
                for cell in cells {
                    if let ReportCell::Stated { figures } = cell {
                        found.extend(figures.iter().flat_map(|figure| &figure.sources).copied());
                    }
                }
            }
        }
    }
    found
}

pub(super) fn comparison(writing: &mut Writing<'_>) {
    let (report, words) = (writing.report, writing.words);
    let page = page(report, writing.look);
    let parts = parts(report.plans.len(), writing.look.beside(page));
    writing.notes.in_tables = true;
    for (group, place) in report.tables.iter().zip(1..) {
        writing.heading(Chapter::Indicators, place, &group.title);
        for (columns, part) in parts.iter().zip(1..) {
            let mut caption = format!("{}{}{}", group.title, words.terms.colon, group.extent);
            if parts.len() > 1 {
                caption.push_str(&format!(
                    " ({part}/{}{}{})",
                    parts.len(),
                    words.terms.clause,
                    words.part_note
                ));
            }
            writing.table_caption(&caption);
            let rows = listed(group, columns, parts.len());
            if rows.is_empty() {
                let regions = columns
                    .iter()
                    .map(|column| report.plans[*column].region.as_str());
                let regions = regions.collect::<Vec<_>>().join(words.terms.list_comma);
                writing.say(&plain(
                    "Cell",
                    &format!("{regions}{}{}", words.terms.colon, words.terms.empty[0]),
                ));
            } else {
                let table = one(writing, &rows, columns);
                writing.say(&table);
            }
        }
    }
    writing.notes.in_tables = false;
}

/// Turns to the page that the comparison needs.
pub(super) fn turn(writing: &mut Writing<'_>) {
    let page = page(writing.report, writing.look);
    writing.turn(page);
}

/// Indicators with the sub-rows to be listed.
type Rows<'r> = Vec<(&'r ReportRow, Vec<&'r ReportSubRow>)>;

/// The rows of one of so many parts.
fn listed<'r>(group: &'r IndicatorTable, columns: &[usize], parts: usize) -> Rows<'r> {
    if parts > 1 {
        return spoken(group, columns);
    }
    let rows = group.rows.iter();
    rows.map(|row| (row, row.sub_rows.iter().collect()))
        .collect()
}

/// Only what some of these plans state: with many plans most cells of a part would be empty.
fn spoken<'r>(group: &'r IndicatorTable, columns: &[usize]) -> Rows<'r> {
    let stated = |sub_row: &&ReportSubRow| {
        let mut cells = columns
            .iter()
            .filter_map(|column| sub_row.cells.get(*column));
        cells.any(|cell| matches!(cell, ReportCell::Stated { .. }))
    };
    let rows = group
        .rows
        .iter()
        .map(|row| (row, row.sub_rows.iter().filter(stated).collect()));
    rows.filter(|(_, sub_rows): &(_, Vec<_>)| !sub_rows.is_empty())
        .collect()
}

/// One table with some of the plans.
fn one(writing: &mut Writing<'_>, listed: &Rows<'_>, columns: &[usize]) -> String {
    let (report, words) = (writing.report, writing.words);
    let share = u32::try_from(columns.len()).unwrap_or(1).max(1);
    let measure = MEASURE[report.language as usize];
    let text = writing.width();
    let each = (text - INDICATOR - measure - VERDICT) / share;
    let mut widths = vec![INDICATOR, measure];
    widths.extend(columns.iter().map(|_| each));
    widths.push(text - INDICATOR - measure - each * share);
    let look = |at: usize| CellLook {
        width: widths[at],
        ..CellLook::default()
    };
    let mut heads = cell(look(0), &plain("CellHead", words.terms.label.indicator));
    heads.push_str(&cell(
        look(1),
        &plain("CellHead", words.terms.label.measure),
    ));
    for (at, column) in columns.iter().enumerate() {
        let plan = &report.plans[*column];
        let lines: String = [&plan.level_line, &plan.genre_line]
            .into_iter()
            .map(|line| note(line))
            .collect();
        let top = Some(palette::plan(plan.colour));
        heads.push_str(&cell(
            CellLook {
                top,
                ..look(at + 2)
            },
            &[plain("CellHead", &plan.region), lines].concat(),
        ));
    }
    let last = widths.len() - 1;
    heads.push_str(&cell(
        look(last),
        &plain("CellHead", words.terms.label.verdict),
    ));
    let mut rows = row(RowKind::Head, &heads);
    for (indicator, sub_rows) in listed {
        for (at, sub_row) in sub_rows.iter().enumerate() {
            let merge = match (at, sub_rows.len()) {
                (_, 1) => Merge::None,
                (0, _) => Merge::First,
                _ => Merge::Rest,
            };
            let mut cells = cell(CellLook { merge, ..look(0) }, &name(indicator, merge));
            cells.push_str(&cell(look(1), &plain("Cell", &sub_row.measure_word)));
            for (place, column) in columns.iter().enumerate() {
                let said = sub_row.cells.get(*column);
                let said = said.map(|said| content(writing, said));
                cells.push_str(&plain_cell(widths[place + 2], &said.unwrap_or_default()));
            }
            cells.push_str(&cell(look(last), &verdict(sub_row, words)));
            rows.push_str(&row(RowKind::Whole, &cells));
        }
    }
    table(&widths, &rows)
}

fn name(row: &ReportRow, merge: Merge) -> String {
    if merge == Merge::Rest {
        String::new()
    } else {
        paragraph("Cell", &run("Strong", &row.name))
    }
}

fn verdict(sub_row: &ReportSubRow, words: &Words) -> String {
    match sub_row.verdict {
        None => paragraph("Cell", &run("Empty", &sub_row.verdict_word)),
        Some(_) => {
            let reasons = sub_row.reasons.join(words.terms.clause);
            [
                plain("Cell", &sub_row.verdict_word),
                plain("CellNote", &reasons),
            ]
            .concat()
        }
    }
}

fn content(writing: &mut Writing<'_>, said: &ReportCell) -> String {
    match said {
        ReportCell::Empty { reason } => paragraph("Cell", &run("Empty", reason)),
        ReportCell::Stated { figures } => figures
            .iter()
            .map(|figure| stated(writing, figure))
            .collect(),
    }
}

/// A figure with its unit and notes, and below it what else must be known.
fn stated(writing: &mut Writing<'_>, figure: &Figure) -> String {
    let style = if figure.firmness == Firmness::Soft {
        "Soft"
    } else {
        ""
    };
    let Shown {
        main,
        number,
        unit,
        notes,
    } = shown(figure, writing.report.language);
    let mut line = run(style, &main);
    if let Some(unit) = unit {
        line.push_str(&run("Unit", &format!(" {unit}")));
    }
    line.push_str(&writing.notes_of(&figure.sources));
    let remarks = notes.join(writing.words.terms.list_comma);
    [
        paragraph(if number { "CellNumber" } else { "Cell" }, &line),
        note(&remarks),
    ]
    .concat()
}
