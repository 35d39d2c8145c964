//! The indicator matrix: rows of indicators, a sub-row per measure, a column per plan. The same value is
//! drawn by the window, printed by the command line and written by the reports.

use crate::{
    Decimal, Derivation, Firmness, IndicatorType, Measure, Op, PairVerdict, PlanId, Reason,
    RegionLevel, TargetId, Verdict, Year,
};
use serde::{Deserialize, Serialize};

/// The whole comparison under one filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Matrix {
    /// Columns, in the order shown.
    pub plans: Vec<PlanColumn>,
    /// Types that have at least one row, in the domain's order.
    pub groups: Vec<MatrixGroup>,
    /// Targets (mentions) shown.
    pub targets_shown: u32,
    /// Targets (mentions) of the shown plans before filtering by anything but plans.
    pub targets_total: u32,
}

/// Head of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanColumn {
    /// The plan.
    pub plan: PlanId,
    /// Its region; its title or file name when no region is known.
    pub region: String,
    /// Administrative level.
    pub region_level: Option<RegionLevel>,
    /// The region above.
    pub parent_region: Option<String>,
    /// Kind of document.
    pub genre: Option<String>,
    /// The year most of its targets are for; cells print a year only when theirs differs.
    pub main_year: Option<Year>,
    /// Number of targets of this plan shown.
    pub targets: u32,
    /// Place in the library's order, from 0: gives the plan its colour everywhere.
    pub colour: u32,
}

/// All rows of one indicator type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MatrixGroup {
    /// The type.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of targets shown in it.
    pub targets: u32,
    /// The same by column.
    pub plan_targets: Vec<u32>,
    /// Its indicators.
    pub rows: Vec<IndicatorRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct IndicatorRow {
    /// Canonical Chinese name.
    pub indicator: String,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// Definition, when the lexicon knows the indicator.
    pub definition: Option<String>,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of shown plans that state it in any measure.
    pub plan_count: u32,
    /// One per measure, in the domain's order of measures.
    pub sub_rows: Vec<SubRow>,
}

/// One indicator in one measure: the only place where figures may stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SubRow {
    /// The measure.
    pub measure: Measure,
    /// The unit that harmonised values are in; `None` when units are of different dimension or absent.
    pub unit: Option<String>,
    /// One cell per column.
    pub cells: Vec<Cell>,
    /// Weakest verdict among the pairs of plans with a number; `E` when two or more plans speak but fewer
    /// than two give a number; `None` when only one plan speaks.
    pub verdict: Option<Verdict>,
    /// Why: all reasons of its pairs, merged.
    pub reasons: Vec<Reason>,
    /// Every pair of plans that speak.
    pub pairs: Vec<PairVerdict>,
    /// What the figures are measured against, when the analyst chose something and it has a figure here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub benchmark: Option<BenchmarkFigure>,
}

/// The figure of a sub-row that the others are measured against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BenchmarkFigure {
    /// The figure, in the sub-row's unit. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: Decimal,
    /// The sub-row's unit.
    pub unit: Option<String>,
    /// The year it is for.
    pub year: Option<Year>,
    /// The plans whose figures stand in it: one, or those of the median, in column order.
    pub plans: Vec<PlanId>,
}

/// How far a figure lies from the benchmark, under the verdict between the two. Where they do not compare there is
/// none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Difference {
    /// The figure less the benchmark, in the sub-row's unit. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub absolute: Decimal,
    /// The same in per cent of the benchmark, to two decimals; `None` when that is zero, and where per cent would say
    /// nothing: of shares, rates and places.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// A, B, or C with its conditions in `reasons`.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What one plan says in one sub-row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing here, and why.
    Empty {
        /// Why.
        reason: EmptyReason,
    },
    /// One statement, or several that differ (other year, other scope).
    Stated {
        /// Statements, the plan's main year first.
        statements: Vec<Statement>,
        /// Statements for other years than the one the analyst chose to look at: shown, but neither compared nor
        /// charted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Statement>>"))]
        set_aside: Vec<Statement>,
    },
}

/// Why a cell is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum EmptyReason {
    /// The plan does not mention the indicator in this measure.
    NotMentioned,
    /// The plan mentions the indicator, but only in another measure.
    OtherMeasure,
    /// The plan mentions it only relative to a benchmark, in another measure.
    OnlyRelative,
    /// The plan's target was rejected in review.
    Rejected,
    /// The plan mentions it, but the filter hides that target.
    FilteredOut,
    /// The plan could not be read.
    Unread,
}

/// What a plan commits to, with every mention that says the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Statement {
    /// How the value bounds the commitment.
    pub op: Op,
    /// As stated, in the stated unit. Decimal as text.
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
    /// The value in the sub-row's unit; equal to `value` when no conversion is needed.
    pub harmonised: Option<Harmonised>,
    /// Every target that says this, in order of place.
    pub mentions: Vec<TargetId>,
    /// Lowest confidence among the mentions, 0 to 100.
    pub confidence: u8,
    /// How the figure was derived; absent for what the plan itself states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub derived: Option<Derivation>,
    /// How far it lies from the benchmark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub difference: Option<Difference>,
}

/// A value in the sub-row's common unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Harmonised {
    /// The value.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: Decimal,
    /// Upper end of a range.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value_max: Option<Decimal>,
    /// What the stated value was multiplied by; 1 when nothing was done.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub factor: Decimal,
}
