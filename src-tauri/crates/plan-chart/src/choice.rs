//! What the analyst chose to draw.

use plan_model::{Choices, Filter, Matrix, Measure, Overview, Standing, SubRow};
use serde::{Deserialize, Serialize};

/// The kinds of chart.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// A bar per plan; indicators of one measure and unit share an axis.
    #[default]
    GroupedBar,
    /// A dot per plan, on an axis that need not begin at zero.
    DotPlot,
    /// A small chart per indicator and measure, its plans in the same order everywhere.
    SmallMultiples,
    /// Targets by indicator type and plan.
    Heat,
    /// Plan period, goal years and the years by which targets are due.
    Timeline,
    /// Targets by measure and firmness.
    Composition,
}

impl ChartKind {
    /// Every kind, in the order of the page.
    pub const ALL: &'static [Self] = &[
        Self::GroupedBar,
        Self::DotPlot,
        Self::SmallMultiples,
        Self::Heat,
        Self::Timeline,
        Self::Composition,
    ];

    /// The word used on the wire and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::GroupedBar => "grouped_bar",
            Self::DotPlot => "dot_plot",
            Self::SmallMultiples => "small_multiples",
            Self::Heat => "heat",
            Self::Timeline => "timeline",
            Self::Composition => "composition",
        }
    }

    /// Whether it draws the figures of indicators; the others count targets.
    #[must_use]
    pub fn draws_figures(self) -> bool {
        matches!(
            self,
            Self::GroupedBar | Self::DotPlot | Self::SmallMultiples
        )
    }
}

/// What to draw. It is part of the saved view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct ChartChoice {
    /// The kind.
    pub kind: ChartKind,
    /// Canonical names of the indicators whose figures are drawn; empty: the one that most plans can be compared in.
    pub indicators: Vec<String>,
    /// Only this measure of them; `None`: a panel for each.
    pub measure: Option<Measure>,
    /// Small multiples of one measure and unit share one axis.
    pub same_axis: bool,
    /// Counts as shares of the plan's targets.
    pub share: bool,
}

/// What a chart is made from.
#[derive(Debug, Clone, Copy)]
pub struct ChartQuestion<'q> {
    /// What is on screen.
    pub matrix: &'q Matrix,
    /// The same plans with their own years; only the timeline needs it.
    pub overview: Option<&'q Overview>,
    /// The filter that made both.
    pub filter: &'q Filter,
    /// What the analyst assumed.
    pub choices: &'q Choices,
    /// What to draw.
    pub choice: &'q ChartChoice,
    /// Asked about the sub-rows that are drawn.
    pub stand: Stand<'q>,
}

/// Says of a sub-row of an indicator how each figure stands to those that most agree on, where so many plans speak
/// that no pairs are listed.
#[derive(Clone, Copy)]
pub struct Stand<'q>(pub &'q dyn Fn(&str, &SubRow) -> Vec<Standing>);

impl std::fmt::Debug for Stand<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Stand")
    }
}
