//! One plan: its text with everything marked in it, corrections to what it says about itself, its versions, and
//! reading it anew.

use super::change::ChangeAnswer;
use super::evidence::Mark;
use super::library::PlanSummary;
use plan_model::{FieldFault, NumberClass, PlanId, SectionKind, Status, TargetId};
use serde::{Deserialize, Serialize};

/// What became of a correction. With problems, nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanAnswer {
    /// What stands in the way; empty when all was written.
    pub problems: Vec<MetaProblem>,
    /// The plan as it is now.
    pub plan: PlanSummary,
    /// The step, and what Undo and Redo would do now.
    pub change: ChangeAnswer,
}

/// Why a field of the metadata cannot be as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MetaProblem {
    /// Name of the field, as in PlanMeta.
    pub field: String,
    /// Why.
    pub fault: FieldFault,
}

/// The frozen text of a plan. All places are UTF-16 units of `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanText {
    /// The plan.
    pub plan: PlanId,
    /// The text.
    pub text: String,
    /// Its sections, in document order.
    pub sections: Vec<TextSection>,
    /// Stretches that belong to the web page.
    pub furniture: Vec<Mark>,
    /// Its targets, in order of place; rejected ones too.
    pub targets: Vec<TextTarget>,
    /// Its other numerals.
    pub numbers: Vec<TextNumber>,
}

/// A section in its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TextSection {
    /// Number in normal form.
    pub number: String,
    /// Heading.
    pub title: String,
    /// Depth: 1 for the top.
    pub depth: u8,
    /// What it is for.
    pub kind: SectionKind,
    /// Number and heading.
    pub heading: Mark,
    /// The whole section.
    pub place: Mark,
}

/// A target in its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TextTarget {
    /// The target.
    pub target: TargetId,
    /// Canonical indicator.
    pub indicator: String,
    /// Where it stands in review.
    pub status: Status,
    /// The quotation.
    pub quote: Mark,
    /// The value.
    pub value: Option<Mark>,
}

/// Another numeral in its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TextNumber {
    /// Where.
    pub place: Mark,
    /// What it is.
    pub class: NumberClass,
}

/// A plan that was removed and can be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RemovedPlan {
    /// The plan.
    pub plan: PlanSummary,
    /// When it was removed, RFC 3339, where that is known.
    pub removed_at: Option<String>,
}

/// What reading plans anew would change, or has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReextractAnswer {
    /// One per plan.
    pub plans: Vec<ReextractedPlan>,
    /// The step; nothing is changed by a preview.
    pub change: ChangeAnswer,
}

/// What reading one plan anew changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReextractedPlan {
    /// The plan.
    pub plan: PlanId,
    /// Region of the plan, else its title or file name.
    pub plan_name: String,
    /// Versions of rules and vocabulary it was read with.
    pub from_version: String,
    /// Those of this program.
    pub to_version: String,
    /// Targets that come out the same.
    pub same: u32,
    /// Targets that a person decided and that therefore stay as they are.
    pub kept: u32,
    /// Every difference, in order of place.
    pub differences: Vec<ReextractedTarget>,
}

/// One difference between what is stored and what the rules of this program find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReextractedTarget {
    /// The stored target; `null` for one that is new.
    pub target: Option<TargetId>,
    /// What happens to it.
    pub outcome: ReextractOutcome,
    /// The quotation: the new one, else the stored one.
    pub quote: String,
    /// Every field that differs.
    pub fields: Vec<ReextractedField>,
}

/// What happens to a target when its plan is read anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReextractOutcome {
    /// It is found for the first time.
    New,
    /// Nobody had decided it, and it is found differently now.
    Changed,
    /// Nobody had decided it, and it is not found any more.
    Gone,
    /// A person decided it; the rules find it differently now, and it stays.
    KeptThoughDifferent,
    /// A person decided it; the rules do not find it any more, and it stays.
    KeptThoughGone,
}

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReextractedField {
    /// Its name.
    pub field: String,
    /// As stored.
    pub stored: Option<String>,
    /// As found now.
    pub found: Option<String>,
}
