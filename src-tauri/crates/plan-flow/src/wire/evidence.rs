//! The evidence behind a cell: each mention in its sentence, and what it may be compared with.

use plan_model::{
    Decimal, Derivation, FieldConfidence, Firmness, IndicatorType, Measure, Op, PlanId, Reason,
    Statement, Status, TargetId, Verdict, Year,
};
use serde::{Deserialize, Serialize};

/// Which cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EvidenceQuery {
    /// The plan.
    pub plan: PlanId,
    /// Canonical indicator.
    pub indicator: String,
    /// Measure of the sub-row.
    pub measure: Measure,
}

/// Everything behind one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Evidence {
    /// The plan.
    pub plan: PlanId,
    /// Its region.
    pub region: String,
    /// Canonical indicator.
    pub indicator: String,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// Definition, when the lexicon knows the indicator.
    pub definition: Option<String>,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Measure of the sub-row.
    pub measure: Measure,
    /// The plan's mentions, in order of place.
    pub mentions: Vec<Mention>,
    /// How the figures of the cell were derived that no mention states as such.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Derivation>>"))]
    pub derived: Vec<Derivation>,
    /// What every other plan says of this indicator, in any measure, and how far it compares.
    pub comparisons: Vec<Comparison>,
    /// The plan as a reference: region, title, number, date.
    pub citation: String,
}

/// A place within `sentence`, in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Mark {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One mention in its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Mention {
    /// The target.
    pub target: TargetId,
    /// As worded.
    pub name: String,
    /// How the value bounds the commitment.
    pub op: Op,
    /// As stated. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value: Option<Decimal>,
    /// Upper end of a range.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value_max: Option<Decimal>,
    /// As stated.
    pub unit: Option<String>,
    /// The year by which.
    pub year: Option<Year>,
    /// First year, when stated.
    pub year_from: Option<Year>,
    /// Words that narrow the population.
    pub scope: Option<String>,
    /// Benchmark of a relative target.
    pub relative_to: Option<String>,
    /// Whether the words bind or aim.
    pub firmness: Firmness,
    /// Review status.
    pub status: Status,
    /// 0 to 100: the least of the strict fields.
    pub confidence: u8,
    /// How sure the extractor is of each field, and by which rule; empty when that was not kept.
    pub fields: Vec<FieldConfidence>,
    /// Whether a person should look at it before the figure is used.
    pub needs_review: bool,
    /// The rule that found it.
    pub rule: String,
    /// The sentence of the frozen text, character by character.
    pub sentence: String,
    /// The quotation within the sentence.
    pub quote: Mark,
    /// The value within the sentence.
    pub value_mark: Option<Mark>,
    /// Sections from the top to the one it stands in.
    pub sections: Vec<SectionStep>,
    /// Units named as responsible by that section.
    pub responsible: Vec<String>,
    /// What has happened to it, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// One step of a section path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SectionStep {
    /// Number in normal form.
    pub number: String,
    /// Heading.
    pub title: String,
}

/// One event in a target's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct HistoryEntry {
    /// When, RFC 3339.
    pub at: String,
    /// What, a stable snake_case word: `extracted`.
    pub action: String,
    /// By what: extractor and lexicon version, or a person.
    pub by: String,
}

/// What another plan says of the same indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Comparison {
    /// The other plan.
    pub plan: PlanId,
    /// Its region.
    pub region: String,
    /// Its measure.
    pub measure: Measure,
    /// What it says.
    pub statement: Statement,
    /// How far it compares with the cell.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
}
