//! A place in a frozen text.

use serde::{Deserialize, Serialize};

/// A byte range `start..end` of a frozen text, always on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`. Texts are bounded well below 4 GiB by the reader, so the offsets fit.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward");
        Self {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
        }
    }

    /// First byte, for slicing.
    #[must_use]
    pub fn from(self) -> usize {
        self.start as usize
    }

    /// One past the last byte, for slicing.
    #[must_use]
    pub fn to(self) -> usize {
        self.end as usize
    }

    /// The text at this place, or `None` when the range does not lie on character borders of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.from()..self.to())
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.to().saturating_sub(self.from())
    }

    /// Whether the span holds no text.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}
