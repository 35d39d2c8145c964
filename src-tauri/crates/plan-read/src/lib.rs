//! Bytes to frozen text and section tree: the only crate that reads document formats.
//!
//! Invariants: reading never panics and never loses text (the frozen text of a text file is the decoded input with
//! its line breaks as `\n`; what another format's reader leaves out is noted); sections nest and stand in document
//! order; furniture is marked, never cut; what cannot be read at all is a typed error.
//!
//! A file is recognised by its bytes ([`mod@format`]), read by the reader of its format into
//! [`parts::Parts`], and from there on all formats are the same.

mod decode;
mod docx;
mod error;
mod format;
mod freeze;
mod furniture;
mod html;
mod markdown;
mod package;
mod parts;
mod pdf;
mod plain;
mod quality;
mod reached;
mod sections;
mod table;
mod wide;
mod xlsx;
mod xml;

pub use error::{Excess, ReadError};
pub use format::is_document_name;
pub use pdf::PdfEngine;
pub use xlsx::{Sheet, sheets};

use format::Kind;
use parts::Parts;
use plan_model::{
    FrozenPlan, Furniture, MergedCell, Note, NoteCode, SheetMapping, SourceFormat, TextQuality,
    TextTables,
};
use reached::Settled;

/// The longest text that is read, in bytes. A plan has some ten thousand characters; the limit is generous
/// and keeps every offset far inside 32 bits.
pub const READ_LIMIT: usize = 20 * 1024 * 1024;

/// The largest file of any format, in bytes. Beside its text a document may hold maps and pictures.
pub const FILE_LIMIT: usize = 64 * 1024 * 1024;

/// Reads one document of which no name is known.
///
/// # Errors
/// As [`read_named`].
pub fn read(bytes: &[u8]) -> Result<FrozenPlan, ReadError> {
    read_named(bytes, "")
}

/// What reading may use beyond the bytes. Nothing of it is looked for: the caller says what there is.
#[derive(Clone, Copy, Default)]
pub struct Means<'a> {
    /// What takes the text out of a PDF.
    pub pdf: Option<&'a PdfEngine>,
    /// The sheets of a workbook that are read, each with what its columns hold; `None`: those that look like tables
    /// of targets.
    pub sheets: Option<&'a [SheetMapping]>,
    /// Asked now and then while a long document is read; once it says no, reading ends with
    /// [`ReadError::TookTooLong`].
    pub goes_on: Option<&'a dyn Fn() -> bool>,
}

/// Whether a document is a PDF: what should be read where it can be ended from outside.
#[must_use]
pub fn is_pdf(bytes: &[u8], name: &str) -> bool {
    matches!(format::recognise(bytes, name), Ok(Kind::Pdf))
}

/// Reads one document as [`read_with`] does, without means: a PDF is refused.
///
/// # Errors
/// As [`read_with`].
pub fn read_named(bytes: &[u8], name: &str) -> Result<FrozenPlan, ReadError> {
    read_with(bytes, name, Means::default())
}

/// Reads one document: recognises its format, takes out its text, freezes it, marks web-page furniture and finds
/// its sections. `name` is the file's name; it decides only what the bytes leave open.
///
/// # Errors
/// When the bytes hold no text, are of a kind that is not read, are damaged or protected, do not decode, or exceed
/// a limit.
pub fn read_with(bytes: &[u8], name: &str, means: Means<'_>) -> Result<FrozenPlan, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > FILE_LIMIT {
        return Err(ReadError::TooLarge { limit: FILE_LIMIT });
    }
    let parts = match format::recognise(bytes, name)? {
        Kind::Docx => docx::read(bytes)?,
        Kind::Text => plain::read(bytes)?,
        Kind::Markdown => markdown::read(bytes)?,
        Kind::Html => html::read(bytes)?,
        Kind::Pdf => pdf::read(bytes, means)?,
        Kind::Xlsx => xlsx::read(bytes, means.sheets)?,
        Kind::Other => return Err(ReadError::Binary),
        Kind::OtherOffice => return Err(ReadError::LegacyOffice),
        Kind::Ofd => return Err(ReadError::Ofd),
        Kind::Archive => return Err(ReadError::Archive),
        Kind::Picture => return Err(ReadError::Scan),
        Kind::Protected => return Err(ReadError::Protected),
    };
    frozen(parts)
}

/// What a document came as, by its bytes and name, and how well `text` came out of it: for a plan that was frozen
/// before this was kept. `None` for bytes that no reader here takes.
#[must_use]
pub fn measure(bytes: &[u8], name: &str, text: &str) -> Option<(SourceFormat, TextQuality)> {
    let format = format::recognise(bytes, name).ok()?.source_format()?;
    Some((format, quality::quality(text)))
}

/// From a reader's text to the frozen plan, alike for every format.
fn frozen(parts: Parts) -> Result<FrozenPlan, ReadError> {
    let text = freeze::freeze(&parts.text);
    let (text, mut parts, merged) = settled(text, parts);
    if text.len() > READ_LIMIT {
        return Err(ReadError::TooLarge { limit: READ_LIMIT });
    }
    freeze::check(&text)?;
    let mut notes = std::mem::take(&mut parts.notes);
    let furniture = joined(parts.furniture, furniture::furniture(&text));
    for piece in &furniture {
        notes.push(Note {
            code: NoteCode::WebFurniture,
            span: Some(piece.span),
            detail: piece.span.of(&text).map(opening),
        });
    }
    let sections = sections::sections(&text, &furniture, &mut notes);
    if sections.is_empty() {
        notes.push(Note {
            code: NoteCode::NoSections,
            span: None,
            detail: None,
        });
    }
    Ok(FrozenPlan {
        format: parts.format,
        encoding: parts.encoding.to_owned(),
        quality: quality::quality(&text),
        text,
        sections,
        furniture,
        tables: TextTables {
            sheets: parts.sheets,
            merged,
        },
        notes,
    })
}

/// Takes the marks of merged cells out of a text, for the formats whose tables leave some.
fn settled(text: String, mut parts: Parts) -> (String, Parts, Vec<MergedCell>) {
    if !matches!(
        parts.format,
        SourceFormat::Docx | SourceFormat::Html | SourceFormat::Xlsx
    ) {
        return (text, parts, Vec::new());
    }
    let settled = Settled::of(&text);
    let pieces = parts.furniture.iter_mut().map(|piece| &mut piece.span);
    let sheets = parts.sheets.iter_mut().map(|sheet| &mut sheet.span);
    let notes = parts.notes.iter_mut().filter_map(|note| note.span.as_mut());
    for span in pieces.chain(sheets).chain(notes) {
        *span = settled.place(*span);
    }
    (settled.text, parts, settled.merged)
}

/// What the format's structure gave away, and what the rules found elsewhere: ascending, without overlaps.
fn joined(known: Vec<Furniture>, by_rule: Vec<Furniture>) -> Vec<Furniture> {
    if known.is_empty() {
        return by_rule;
    }
    let free = by_rule.into_iter().filter(|found| {
        let after = known.partition_point(|piece| piece.span.end <= found.span.start);
        known
            .get(after)
            .is_none_or(|piece| piece.span.start >= found.span.end)
    });
    let mut all: Vec<Furniture> = free.collect();
    all.extend(known);
    all.sort_by_key(|piece| piece.span.start);
    all
}

/// The first words of a stretch, for a note that shows what it is about.
fn opening(words: &str) -> String {
    const SHOWN: usize = 40;
    let words = words.trim();
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
