//! What may be said to report.

use crate::args::{LanguageWord, LibraryArgs};
use crate::choices::ChoiceArgs;
use crate::filter::FilterArgs;
use clap::{Args, ValueEnum};
use plan_flow::wire::report::{Chapter, ReportFormat, Template, UnitMode};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// Formats to write.
    #[arg(long, value_enum, value_delimiter = ',', required = true)]
    pub(crate) format: Vec<FormatWord>,
    /// The folder to write to. It is made when it does not exist.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Language of heads and notes; sentences of the plans stay as they are.
    #[arg(long, value_enum, default_value = "zh-CN")]
    pub(crate) language: LanguageWord,
    /// Units of the tables.
    #[arg(long, value_enum, default_value = "as_written")]
    pub(crate) units: UnitsWord,
    /// Chapters of the report [default: all]. One without data is left out.
    #[arg(long, value_name = "CHAPTERS", value_parser = chapter, value_delimiter = ',')]
    pub(crate) chapters: Vec<Chapter>,
    /// How paged formats look.
    #[arg(long, value_name = "TEMPLATE", value_parser = template, default_value = "modern")]
    pub(crate) template: Template,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Print the files written as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[command(flatten)]
    pub(crate) choices: ChoiceArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatWord {
    /// Excel workbook.
    Xlsx,
    /// Word document.
    Docx,
    /// Pages to read and print.
    Pdf,
    /// A page in one file, for any browser.
    Html,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}

impl From<FormatWord> for ReportFormat {
    fn from(word: FormatWord) -> Self {
        match word {
            FormatWord::Xlsx => Self::Xlsx,
            FormatWord::Docx => Self::Docx,
            FormatWord::Pdf => Self::Pdf,
            FormatWord::Html => Self::Html,
            FormatWord::Csv => Self::Csv,
            FormatWord::Json => Self::Json,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnitsWord {
    /// As each plan writes them.
    #[value(name = "as_written")]
    AsWritten,
    /// In a common unit, where the conversion is exact.
    #[value(name = "harmonised")]
    Harmonised,
}

impl From<UnitsWord> for UnitMode {
    fn from(word: UnitsWord) -> Self {
        match word {
            UnitsWord::AsWritten => Self::AsWritten,
            UnitsWord::Harmonised => Self::Harmonised,
        }
    }
}

fn chapter(word: &str) -> Result<Chapter, String> {
    one_of(Chapter::ALL, Chapter::word, word)
}

fn template(word: &str) -> Result<Template, String> {
    one_of(Template::ALL, Template::word, word)
}

/// The value that a word stands for, or the words there are.
fn one_of<T: Copy>(all: &[T], word: fn(T) -> &'static str, said: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| word(*one) == said);
    found.ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
        format!("one of: {}", words.join(", "))
    })
}
