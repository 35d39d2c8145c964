//! What could be converted: every conversion that the plans at hand allow, with what it would make.

use crate::{Conversion, Decimal, PlanId, Year};
use serde::{Deserialize, Serialize};

/// One conversion that the analyst could choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ConversionOffer {
    /// The choice, ready to be taken.
    pub conversion: Conversion,
    /// The words that the base stands in, for a growth rate on a past result.
    pub sentence: Option<String>,
    /// What it would make of each target it is about, in the order of plans.
    pub figures: Vec<OfferedFigure>,
}

/// What a conversion would make of one target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OfferedFigure {
    /// The plan.
    pub plan: PlanId,
    /// Its region, title or file.
    pub region: String,
    /// The figure; `None` when nothing comes of it. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
    /// Its year.
    pub year: Option<Year>,
    /// The calculation.
    pub formula: Option<String>,
    /// Why nothing comes of it.
    pub lack: Option<Lack>,
}

crate::vocabulary::words!(
    /// Why a conversion makes nothing of a target.
    Lack {
        /// Neither the target nor its plan states from when to when.
        Years = "years",
        /// The base is gone, has another unit, or lies in no year before the target's.
        Base = "base",
        /// The context table has no figure for the region.
        Context = "context",
        /// The units do not go together, or the result is no number that can be written down.
        Unit = "unit",
        /// The plan states a figure of its own there.
        Stated = "stated",
    }
);
