//! What may be said on the command line.

pub(crate) use crate::args_care::{BackupArgs, HistoryArgs, MergeArgs, ReviewArgs, UndoArgs};
use crate::args_chart::ChartArgs;
use crate::args_report::ReportArgs;
use crate::choices::ChoiceArgs;
use crate::context::ContextArgs;
use crate::filter::FilterArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
use plan_flow::wire::report::Language;
use std::path::PathBuf;

/// Compares the quantified targets of Chinese science and technology plans.
#[derive(Debug, Parser)]
#[command(name = "planlens", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find targets, tasks and numbers in files, without a library, as JSON.
    Extract(ExtractArgs),
    /// Print the numerals that nobody can explain, and the targets to look at.
    ///
    /// Every numeral of a text is the value of a target or has a class. Those of class `other` are printed in
    /// their sentences with section and code points, and so is every target less sure than the bound of
    /// review, with its reasons. Ends with 0 when every numeral is explained, with 1 when one is not or a
    /// file was refused; targets to review do not count as a failure.
    Audit(AuditArgs),
    /// Take files, or the documents of folders, into the library.
    Import(ImportArgs),
    /// List the plans of the library.
    List(ListArgs),
    /// Show which plans cite which, and which stand on the same document.
    Links(ListArgs),
    /// Lay the plans side by side, with verdicts.
    Compare(CompareArgs),
    /// Draw a chart of the comparison as a file.
    Chart(ChartArgs),
    /// Keep the context table: figures about regions that levels can be divided by.
    Context(ContextArgs),
    /// Write the comparison as files.
    Report(ReportArgs),
    /// List the targets to review, or decide them.
    Review(ReviewArgs),
    /// List what was changed, newest first; of one target or plan, oldest first.
    History(HistoryArgs),
    /// Take the newest change back.
    Undo(UndoArgs),
    /// Do the change that was taken back last again.
    Redo(UndoArgs),
    /// Write a checked copy of the library.
    Backup(BackupArgs),
    /// Merge another library in: its plans, and its decisions about plans that both have.
    Merge(MergeArgs),
    /// Check the library file, and every quotation against its text.
    Check(CheckArgs),
    /// Print every row of the library's data, without the journal, to compare two states.
    Dump(DumpArgs),
}

#[derive(Debug, Args)]
pub(crate) struct LibraryArgs {
    /// The library file [default: the one of the desktop program]. Made from the plans that come with the
    /// program when it does not exist.
    #[arg(long, value_name = "FILE")]
    pub(crate) library: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// Files to read.
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
    /// Write NAME.json for each file into this folder instead of printing.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    /// Files to read.
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
    /// Language of the reasons.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) language: LanguageWord,
    /// Print as JSON: an object for one file, an array for several.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// Files, or folders whose documents (.txt .md .html .docx .pdf .xlsx) are taken.
    #[arg(required = true, value_name = "FILES|FOLDERS")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print the outcome as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[command(flatten)]
    pub(crate) choices: ChoiceArgs,
    /// List every conversion by assumption that the plans allow, instead of the comparison.
    #[arg(long)]
    pub(crate) offers: bool,
    /// Lay each plan beside those of the region above, instead of the comparison.
    #[arg(long, conflicts_with_all = ["offers", "convert", "closest_year", "benchmark"])]
    pub(crate) chain: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DumpArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageWord {
    /// Simplified Chinese.
    #[value(name = "zh-CN", alias = "zh")]
    ZhCn,
    /// English.
    #[value(name = "en")]
    En,
}

impl From<LanguageWord> for Language {
    fn from(word: LanguageWord) -> Self {
        match word {
            LanguageWord::ZhCn => Self::ZhCn,
            LanguageWord::En => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
