//! What a reader of one format hands over: text and what it knows about it. Freezing, furniture by rules, sections
//! and quality are the same for every format and come after.

use plan_model::{Furniture, Note, SheetText, SourceFormat};

/// The text of a document as its format's reader took it out.
///
/// A reader that gives spans (in `furniture` or `notes`) writes `\n` only, so that freezing moves nothing.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The text.
    pub(crate) text: String,
    /// What it was taken from.
    pub(crate) format: SourceFormat,
    /// The encoding of the bytes, UTF-8 where the format itself says how its text is stored.
    pub(crate) encoding: &'static str,
    /// Furniture the structure of the format gave away (menus of a web page), ascending and without overlaps.
    pub(crate) furniture: Vec<Furniture>,
    /// The sheets of a workbook, in order.
    pub(crate) sheets: Vec<SheetText>,
    /// What the reader noticed.
    pub(crate) notes: Vec<Note>,
}

impl Parts {
    /// Text of a format that stores Unicode, with nothing noticed.
    pub(crate) fn new(format: SourceFormat, text: String) -> Self {
        Self {
            text,
            format,
            encoding: "UTF-8",
            furniture: Vec::new(),
            sheets: Vec::new(),
            notes: Vec::new(),
        }
    }
}
