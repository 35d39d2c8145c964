//! Tables in a frozen text: what the columns of a sheet hold, and cells that show what stands above them.

use crate::{Span, Year};
use serde::{Deserialize, Serialize};

/// What a column of a table of targets holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ColumnRole {
    /// The name of the indicator.
    Name,
    /// Values to be reached.
    Value {
        /// The year by which, where all of the column is for one.
        year: Option<Year>,
    },
    /// Values of a year gone by.
    Baseline,
    /// Yearly growth up to the goal: 年均增长.
    Growth {
        /// The year by which.
        year: Option<Year>,
    },
    /// The unit of the values.
    Unit,
    /// The year by which, row by row.
    Year,
    /// How the value bounds the commitment: ≥, 不低于.
    Op,
    /// Whether the target binds (约束性) or is expected (预期性).
    Firmness,
    /// The responsible units.
    Responsible,
    /// Words that narrow the population.
    Scope,
    /// Anything else: running numbers, remarks, categories.
    Other,
}

/// How one sheet of a workbook is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SheetMapping {
    /// Name of the sheet.
    pub sheet: String,
    /// Lines of the sheet's text above the first row of values: titles and heads.
    pub body: u32,
    /// What each column of its text holds, from the left. Columns beyond are not read.
    pub columns: Vec<ColumnRole>,
}

/// A sheet of a workbook as a stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetText {
    /// Name of the sheet.
    pub sheet: String,
    /// Where its lines stand.
    pub span: Span,
    /// How an analyst said it is to be read; `None`: as its heads suggest.
    pub mapping: Option<SheetMapping>,
}

/// A cell that is empty in the text because it is merged with one above it, whose words hold for it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedCell {
    /// The byte at which the empty cell stands.
    pub at: u32,
    /// The words that hold for it.
    pub words: Span,
}

/// What reading knows of the tables in a text beyond the text itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextTables {
    /// Sheets of a workbook, in order.
    pub sheets: Vec<SheetText>,
    /// Merged cells, by place.
    pub merged: Vec<MergedCell>,
}

impl TextTables {
    /// Whether there is nothing to know.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty() && self.merged.is_empty()
    }

    /// The words that hold for the cell at `cell`: its own, or, where it is empty and merged, those above.
    #[must_use]
    pub fn reach(&self, cell: Span) -> Span {
        if !cell.is_empty() {
            return cell;
        }
        match self.merged.binary_search_by_key(&cell.start, |one| one.at) {
            Ok(at) => self.merged.get(at).map_or(cell, |one| one.words),
            Err(_) => cell,
        }
    }
}
