//! The library and its plans as lists.

use plan_model::{PlanId, PlanMeta, SourceFormat, TextQuality};
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
    /// What the document came as; `null` when that was not kept and the plan not read anew since.
    pub format: Option<SourceFormat>,
    /// How well its text came out; `null` likewise.
    pub quality: Option<TextQuality>,
    /// When it was imported, RFC 3339.
    pub imported_at: String,
    /// Number of targets (mentions), rejected ones left out.
    pub targets: u32,
    /// Of these, how many a person accepted or edited.
    pub decided: u32,
    /// Of these, how many nobody decided and that are less sure than the bound.
    pub to_review: u32,
    /// Number of rejected targets.
    pub rejected: u32,
    /// The analyst's tags, in order.
    pub tags: Vec<String>,
    /// How many earlier versions of it the library keeps.
    pub earlier_versions: u32,
    /// Whether older rules or an older vocabulary read it, so that it can be read anew.
    pub outdated: bool,
}
