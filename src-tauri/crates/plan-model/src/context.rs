//! The context table: figures about regions that the analyst entered or imported, each with source and year. No
//! figure is built in.

use crate::{ContextVariable, Decimal, Year};
use serde::{Deserialize, Serialize};

/// One figure about one region in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextFigure {
    /// The region, as plans name it (芜湖市).
    pub region: String,
    /// What is counted.
    pub variable: ContextVariable,
    /// The year it is for.
    pub year: Year,
    /// The figure. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: Decimal,
    /// Its unit (万人, 亿元).
    pub unit: String,
    /// Where it comes from; never empty.
    pub source: String,
    /// The analyst's own remark.
    pub note: Option<String>,
}
