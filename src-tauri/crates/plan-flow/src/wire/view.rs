//! Views with a name.

use plan_model::PlanId;
use serde::{Deserialize, Serialize};

/// A view that the analyst gave a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NamedView {
    /// Its name, unique in the library.
    pub name: String,
    /// The window's own state, a JSON object.
    pub state: String,
    /// When it was saved, RFC 3339 in UTC.
    pub saved: String,
}

/// A view from a file that somebody shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SharedView {
    /// The name it had.
    pub name: String,
    /// Its state; the plans in it are numbered as in the library it comes from.
    pub state: String,
    /// The plans of that library, each with the same plan here.
    pub plans: Vec<SharedPlan>,
}

/// A plan that a shared view may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SharedPlan {
    /// Its number in the library the view comes from.
    pub there: PlanId,
    /// Its number here; `None` when this library does not have it.
    pub here: Option<PlanId>,
    /// Region, else title, else file name.
    pub name: String,
}
