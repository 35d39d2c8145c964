//! What a document came as, and how well its text came out of it.

use serde::{Deserialize, Serialize};

/// The format a document's text was taken from.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SourceFormat {
    /// Plain text.
    #[default]
    Text,
    /// Text with Markdown marks.
    Markdown,
    /// A web page.
    Html,
    /// A word processor's document (Office Open XML).
    Docx,
    /// A workbook.
    Xlsx,
    /// A page description with a text layer.
    Pdf,
}

impl SourceFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Pdf,
    ];

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }

    /// The format a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.word() == word)
    }
}

/// How well a text came out of its document, in parts of ten thousand: 0 everywhere is a clean text. The figures
/// tell an analyst when to look at the original; nothing is refused because of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextQuality {
    /// Characters that are not text, of 10,000: private use, replacement, control, unassigned for ever.
    pub not_text: u32,
    /// Letters that stand in runs too long for a word, of 10,000 letters: the spaces between words were lost.
    pub missing_spaces: u32,
    /// Han characters parted from the next one by a single space, of 10,000.
    pub stray_spaces: u32,
    /// Lines that end inside a sentence which the next line goes on with, of 10,000 lines.
    pub broken_lines: u32,
}
