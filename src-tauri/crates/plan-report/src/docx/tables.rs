//! The comparison: a table per indicator type, plans as columns, at most so many beside each other.

use super::xml::{
    CellLook, Merge, Page, RowKind, cell, heading, link, paragraph, plain, row, run, table,
};
use crate::model::{Figure, IndicatorTable, Report, ReportCell, ReportRow, ReportSubRow};
use crate::palette;
use crate::words::Words;
use plan_model::Firmness;
use plan_words::grouped;

/// Bookmark of a type's table, before its number.
pub(super) const TYPES_BOOKMARK: &str = "type";
/// Bookmark of a source sentence, before its number.
pub(super) const SOURCE_BOOKMARK: &str = "source";
/// Bookmark ids of types begin here; the main headings have those below.
const FIRST_ID: u32 = 10;
/// Plans beside each other on an upright page.
const PLANS_PORTRAIT: usize = 3;
/// Plans beside each other on a page lying across. More go into a further table.
const PLANS_LANDSCAPE: usize = 7;
const INDICATOR: u32 = 2_300;
/// Room for the longest word of a measure in Chinese and in English.
const MEASURE: [u32; 2] = [1_020, 1_280];
const VERDICT: u32 = 2_700;

/// How the pages of the comparison lie.
pub(super) fn tables_page(plans: usize) -> Page {
    if plans <= PLANS_PORTRAIT {
        Page::Portrait
    } else {
        Page::Landscape
    }
}

pub(super) fn comparison(out: &mut String, report: &Report, words: &Words, page: Page) {
    let beside = match page {
        Page::Portrait => PLANS_PORTRAIT,
        Page::Landscape => PLANS_LANDSCAPE,
    };
    for (at, group) in (0_u32..).zip(&report.tables) {
        out.push_str(&heading(
            "Heading2",
            &group.title,
            &format!("{TYPES_BOOKMARK}{at}"),
            FIRST_ID + at,
        ));
        let plans: Vec<usize> = (0..report.plans.len()).collect();
        let parts = plans.len().div_ceil(beside).max(1);
        // Parts of equal size read better than full ones with a remainder.
        for (part, columns) in plans.chunks(plans.len().div_ceil(parts).max(1)).enumerate() {
            let mut extent = group.extent.clone();
            if parts > 1 {
                let note = words.part_note;
                extent.push_str(&format!(
                    " ({}/{parts}{}{note})",
                    part + 1,
                    words.terms.clause
                ));
            }
            out.push_str(&plain("Extent", &extent));
            let rows = if parts > 1 {
                spoken(group, columns)
            } else {
                everything(group)
            };
            if rows.is_empty() {
                let regions = columns
                    .iter()
                    .map(|column| report.plans[*column].region.as_str());
                let regions = regions.collect::<Vec<_>>().join(words.terms.list_comma);
                out.push_str(&plain(
                    "Cell",
                    &format!("{regions}{}{}", words.terms.colon, words.terms.empty[0]),
                ));
            } else {
                out.push_str(&one(report, &rows, columns, words, page));
            }
        }
    }
}

/// Indicators with the sub-rows to be listed.
type Rows<'r> = Vec<(&'r ReportRow, Vec<&'r ReportSubRow>)>;

fn everything(group: &IndicatorTable) -> Rows<'_> {
    group
        .rows
        .iter()
        .map(|row| (row, row.sub_rows.iter().collect()))
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
fn one(report: &Report, listed: &Rows<'_>, columns: &[usize], words: &Words, page: Page) -> String {
    let share = u32::try_from(columns.len()).unwrap_or(1).max(1);
    let measure = MEASURE[report.language as usize];
    let each = (page.text_width() - INDICATOR - measure - VERDICT) / share;
    let mut widths = vec![INDICATOR, measure];
    widths.extend(columns.iter().map(|_| each));
    widths.push(page.text_width() - INDICATOR - measure - each * share);
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
            .filter(|l| !l.is_empty())
            .map(|l| plain("CellNote", l))
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
                let said = sub_row
                    .cells
                    .get(*column)
                    .map(|said| content(said, words))
                    .unwrap_or_default();
                cells.push_str(&cell(look(place + 2), &said));
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

fn content(said: &ReportCell, words: &Words) -> String {
    match said {
        ReportCell::Empty { reason } => paragraph("Cell", &run("Empty", reason)),
        ReportCell::Stated { figures } => {
            figures.iter().map(|figure| stated(figure, words)).collect()
        }
    }
}

/// A figure with its unit and source numbers, and below it what else must be known.
fn stated(figure: &Figure, words: &Words) -> String {
    let style = if figure.firmness == Firmness::Soft {
        "Soft"
    } else {
        ""
    };
    let mut line = String::new();
    if let Some(value) = figure.value {
        let max = figure
            .value_max
            .map(|max| format!("–{}", grouped(max)))
            .unwrap_or_default();
        line.push_str(&run(
            style,
            &format!("{}{}{max}", figure.sign, grouped(value)),
        ));
        if let Some(unit) = &figure.unit {
            line.push_str(&run("Unit", &format!(" {unit}")));
        }
    }
    let number = !line.is_empty();
    if let (false, Some(relative)) = (number, &figure.relative) {
        line.push_str(&run(style, relative));
    }
    for (at, source) in figure.sources.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        line.push_str(&run("Source", comma));
        line.push_str(&link(
            &format!("{SOURCE_BOOKMARK}{source}"),
            &run("Source", &source.to_string()),
        ));
    }
    let mut notes: Vec<String> = Vec::new();
    notes.extend(figure.year_note.clone());
    notes.extend(figure.scope.clone());
    notes.extend(figure.note.clone());
    if figure.firmness == Firmness::Soft {
        notes.push(words.terms.soft_mark.to_owned());
    }
    if let Some(before) = &figure.converted_from {
        let unit = before.unit.as_deref().unwrap_or_default();
        let max = before
            .value_max
            .map(|max| format!("–{}", grouped(max)))
            .unwrap_or_default();
        notes.push(
            format!(
                "{}{}{}{max} {unit}",
                words.terms.as_written,
                words.terms.colon,
                grouped(before.value)
            )
            .trim_end()
            .to_owned(),
        );
    }
    let mut out = paragraph(if number { "CellNumber" } else { "Cell" }, &line);
    if !notes.is_empty() {
        out.push_str(&plain("CellNote", &notes.join(words.terms.list_comma)));
    }
    out
}
