//! What a report is built from: plain data that the use cases gather.

use crate::options::{Chapter, Template};
use plan_model::{
    Choices, Filter, Matrix, NoteCode, Offsets, PlanId, PlanMeta, Status, Target, TargetId, Task,
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
    /// The document as a reference after GB/T 7714.
    pub citation: String,
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

/// One task, incentive or safeguard with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTask {
    /// The plan it stands in.
    pub plan: PlanId,
    /// Everything found in it.
    pub task: Task,
    /// The words of `task.span`, character by character.
    pub text: String,
    /// Place of `task.span` in the frozen text, in code points.
    pub place: Offsets,
}

/// A chart, drawn and worded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportPicture {
    /// What it is about: the caption, without a number.
    pub title: String,
    /// Unit and years, or what is counted; empty when the title says it.
    pub subtitle: String,
    /// How far the figures compare, and what is left out.
    pub notes: Vec<String>,
    /// What the picture says, for those who do not see it.
    pub description: String,
    /// Heads of its data.
    pub heads: Vec<String>,
    /// Its data, a cell for each head.
    pub rows: Vec<Vec<String>>,
    /// The targets behind its figures.
    pub targets: Vec<TargetId>,
    /// Width of the drawing, in pixels of 1/96 inch.
    pub width: u32,
    /// Height, in the same.
    pub height: u32,
    /// The drawing as SVG that stands alone.
    pub svg: String,
    /// The same as PNG, at least two dots for each pixel; empty when the format holds SVG or no pictures.
    pub png: Vec<u8>,
}

/// How well extraction agreed with the annotation by hand, as it was last measured. Ratios as they were written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accuracy {
    /// Documents annotated.
    pub documents: u32,
    /// Targets annotated.
    pub annotated: u32,
    /// Targets found.
    pub found: u32,
    /// F1 of the places of targets, 0 to 1.
    pub detection_f1: String,
    /// F1 of targets right in every field, 0 to 1.
    pub strict_f1: String,
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
    /// Tasks, incentives and safeguards of the plans, in order of place; needed only for chapters made of them.
    pub tasks: &'a [ReportTask],
    /// The charts, in the order shown; needed only for their chapter.
    pub charts: &'a [ReportPicture],
    /// The chapters wanted, in any order.
    pub chapters: &'a [Chapter],
    /// How paged formats look.
    pub template: Template,
    /// The language of heads and notes.
    pub language: Language,
    /// The units of the tables.
    pub units: UnitMode,
    /// The day of the report, `YYYY-MM-DD`. Core stages have no clock.
    pub today: String,
    /// What was measured of the extraction, when anything was.
    pub accuracy: Option<Accuracy>,
    /// Version of the program.
    pub app_version: String,
    /// Version of the extraction rules.
    pub extractor_version: u32,
    /// Version of the vocabulary.
    pub lexicon_version: String,
}
