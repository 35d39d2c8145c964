//! The lines of the first sheet: a sub-row takes a line per figure of the plan that states most of them.

use super::board::{INDICATOR, REASONS, REMARK, last_column, plan_column};
use super::height::{height, lines};
use super::looks::Looks;
use super::{digits, number, text};
use crate::model::{Figure, Report, ReportCell, ReportRow, ReportSubRow};
use crate::remark::remark;
use crate::words::Words;
use plan_model::Firmness;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

/// Excel opens a sheet with more links than this only after a repair.
const LINKS: usize = 60_000;
/// Point sizes of names and of small words.
const NAME: f64 = 10.0;
const SMALL: f64 = 9.0;

/// What all lines share.
pub(super) struct Lines<'r> {
    pub(super) report: &'r Report,
    pub(super) words: &'r Words,
    pub(super) looks: &'r Looks,
    /// Width of the unit's column.
    pub(super) unit_width: f64,
}

impl Lines<'_> {
    /// Writes a sub-row and answers the next free row. Every line repeats its names, so that filtering and
    /// sorting in Excel keep working; only the first time they stand out.
    pub(super) fn sub_row(
        &self,
        sheet: &mut Worksheet,
        first: u32,
        group: &str,
        of: &ReportRow,
        sub_row: &ReportSubRow,
    ) -> Result<u32, XlsxError> {
        let figures = |cell: &ReportCell| match cell {
            ReportCell::Stated { figures } => figures.len(),
            ReportCell::Empty { .. } => 0,
        };
        let most = sub_row.cells.iter().map(figures).max().unwrap_or(0).max(1);
        let opens = of.sub_rows.first() == Some(sub_row);
        for (line, row) in (0..most).zip(first..) {
            let stands_out = opens && line == 0;
            let mut tallest = self.names(sheet, row, group, of, sub_row, stands_out)?;
            for (index, cell) in sub_row.cells.iter().enumerate() {
                let at = (row, plan_column(index));
                let said = match cell {
                    ReportCell::Empty { reason } if line == 0 => self.empty(sheet, at, reason)?,
                    ReportCell::Stated { figures } if line < figures.len() => {
                        self.figure(sheet, at, &figures[line], sub_row.unit.as_deref())?
                    }
                    ReportCell::Empty { .. } | ReportCell::Stated { .. } => {
                        self.empty(sheet, at, "")?
                    }
                };
                tallest = tallest.max(said);
            }
            tallest = tallest.max(self.verdict(sheet, row, sub_row, line == 0)?);
            sheet.set_row_height(row, height(tallest))?;
        }
        Ok(first + u32::try_from(most).unwrap_or(u32::MAX))
    }

    /// Type, indicator, measure, unit. Answers the lines they take.
    fn names(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        group: &str,
        of: &ReportRow,
        sub_row: &ReportSubRow,
        stands_out: bool,
    ) -> Result<u32, XlsxError> {
        let name = if stands_out {
            &self.looks.name
        } else {
            &self.looks.name_again
        };
        let unit = sub_row.unit.as_deref().unwrap_or_default();
        text(sheet, (row, 0), group, &self.looks.muted)?;
        text(sheet, (row, 1), &of.name, name)?;
        text(sheet, (row, 2), &sub_row.measure_word, &self.looks.word)?;
        text(sheet, (row, 3), unit, &self.looks.muted)?;
        Ok(lines(&of.name, INDICATOR, NAME)
            .max(lines(unit, self.unit_width, SMALL))
            .max(lines(group, 9.0, SMALL)))
    }

    /// No number, and why.
    fn empty(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        reason: &str,
    ) -> Result<u32, XlsxError> {
        sheet.write_blank(row, column, &self.looks.sign)?;
        sheet.write_blank(row, column + 1, &self.looks.figure)?;
        text(sheet, (row, column + 2), reason, &self.looks.muted)?;
        sheet.write_blank(row, column + 3, &self.looks.muted)?;
        Ok(lines(reason, REMARK, SMALL))
    }

    /// A figure: its sign, its number, and what must be known beside it, leading to its sentence.
    fn figure(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        figure: &Figure,
        common_unit: Option<&str>,
    ) -> Result<u32, XlsxError> {
        let looks = self.looks;
        let shown = remark(figure, common_unit, self.report.language);
        match figure.value {
            Some(value) => {
                let look = match figure.firmness {
                    Firmness::Firm => &looks.figure,
                    Firmness::Soft => &looks.soft_figure,
                };
                let look = look.clone().set_num_format(digits(value, figure.value_max));
                text(sheet, (row, column), &figure.sign, &looks.sign)?;
                number(sheet, (row, column + 1), value, &look)?;
            }
            None => {
                self.empty(sheet, (row, column), "")?;
            }
        }
        text(sheet, (row, column + 2), &shown, &looks.muted)?;
        let numbers: Vec<String> = figure.sources.iter().map(u32::to_string).collect();
        match figure.sources.first() {
            Some(source) if self.report.sources.len() <= LINKS => {
                // One row of heads lies above the sentences.
                let place = format!("internal:'{}'!A{}", self.words.sheets[1], source + 1);
                let url = Url::new(place).set_text(numbers.join(", "));
                sheet.write_url_with_format(row, column + 3, url, &looks.link)?;
            }
            _ => text(sheet, (row, column + 3), &numbers.join(", "), &looks.muted)?,
        }
        Ok(lines(&shown, REMARK, SMALL))
    }

    /// The verdict with its reasons, once per sub-row.
    fn verdict(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        sub_row: &ReportSubRow,
        first: bool,
    ) -> Result<u32, XlsxError> {
        let (verdict, reasons) = match (first, sub_row.verdict) {
            (true, Some(_)) => (
                sub_row.verdict_word.as_str(),
                sub_row.reasons.join(self.words.terms.clause),
            ),
            _ => ("", String::new()),
        };
        let last = last_column(self.report);
        text(sheet, (row, last - 1), verdict, &self.looks.word)?;
        text(sheet, (row, last), &reasons, &self.looks.muted)?;
        Ok(lines(&reasons, REASONS, SMALL))
    }
}
