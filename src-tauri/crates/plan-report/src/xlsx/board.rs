//! Where things stand on the first sheet: which columns, how wide.

use crate::model::{Report, ReportCell};
use plan_words::grouped;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Columns before the first plan: type, indicator, measure, unit.
pub(super) const FIRST_PLAN: u16 = 4;
/// Columns per plan: sign, number, remark, sources.
pub(super) const PER_PLAN: u16 = 4;
/// Width of the indicator's column in characters.
pub(super) const INDICATOR: f64 = 27.0;
/// Width of a remark's column.
pub(super) const REMARK: f64 = 12.0;
/// Width of a source's column.
const SOURCE: f64 = 6.0;
/// Width of the reasons' column.
pub(super) const REASONS: f64 = 30.0;

/// The first column of a plan.
pub(super) fn plan_column(index: usize) -> u16 {
    FIRST_PLAN.saturating_add(
        u16::try_from(index)
            .unwrap_or(u16::MAX)
            .saturating_mul(PER_PLAN),
    )
}

/// The column of the reasons: the last one. The verdict stands before it.
pub(super) fn last_column(report: &Report) -> u16 {
    plan_column(report.plans.len()).saturating_add(1)
}

/// Sets all widths. A plan's numbers get the room that its longest needs, so that signs stay close to them.
pub(super) fn set_widths(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    for (column, width) in [(0, 9.0), (1, INDICATOR), (2, 9.0), (3, unit_width(report))] {
        sheet.set_column_width(column, width)?;
    }
    for index in 0..report.plans.len() {
        let first = plan_column(index);
        let digits = longest(report, index).clamp(4, 16) + 1;
        for (column, width) in [(0, 3.0), (1, f64::from(digits)), (2, REMARK), (3, SOURCE)] {
            sheet.set_column_width(first + column, width)?;
        }
    }
    let last = last_column(report);
    sheet.set_column_width(last - 1, 14.0)?;
    sheet.set_column_width(last, REASONS)?;
    Ok(())
}

/// Width of the unit's column: room for the longest word of a unit.
pub(super) fn unit_width(report: &Report) -> f64 {
    let rows = report.tables.iter().flat_map(|table| &table.rows);
    let units = rows
        .flat_map(|row| &row.sub_rows)
        .filter_map(|row| row.unit.as_deref());
    let words = units.flat_map(|unit| unit.split(' '));
    let widest = words.map(|word| {
        word.chars()
            .map(|ch| if ch.is_ascii() { 1 } else { 2 })
            .sum()
    });
    f64::from(widest.max().unwrap_or(0_u32).clamp(8, 16)) + 1.0
}

/// Characters of the longest number of a plan.
fn longest(report: &Report, plan: usize) -> u32 {
    let rows = report.tables.iter().flat_map(|table| &table.rows);
    let cells = rows
        .flat_map(|row| &row.sub_rows)
        .filter_map(|row| row.cells.get(plan));
    let figures = cells.flat_map(|cell| match cell {
        ReportCell::Stated { figures } => figures.as_slice(),
        ReportCell::Empty { .. } => &[],
    });
    let characters = figures.filter_map(|figure| {
        let max = figure.value_max.map_or(0, |max| grouped(max).len() + 1);
        Some(grouped(figure.value?).len() + max)
    });
    u32::try_from(characters.max().unwrap_or(0)).unwrap_or(u32::MAX)
}
