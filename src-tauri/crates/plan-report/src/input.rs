//! What a report is built from: plain data that the use cases gather.

use plan_model::{
    Choices, Filter, Matrix, NoteCode, Offsets, PlanId, PlanMeta, Status, Target, TargetId,
};
use plan_words::Language;
use serde::Serialize;
use std::collections::BTreeMap;

/// Which units the tables show. The sources always show what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitMode {
    /// As each plan writes them.
    AsWritten,
    /// In the sub-row's common unit, the factor noted.
    Harmonised,
}

/// One plan of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPlan {
    /// The plan.
    pub plan: PlanId,
    /// What it says about itself.
    pub meta: PlanMeta,
    /// Name of the source file.
    pub source_name: String,
    /// Hexadecimal SHA-256 of the source bytes.
    pub source_sha256: String,
    /// What reading and extraction noticed: the code, and a count or quotation.
    pub notes: Vec<(NoteCode, Option<String>)>,
}

/// One mention with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportMention {
    /// The plan it stands in.
    pub plan: PlanId,
    /// Everything found in it.
    pub target: Target,
    /// Where it stands in the analyst's review.
    pub status: Status,
    /// The sentence of the frozen text, character by character.
    pub sentence: String,
    /// The words of `target.quote`.
    pub quote: String,
    /// The words of `target.value_span`.
    pub value_text: Option<String>,
    /// Place of the quotation in the frozen text, in code points.
    pub place: Offsets,
    /// Number and heading of every section from the top to the one it stands in.
    pub sections: Vec<(String, String)>,
}

/// Everything a report is made of.
#[derive(Debug, Clone)]
pub struct ReportInput<'a> {
    /// What is on screen.
    pub matrix: &'a Matrix,
    /// The filter that made it.
    pub filter: &'a Filter,
    /// What the analyst chose to assume and to measure against.
    pub choices: &'a Choices,
    /// At least every plan of the matrix.
    pub plans: &'a [ReportPlan],
    /// At least every mention that the matrix names.
    pub mentions: &'a BTreeMap<TargetId, ReportMention>,
    /// The language of heads and notes.
    pub language: Language,
    /// The units of the tables.
    pub units: UnitMode,
    /// The day of the report, `YYYY-MM-DD`. Core stages have no clock.
    pub today: String,
    /// Version of the program.
    pub app_version: String,
    /// Version of the extraction rules.
    pub extractor_version: u32,
    /// Version of the vocabulary.
    pub lexicon_version: String,
}
