//! Long work as the window sees it. At most ten events a second; the last of each phase always arrives.

use super::error::WireError;
use plan_model::NoteCode;
use serde::{Deserialize, Serialize};

/// A running piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct JobId(#[cfg_attr(feature = "ts", ts(type = "number"))] pub u64);

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Reading the plans that come with the program into a new library.
    Seed,
    /// Reading the analyst's documents.
    Import,
    /// Writing a report.
    Report,
    /// Looking at documents before they are imported.
    Propose,
    /// Reading plans anew with newer rules.
    Reextract,
    /// Merging another library in.
    Merge,
}

/// What is being done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum JobPhase {
    /// Reading the file.
    Reading,
    /// Finding targets and tasks.
    Extracting,
    /// Writing to the library.
    Storing,
    /// Writing the report.
    Writing,
}

/// One event of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JobEvent {
    /// It began.
    Started {
        /// The job.
        job: JobId,
        /// What it does.
        job_kind: JobKind,
        /// How many documents.
        total: u32,
    },
    /// It went on.
    Step {
        /// The job.
        job: JobId,
        /// What is being done.
        phase: JobPhase,
        /// Documents finished.
        done: u32,
        /// Documents in all.
        total: u32,
        /// The document at hand.
        subject: Option<String>,
    },
    /// Something was noticed in a document.
    Note {
        /// The job.
        job: JobId,
        /// The document.
        subject: String,
        /// What.
        code: NoteCode,
        /// Count or quotation.
        detail: Option<String>,
    },
    /// One document could not be taken; the others go on.
    Refused {
        /// The job.
        job: JobId,
        /// The document.
        subject: String,
        /// Why.
        error: WireError,
    },
    /// It is done.
    Finished {
        /// The job.
        job: JobId,
        /// What came of it.
        summary: JobSummary,
    },
    /// It failed as a whole.
    Failed {
        /// The job.
        job: JobId,
        /// Why.
        error: WireError,
    },
    /// The analyst cancelled it; whole documents done before remain.
    Cancelled {
        /// The job.
        job: JobId,
        /// What had been done.
        summary: JobSummary,
    },
}

/// What came of a job.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct JobSummary {
    /// Documents imported.
    pub imported: u32,
    /// Documents that were in the library already (same bytes).
    pub duplicates: u32,
    /// Documents refused.
    pub refused: u32,
    /// Targets found.
    pub targets: u32,
}
