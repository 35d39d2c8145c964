//! Targets and the other numbers of a text. Together they account for every numeral.

use crate::{
    CitedDocument, Decimal, FieldConfidence, Firmness, IndicatorType, Measure, Note, Op, PlanMeta,
    Span, Task, Year,
};
use serde::{Deserialize, Serialize};

/// One mention of a commitment to a quantity. Field meanings are those of the reference annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The shortest stretch that holds name, comparing words and value.
    pub quote: Span,
    /// The number with its unit; `None` for a target relative to a benchmark.
    pub value_span: Option<Span>,
    /// The indicator as the text words it.
    pub name: String,
    /// Canonical Chinese indicator name; the text's own wording when the lexicon does not know it.
    pub indicator: String,
    /// What the indicator is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// What kind of quantity it is.
    pub measure: Measure,
    /// How the value bounds the commitment.
    pub op: Op,
    /// The number as stated, in the stated unit (5.5 for 5.5万人; 1000 for 千家).
    pub value: Option<Decimal>,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Unit as stated: 家, 亿元, 万人, %, 件/万人. `None` for a pure ratio (2∶1) and relative targets.
    pub unit: Option<String>,
    /// The year by which.
    pub year: Option<Year>,
    /// First year, when the text states a start.
    pub year_from: Option<Year>,
    /// Benchmark of a relative target (全省平均水平).
    pub relative_to: Option<String>,
    /// Words that narrow the population (规模以上工业企业, 省级).
    pub scope: Option<String>,
    /// Whether the words bind or aim.
    pub firmness: Firmness,
    /// Path of the section it stands in; empty before the first section.
    pub section: String,
    /// Units named as responsible by that section, as written.
    pub responsible: Vec<String>,
    /// How sure the extractor is, 0 to 100: the least of the strict fields in `fields`.
    pub confidence: u8,
    /// How sure it is of each field, and why. Empty when the target was found before this was kept.
    pub fields: Vec<FieldConfidence>,
    /// The rule that found it, a stable snake_case word.
    pub rule: String,
}

/// What a numeral is when it is no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum NumberClass {
    /// A date, year or period.
    Date,
    /// Part of a document number, 文号.
    Docno,
    /// Part of a name or slogan.
    Name,
    /// An ordinal or a number in running text.
    Ordinal,
    /// A past result.
    Baseline,
    /// A threshold of eligibility.
    Condition,
    /// Anything else: a question to the analyst.
    Other,
}

impl NumberClass {
    /// Every class, in the order of the domain.
    pub const ALL: &'static [Self] = &[
        Self::Date,
        Self::Docno,
        Self::Name,
        Self::Ordinal,
        Self::Baseline,
        Self::Condition,
        Self::Other,
    ];

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Docno => "docno",
            Self::Name => "name",
            Self::Ordinal => "ordinal",
            Self::Baseline => "baseline",
            Self::Condition => "condition",
            Self::Other => "other",
        }
    }

    /// The class a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.word() == word)
    }
}

/// A numeral that is no target, with its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherNumber {
    /// The numeral with the words that give it its class (2025年, 皖政〔2022〕64号).
    pub span: Span,
    /// What it is.
    pub class: NumberClass,
}

/// Where a target stands in the analyst's review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As the extractor found it.
    Extracted,
    /// Confirmed by a person.
    Accepted,
    /// Changed by a person.
    Edited,
    /// Rejected by a person: kept, shown nowhere as a figure.
    Rejected,
}

impl Status {
    /// Every status, in the order of review.
    pub const ALL: &'static [Self] = &[
        Self::Extracted,
        Self::Accepted,
        Self::Edited,
        Self::Rejected,
    ];

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Accepted => "accepted",
            Self::Edited => "edited",
            Self::Rejected => "rejected",
        }
    }

    /// The status a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|status| status.word() == word)
    }
}

/// Everything found in one frozen text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// Version of the rules.
    pub extractor_version: u32,
    /// Version of the vocabulary.
    pub lexicon_version: String,
    /// What the plan says about itself.
    pub meta: PlanMeta,
    /// Documents the plan names as its ground, in order of place, each once.
    pub cited: Vec<CitedDocument>,
    /// Targets in order of place.
    pub targets: Vec<Target>,
    /// Lowest numbered work items, in order of place.
    pub tasks: Vec<Task>,
    /// Every other numeral, in order of place.
    pub other_numbers: Vec<OtherNumber>,
    /// What the extractor noticed.
    pub notes: Vec<Note>,
}
