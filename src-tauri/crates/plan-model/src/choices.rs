//! What the analyst chose to assume and to measure against. No figure is assumed unless it stands here; taking
//! an entry out takes everything back that came of it.

use crate::vocabulary::words;
use crate::{PlanId, TargetId, Year};
use serde::{Deserialize, Serialize};

/// The choices of one view. The default chooses nothing, so that a comparison without choices assumes nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Choices {
    /// Conversions that need an assumption, one by one.
    pub conversions: Vec<Conversion>,
    /// Of a plan that states one quantity for several years, the statement nearest to this year stands for it;
    /// of two equally near ones the later. The others are set aside, and stay visible.
    pub closest_year: Option<Year>,
    /// What every figure is measured against.
    pub benchmark: Option<Benchmark>,
}

/// One conversion with an assumption. It makes figures of class C and no better.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Conversion {
    /// So much every year, times the years that the target or its plan states: an increment.
    AnnualToIncrement {
        /// Canonical indicator.
        indicator: String,
    },
    /// A growth rate applied to a base that the plan states: a level.
    GrowthToLevel {
        /// Canonical indicator.
        indicator: String,
        /// The growth target.
        target: TargetId,
        /// What it grows from.
        base: GrowthBase,
        /// Over which time the rate holds.
        rate: GrowthRate,
    },
    /// A level divided by a figure of the context table: a ratio, or a share where both have one unit.
    LevelPerContext {
        /// Canonical indicator of the level.
        indicator: String,
        /// What it is divided by.
        variable: ContextVariable,
        /// Canonical indicator that the quotient stands under; the same as `indicator` when no other is known.
        into: String,
    },
}

impl Conversion {
    /// The indicator whose figures are converted.
    #[must_use]
    pub fn indicator(&self) -> &str {
        match self {
            Self::AnnualToIncrement { indicator }
            | Self::GrowthToLevel { indicator, .. }
            | Self::LevelPerContext { indicator, .. } => indicator,
        }
    }

    /// The indicator that its figures stand under.
    #[must_use]
    pub fn result_indicator(&self) -> &str {
        match self {
            Self::AnnualToIncrement { indicator } | Self::GrowthToLevel { indicator, .. } => {
                indicator
            }
            Self::LevelPerContext { into, .. } => into,
        }
    }
}

/// The base of a growth rate, picked by the analyst from what the plan itself states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GrowthBase {
    /// A level that the plan itself commits to.
    Target {
        /// The target of measure `level`.
        target: TargetId,
    },
    /// A past result in the plan's text.
    Number {
        /// Its place among the plan's other numbers, from 0.
        ordinal: u32,
        /// Its words. A number that says something else by now is no base any more.
        words: String,
        /// The year of the result, as the analyst read it; needed for a rate of every year.
        year: Option<Year>,
    },
}

words!(
    /// Over which time a growth rate holds.
    GrowthRate {
        /// Once, from the base to the target year.
        Whole = "whole",
        /// In every year between the two.
        Yearly = "yearly",
    }
);

/// What figures are measured against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Benchmark {
    /// One plan.
    Plan {
        /// The plan.
        plan: PlanId,
    },
    /// The median of the shown plans whose figures compare A or B with one another.
    Median,
}

words!(
    /// What a figure of the context table says about a region.
    ContextVariable {
        /// Permanent population.
        Population = "population",
        /// Employed persons.
        Employment = "employment",
        /// Gross regional product.
        Gdp = "gdp",
        /// Expenditure of the general public budget.
        BudgetExpenditure = "budget_expenditure",
    }
);

impl ContextVariable {
    /// The unit that figures per this variable are given in: 件 per 万人, 家 per 亿元.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Population | Self::Employment => "万人",
            Self::Gdp | Self::BudgetExpenditure => "亿元",
        }
    }
}
