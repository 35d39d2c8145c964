//! Second sheet: the sentence behind every figure, field by field.

use super::height::{height, lines};
use super::looks::Looks;
use super::{digits, number, text};
use crate::model::{Report, SourceSentence};
use crate::words::Words;
use plan_model::{Decimal, Year};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Column widths in characters, in the order of the columns.
const WIDTHS: [f64; 21] = [
    6.0, 12.0, 11.0, 24.0, 20.0, 10.0, 6.0, 10.0, 9.0, 10.0, 12.0, 8.0, 8.0, 14.0, 14.0, 10.0,
    28.0, 30.0, 66.0, 20.0, 10.0,
];

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    words: &Words,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(words.sheets[1])?;
    let label = &words.terms.label;
    let head = &words.head;
    let names = [
        head.number,
        label.region,
        label.indicator_type,
        label.indicator,
        head.name_as_written,
        label.measure,
        label.sign,
        label.value,
        label.value_max,
        label.unit,
        label.value_as_written,
        label.year_from,
        label.year,
        label.scope,
        label.relative_to,
        label.firmness,
        head.section,
        head.quote,
        head.sentence,
        head.responsible,
        label.status,
    ];
    for ((column, name), width) in (0..).zip(names).zip(WIDTHS) {
        text(sheet, (0, column), name, &looks.column_head)?;
        sheet.set_column_width(column, width)?;
    }
    for (source, row) in report.sources.iter().zip(1..) {
        line(sheet, row, source, looks)?;
    }
    let last = u16::try_from(names.len() - 1).unwrap_or(u16::MAX);
    if let Ok(rows) = u32::try_from(report.sources.len()) {
        sheet.autofilter(0, 0, rows.max(1), last)?;
    }
    sheet.set_freeze_panes(1, 4)?;
    sheet
        .set_landscape()
        .set_paper_size(8)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.25, 0.3);
    sheet.set_footer(words.footer);
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    source: &SourceSentence,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let value = |sheet: &mut Worksheet, column: u16, value: Option<Decimal>| match value {
        Some(value) => {
            let format = looks.whole.clone().set_num_format(digits(value, None));
            number(sheet, (row, column), value, &format)
        }
        None => sheet.write_blank(row, column, &looks.wrapped).map(|_| ()),
    };
    let year = |sheet: &mut Worksheet, column: u16, year: Option<Year>| match year {
        Some(year) => sheet
            .write_number_with_format(row, column, year.0, &looks.whole)
            .map(|_| ()),
        None => sheet.write_blank(row, column, &looks.wrapped).map(|_| ()),
    };
    sheet.write_number_with_format(row, 0, source.number, &looks.whole)?;
    value(sheet, 7, source.value)?;
    value(sheet, 8, source.value_max)?;
    year(sheet, 11, source.year_from)?;
    year(sheet, 12, source.year)?;
    let responsible = source.responsible.join("、");
    let words: [(u16, &str); 16] = [
        (1, &source.region),
        (2, &source.type_word),
        (3, &source.indicator_name),
        (4, &source.name_as_written),
        (5, &source.measure_word),
        (6, source.op.word()),
        (9, source.unit.as_deref().unwrap_or_default()),
        (10, source.value_as_written.as_deref().unwrap_or_default()),
        (13, source.scope.as_deref().unwrap_or_default()),
        (14, source.relative_to.as_deref().unwrap_or_default()),
        (15, &source.firmness_word),
        (16, &source.section_titles),
        (17, &source.quote),
        (18, &source.sentence),
        (19, &responsible),
        (20, &source.status_word),
    ];
    let mut tallest = 1;
    for (column, word) in words {
        text(sheet, (row, column), word, &looks.wrapped)?;
        tallest = tallest.max(lines(word, WIDTHS[usize::from(column)], 10.0));
    }
    sheet.set_row_height(row, height(tallest))?;
    Ok(())
}
