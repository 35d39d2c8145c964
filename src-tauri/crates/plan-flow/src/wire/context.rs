//! The context table: figures about regions that the analyst enters or imports.

use crate::wire::change::ChangeAnswer;
use plan_model::{ContextFigure, ContextVariable, Year};
use serde::{Deserialize, Serialize};

/// A figure as it is typed, or as it stands in a row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextDraft {
    /// The region, as plans name it.
    pub region: String,
    /// What is counted: its word, or a usual name (常住人口, GDP).
    pub variable: String,
    /// The year it is for.
    pub year: String,
    /// The figure.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// The analyst's own remark.
    pub note: String,
}

/// A column of the context table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ContextField {
    /// The region.
    Region,
    /// What is counted.
    Variable,
    /// The year.
    Year,
    /// The figure.
    Value,
    /// The unit.
    Unit,
    /// The source.
    Source,
    /// The remark.
    Note,
}

/// What stands in the way of a figure: each field that cannot be as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextAnswer {
    /// The fields at fault; empty when the figure was written.
    pub problems: Vec<ContextField>,
    /// The step, and what Undo and Redo would do now.
    pub change: ChangeAnswer,
}

/// Which figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextKey {
    /// The region.
    pub region: String,
    /// What is counted.
    pub variable: ContextVariable,
    /// The year.
    pub year: Year,
}

/// What is understood of a table before anything is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextPreview {
    /// Figures that were understood.
    pub figures: Vec<ContextFigure>,
    /// Of these, how many would take the place of another value.
    pub replaced: u32,
    /// Rows that were not.
    pub refused: Vec<RefusedRow>,
}

/// A row of a table that is no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RefusedRow {
    /// Its line, from 1.
    pub line: u32,
    /// Its words.
    pub words: String,
    /// The fields at fault.
    pub problems: Vec<ContextField>,
}
