//! Excel workbook: the comparison as on screen, the sentence of every figure, plans and method. Numbers are
//! numbers, signs and units stand beside them, and text is text even when it begins like a formula.

mod board;
mod comparison;
mod height;
mod lines;
mod looks;
mod plans;
mod sources;

use crate::ReportError;
use crate::model::Report;
use crate::text::{clean, cut};
use crate::words::words;
use looks::Looks;
use plan_model::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Characters that one Excel cell holds.
const CELL_LIMIT: usize = 32_767;

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Result<Vec<u8>, ReportError> {
    let words = words(report.language);
    let looks = Looks::new();
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(&report.title)
        .set_subject(&report.subtitle);
    // Without a date of its own the file would carry the clock's, and no two exports would be the same.
    if let Ok(date) = ExcelDateTime::parse_from_str(&report.date) {
        properties = properties.set_creation_datetime(&date);
    } else {
        properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    }
    book.set_properties(&properties);
    comparison::write(book.add_worksheet(), report, words, &looks)?;
    sources::write(book.add_worksheet(), report, words, &looks)?;
    plans::write(book.add_worksheet(), report, words, &looks)?;
    Ok(book.save_to_buffer()?)
}

/// Excel's number of the paper: A4 while so few plans stay readable on it, else A3.
fn paper(report: &Report) -> u8 {
    let (a4, a3) = (9, 8);
    if report.plans.len() <= 3 { a4 } else { a3 }
}

/// Writes text as a text cell, whatever it begins with, without what a cell cannot hold.
fn text(
    sheet: &mut Worksheet,
    at: (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = clean(text);
    sheet.write_string_with_format(at.0, at.1, cut(&text, CELL_LIMIT), format)?;
    Ok(())
}

/// Writes a number. Excel stores binary doubles, and this is the one place where a value becomes one: the
/// double nearest to its decimal digits, which Excel shows with exactly these digits.
fn number(
    sheet: &mut Worksheet,
    at: (u32, u16),
    value: Decimal,
    format: &Format,
) -> Result<(), XlsxError> {
    match value.to_string().parse::<f64>() {
        Ok(double) => sheet.write_number_with_format(at.0, at.1, double, format)?,
        Err(_) => sheet.write_string_with_format(at.0, at.1, value.to_string(), format)?,
    };
    Ok(())
}

/// The number format that shows all digits of a value, in groups from ten thousand on, with the upper end of a
/// range behind it.
fn digits(value: Decimal, max: Option<Decimal>) -> String {
    let mut format = if value.abs() >= Decimal::from(10_000) {
        "#,##0".to_owned()
    } else {
        "0".to_owned()
    };
    if value.scale() > 0 {
        format.push('.');
        format.extend(std::iter::repeat_n('0', value.scale() as usize));
    }
    if let Some(max) = max {
        format.push_str(&format!("\"–{}\"", plan_words::grouped(max)));
    }
    format
}
