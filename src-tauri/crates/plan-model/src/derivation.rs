//! How a figure came about that no plan states: by which conversion, from which inputs.

use crate::vocabulary::words;
use crate::{ContextFigure, Decimal, Measure, TargetId, Year};
use serde::{Deserialize, Serialize};

words!(
    /// The kind of a conversion with an assumption.
    DerivationKind {
        /// So much every year, times the years.
        AnnualToIncrement = "annual_to_increment",
        /// A base, grown at a rate.
        GrowthToLevel = "growth_to_level",
        /// A level divided by a figure of the context table.
        LevelPerContext = "level_per_context",
    }
);

/// How one figure was derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Derivation {
    /// By which conversion.
    pub kind: DerivationKind,
    /// The calculation with its units, as a line of arithmetic: `20家/年 × 5年 = 100家`.
    pub formula: String,
    /// Whether the result was rounded, so that the formula holds only nearly.
    pub rounded: bool,
    /// What went in, in the order of the formula.
    pub inputs: Vec<DerivationInput>,
}

/// One input of a derived figure, with what is needed to find its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DerivationInput {
    /// A target of the plan.
    Target {
        /// The target, whose sentence is the evidence.
        target: TargetId,
        /// Its measure.
        measure: Measure,
        /// As stated. Decimal as text.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        value: Decimal,
        /// As stated.
        unit: Option<String>,
        /// The year by which.
        year: Option<Year>,
    },
    /// The years between two that are stated.
    Years {
        /// First year counted.
        first: Year,
        /// Last year counted.
        last: Year,
        /// How many that are.
        count: u32,
        /// Who states them.
        stated_by: YearsStatedBy,
    },
    /// A past result in the plan's text.
    Number {
        /// Its place among the plan's other numbers, from 0.
        ordinal: u32,
        /// Its words.
        words: String,
        /// The sentence it stands in, character by character.
        sentence: String,
        /// As written. Decimal as text.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        value: Decimal,
        /// As written.
        unit: Option<String>,
        /// The year of the result, as the analyst read it.
        year: Option<Year>,
    },
    /// A figure of the context table.
    Context {
        /// The figure with its source.
        figure: ContextFigure,
    },
}

words!(
    /// Who states the years of a conversion.
    YearsStatedBy {
        /// The target's own sentence.
        Target = "target",
        /// The plan, as its period.
        Period = "period",
        /// The years of the two figures between which something grows.
        Figures = "figures",
    }
);
