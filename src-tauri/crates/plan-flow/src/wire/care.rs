//! Several libraries, backups, restoring and merging.

use super::change::ChangeAnswer;
use super::library::LibraryState;
use plan_model::{PlanId, Status};
use serde::{Deserialize, Serialize};

/// A library that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RecentLibrary {
    /// The file.
    pub path: String,
    /// Name of the file without its ending.
    pub name: String,
    /// When it was last opened, RFC 3339.
    pub opened_at: String,
    /// Whether the file is there.
    pub present: bool,
    /// Whether it is the one that is open now.
    pub open: bool,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The library had changed since the last one when it was opened.
    Start,
    /// A newer version of the program was about to change the tables.
    Migration,
    /// Another library was about to be merged in.
    Merge,
    /// A backup was about to be put in the library's place.
    Restore,
    /// The analyst asked for it.
    Asked,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Backup {
    /// Name of its file: what a restore asks for.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// When it was made, RFC 3339.
    pub at: String,
    /// Why.
    pub reason: BackupReason,
    /// Size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// Plans in it; `null` when it cannot be opened.
    pub plans: Option<u32>,
}

/// What the care after the start did and found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CareReport {
    /// The backup that was made; `null` when nothing had changed since the last one.
    pub backup: Option<Backup>,
    /// Why none could be made.
    pub backup_error: Option<super::error::WireError>,
    /// What is wrong with the library, in English for the log; empty when all is well.
    pub damages: Vec<String>,
    /// Plans that older rules or an older vocabulary read, and that could be read anew.
    pub outdated: Vec<PlanId>,
}

/// What goes into a copy that is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum HandOver {
    /// Everything: removed plans and the history too.
    All,
    /// The plans in use with their earlier versions; no removed plans and no history.
    InUse,
}

/// How a library stands that several programs may share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LibraryPulse {
    /// How many other programs have it open.
    pub others: u32,
    /// Grows with every change of plans and targets, by whichever program.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub generation: i64,
    /// Differs from the one before when another program has written since; `null` while this one is writing.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub elsewhere: Option<i64>,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RestoreAnswer {
    /// Where the file that was replaced lies now; `null` when there was none.
    pub kept_aside: Option<String>,
    /// The library as it is now.
    pub library: LibraryState,
}

/// What another library has that this one has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MergePreview {
    /// The other library's file, to be given back.
    pub path: String,
    /// Plans that are not in this library.
    pub new_plans: Vec<MergePlan>,
    /// Plans that both have, the same bytes.
    pub same_plans: Vec<MergePlan>,
    /// Plans that were removed here.
    pub removed_plans: Vec<MergePlan>,
    /// Decisions of theirs that this library has not: taken over.
    pub taken: Vec<MergeDifference>,
    /// Targets that were decided differently on both sides: for the analyst to choose.
    pub conflicts: Vec<MergeDifference>,
    /// Synonyms that are not in this library.
    pub synonyms: u32,
    /// Figures of the context table that this library has not; what it has stays as it is.
    pub context: u32,
}

/// A plan of the other library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MergePlan {
    /// Hexadecimal SHA-256 of the source bytes.
    pub source_sha256: String,
    /// Region of the plan, else its title or file name.
    pub plan_name: String,
    /// Its title.
    pub title: Option<String>,
    /// Targets in it.
    pub targets: u32,
    /// Targets that a person decided.
    pub decided: u32,
}

/// One target that the two libraries have decided differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MergeDifference {
    /// The plan here.
    pub plan: PlanId,
    /// Region of the plan, else its title or file name.
    pub plan_name: String,
    /// Canonical indicator.
    pub indicator: String,
    /// The quotation.
    pub quote: String,
    /// Its status here; `null` when this library does not have the target.
    pub ours: Option<Status>,
    /// Its status there.
    pub theirs: Status,
    /// Fields that differ, by name.
    pub fields: Vec<MergeField>,
}

/// One field that differs between two libraries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MergeField {
    /// Its name.
    pub field: String,
    /// Here.
    pub ours: Option<String>,
    /// There.
    pub theirs: Option<String>,
}

/// Whose decision stands where both decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MergePreference {
    /// This library's.
    Ours,
    /// The other's.
    Theirs,
}

/// What a merge did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MergeAnswer {
    /// Whether the analyst cancelled it: the plans finished before that are there, and no others.
    pub cancelled: bool,
    /// Plans added.
    pub plans: u32,
    /// Targets whose decision was taken over.
    pub decisions: u32,
    /// The backup made before.
    pub backup: Backup,
    /// The step, and what Undo and Redo would do now.
    pub change: ChangeAnswer,
}
