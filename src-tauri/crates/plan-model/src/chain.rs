//! The territorial chain: what a plan commits to, beside what the plan of the region above commits to.

use crate::{Decimal, Measure, PlanId, Reason, Statement, Verdict};
use serde::{Deserialize, Serialize};

/// All shown plans with a plan of a region above in the library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Chain {
    /// Pairs of plans, in the order of columns.
    pub links: Vec<ChainLink>,
}

/// A plan and one plan of the nearest region above that has any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChainLink {
    /// The plan of the part.
    pub plan: PlanId,
    /// Its region.
    pub region: String,
    /// The plan of the whole.
    pub parent: PlanId,
    /// Its region.
    pub parent_region: String,
    /// What both state, in display order.
    pub rows: Vec<ChainRow>,
}

/// One indicator in one measure that both plans state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChainRow {
    /// Canonical Chinese name.
    pub indicator: String,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// The measure.
    pub measure: Measure,
    /// What the part states.
    pub own: Statement,
    /// What the whole states: the statement that matches best.
    pub whole: Statement,
    /// How far the two compare.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The part as a percentage of the whole, to two decimals.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub share: Option<Decimal>,
    /// Why there is no share.
    pub no_share: Option<NoShare>,
}

crate::vocabulary::words!(
    /// Why a part is not given as a share of the whole.
    NoShare {
        /// The measure or the indicator does not add up over regions: a share, a rate, a rank, a mean per head.
        NotAdditive = "not_additive",
        /// The two compare only under another condition than the level of their regions.
        Condition = "condition",
        /// They do not compare, or one of them gives no single number above zero.
        NotComparable = "not_comparable",
    }
);
