//! What may be said to review, take back, back up and merge.

use crate::args::LibraryArgs;
use crate::filter::FilterArgs;
use clap::{Args, ValueEnum};
use plan_flow::wire::care::MergePreference;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ReviewArgs {
    /// Accept these targets, by number.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) accept: Vec<i64>,
    /// Reject these targets.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) reject: Vec<i64>,
    /// Put these targets back to what the extractor found.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) reopen: Vec<i64>,
    /// List all targets, not only those to review.
    #[arg(long)]
    pub(crate) all: bool,
    /// How many to leave out at the start.
    #[arg(long, default_value_t = 0)]
    pub(crate) offset: u32,
    /// How many to list at most.
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct HistoryArgs {
    /// Of this target.
    #[arg(long, value_name = "ID")]
    pub(crate) target: Option<i64>,
    /// Of this plan and its targets.
    #[arg(long, value_name = "ID", conflicts_with = "target")]
    pub(crate) plan: Option<i64>,
    /// How many steps of the library to leave out at the start.
    #[arg(long, default_value_t = 0)]
    pub(crate) offset: u32,
    /// How many steps of the library to list at most.
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UndoArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BackupArgs {
    /// Write the library as one file there instead of among its backups.
    #[arg(long, value_name = "FILE", conflicts_with = "list")]
    pub(crate) to: Option<PathBuf>,
    /// Leave out removed plans and the history.
    #[arg(long, requires = "to")]
    pub(crate) in_use: bool,
    /// List the backups instead of making one.
    #[arg(long)]
    pub(crate) list: bool,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// The library to merge in. It is not touched.
    #[arg(value_name = "OTHER")]
    pub(crate) other: PathBuf,
    /// Only show what would be done.
    #[arg(long)]
    pub(crate) preview: bool,
    /// Whose decision stands where both sides decided.
    #[arg(long, value_enum, default_value = "ours")]
    pub(crate) prefer: PreferWord,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PreferWord {
    /// This library's.
    Ours,
    /// The other library's.
    Theirs,
}

impl From<PreferWord> for MergePreference {
    fn from(word: PreferWord) -> Self {
        match word {
            PreferWord::Ours => Self::Ours,
            PreferWord::Theirs => Self::Theirs,
        }
    }
}
