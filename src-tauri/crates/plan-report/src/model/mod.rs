//! The report as every writer sees it: already worded in one language, values still decimal. The words of
//! the plans are kept character by character.

mod figure;
mod policy;
mod prose;
mod source;

use crate::options::{Chapter, Template};
use plan_model::{RegionLevel, Year};
use plan_words::{Labelled, Language};
use serde::Serialize;

pub use figure::{Converted, Figure, IndicatorTable, ReportCell, ReportRow, ReportSubRow};
pub use policy::{InstrumentLine, InstrumentUses, TaskLine, TopicTable};
pub use prose::{ChapterHead, Piece, ReportChart, Sentence, SummaryPart};
pub use source::{Caveat, CaveatFigure, SourceSentence};

/// The comparison of some plans under one filter, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Language of everything that is not quoted.
    pub language: Language,
    /// How paged formats look.
    pub template: Template,
    /// The chapters to be written, in order: those chosen that have something to say.
    pub chapters: Vec<ChapterHead>,
    /// The title.
    pub title: String,
    /// Plans and extent, one line.
    pub subtitle: String,
    /// The day it was made, `YYYY-MM-DD`.
    pub date: String,
    /// The same, worded.
    pub generated_on: String,
    /// Targets (mentions) shown.
    pub targets_shown: u32,
    /// Targets (mentions) of the plans before filtering.
    pub targets_total: u32,
    /// What the comparison shows, computed from it.
    pub summary: Vec<SummaryPart>,
    /// How the figures came about and how to read them, a paragraph each with what it is about.
    pub method: Vec<Labelled>,
    /// The active filters; empty when everything is shown.
    pub filters: Vec<Labelled>,
    /// The plans, in column order.
    pub plans: Vec<PlanLine>,
    /// The comparison, one table per indicator type.
    pub tables: Vec<IndicatorTable>,
    /// Charts of what may be compared.
    pub charts: Vec<ReportChart>,
    /// Tasks by topic.
    pub topics: Vec<TopicTable>,
    /// Policy instruments by class.
    pub instruments: Vec<InstrumentLine>,
    /// Incentives, plan by plan.
    pub incentives: Vec<TaskLine>,
    /// Safeguards, plan by plan.
    pub safeguards: Vec<TaskLine>,
    /// Sub-rows that may not be compared, or only under a condition, with the reasons.
    pub not_comparable: Vec<Caveat>,
    /// The sentence behind every figure, numbered from 1.
    pub sources: Vec<SourceSentence>,
    /// Versions of program, rules and vocabulary.
    pub versions: Vec<Labelled>,
}

impl Report {
    /// The head of a chapter that is to be written; `None` for one that is not.
    #[must_use]
    pub fn chapter(&self, chapter: Chapter) -> Option<&ChapterHead> {
        self.chapters.iter().find(|head| head.chapter == chapter)
    }
}

/// One plan: the head of a column and a line of the plan table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    /// From 1, in column order.
    pub number: u32,
    /// Place in the library's order, from 0: gives the plan its colour.
    pub colour: u32,
    /// Its region, or its title or file name when no region is known.
    pub region: String,
    /// Administrative level as a code.
    pub region_level: Option<RegionLevel>,
    /// Second line of the head: level and region above.
    pub level_line: String,
    /// Third line of the head: main year and kind of document.
    pub genre_line: String,
    /// The year most of its targets are for.
    pub main_year: Option<Year>,
    /// Province.
    pub province: Option<String>,
    /// The region above that is not the province.
    pub parent_region: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Document number, 文号.
    pub doc_no: Option<String>,
    /// Issuing body.
    pub issuer: Option<String>,
    /// Date of issue, worded.
    pub issued: Option<String>,
    /// Period, worded.
    pub period: Option<String>,
    /// Goal years, worded.
    pub horizons: Option<String>,
    /// Kind of document.
    pub genre: Option<String>,
    /// Number of its targets shown.
    pub targets: u32,
    /// Name of the source file.
    pub source_name: String,
    /// Hexadecimal SHA-256 of the source bytes.
    pub source_sha256: String,
    /// The document as a reference after GB/T 7714.
    pub citation: String,
    /// What was noticed in it, worded.
    pub notes: Vec<String>,
}
