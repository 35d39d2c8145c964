//! What may be said to chart.

use crate::args::{LanguageWord, LibraryArgs};
use crate::filter::{FilterArgs, measure};
use clap::{Args, ValueEnum};
use plan_flow::wire::chart::ChartKind;
use plan_model::Measure;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ChartArgs {
    /// The kind of chart.
    #[arg(long, value_enum, default_value = "grouped_bar")]
    pub(crate) kind: KindWord,
    /// Indicators to draw, by their canonical names [default: the one that most plans can be compared in].
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) indicator: Vec<String>,
    /// Draw only this measure of them.
    #[arg(long, value_name = "MEASURE", value_parser = measure)]
    pub(crate) only_measure: Option<Measure>,
    /// Small multiples of one measure and unit share one axis.
    #[arg(long)]
    pub(crate) same_axis: bool,
    /// Counts as shares of the plan's targets.
    #[arg(long)]
    pub(crate) share: bool,
    /// The file to write: .png, .svg or .csv. Without it, what the chart says is printed as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Width of the picture; a .png has two pixels for each.
    #[arg(long, default_value_t = 960, value_parser = clap::value_parser!(u32).range(320..=1600))]
    pub(crate) width: u32,
    /// Language of the words.
    #[arg(long, value_enum, default_value = "zh-CN")]
    pub(crate) language: LanguageWord,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum KindWord {
    /// A bar per plan.
    GroupedBar,
    /// A dot per plan, on an axis that need not begin at zero.
    DotPlot,
    /// A small chart per indicator and measure.
    SmallMultiples,
    /// Targets by indicator type and plan.
    Heat,
    /// Plan period, goal years and targets due.
    Timeline,
    /// Targets by measure and firmness.
    Composition,
}

impl From<KindWord> for ChartKind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::GroupedBar => Self::GroupedBar,
            KindWord::DotPlot => Self::DotPlot,
            KindWord::SmallMultiples => Self::SmallMultiples,
            KindWord::Heat => Self::Heat,
            KindWord::Timeline => Self::Timeline,
            KindWord::Composition => Self::Composition,
        }
    }
}
