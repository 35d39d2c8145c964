//! Notes: problems in a document. They are not errors; the document is still read as far as it goes.

use crate::Span;
use serde::{Deserialize, Serialize};

/// What was noticed. The window has a sentence for each code in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum NoteCode {
    /// Some bytes did not decode and stand as U+FFFD.
    ReplacementCharacters,
    /// Web-page furniture was found and marked.
    WebFurniture,
    /// No section numbering was found.
    NoSections,
    /// No title was found.
    NoTitle,
    /// No region was recognised.
    NoRegion,
    /// No target was found.
    NoTargets,
    /// Numerals whose role the rules do not know.
    UnexplainedNumbers,
    /// A heading's number repeats or jumps.
    NumberingIrregular,
    /// The text was cut at a size limit.
    TextTruncated,
    /// Headers and footers of the pages are not part of the text.
    HeadersLeftOut,
    /// Footnotes and endnotes stand at the end of the text.
    NotesAtEnd,
    /// Text that is marked as deleted was left out.
    DeletionsLeftOut,
    /// Text that is marked as hidden was left out.
    HiddenTextLeftOut,
    /// Pictures and embedded objects were left out; a table may be among them.
    PicturesLeftOut,
    /// Sheets of a workbook that are no table of targets were left out.
    SheetsLeftOut,
    /// Rows of a sheet that are hidden were left out.
    HiddenRowsLeftOut,
    /// Columns of a sheet that are hidden were left out.
    HiddenColumnsLeftOut,
    /// Rows of a sheet gave no target.
    RowsNotUnderstood,
    /// A target or task was found whose words the text does not say at its place; it was left out.
    FindingDropped,
    /// Lines of the page around the text were left out: menus, running heads, page numbers.
    PageFurnitureLeftOut,
    /// The main text of a web page could not be told from the rest, so the whole page was taken.
    WholePage,
    /// Pages of which no text could be read: pictures, or broken.
    PagesWithoutText,
}

impl NoteCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::ReplacementCharacters,
        Self::WebFurniture,
        Self::NoSections,
        Self::NoTitle,
        Self::NoRegion,
        Self::NoTargets,
        Self::UnexplainedNumbers,
        Self::NumberingIrregular,
        Self::TextTruncated,
        Self::HeadersLeftOut,
        Self::NotesAtEnd,
        Self::DeletionsLeftOut,
        Self::HiddenTextLeftOut,
        Self::PicturesLeftOut,
        Self::SheetsLeftOut,
        Self::HiddenRowsLeftOut,
        Self::HiddenColumnsLeftOut,
        Self::RowsNotUnderstood,
        Self::FindingDropped,
        Self::PageFurnitureLeftOut,
        Self::WholePage,
        Self::PagesWithoutText,
    ];

    /// Whether the reader of a document notices it, so that it stays true of its frozen text whatever is looked for
    /// in it afterwards.
    #[must_use]
    pub fn is_of_reading(self) -> bool {
        !matches!(
            self,
            Self::NoTargets
                | Self::UnexplainedNumbers
                | Self::RowsNotUnderstood
                | Self::FindingDropped
        )
    }

    /// The word used on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ReplacementCharacters => "replacement_characters",
            Self::WebFurniture => "web_furniture",
            Self::NoSections => "no_sections",
            Self::NoTitle => "no_title",
            Self::NoRegion => "no_region",
            Self::NoTargets => "no_targets",
            Self::UnexplainedNumbers => "unexplained_numbers",
            Self::NumberingIrregular => "numbering_irregular",
            Self::TextTruncated => "text_truncated",
            Self::HeadersLeftOut => "headers_left_out",
            Self::NotesAtEnd => "notes_at_end",
            Self::DeletionsLeftOut => "deletions_left_out",
            Self::HiddenTextLeftOut => "hidden_text_left_out",
            Self::PicturesLeftOut => "pictures_left_out",
            Self::SheetsLeftOut => "sheets_left_out",
            Self::HiddenRowsLeftOut => "hidden_rows_left_out",
            Self::HiddenColumnsLeftOut => "hidden_columns_left_out",
            Self::RowsNotUnderstood => "rows_not_understood",
            Self::FindingDropped => "finding_dropped",
            Self::PageFurnitureLeftOut => "page_furniture_left_out",
            Self::WholePage => "whole_page",
            Self::PagesWithoutText => "pages_without_text",
        }
    }

    /// The code a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.word() == word)
    }
}

/// One note with its place and, where it helps, a count or quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What was noticed.
    pub code: NoteCode,
    /// Where, if at one place.
    pub span: Option<Span>,
    /// A number or short quotation that the sentence can show.
    pub detail: Option<String>,
}
