//! The library and its plans as lists.

use plan_model::{Facets, Matrix, PlanId, PlanMeta};
use serde::{Deserialize, Serialize};

/// The open library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LibraryState {
    /// The library file.
    pub path: String,
    /// Version of the program.
    pub app_version: String,
    /// Version of the extraction rules in this program.
    pub extractor_version: u32,
    /// Version of the vocabulary in this program.
    pub lexicon_version: String,
    /// Its plans, in library order.
    pub plans: Vec<PlanSummary>,
}

/// One plan in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanSummary {
    /// The plan.
    pub plan: PlanId,
    /// Place in the library's order, from 0: gives the plan its colour.
    pub colour: u32,
    /// What it says about itself.
    pub meta: PlanMeta,
    /// Name of the source file.
    pub source_name: String,
    /// Hexadecimal SHA-256 of the source bytes.
    pub source_sha256: String,
    /// When it was imported, RFC 3339.
    pub imported_at: String,
    /// Number of targets (mentions).
    pub targets: u32,
}

/// The matrix with the facet counts of the same query, so that no count can disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MatrixAnswer {
    /// The matrix.
    pub matrix: Matrix,
    /// The facets.
    pub facets: Facets,
}
