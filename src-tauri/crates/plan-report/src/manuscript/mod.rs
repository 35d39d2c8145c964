//! A report as parts made of blocks: what a writer that sets pages needs to know, and nothing about how it looks.
//!
//! Every word is in the report's language already and every number is text, so that a writer adds nothing and can
//! round nothing. Places that lead to each other carry the same name: `f12` is the first figure that source 12
//! stands behind, `s12` its sentence; a name is led to only when it exists.

mod appendix;
mod beside;
mod chart;
mod comparison;
mod limits;
mod parts;
mod policy;
mod prose;

pub use parts::manuscript;

use plan_model::Verdict;
use plan_words::{Labelled, Language};
use serde::Serialize;

/// How many plans stand beside each other in one table; more go into a further table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// On an upright page.
    pub upright: usize,
    /// On a page lying across, which is taken when an upright one is too narrow.
    pub across: usize,
}

impl Beside {
    /// All plans in one table, for a page that can be scrolled.
    pub const ALL: Self = Self {
        upright: usize::MAX,
        across: usize::MAX,
    };
}

/// A report cut into parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Manuscript {
    /// Language of everything that is not quoted.
    pub language: Language,
    /// Whether it has a title page with contents.
    pub title_page: bool,
    /// The title.
    pub title: String,
    /// Plans and extent, one line.
    pub subtitle: String,
    /// The day it was made, `YYYY-MM-DD`.
    pub date: String,
    /// Between a label and what it labels.
    pub colon: String,
    /// Below the title: day, filters.
    pub facts: Vec<Labelled>,
    /// Versions of program, rules and vocabulary, one line.
    pub versions: String,
    /// Head of the contents.
    pub contents: String,
    /// Before, between and after page number and number of pages.
    pub page: [String; 3],
    /// Its parts, in their order.
    pub parts: Vec<Part>,
}

/// A part with its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Name of its place.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Whether its tables need a page that lies across.
    pub across: bool,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What a part holds, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading of the second order.
    Heading {
        /// Name of its place.
        id: String,
        /// Its words.
        title: String,
    },
    /// A heading of the third order, which contents leave out.
    Lead {
        /// Its words.
        title: String,
    },
    /// A paragraph.
    Text {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list; its entries bear no marks but those in their words.
    List {
        /// The entries.
        entries: Vec<Vec<Run>>,
    },
    /// A picture.
    Picture(Picture),
    /// A table.
    Table(Table),
}

/// A picture with what is said below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Name of its place.
    pub id: String,
    /// Its number and what it shows.
    pub title: String,
    /// Unit and years; empty when the caption says it.
    pub subtitle: String,
    /// How far the figures compare, what is left out, and the sources.
    pub notes: Vec<Vec<Run>>,
    /// What the picture says, for those who do not see it.
    pub description: String,
    /// Width, in pixels of 1/96 inch.
    pub width: u32,
    /// Height, in the same.
    pub height: u32,
    /// The drawing as SVG that stands alone.
    pub svg: String,
    /// The figures drawn.
    pub data: Table,
}

/// What a table is about, so that a writer can set each kind as suits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// The plans, one per row.
    Plans,
    /// Figures of plans side by side.
    Comparison,
    /// Limits of comparison.
    Caveats,
    /// Tasks with their responsible units.
    Tasks,
    /// Policy instruments by plan.
    Instruments,
    /// Incentives or safeguards, word by word.
    Measures,
    /// The figures of a chart.
    Data,
    /// The sentences behind the figures.
    Sources,
}

/// A table with one row of heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it is about.
    pub about: TableKind,
    /// Its number and what it shows, for a table that stands beside others of its kind.
    pub caption: Option<String>,
    /// What it is, in words, for those who do not see the heading above.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows that belong together, as those of one indicator.
    pub groups: Vec<Vec<Row>>,
}

/// A column and its head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Further lines of the head.
    pub notes: Vec<String>,
    /// Colour of the plan it belongs to, `#rrggbb`.
    pub colour: Option<String>,
    /// Its share of the width, in proportion to the others.
    pub weight: u32,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its cells; one fewer than columns where a cell above reaches down into it.
    pub cells: Vec<Cell>,
    /// In how many plans there is something to read in it; 0 where this says nothing.
    pub plans: usize,
    /// How far its figures may be compared.
    pub verdict: Option<Verdict>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Rows it reaches over, itself included.
    pub rows: usize,
    /// Whether it heads its row.
    pub head: bool,
    /// The number to sort by.
    pub order: Option<String>,
    /// Colour of the plan it stands for, `#rrggbb`.
    pub colour: Option<String>,
}

/// A line of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// How it is set.
    pub look: LineLook,
    /// What it says.
    pub runs: Vec<Run>,
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineLook {
    /// As text.
    Plain,
    /// As a number.
    Number,
    /// Small, for what must be known beside.
    Note,
    /// As words of a plan, which stay Chinese in every report.
    Quoted,
}

/// A run of words in a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// How it is set.
    pub look: RunLook,
    /// The place it leads to.
    pub to: Option<String>,
    /// The name of its own place.
    pub id: Option<String>,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RunLook {
    /// As its line.
    #[default]
    Plain,
    /// Heavier.
    Strong,
    /// Lighter: the figure is aspired to.
    Soft,
    /// A unit beside its number.
    Unit,
    /// What matters less: that there is nothing.
    Quiet,
    /// The number of a source beside its figure.
    Source,
    /// The quotation within its sentence.
    Marked,
}

impl Line {
    /// A line of one run.
    fn plain(look: LineLook, text: impl Into<String>) -> Self {
        Self::of(look, RunLook::Plain, text)
    }

    /// A line of one run set in its own way.
    fn of(look: LineLook, run: RunLook, text: impl Into<String>) -> Self {
        Self {
            look,
            runs: vec![Run::of(run, text)],
        }
    }
}

impl Run {
    fn of(look: RunLook, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            look,
            to: None,
            id: None,
        }
    }
}

impl Cell {
    /// A cell of finished lines; those without words are left out.
    fn of(lines: impl IntoIterator<Item = Line>) -> Self {
        let spoken = |line: &Line| line.runs.iter().any(|run| !run.text.is_empty());
        Self {
            lines: lines.into_iter().filter(spoken).collect(),
            rows: 1,
            ..Self::default()
        }
    }

    /// A cell of plain text.
    fn text(text: impl Into<String>) -> Self {
        Self::of([Line::plain(LineLook::Plain, text)])
    }
}

impl Row {
    /// A row about which nothing more is to be said.
    fn of(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            plans: 0,
            verdict: None,
        }
    }
}

impl Column {
    fn of(title: impl Into<String>, weight: u32) -> Self {
        Self {
            title: title.into(),
            notes: Vec::new(),
            colour: None,
            weight,
        }
    }
}

/// The numbers of sources behind a figure, each leading to its sentence when the report holds them.
fn sources(numbers: &[u32], sentences: bool) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            runs.push(Run::of(RunLook::Source, ","));
        }
        runs.push(Run {
            to: sentences.then(|| format!("s{number}")),
            ..Run::of(RunLook::Source, number.to_string())
        });
    }
    runs
}

/// A paragraph of plain text.
fn text(text: impl Into<String>) -> Block {
    Block::Text {
        runs: vec![Run::of(RunLook::Plain, text)],
    }
}

/// A colour as pages write it.
fn colour(rgb: u32) -> String {
    format!("#{rgb:06x}")
}
