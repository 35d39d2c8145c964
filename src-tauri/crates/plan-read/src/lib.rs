//! Bytes to frozen text and section tree: the only crate that reads document formats.
//!
//! Invariants: reading never panics and never loses text (the frozen text is the decoded input with its line
//! breaks as `\n`); sections nest and stand in document order; furniture is marked, never cut; what cannot be
//! read at all is a typed error.

mod decode;
mod error;
mod freeze;
mod furniture;
mod sections;

pub use error::ReadError;

use plan_model::{FrozenPlan, Note, NoteCode};

/// The largest file that is read, in bytes. A plan has some ten thousand characters; the limit is generous
/// and keeps every offset far inside 32 bits.
pub const READ_LIMIT: usize = 20 * 1024 * 1024;

/// Reads one document: decodes it, freezes its text, marks web-page furniture and finds its sections.
///
/// # Errors
/// When the bytes hold no text, are another kind of file, do not decode, or exceed [`READ_LIMIT`].
pub fn read(bytes: &[u8]) -> Result<FrozenPlan, ReadError> {
    let decoded = decode::decode(bytes)?;
    let text = freeze::freeze(&decoded.text);
    freeze::check(&text)?;
    let mut notes = Vec::new();
    if decoded.replaced > 0 {
        notes.push(Note {
            code: NoteCode::ReplacementCharacters,
            span: None,
            detail: Some(decoded.replaced.to_string()),
        });
    }
    let furniture = furniture::furniture(&text);
    for piece in &furniture {
        notes.push(Note {
            code: NoteCode::WebFurniture,
            span: Some(piece.span),
            detail: Some(piece.rule.clone()),
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
        text,
        encoding: decoded.encoding.to_owned(),
        sections,
        furniture,
        notes,
    })
}
