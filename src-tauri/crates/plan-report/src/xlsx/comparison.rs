//! First sheet: the table as on screen, filters and date above it.

use super::looks::Looks;
use super::{digits, number, text};
use crate::model::{Figure, IndicatorTable, Report, ReportCell, ReportSubRow};
use crate::palette;
use crate::remark::remark;
use crate::words::Words;
use plan_model::Firmness;
use rust_xlsxwriter::{Format, FormatBorder, Url, Worksheet, XlsxError};

/// Columns before the first plan: type, indicator, measure, unit.
const FIRST_PLAN: u16 = 4;
/// Columns per plan: sign, number, note.
const PER_PLAN: u16 = 3;
/// Excel opens a sheet with more links only after a repair.
const LINKS: usize = 60_000;
/// More plans than these go on another page beside the first.
const PLANS_PER_PAGE: usize = 8;
/// Up to this many plans an A4 page stays readable.
const PLANS_ON_A4: usize = 3;

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(words.sheets[0])?;
    let head = preamble(sheet, report, words, looks)?;
    let body = heads(sheet, head, report, words, looks)?;
    let mut row = body;
    for table in &report.tables {
        row = group(sheet, row, table, report, words, looks)?;
    }
    if report.tables.is_empty() {
        text(sheet, (row, 1), words.head.no_targets, &looks.note)?;
    }
    let last = last_column(report);
    if row > body {
        sheet.autofilter(body - 1, 0, row - 1, last)?;
    }
    columns(sheet, report)?;
    page(sheet, head, body, report, words)
}

/// The column of the reasons: the last one.
fn last_column(report: &Report) -> u16 {
    FIRST_PLAN
        .saturating_add(
            u16::try_from(report.plans.len())
                .unwrap_or(u16::MAX)
                .saturating_mul(PER_PLAN),
        )
        .saturating_add(1)
}

/// The first column of a plan.
fn plan_column(index: usize) -> u16 {
    FIRST_PLAN.saturating_add(
        u16::try_from(index)
            .unwrap_or(u16::MAX)
            .saturating_mul(PER_PLAN),
    )
}

/// Title, extent, date and filters. Answers the row of the heads.
fn preamble(
    sheet: &mut Worksheet,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    text(sheet, (0, 0), &report.title, &looks.title)?;
    sheet.set_row_height(0, 26)?;
    text(sheet, (1, 0), &report.subtitle, &looks.subtitle)?;
    let date = format!(
        "{}{}{}",
        words.head.generated, words.colon, report.generated_on
    );
    text(sheet, (2, 0), &date, &looks.note)?;
    let filters = if report.filters.is_empty() {
        words.head.no_filters.to_owned()
    } else {
        let parts = report
            .filters
            .iter()
            .map(|part| format!("{}{}{}", part.label, words.colon, part.value));
        parts.collect::<Vec<_>>().join(words.clause)
    };
    text(
        sheet,
        (3, 0),
        &format!("{}{}{filters}", words.head.filters, words.colon),
        &looks.note,
    )?;
    Ok(5)
}

/// Plans over their columns, then the names of the columns. Answers the first row of the body.
fn heads(
    sheet: &mut Worksheet,
    head: u32,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let names = head + 3;
    for (index, plan) in report.plans.iter().enumerate() {
        let first = plan_column(index);
        let colour = palette::plan(plan.colour);
        let top = looks
            .plan_head
            .clone()
            .set_border_top(FormatBorder::Thick)
            .set_border_top_color(colour);
        for (line, content, format) in [
            (0, &plan.region, &top),
            (1, &plan.level_line, &looks.plan_line),
            (2, &plan.genre_line, &looks.plan_line),
        ] {
            let content = crate::text::clean(content);
            sheet.merge_range(
                head + line,
                first,
                head + line,
                first + PER_PLAN - 1,
                "",
                format,
            )?;
            // Merging writes through a path that takes "=…" for a formula, so the text is set afterwards.
            text(sheet, (head + line, first), &content, format)?;
        }
        text(sheet, (names, first), "", &looks.column_head)?;
        text(
            sheet,
            (names, first + 1),
            words.head.value,
            &looks.column_head,
        )?;
        text(
            sheet,
            (names, first + 2),
            words.head.remark,
            &looks.column_head,
        )?;
    }
    let fixed = [
        words.head.indicator_type,
        words.head.indicator,
        words.head.measure,
        words.head.unit,
    ];
    for (column, word) in (0..).zip(fixed) {
        text(sheet, (names, column), word, &looks.column_head)?;
    }
    let last = last_column(report);
    text(
        sheet,
        (names, last - 1),
        words.head.verdict,
        &looks.column_head,
    )?;
    text(sheet, (names, last), words.head.reasons, &looks.column_head)?;
    sheet.set_row_height(head, 20)?;
    sheet.set_freeze_panes(names + 1, 3)?;
    Ok(names + 1)
}

/// The band of a type and its sub-rows. Answers the next free row.
fn group(
    sheet: &mut Worksheet,
    mut row: u32,
    table: &IndicatorTable,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    for column in 0..=last_column(report) {
        sheet.write_blank(row, column, &looks.band)?;
    }
    text(sheet, (row, 0), &table.title, &looks.band)?;
    text(sheet, (row, 1), &table.extent, &looks.band)?;
    for (index, count) in table.plan_targets.iter().enumerate() {
        sheet.write_number_with_format(row, plan_column(index) + 1, *count, &looks.band_count)?;
    }
    sheet.set_row_height(row, 21)?;
    row += 1;
    for indicator in &table.rows {
        for (at, sub_row) in indicator.sub_rows.iter().enumerate() {
            let name = if at == 0 {
                &looks.name
            } else {
                &looks.name_again
            };
            row = lines(
                sheet,
                row,
                (&table.title, &indicator.name),
                name,
                sub_row,
                report,
                words,
                looks,
            )?;
        }
    }
    Ok(row)
}

/// A sub-row: a line per figure of the plan with the most of them. Every line repeats its names, so that
/// filtering and sorting in Excel keep working.
fn lines(
    sheet: &mut Worksheet,
    first: u32,
    (group, indicator): (&str, &str),
    name: &Format,
    sub_row: &ReportSubRow,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let figures = |cell: &ReportCell| match cell {
        ReportCell::Stated { figures } => figures.len(),
        ReportCell::Empty { .. } => 0,
    };
    let most = sub_row.cells.iter().map(figures).max().unwrap_or(0).max(1);
    let last = last_column(report);
    for (line, row) in (0..most).zip(first..) {
        let name = if line == 0 { name } else { &looks.name_again };
        text(sheet, (row, 0), group, &looks.muted)?;
        text(sheet, (row, 1), indicator, name)?;
        text(sheet, (row, 2), &sub_row.measure_word, &looks.word)?;
        text(
            sheet,
            (row, 3),
            sub_row.unit.as_deref().unwrap_or_default(),
            &looks.muted,
        )?;
        for (index, cell) in sub_row.cells.iter().enumerate() {
            let column = plan_column(index);
            match cell {
                ReportCell::Empty { reason } if line == 0 => {
                    empty(sheet, (row, column), reason, looks)?;
                }
                ReportCell::Stated { figures } if line < figures.len() => {
                    figure(
                        sheet,
                        (row, column),
                        &figures[line],
                        sub_row.unit.as_deref(),
                        report,
                        looks,
                    )?;
                }
                ReportCell::Empty { .. } | ReportCell::Stated { .. } => {
                    empty(sheet, (row, column), "", looks)?;
                }
            }
        }
        let (verdict, reasons) = match (line, sub_row.verdict) {
            (0, Some(_)) => (
                sub_row.verdict_word.as_str(),
                sub_row.reasons.join(words.clause),
            ),
            _ => ("", String::new()),
        };
        text(sheet, (row, last - 1), verdict, &looks.word)?;
        text(sheet, (row, last), &reasons, &looks.muted)?;
    }
    Ok(first + u32::try_from(most).unwrap_or(u32::MAX))
}

fn empty(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    reason: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    text(sheet, (row, column), "", &looks.sign)?;
    sheet.write_blank(row, column + 1, &looks.figure)?;
    text(sheet, (row, column + 2), reason, &looks.muted)
}

fn figure(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    figure: &Figure,
    common_unit: Option<&str>,
    report: &Report,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let format = if figure.firmness == Firmness::Soft {
        &looks.soft_figure
    } else {
        &looks.figure
    };
    match figure.value {
        Some(value) => {
            text(sheet, (row, column), &figure.sign, &looks.sign)?;
            let format = format
                .clone()
                .set_num_format(digits(value, figure.value_max));
            number(sheet, (row, column + 1), value, &format)?;
        }
        None => empty(sheet, (row, column), "", looks)?,
    }
    let remark = remark(figure, common_unit, report.language);
    match figure.sources.first() {
        Some(source) if report.sources.len() <= LINKS => {
            // One row of heads lies above the sentences.
            let place = format!(
                "internal:'{}'!A{}",
                crate::words::words(report.language).sheets[1],
                source + 1
            );
            let url = Url::new(place).set_text(crate::text::clean(&remark));
            sheet.write_url_with_format(row, column + 2, url, &looks.link)?;
            Ok(())
        }
        _ => text(sheet, (row, column + 2), &remark, &looks.muted),
    }
}

fn columns(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    for (column, width) in [(0, 10.0), (1, 30.0), (2, 9.0), (3, 10.0)] {
        sheet.set_column_width(column, width)?;
    }
    for index in 0..report.plans.len() {
        let first = plan_column(index);
        for (column, width) in [(first, 3.0), (first + 1, 10.0), (first + 2, 14.0)] {
            sheet.set_column_width(column, width)?;
        }
    }
    let last = last_column(report);
    sheet.set_column_width(last - 1, 15.0)?;
    sheet.set_column_width(last, 34.0)?;
    Ok(())
}

/// Landscape, heads on every page, as many pages side by side as keep the print readable.
fn page(
    sheet: &mut Worksheet,
    head: u32,
    body: u32,
    report: &Report,
    words: &Words,
) -> Result<(), XlsxError> {
    let (a4, a3) = (9, 8);
    sheet
        .set_landscape()
        .set_paper_size(if report.plans.len() <= PLANS_ON_A4 {
            a4
        } else {
            a3
        });
    let across = report.plans.len().div_ceil(PLANS_PER_PAGE).max(1);
    sheet.set_print_fit_to_pages(u16::try_from(across).unwrap_or(u16::MAX), 0);
    sheet.set_repeat_rows(head, body - 1)?;
    if across > 1 {
        sheet.set_repeat_columns(0, FIRST_PLAN - 1)?;
    }
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.25, 0.3);
    sheet.set_footer(words.footer);
    sheet.set_screen_gridlines(false);
    Ok(())
}
