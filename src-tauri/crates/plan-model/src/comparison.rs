//! Verdicts: what may be compared with what, and why.

use crate::{DerivationKind, PlanId, RegionLevel, Year};
use serde::{Deserialize, Serialize};

/// How far two statements, or all cells of a sub-row, may be compared. Ordered from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Verdict {
    /// Indicator, measure, unit, scope and year agree: ranked and charted.
    A,
    /// An exact conversion makes it A: charted, the factor shown.
    B,
    /// Another year, level or scope: charted with the condition at every mark, never ranked.
    C,
    /// Different measure or dimension: listed with the reason, kept out of charts and ranks.
    D,
    /// No number: a chip in the cell.
    E,
}

impl Verdict {
    /// Every verdict, best first.
    pub const ALL: &'static [Self] = &[Self::A, Self::B, Self::C, Self::D, Self::E];

    /// Its letter.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
        }
    }

    /// The verdict a letter stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|v| v.word().eq_ignore_ascii_case(word))
    }
}

/// Why a verdict is what it is. The window words each kind in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Everything agrees.
    Same,
    /// An exact conversion: multiply `from` by `factor` to get `to`.
    Converted {
        /// Unit as written.
        from: String,
        /// Unit compared in.
        to: String,
        /// Decimal factor as text, for example `0.0001`.
        factor: String,
    },
    /// Target years differ; ascending, without repeats. A statement with no year counts as `null`.
    YearDiffers {
        /// The years involved.
        years: Vec<Option<Year>>,
    },
    /// Region levels differ.
    LevelDiffers {
        /// The levels involved.
        levels: Vec<RegionLevel>,
    },
    /// Populations differ (规上 / 全社会 / 省级).
    ScopeDiffers {
        /// The scopes as written; `null` for none stated.
        scopes: Vec<Option<String>>,
    },
    /// Measures differ: a stock is not an increment.
    MeasureDiffers {
        /// The measures involved.
        measures: Vec<crate::Measure>,
    },
    /// Units of different dimension.
    UnitDiffers {
        /// The units as written; `null` for none.
        units: Vec<Option<String>>,
    },
    /// A statement relative to a benchmark has no number.
    Relative {
        /// The benchmarks as written.
        benchmarks: Vec<String>,
    },
    /// A rank without the table it is in.
    NoTable,
    /// Worded without any number.
    NoNumber,
    /// One plan states several differing values, so none stands for it alone.
    SeveralStatements {
        /// How many plans do.
        plans: u32,
    },
    /// A plan states two values for one year and one population, and so contradicts itself.
    Contradictory {
        /// How many plans do.
        plans: u32,
    },
    /// A figure was converted by an assumption that the analyst chose.
    Assumed {
        /// The kinds of conversion, each once.
        derivations: Vec<DerivationKind>,
    },
}

/// How one plan's figure stands to the figures that most plans of a sub-row agree on, where more plans speak than
/// pairs are listed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The plan.
    pub plan: PlanId,
    /// How far its figure compares with those that agree on year, level and population; where no two agree, with
    /// another one.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Every verdict it has with any other plan, best first.
    pub among: Vec<Verdict>,
}

/// The verdict between two plans' cells of one sub-row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PairVerdict {
    /// The plan whose column comes first.
    pub left: PlanId,
    /// The other plan.
    pub right: PlanId,
    /// How far the two compare.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
}
