//! Sentences, heads and pictures: what a report says besides its tables.

use crate::options::Chapter;
use serde::Serialize;

/// A chapter that the report has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChapterHead {
    /// Which one.
    pub chapter: Chapter,
    /// Its number as the template writes it, `一、` or `1`; empty for the title page and for what stands behind
    /// the text.
    pub label: String,
    /// Its heading without the number.
    pub heading: String,
}

/// Some sentences under one small heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SummaryPart {
    /// What they are about.
    pub heading: String,
    /// The sentences; each is a paragraph or an entry of a list.
    pub sentences: Vec<Sentence>,
}

/// A sentence, with the numbers of the sources of its figures where they belong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Its pieces, one after another.
    pub pieces: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Piece {
    /// Words.
    Words {
        /// The words.
        text: String,
    },
    /// Numbers of source sentences, ascending.
    Sources {
        /// The numbers.
        numbers: Vec<u32>,
    },
}

impl Sentence {
    /// A sentence without sources.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().say(text)
    }

    /// Goes on with these words.
    #[must_use]
    pub(crate) fn say(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.pieces.last_mut() {
            Some(Piece::Words { text: before }) => before.push_str(&text),
            _ => self.pieces.push(Piece::Words { text }),
        }
        self
    }

    /// Goes on with the sources of the figure before.
    #[must_use]
    pub(crate) fn cite(mut self, numbers: Vec<u32>) -> Self {
        if !numbers.is_empty() {
            self.pieces.push(Piece::Sources { numbers });
        }
        self
    }

    /// Its words without the numbers of sources.
    #[must_use]
    pub fn text(&self) -> String {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words { text } => Some(text.as_str()),
            Piece::Sources { .. } => None,
        });
        words.collect()
    }
}

/// A chart of the report. The picture has no words but those of the drawing; caption and notes are text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportChart {
    /// What it is about: the caption, without a number.
    pub title: String,
    /// Unit and years, or what is counted; empty when the title says it.
    pub subtitle: String,
    /// How far the figures compare, and what is left out.
    pub notes: Vec<String>,
    /// What the picture says, for those who do not see it.
    pub description: String,
    /// Heads of its data.
    pub heads: Vec<String>,
    /// Its data, a cell for each head.
    pub rows: Vec<Vec<String>>,
    /// Numbers of the source sentences of its figures, ascending.
    pub sources: Vec<u32>,
    /// Width of the drawing, in pixels of 1/96 inch.
    pub width: u32,
    /// Height, in the same.
    pub height: u32,
    /// The drawing as SVG that stands alone.
    #[serde(skip)]
    pub svg: String,
    /// The same as PNG for formats that hold no SVG, at least two dots for each pixel; empty when it was not asked for.
    #[serde(skip)]
    pub png: Vec<u8>,
}
