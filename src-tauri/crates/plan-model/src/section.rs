//! The section tree of a plan: 一、 → （一） → 1. → (1), 第X章, 第X条, 附件.

use crate::{SectionId, Span};
use serde::{Deserialize, Serialize};

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Guiding thought, principles, background.
    General,
    /// Goals.
    Goal,
    /// Work to be done.
    Task,
    /// Rewards and subsidies, 奖补政策.
    Incentive,
    /// Safeguards, 保障措施.
    Safeguard,
    /// Annex.
    Annex,
}

impl SectionKind {
    /// Every kind, in the order of the domain.
    pub const ALL: &'static [Self] = &[
        Self::General,
        Self::Goal,
        Self::Task,
        Self::Incentive,
        Self::Safeguard,
        Self::Annex,
    ];

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Goal => "goal",
            Self::Task => "task",
            Self::Incentive => "incentive",
            Self::Safeguard => "safeguard",
            Self::Annex => "annex",
        }
    }

    /// The kind a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

/// One numbered section with its place and kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Position in document order.
    pub id: SectionId,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// Depth: 1 for the top.
    pub depth: u8,
    /// The number in normal form: 一, (一), 1, (1), 第一章, 附件.
    pub number: String,
    /// Path of numbers joined with `/`: `二/(一)/1`. The normal form of the reference annotation.
    pub path: String,
    /// The heading without its number and closing 。, or the first clause when the body follows on the line.
    pub title: String,
    /// The number and heading.
    pub heading: Span,
    /// The whole section from its number to the end of its last child.
    pub span: Span,
    /// What it is for; inherited from the section around it unless its own heading says otherwise.
    pub kind: SectionKind,
}
