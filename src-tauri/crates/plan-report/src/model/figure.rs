//! The comparison as tables: indicators, one line per measure, one cell per plan.

use crate::number::{as_number, as_optional_number};
use plan_model::{Decimal, Firmness, IndicatorType, Measure, Op, Verdict, Year};
use serde::Serialize;

/// All rows of one indicator type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorTable {
    /// The type as a code.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// The type as a word.
    pub title: String,
    /// How many indicators and targets, worded.
    pub extent: String,
    /// Targets by column.
    pub plan_targets: Vec<u32>,
    /// Its indicators.
    pub rows: Vec<ReportRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportRow {
    /// Canonical Chinese name: the key.
    pub indicator: String,
    /// Its name in the report's language.
    pub name: String,
    /// Definition, when known.
    pub definition: Option<String>,
    /// One per measure.
    pub sub_rows: Vec<ReportSubRow>,
}

/// One indicator in one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSubRow {
    /// The measure as a code.
    pub measure: Measure,
    /// The measure as a word.
    pub measure_word: String,
    /// The unit that all figures of this sub-row are shown in, when they share one.
    pub unit: Option<String>,
    /// One per plan.
    pub cells: Vec<ReportCell>,
    /// How far the cells may be compared; `None` when fewer than two plans speak.
    pub verdict: Option<Verdict>,
    /// The verdict as letter and word.
    pub verdict_word: String,
    /// Why, worded.
    pub reasons: Vec<String>,
}

/// What one plan says in one sub-row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReportCell {
    /// Nothing, and why.
    Empty {
        /// Why, worded.
        reason: String,
    },
    /// One figure, or several that differ.
    Stated {
        /// The figures, the plan's main year first.
        figures: Vec<Figure>,
    },
}

/// One commitment as a cell shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// How the value bounds the commitment, as a code.
    pub op: Op,
    /// The sign drawn before the number; empty for "equals".
    pub sign: String,
    /// The number, in `unit`. `None` for a target relative to a benchmark.
    #[serde(serialize_with = "as_optional_number")]
    pub value: Option<Decimal>,
    /// Upper end of a range, in `unit`.
    #[serde(serialize_with = "as_optional_number")]
    pub value_max: Option<Decimal>,
    /// The unit shown.
    pub unit: Option<String>,
    /// Number and unit as written, when the figure shown is converted.
    pub converted_from: Option<Converted>,
    /// The year by which.
    pub year: Option<Year>,
    /// The year worded, only when it is not the plan's main one.
    pub year_note: Option<String>,
    /// Words that narrow the population.
    pub scope: Option<String>,
    /// How it was derived, for a figure that the plan does not state; that it was set aside, for one of another
    /// year than the analyst looks at.
    pub note: Option<String>,
    /// The benchmark, worded with its sign, for a relative target.
    pub relative: Option<String>,
    /// Whether the words bind or aim.
    pub firmness: Firmness,
    /// Numbers of its source sentences.
    pub sources: Vec<u32>,
}

/// What a converted figure was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Converted {
    /// The value as stated.
    #[serde(serialize_with = "as_number")]
    pub value: Decimal,
    /// Upper end of a range as stated.
    #[serde(serialize_with = "as_optional_number")]
    pub value_max: Option<Decimal>,
    /// The unit as stated.
    pub unit: Option<String>,
    /// What it was multiplied by.
    #[serde(serialize_with = "as_number")]
    pub factor: Decimal,
}
