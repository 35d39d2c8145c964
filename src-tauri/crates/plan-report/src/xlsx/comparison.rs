//! First sheet: the table as on screen, filters and date above it.

use super::board::{FIRST_PLAN, PER_PLAN, last_column, plan_column, set_widths, unit_width};
use super::lines::Lines;
use super::looks::Looks;
use super::{paper, text};
use crate::model::{IndicatorTable, Report};
use crate::palette;
use crate::words::Words;
use rust_xlsxwriter::{FormatBorder, Worksheet, XlsxError};

/// More plans than this do not fit on one page's width in readable print; they go on pages side by side.
const PLANS_IN_ONE_WIDTH: usize = 8;
/// So many plans beside each other then, at this scale in per cent, on A3 lying across.
const PLANS_PER_PAGE: usize = 4;
const SCALE: u16 = 72;

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
    set_widths(sheet, report)?;
    page(sheet, head, body, report, words)
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
        words.head.generated, words.terms.colon, report.generated_on
    );
    text(sheet, (2, 0), &date, &looks.note)?;
    let filters = if report.filters.is_empty() {
        words.head.no_filters.to_owned()
    } else {
        let parts = report
            .filters
            .iter()
            .map(|part| format!("{}{}{}", part.label, words.terms.colon, part.value));
        parts.collect::<Vec<_>>().join(words.terms.clause)
    };
    text(
        sheet,
        (3, 0),
        &format!("{}{}{filters}", words.head.filters, words.terms.colon),
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
            words.terms.label.value,
            &looks.column_head,
        )?;
        text(
            sheet,
            (names, first + 2),
            words.terms.label.remark,
            &looks.column_head,
        )?;
        text(
            sheet,
            (names, first + 3),
            words.head.source,
            &looks.column_head,
        )?;
    }
    let fixed = [
        words.terms.label.indicator_type,
        words.terms.label.indicator,
        words.terms.label.measure,
        words.terms.label.unit,
    ];
    for (column, word) in (0..).zip(fixed) {
        text(sheet, (names, column), word, &looks.column_head)?;
    }
    let last = last_column(report);
    text(
        sheet,
        (names, last - 1),
        words.terms.label.verdict,
        &looks.column_head,
    )?;
    text(
        sheet,
        (names, last),
        words.terms.label.reasons,
        &looks.column_head,
    )?;
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
    let lines = Lines {
        report,
        words,
        looks,
        unit_width: unit_width(report),
    };
    for indicator in &table.rows {
        for sub_row in &indicator.sub_rows {
            row = lines.sub_row(sheet, row, &table.title, indicator, sub_row)?;
        }
    }
    Ok(row)
}

/// Landscape, heads on every page, as many pages side by side as keep the print readable.
fn page(
    sheet: &mut Worksheet,
    head: u32,
    body: u32,
    report: &Report,
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(paper(report));
    sheet.set_repeat_rows(head, body - 1)?;
    if report.plans.len() <= PLANS_IN_ONE_WIDTH {
        sheet.set_print_fit_to_pages(1, 0);
    } else {
        // Fitting to a width ignores where a page is to end, and would cut a plan in two.
        let ends = (PLANS_PER_PAGE..report.plans.len()).step_by(PLANS_PER_PAGE);
        let breaks: Vec<u32> = ends.map(|plan| u32::from(plan_column(plan))).collect();
        sheet.set_print_scale(SCALE);
        sheet.set_vertical_page_breaks(&breaks)?;
        sheet.set_repeat_columns(0, FIRST_PLAN - 1)?;
    }
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.25, 0.3);
    sheet.set_footer(words.footer);
    sheet.set_screen_gridlines(false);
    Ok(())
}
