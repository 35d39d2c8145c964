//! The review of targets: queue, corrections, targets added by hand, indicators renamed, synonyms.

use super::change::ChangeAnswer;
use super::evidence::{Mark, Mention};
use plan_model::{
    EditField, FacetCount, FieldFault, Filter, IndicatorType, Measure, PlanId, Status, TargetId,
};
use serde::{Deserialize, Serialize};

/// Which targets stand in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReviewScope {
    /// Those nobody has decided yet and that are less sure than the bound.
    ToReview,
    /// Those nobody has decided yet.
    Undecided,
    /// All that the filter shows.
    All,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReviewOrder {
    /// Least sure first.
    Confidence,
    /// As they stand in the plans, plan after plan.
    Place,
}

/// Asking for a page of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReviewQuery {
    /// The filter of all pages. Its `status` chooses among the four; empty: all but the rejected.
    pub filter: Filter,
    /// Which of the targets shown by it.
    pub scope: ReviewScope,
    /// In which order.
    pub order: ReviewOrder,
    /// How many to leave out at the start.
    pub offset: u32,
    /// How many to give at most; 0 gives the counts alone.
    pub limit: u32,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReviewPage {
    /// The targets.
    pub items: Vec<ReviewItem>,
    /// All targets of the queue, in its order: what a bulk decision within the visible filter takes.
    pub queue: Vec<TargetId>,
    /// How many of those the filter shows are undecided and less sure than the bound.
    pub to_review: u32,
    /// How many of those the filter shows are undecided.
    pub undecided: u32,
    /// How many the filter shows in all.
    pub shown: u32,
    /// Status counts, the same as the facet of the comparison under this filter.
    pub status: Vec<FacetCount>,
    /// The bound of confidence below which a person should look.
    pub review_below: u8,
}

/// One target in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReviewItem {
    /// The target.
    pub target: TargetId,
    /// Its plan.
    pub plan: PlanId,
    /// Region of the plan, else its title or file name.
    pub plan_name: String,
    /// Place of the plan in the library's order: gives it its colour.
    pub colour: u32,
    /// Canonical indicator.
    pub indicator: String,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// What kind of quantity it is.
    pub measure: Measure,
    /// The analyst's remark.
    pub comment: Option<String>,
    /// Everything the evidence drawer shows of it.
    pub mention: Mention,
    /// The quotation in the whole text, in UTF-16 units.
    pub place: Mark,
    /// Where `mention.sentence` begins in the whole text, in UTF-16 units: a selection within the sentence
    /// plus this is a place in the text.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub sentence_start: u32,
    /// How many other targets of the library have this wording or this indicator: those that "apply to all like
    /// it" would touch.
    pub alike: u32,
}

/// A field and what shall stand in it, as typed. `null` empties the field. Numbers are decimals as text, years
/// four digits, closed vocabularies their words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FieldEdit {
    /// The field.
    pub field: EditField,
    /// What shall stand in it.
    pub value: Option<String>,
}

/// Why a field cannot be as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FieldProblem {
    /// The field; `null` for the place of a target that is added.
    pub field: Option<EditField>,
    /// Why.
    pub fault: FieldFault,
}

/// What became of a correction or a new target. With problems, nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TargetAnswer {
    /// What stands in the way; empty when all was written.
    pub problems: Vec<FieldProblem>,
    /// The target as it is now; `null` when nothing was written.
    pub item: Option<ReviewItem>,
    /// The step, and what Undo and Redo would do now.
    pub change: ChangeAnswer,
}

/// A target that a person adds by selecting its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TargetDraft {
    /// The plan.
    pub plan: PlanId,
    /// The selected words, in UTF-16 units of the whole text.
    pub quote: Mark,
    /// The number with its unit within the text, when it has one.
    pub value_mark: Option<Mark>,
    /// Its fields.
    pub fields: Vec<FieldEdit>,
}

/// Giving targets another canonical indicator. All targets of the library that have this wording, or this
/// indicator, are like it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RenameRequest {
    /// Targets worded so.
    pub wording: Option<String>,
    /// Targets that have this indicator now.
    pub indicator: Option<String>,
    /// The new canonical name.
    pub to: String,
}

/// What a renaming or a synonym would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RenamePreview {
    /// The new canonical name.
    pub to: String,
    /// Whether the vocabulary knows it.
    pub known: bool,
    /// The type the targets would have.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Every target that would change, plan after plan.
    pub items: Vec<RenameItem>,
    /// What the built-in vocabulary takes the wording for, when it takes it for something else.
    pub overrides: Option<String>,
}

/// One target that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RenameItem {
    /// The target.
    pub target: TargetId,
    /// Its plan.
    pub plan: PlanId,
    /// Region of the plan, else its title or file name.
    pub plan_name: String,
    /// As worded.
    pub name: String,
    /// Its quotation.
    pub quote: String,
    /// Its indicator now.
    pub from: String,
    /// The indicator it would have.
    pub to: String,
    /// Where it stands in review.
    pub status: Status,
}

/// A wording that the analyst taught the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Synonym {
    /// As plans word it.
    pub wording: String,
    /// The canonical indicator.
    pub indicator: String,
}

/// A wording that was taught, with what it does in the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TaughtSynonym {
    /// As plans word it.
    pub wording: String,
    /// The canonical indicator.
    pub indicator: String,
    /// English name, when the vocabulary knows the indicator.
    pub indicator_en: Option<String>,
    /// When it was taught, RFC 3339, where the journal says so.
    pub since: Option<String>,
    /// Undecided targets that stand under the indicator because of it.
    pub follow: u32,
    /// Targets that a person decided under the indicator: they stay whatever becomes of the wording.
    pub decided: u32,
}

/// A name that an indicator can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct IndicatorName {
    /// Canonical name.
    pub indicator: String,
    /// English name, when the vocabulary knows it.
    pub indicator_en: Option<String>,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Targets of the library that have it.
    pub targets: u32,
}
