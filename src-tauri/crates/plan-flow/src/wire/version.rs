//! Earlier versions of a plan.

use super::library::PlanSummary;
use super::plan::PlanText;
use plan_model::{PlanId, Status, TargetId};
use serde::{Deserialize, Serialize};

/// An earlier version with its text, and how its targets differ from those of the plan as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct VersionAnswer {
    /// The earlier version.
    pub plan: PlanSummary,
    /// The plan that took over from it.
    pub current: PlanId,
    /// The text of the earlier version.
    pub text: PlanText,
    /// Targets that are the same in both.
    pub same: u32,
    /// Every difference: in order of place in the earlier text, then what is only in the plan as it is now.
    pub differences: Vec<VersionDifference>,
}

/// One target that is not the same in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct VersionDifference {
    /// Canonical indicator.
    pub indicator: String,
    /// In the earlier version; `null` when it came later.
    pub then: Option<VersionTarget>,
    /// In the plan as it is now; `null` when it went.
    pub now: Option<VersionTarget>,
    /// Every field that differs, when it is in both.
    pub fields: Vec<VersionField>,
}

/// A target in one of the versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct VersionTarget {
    /// The target.
    pub target: TargetId,
    /// Its quotation.
    pub quote: String,
    /// Where it stands in review.
    pub status: Status,
}

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct VersionField {
    /// Its name.
    pub field: String,
    /// In the earlier version.
    pub then: Option<String>,
    /// Now.
    pub now: Option<String>,
}
