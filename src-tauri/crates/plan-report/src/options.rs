//! What a report holds and how it looks, as the analyst chooses.

use serde::{Deserialize, Serialize};

/// The parts of a report, in the order in which they stand. One without data is left out even when it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Chapter {
    /// Title, plans, date, filters.
    TitlePage,
    /// What the comparison shows, in sentences computed from it.
    Summary,
    /// How the figures came about.
    Method,
    /// The plans compared.
    Plans,
    /// Indicators by type, with the figures of every plan.
    Indicators,
    /// Charts of what may be compared.
    Charts,
    /// Tasks and responsible units by topic.
    Tasks,
    /// Policy instruments.
    Instruments,
    /// Incentives, 奖补政策.
    Incentives,
    /// Safeguards, 保障措施.
    Safeguards,
    /// What may not be compared, or only under a condition.
    NotComparable,
    /// Each plan as a reference.
    Citations,
    /// The sentence behind every figure, numbered.
    Sources,
}

impl Chapter {
    /// Every chapter, in the order of the report.
    pub const ALL: &'static [Self] = &[
        Self::TitlePage,
        Self::Summary,
        Self::Method,
        Self::Plans,
        Self::Indicators,
        Self::Charts,
        Self::Tasks,
        Self::Instruments,
        Self::Incentives,
        Self::Safeguards,
        Self::NotComparable,
        Self::Citations,
        Self::Sources,
    ];

    /// The word used on the wire and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::TitlePage => "title_page",
            Self::Summary => "summary",
            Self::Method => "method",
            Self::Plans => "plans",
            Self::Indicators => "indicators",
            Self::Charts => "charts",
            Self::Tasks => "tasks",
            Self::Instruments => "instruments",
            Self::Incentives => "incentives",
            Self::Safeguards => "safeguards",
            Self::NotComparable => "not_comparable",
            Self::Citations => "citations",
            Self::Sources => "sources",
        }
    }

    /// Whether it is drawn from what plans say besides their targets.
    #[must_use]
    pub fn is_policy(self) -> bool {
        matches!(
            self,
            Self::Tasks | Self::Instruments | Self::Incentives | Self::Safeguards
        )
    }
}

/// How a paged report looks.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Plain and dense.
    #[default]
    Modern,
    /// After GB/T 9704—2012, the format of official documents.
    Official,
}

impl Template {
    /// Every template.
    pub const ALL: &'static [Self] = &[Self::Modern, Self::Official];

    /// The word used on the wire and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Modern => "modern",
            Self::Official => "official",
        }
    }
}
