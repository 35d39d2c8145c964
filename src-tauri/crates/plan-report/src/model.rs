//! The report as every writer sees it: already worded in one language, values still decimal. The words of
//! the plans are kept character by character.

use crate::number::{as_number, as_optional_number};
use plan_model::{
    Decimal, Firmness, IndicatorType, Measure, Offsets, Op, RegionLevel, Status, Verdict, Year,
};
use plan_words::{Labelled, Language};
use serde::Serialize;

/// The comparison of some plans under one filter, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Language of everything that is not quoted.
    pub language: Language,
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
    /// How the figures came about and how to read them, a paragraph each.
    pub method: Vec<String>,
    /// The active filters; empty when everything is shown.
    pub filters: Vec<Labelled>,
    /// The plans, in column order.
    pub plans: Vec<PlanLine>,
    /// The comparison, one table per indicator type.
    pub tables: Vec<IndicatorTable>,
    /// Sub-rows that may not be compared, or only under a condition, with the reasons.
    pub not_comparable: Vec<Caveat>,
    /// The sentence behind every figure, numbered from 1.
    pub sources: Vec<SourceSentence>,
    /// Versions of program, rules and vocabulary.
    pub versions: Vec<Labelled>,
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
    /// What was noticed in it, worded.
    pub notes: Vec<String>,
}

/// All rows of one indicator type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorTable {
    /// The type as a code.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// The type as a word.
    pub title: String,
    /// How many indicators and targets, worded.
    pub extent: String,
    /// Targets by column.
    pub plan_targets: Vec<u32>,
    /// Its indicators.
    pub rows: Vec<ReportRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportRow {
    /// Canonical Chinese name: the key.
    pub indicator: String,
    /// Its name in the report's language.
    pub name: String,
    /// Definition, when known.
    pub definition: Option<String>,
    /// One per measure.
    pub sub_rows: Vec<ReportSubRow>,
}

/// One indicator in one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSubRow {
    /// The measure as a code.
    pub measure: Measure,
    /// The measure as a word.
    pub measure_word: String,
    /// The unit that all figures of this sub-row are shown in, when they share one.
    pub unit: Option<String>,
    /// One per plan.
    pub cells: Vec<ReportCell>,
    /// How far the cells may be compared; `None` when fewer than two plans speak.
    pub verdict: Option<Verdict>,
    /// The verdict as letter and word.
    pub verdict_word: String,
    /// Why, worded.
    pub reasons: Vec<String>,
}

/// What one plan says in one sub-row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReportCell {
    /// Nothing, and why.
    Empty {
        /// Why, worded.
        reason: String,
    },
    /// One figure, or several that differ.
    Stated {
        /// The figures, the plan's main year first.
        figures: Vec<Figure>,
    },
}

/// One commitment as a cell shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// How the value bounds the commitment, as a code.
    pub op: Op,
    /// The sign drawn before the number; empty for "equals".
    pub sign: String,
    /// The number, in `unit`. `None` for a target relative to a benchmark.
    #[serde(serialize_with = "as_optional_number")]
    pub value: Option<Decimal>,
    /// Upper end of a range, in `unit`.
    #[serde(serialize_with = "as_optional_number")]
    pub value_max: Option<Decimal>,
    /// The unit shown.
    pub unit: Option<String>,
    /// Number and unit as written, when the figure shown is converted.
    pub converted_from: Option<Converted>,
    /// The year by which.
    pub year: Option<Year>,
    /// The year worded, only when it is not the plan's main one.
    pub year_note: Option<String>,
    /// Words that narrow the population.
    pub scope: Option<String>,
    /// How it was derived, for a figure that the plan does not state; that it was set aside, for one of another
    /// year than the analyst looks at.
    pub note: Option<String>,
    /// The benchmark, worded with its sign, for a relative target.
    pub relative: Option<String>,
    /// Whether the words bind or aim.
    pub firmness: Firmness,
    /// Numbers of its source sentences.
    pub sources: Vec<u32>,
}

/// What a converted figure was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Converted {
    /// The value as stated.
    #[serde(serialize_with = "as_number")]
    pub value: Decimal,
    /// Upper end of a range as stated.
    #[serde(serialize_with = "as_optional_number")]
    pub value_max: Option<Decimal>,
    /// The unit as stated.
    pub unit: Option<String>,
    /// What it was multiplied by.
    #[serde(serialize_with = "as_number")]
    pub factor: Decimal,
}

/// A sub-row whose figures do not simply stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caveat {
    /// The indicator's name in the report's language.
    pub name: String,
    /// The measure as a word.
    pub measure_word: String,
    /// How far the cells may be compared.
    pub verdict: Verdict,
    /// The verdict as letter and word.
    pub verdict_word: String,
    /// Why, worded.
    pub reasons: Vec<String>,
}

/// The sentence behind a figure, with everything found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceSentence {
    /// From 1, in the order of the tables.
    pub number: u32,
    /// Number of the plan, from 1.
    pub plan: u32,
    /// Its region.
    pub region: String,
    /// Canonical Chinese name: the key.
    pub indicator: String,
    /// Its name in the report's language.
    pub indicator_name: String,
    /// The indicator as the plan words it.
    pub name_as_written: String,
    /// What it is about, as a code.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// What it is about, as a word.
    pub type_word: String,
    /// The measure as a code.
    pub measure: Measure,
    /// The measure as a word.
    pub measure_word: String,
    /// How the value bounds the commitment.
    pub op: Op,
    /// As stated, in the stated unit.
    #[serde(serialize_with = "as_optional_number")]
    pub value: Option<Decimal>,
    /// Upper end of a range.
    #[serde(serialize_with = "as_optional_number")]
    pub value_max: Option<Decimal>,
    /// As stated.
    pub unit: Option<String>,
    /// The number with its unit, character by character.
    pub value_as_written: Option<String>,
    /// The year by which.
    pub year: Option<Year>,
    /// First year, when stated.
    pub year_from: Option<Year>,
    /// Words that narrow the population.
    pub scope: Option<String>,
    /// Benchmark of a relative target.
    pub relative_to: Option<String>,
    /// Whether the words bind or aim, as a code.
    pub firmness: Firmness,
    /// The same as a word.
    pub firmness_word: String,
    /// Review status as a code.
    pub status: Status,
    /// The same as a word.
    pub status_word: String,
    /// Section path in normal form: `二/(一)/1`.
    pub section: String,
    /// Section path with headings.
    pub section_titles: String,
    /// Units named as responsible.
    pub responsible: Vec<String>,
    /// The quotation, character by character.
    pub quote: String,
    /// Its sentence, character by character.
    pub sentence: String,
    /// First code point of the quotation in the frozen text.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// How sure the extractor is, 0 to 100.
    pub confidence: u8,
    /// The rule that found it.
    pub rule: String,
}

impl SourceSentence {
    /// The place of the quotation in the frozen text, in code points.
    #[must_use]
    pub fn place(&self) -> Offsets {
        Offsets {
            start: self.start,
            end: self.end,
        }
    }
}
