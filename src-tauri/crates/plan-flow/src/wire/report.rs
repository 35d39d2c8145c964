//! Asking for a report.

use plan_chart::ChartChoice;
use plan_model::{Choices, Filter};
use serde::{Deserialize, Serialize};

/// File formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Excel workbook.
    Xlsx,
    /// Word document.
    Docx,
    /// Pages to read and print.
    Pdf,
    /// A page in one file.
    Html,
    /// Comma-separated values, UTF-8 with BOM.
    Csv,
    /// JSON.
    Json,
}

pub use plan_report::{Chapter, Template};
pub use plan_words::Language;

/// Units in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum UnitMode {
    /// As each plan writes them.
    AsWritten,
    /// In the sub-row's common unit, the factor noted.
    Harmonised,
}

/// What to write: what is on screen, unless the analyst chose otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReportRequest {
    /// The format.
    pub format: ReportFormat,
    /// The language of heads and notes; sentences stay as they are.
    pub language: Language,
    /// What is shown.
    pub filter: Filter,
    /// What the analyst chose to assume and to measure against.
    pub choices: Choices,
    /// Units as on screen.
    pub units: UnitMode,
    /// The chapters wanted, in any order. Tables of data hold everything that their format has a place for.
    pub chapters: Vec<Chapter>,
    /// How paged formats look.
    pub template: Template,
    /// The chart that the analyst made; `null`: charts of what most plans can be compared in.
    pub chart: Option<ChartChoice>,
}

/// Where the report went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReportOutcome {
    /// The file written; `null` when the analyst closed the dialog.
    pub path: Option<String>,
}
