//! How sure the extractor is of each field of a target, and by which rule it decided.

use serde::{Deserialize, Serialize};

/// A field of a target that a rule decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The indicator, as worded and as the lexicon has it.
    Name,
    /// The number, with the upper end of a range.
    Value,
    /// The unit.
    Unit,
    /// How the value bounds the commitment.
    Op,
    /// What kind of quantity it is.
    Measure,
    /// The year by which.
    Year,
    /// What the indicator is about.
    Type,
    /// Words that narrow the population.
    Scope,
    /// Whether the words bind or aim.
    Firmness,
}

impl Field {
    /// Every field, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Name,
        Self::Value,
        Self::Unit,
        Self::Op,
        Self::Measure,
        Self::Year,
        Self::Type,
        Self::Scope,
        Self::Firmness,
    ];

    /// Whether a figure with this field wrong is a wrong figure. A target is as sure as the least sure of these.
    #[must_use]
    pub fn is_strict(self) -> bool {
        match self {
            Self::Name | Self::Value | Self::Unit | Self::Op | Self::Measure | Self::Year => true,
            Self::Type | Self::Scope | Self::Firmness => false,
        }
    }

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Op => "op",
            Self::Measure => "measure",
            Self::Year => "year",
            Self::Type => "type",
            Self::Scope => "scope",
            Self::Firmness => "firmness",
        }
    }

    /// The field a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.word() == word)
    }
}

/// One field with the rule that decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FieldConfidence {
    /// Which field.
    pub field: Field,
    /// How often the rule is right, 0 to 100.
    pub confidence: u8,
    /// The rule, a stable snake_case word.
    pub rule: String,
}
