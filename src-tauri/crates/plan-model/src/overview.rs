//! The overview page: plans side by side as columns.

use crate::{IndicatorType, PlanId, PlanMeta, Year};
use serde::{Deserialize, Serialize};

/// The overview of the shown plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Overview {
    /// One per plan, in the order shown.
    pub plans: Vec<PlanOverview>,
    /// First year on the common horizon axis.
    pub first_year: Option<Year>,
    /// Last year on the common horizon axis.
    pub last_year: Option<Year>,
    /// Indicators stated by at least two of the shown plans.
    pub shared_indicators: u32,
    /// Indicators stated by any of the shown plans.
    pub indicators: u32,
}

/// One plan's column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanOverview {
    /// The plan.
    pub plan: PlanId,
    /// Place in the library's order, from 0: gives the plan its colour.
    pub colour: u32,
    /// What it says about itself.
    pub meta: PlanMeta,
    /// Name of the source file.
    pub source_name: String,
    /// Length of the frozen text in characters.
    pub characters: u32,
    /// Targets (mentions), rejected ones left out.
    pub targets: u32,
    /// The same by indicator type, in the domain's order.
    pub types: Vec<TypeCount>,
    /// The same by target year, ascending; `null` for none stated.
    pub years: Vec<YearCount>,
    /// Work items of kind task.
    pub tasks: u32,
    /// Work items of kind task that hold at least one target.
    pub quantified_tasks: u32,
    /// Incentive items.
    pub incentives: u32,
    /// Safeguard items.
    pub safeguards: u32,
    /// Units named as responsible in most items, most named first.
    pub units: Vec<UnitCount>,
    /// Numerals in the text that are no target, and how many of them the rules could not explain.
    pub other_numbers: u32,
    /// Of those, the ones of class `other`.
    pub unexplained_numbers: u32,
}

/// Number of targets of one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TypeCount {
    /// The type.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of targets.
    pub count: u32,
}

/// Number of targets of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct YearCount {
    /// The year; `null` for none stated.
    pub year: Option<Year>,
    /// Number of targets.
    pub count: u32,
}

/// How often a unit is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct UnitCount {
    /// The unit as written.
    pub unit: String,
    /// Items it leads or is responsible for.
    pub lead: u32,
    /// Items it supports.
    pub support: u32,
}
