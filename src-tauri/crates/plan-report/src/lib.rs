//! One report model to xlsx, docx, html, csv and json.
//!
//! [`build`] words a comparison in one language; [`write`] turns the result into a file's bytes. Invariants:
//! a number leaves as a number with the digits it came with; nothing from a plan is ever taken for a formula
//! or for markup; the same report gives the same bytes.

mod build;
mod caveat;
mod chapter;
mod comparison;
mod csv;
mod docx;
mod html;
mod input;
mod json;
mod manuscript;
mod method;
mod model;
mod number;
mod options;
mod palette;
mod plan_line;
mod policy;
mod remark;
mod shown;
mod source;
mod summary;
mod text;
mod words;
mod xlsx;

pub use build::build;

pub use input::{
    Accuracy, ReportInput, ReportMention, ReportPicture, ReportPlan, ReportTask, UnitMode,
};
pub use manuscript::{
    Beside, Block, Cell, Column, Line, LineLook, Manuscript, Part, Picture, Row, Run, RunLook,
    Table, TableKind, manuscript,
};
pub use model::{
    Caveat, CaveatFigure, ChapterHead, Converted, Figure, IndicatorTable, InstrumentLine,
    InstrumentUses, Piece, PlanLine, Report, ReportCell, ReportChart, ReportRow, ReportSubRow,
    Sentence, SourceSentence, SummaryPart, TaskLine, TopicTable,
};
pub use options::{Chapter, Template};

pub use plan_words::{Labelled, Language};

/// File formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Excel workbook.
    Xlsx,
    /// Word document.
    Docx,
    /// A page in one file.
    Html,
    /// Comma-separated values, UTF-8 with BOM.
    Csv,
    /// JSON.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Xlsx, Self::Docx, Self::Html, Self::Csv, Self::Json];

    /// The file name's ending, without the dot; also the word on the command line.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format a file name's ending stands for.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|f| f.extension().eq_ignore_ascii_case(extension))
    }
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The workbook could not be made.
    #[error("the workbook could not be made")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The document could not be packed.
    #[error("the document could not be packed")]
    Package(#[from] zip::result::ZipError),
    /// Bytes could not be written to memory.
    #[error("the report could not be written to memory")]
    Memory(#[from] std::io::Error),
    /// The report could not be written as JSON.
    #[error("the report could not be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// The bytes of `report` in `format`.
///
/// # Errors
/// When a writer refuses, which only a report beyond the limits of its format can bring about.
pub fn write(report: &Report, format: Format) -> Result<Vec<u8>, ReportError> {
    match format {
        Format::Xlsx => xlsx::write(report),
        Format::Docx => docx::write(report),
        Format::Html => Ok(html::write(report)),
        Format::Csv => Ok(csv::write(report)),
        Format::Json => json::write(report),
    }
}
