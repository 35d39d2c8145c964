//! What stands behind the figures: the sentences, and the limits of comparing.

use crate::number::as_optional_number;
use plan_model::{Decimal, Firmness, IndicatorType, Measure, Offsets, Op, Status, Verdict, Year};
use serde::Serialize;

/// A sub-row whose figures do not simply stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caveat {
    /// Canonical Chinese name: the key.
    pub indicator: String,
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
    /// What the plans state, in column order.
    pub stated: Vec<CaveatFigure>,
}

/// What one plan states where figures do not simply compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaveatFigure {
    /// The plan's region.
    pub region: String,
    /// The figure with sign, unit and what must be known beside it.
    pub text: String,
    /// Numbers of its source sentences.
    pub sources: Vec<u32>,
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
