//! Asking for a chart.

use plan_chart::{ChartSpec, Scene};
use plan_model::{Choices, Filter};
use plan_words::Language;
use serde::{Deserialize, Serialize};

pub use plan_chart::{ChartChoice, ChartKind};

/// What to draw for the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartRequest {
    /// What is shown.
    pub filter: Filter,
    /// What the analyst chose to assume and to measure against.
    pub choices: Choices,
    /// What to draw of it.
    pub choice: ChartChoice,
    /// The language of its words.
    pub language: Language,
    /// Width of the picture in pixels.
    pub width: u32,
}

/// A chart for the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartAnswer {
    /// What it says.
    pub spec: ChartSpec,
    /// How it is drawn, without the notes, which the page shows as text.
    pub scene: Scene,
}

/// File formats of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ChartFormat {
    /// A picture in two pixels for each of the page, for documents and slides.
    Png,
    /// A drawing that can be enlarged and edited.
    Svg,
    /// The figures, UTF-8 with BOM.
    Csv,
}

impl ChartFormat {
    /// Every format, the most wanted first.
    pub const ALL: &'static [Self] = &[Self::Png, Self::Svg, Self::Csv];

    /// The file name's ending, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }
}

/// What to write to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartExport {
    /// The format.
    pub format: ChartFormat,
    /// What is shown.
    pub filter: Filter,
    /// What the analyst chose to assume and to measure against.
    pub choices: Choices,
    /// What to draw of it.
    pub choice: ChartChoice,
    /// The language of its words.
    pub language: Language,
    /// Width of the picture in pixels of the page.
    pub width: u32,
}
