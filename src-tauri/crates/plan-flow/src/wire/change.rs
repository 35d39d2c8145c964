//! Undo, redo and history as the window sees them.

use plan_model::{BatchKind, PlanId, TargetId};
use serde::{Deserialize, Serialize};

/// One undoable step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeBatch {
    /// Its number; later steps have higher ones.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub batch: i64,
    /// When, RFC 3339.
    pub at: String,
    /// What it did.
    pub kind: BatchKind,
    /// What it was about: an indicator, a plan, a file. Shown as it is.
    pub subject: Option<String>,
    /// How many targets, plans or words it touched.
    pub count: u32,
}

/// What Undo and Redo would do just now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeState {
    /// The step that Undo would take back.
    pub undo: Option<ChangeBatch>,
    /// The step that Redo would do again.
    pub redo: Option<ChangeBatch>,
}

/// The answer of every command that changes data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeAnswer {
    /// The step that was done, taken back or done again; `null` when there was nothing to change.
    pub batch: Option<ChangeBatch>,
    /// What Undo and Redo would do now.
    pub state: ChangeState,
}

/// One step of the history of a target or a plan, with what it did to the thing asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct HistoryStep {
    /// When, RFC 3339.
    pub at: String,
    /// What: the word of a kind of change, or `extracted` for the beginning of a target.
    pub action: String,
    /// `hand`, or the rule: extractor and lexicon version, the synonym.
    pub by: String,
    /// The library that it was made in and merged from; `null` when it was made here.
    pub library: Option<String>,
    /// What it was about.
    pub subject: Option<String>,
    /// Every field that changed.
    pub fields: Vec<FieldChange>,
}

/// One field from what to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FieldChange {
    /// The target, when it is a target's field.
    pub target: Option<TargetId>,
    /// The plan.
    pub plan: Option<PlanId>,
    /// Name of the field, a stable snake_case word: those of EditField, `status`, those of PlanMeta, `tag`,
    /// `removed`, `version_of`, `synonym`, `target` (a whole target came or went).
    pub field: String,
    /// Before, as text; `null` when it was empty or did not exist.
    pub before: Option<String>,
    /// After, as text.
    pub after: Option<String>,
}

/// Asking for the library's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeQuery {
    /// Only what touched this plan or its targets.
    pub plan: Option<PlanId>,
    /// How many steps to leave out, counted from the newest.
    pub offset: u32,
    /// How many steps to give at most.
    pub limit: u32,
}

/// A page of the library's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangePage {
    /// The steps.
    pub steps: Vec<ChangeStep>,
    /// How many there are in all.
    pub total: u32,
}

/// One step of the library's history with what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeStep {
    /// The step.
    pub batch: ChangeBatch,
    /// `hand`, or the rule that did it on a person's word.
    pub by: String,
    /// What it changed, in the order in which it was done; the first few in a page of the history.
    pub things: Vec<ChangedThing>,
    /// How many things it changed in all, or how many of the plan asked for.
    pub count: u32,
}

/// One target, plan or wording that a step changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangedThing {
    /// The plan; `null` for a wording.
    pub plan: Option<PlanId>,
    /// Region of the plan, else its title or file name.
    pub plan_name: Option<String>,
    /// The target, when it is one.
    pub target: Option<TargetId>,
    /// Indicator of the target: its present one, else the one it had when it went.
    pub indicator: Option<String>,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// Whether it is still there to be shown: not taken away, its plan neither removed nor replaced by a version.
    pub here: bool,
    /// Every field that changed.
    pub fields: Vec<FieldChange>,
}
