//! The one filter of the product. Its field names are the command line's options, the saved view's keys and
//! the window's facets.

use crate::{Firmness, IndicatorType, Measure, Op, PlanId, RegionLevel, Status, Verdict, Year};
use serde::{Deserialize, Serialize};

/// What the analyst wants to see. An empty list means no restriction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Filter {
    /// Only these plans, in this order; empty: all, in library order.
    pub plans: Vec<PlanId>,
    /// Indicator types.
    #[serde(rename = "type")]
    pub indicator_type: Vec<IndicatorType>,
    /// Measures.
    pub measure: Vec<Measure>,
    /// Target years; `null` stands for "no year stated".
    pub year: Vec<Option<Year>>,
    /// Region levels of the plans.
    pub level: Vec<RegionLevel>,
    /// Region names.
    pub region: Vec<String>,
    /// Comparing signs.
    pub op: Vec<Op>,
    /// Firm or soft wording.
    pub firmness: Vec<Firmness>,
    /// Verdicts of pairs of plans: a sub-row is seen when any of its pairs has one of them.
    pub verdict: Vec<Verdict>,
    /// Review status.
    pub status: Vec<Status>,
    /// Responsible units, as written.
    pub unit: Vec<String>,
    /// In at least this many of the shown plans.
    pub shared: Option<u32>,
    /// In at most this many of the shown plans (1: only in one plan).
    pub shared_max: Option<u32>,
    /// Only sub-rows in which two plans commit to different things: another value, bound, benchmark or
    /// population. Another target year alone is no difference.
    pub differences: bool,
    /// Words that the indicator, the wording or the scope must contain.
    pub text: Option<String>,
    /// What must not be seen, whatever else asks for it.
    pub exclude: Exclusions,
}

impl Filter {
    /// Whether a pair of plans of this verdict is to be seen.
    #[must_use]
    pub fn takes_verdict(&self, verdict: Verdict) -> bool {
        (self.verdict.is_empty() || self.verdict.contains(&verdict))
            && !self.exclude.verdict.contains(&verdict)
    }

    /// Whether any verdict is asked for or kept out.
    #[must_use]
    pub fn asks_for_verdicts(&self) -> bool {
        !self.verdict.is_empty() || !self.exclude.verdict.is_empty()
    }
}

/// What the analyst does not want to see: a value named here is out, all others stay. The lists mean what the
/// filter's lists of the same names mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Exclusions {
    /// Indicator types.
    #[serde(rename = "type")]
    pub indicator_type: Vec<IndicatorType>,
    /// Measures.
    pub measure: Vec<Measure>,
    /// Target years; `null` stands for "no year stated".
    pub year: Vec<Option<Year>>,
    /// Region levels of the plans.
    pub level: Vec<RegionLevel>,
    /// Region names.
    pub region: Vec<String>,
    /// Comparing signs.
    pub op: Vec<Op>,
    /// Firm or soft wording.
    pub firmness: Vec<Firmness>,
    /// Verdicts of pairs of plans. A sub-row in which one plan speaks has none and stays.
    pub verdict: Vec<Verdict>,
    /// Review status.
    pub status: Vec<Status>,
    /// Responsible units, as written. A target with several units is out when any of them is named.
    pub unit: Vec<String>,
}

/// Names of the facets, equal to the filter's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Indicator type.
    Type,
    /// Measure.
    Measure,
    /// Target year.
    Year,
    /// Region level.
    Level,
    /// Comparing sign.
    Op,
    /// Firmness.
    Firmness,
    /// Verdict.
    Verdict,
    /// In how many plans.
    Shared,
    /// Review status.
    Status,
    /// Responsible unit.
    Unit,
}

/// How many targets a facet's value would show, all other filters applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FacetCount {
    /// The value's word; empty for "none stated". For `shared`: the number of plans.
    pub value: String,
    /// Number of targets (mentions). For `shared` and `verdict`: number of sub-rows.
    pub count: u32,
}

/// All facets with their counts, in the domain's order of values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Facets {
    /// By indicator type; types without any target are listed with 0.
    #[serde(rename = "type")]
    pub indicator_type: Vec<FacetCount>,
    /// By measure.
    pub measure: Vec<FacetCount>,
    /// By target year, ascending.
    pub year: Vec<FacetCount>,
    /// By region level.
    pub level: Vec<FacetCount>,
    /// By comparing sign.
    pub op: Vec<FacetCount>,
    /// By firmness.
    pub firmness: Vec<FacetCount>,
    /// By verdict; counts the sub-rows in which some pair of plans has it.
    pub verdict: Vec<FacetCount>,
    /// By number of plans that state the indicator; counts indicators.
    pub shared: Vec<FacetCount>,
    /// By review status.
    pub status: Vec<FacetCount>,
    /// By responsible unit, most named first.
    pub unit: Vec<FacetCount>,
}
