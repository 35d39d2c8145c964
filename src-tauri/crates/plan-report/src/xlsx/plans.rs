//! Third sheet: the plans, how to read the figures, the limits of comparison, versions.

use super::height::{height, lines};
use super::looks::Looks;
use super::text;
use crate::model::{PlanLine, Report};
use crate::options::Chapter;
use crate::words::Words;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The paragraph column.
const WIDE: u16 = 1;
/// Width of a plan's column.
const PLAN_WIDTH: f64 = 30.0;

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(words.sheets[2])?;
    sheet.set_screen_gridlines(false);
    let head = &words.head;
    let mut row = 0;
    text(
        sheet,
        (row, 0),
        words.chapters[Chapter::Plans as usize],
        &looks.section,
    )?;
    row += 1;
    row = plans(sheet, row, report, words, looks)? + 1;
    for (title, lines) in [
        (Chapter::Method, method(report, words)),
        (Chapter::NotComparable, caveats(report, words)),
    ] {
        text(
            sheet,
            (row, 0),
            words.chapters[title as usize],
            &looks.section,
        )?;
        row += 1;
        for (line, number) in lines.iter().zip(1_u32..) {
            sheet.write_number_with_format(row, 0, number, &looks.paragraph)?;
            paragraph(sheet, row, line, looks)?;
            row += 1;
        }
        row += 1;
    }
    text(sheet, (row, 0), head.versions, &looks.section)?;
    for line in &report.versions {
        row += 1;
        text(sheet, (row, 0), &line.label, &looks.label)?;
        paragraph(sheet, row, &line.value, looks)?;
    }
    sheet
        .set_landscape()
        .set_paper_size(super::paper(report))
        .set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.5, 0.6, 0.25, 0.3);
    sheet.set_footer(words.footer);
    Ok(())
}

/// The plans as columns beside their labels: two plans are read across, not down. Answers the next free row.
fn plans(
    sheet: &mut Worksheet,
    first: u32,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let label = &words.terms.label;
    let head = &words.head;
    let maybe = |text: &Option<String>| {
        text.clone()
            .unwrap_or_else(|| words.terms.not_stated.to_owned())
    };
    type Field<'f> = (&'f str, Box<dyn Fn(&PlanLine) -> String + 'f>);
    let fields: [Field<'_>; 14] = [
        (label.region, Box::new(|plan| plan.region.clone())),
        (label.level, Box::new(|plan| plan.level_line.clone())),
        (head.province, Box::new(|plan| maybe(&plan.province))),
        (head.plan_title, Box::new(|plan| maybe(&plan.title))),
        (head.doc_no, Box::new(|plan| maybe(&plan.doc_no))),
        (head.issuer, Box::new(|plan| maybe(&plan.issuer))),
        (head.issued, Box::new(|plan| maybe(&plan.issued))),
        (label.period, Box::new(|plan| maybe(&plan.period))),
        (label.horizons, Box::new(|plan| maybe(&plan.horizons))),
        (head.genre, Box::new(|plan| maybe(&plan.genre))),
        (label.targets, Box::new(|plan| plan.targets.to_string())),
        (head.source_file, Box::new(|plan| plan.source_name.clone())),
        (head.sha256, Box::new(|plan| plan.source_sha256.clone())),
        (
            head.noticed,
            Box::new(|plan| plan.notes.join(words.terms.clause)),
        ),
    ];
    sheet.set_column_width(0, 14.0)?;
    for (row, (label, field)) in (first..).zip(&fields) {
        text(sheet, (row, 0), label, &looks.label)?;
        let mut tallest = 1;
        for (plan, column) in report.plans.iter().zip(WIDE..) {
            let content = field(plan);
            text(sheet, (row, column), &content, &looks.wrapped)?;
            sheet.set_column_width(column, PLAN_WIDTH)?;
            tallest = tallest.max(lines(&content, PLAN_WIDTH, 10.0));
        }
        sheet.set_row_height(row, height(tallest))?;
    }
    Ok(first + 14)
}

fn method(report: &Report, words: &Words) -> Vec<String> {
    let paragraphs = report.method.iter();
    paragraphs
        .map(|part| format!("{}{}{}", part.label, words.terms.colon, part.value))
        .collect()
}

fn caveats(report: &Report, words: &Words) -> Vec<String> {
    if report.not_comparable.is_empty() {
        return vec![words.head.no_caveats.to_owned()];
    }
    let lines = report.not_comparable.iter().map(|caveat| {
        let reasons = caveat.reasons.join(words.terms.clause);
        format!(
            "{} · {}{}{} — {reasons}",
            caveat.name, caveat.measure_word, words.terms.colon, caveat.verdict_word
        )
    });
    lines.collect()
}

/// A long line over the width of three columns.
fn paragraph(sheet: &mut Worksheet, row: u32, line: &str, looks: &Looks) -> Result<(), XlsxError> {
    sheet.merge_range(row, WIDE, row, WIDE + 2, "", &looks.paragraph)?;
    text(sheet, (row, WIDE), line, &looks.paragraph)?;
    sheet.set_row_height(row, height(lines(line, 3.0 * PLAN_WIDTH, 10.0)))?;
    Ok(())
}
