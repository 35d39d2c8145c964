//! PDF with a text layer: characters with their places to lines, lines to paragraphs.
//!
//! A page says where each character stands and nothing about paragraphs, running heads or tables; all of these are
//! won from the places, in this order: characters ([`engine`]), lines ([`line`]), drawn tables
//! ([`grid`]), running lines off ([`repeated`]), columns ([`column`]), rows of tables ([`table`]), paragraphs ([`paragraph`]).

mod column;
mod engine;
mod glyph;
mod grid;
mod line;
mod paragraph;
mod radicals;
mod repeated;
mod table;
mod turn;

pub use engine::PdfEngine;

use crate::parts::Parts;
use crate::{Means, ReadError};
use line::Line;
use plan_model::{Note, NoteCode, SourceFormat};
use std::panic::AssertUnwindSafe;

/// Most pages of a document. The longest plans have some four hundred.
pub(crate) const PAGE_LIMIT: usize = 3_000;
/// Most characters of a document.
pub(crate) const CHARACTER_LIMIT: usize = 4_000_000;

/// Most characters per page of a scan that a program has stamped.
const SCAN_CHARACTERS: usize = 30;
/// Most page numbers that a note names.
const NUMBERS_NAMED: usize = 20;

/// A page as far as its text is concerned.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    width: f32,
    height: f32,
    lines: Vec<Line>,
    /// Characters that are seen.
    characters: usize,
    /// Characters of which the font does not say what they are.
    unknown: usize,
    /// It has hardly any text, and a picture.
    pictured: bool,
    /// It could not be read.
    lost: bool,
}

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], means: Means<'_>) -> Result<Parts, ReadError> {
    let engine = means.pdf.ok_or(ReadError::NoPdfEngine)?;
    let goes_on = || means.goes_on.is_none_or(|goes_on| goes_on());
    // The binding to the library turns some answers it does not expect into a panic; a document must not be able
    // to end the program. Nothing is shared across this border but the library's lock, which survives it.
    let pages = std::panic::catch_unwind(AssertUnwindSafe(|| engine.pages(bytes, &goes_on)));
    assembled(pages.map_err(|_| ReadError::Damaged)??)
}

/// From pages to text.
fn assembled(mut pages: Vec<Page>) -> Result<Parts, ReadError> {
    let characters: usize = pages.iter().map(|page| page.characters).sum();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    let pictured = pages.iter().filter(|page| page.pictured).count();
    // Scans carry at most a stamp or a page number in letters.
    if pictured * 2 > pages.len() && characters < SCAN_CHARACTERS * pages.len() {
        return Err(ReadError::Scan);
    }
    if characters == 0 {
        let lost = !pages.is_empty() && pages.iter().all(|page| page.lost);
        return Err(if lost {
            ReadError::Damaged
        } else {
            ReadError::Empty
        });
    }
    // Its fonts do not say what they draw: figures would be wrong without anyone seeing it.
    if unknown * 10 > characters {
        return Err(ReadError::Undecodable);
    }
    let mut notes = Vec::new();
    let mut note = |code: NoteCode, detail: String| {
        notes.push(Note {
            code,
            span: None,
            detail: Some(detail),
        });
    };
    if unknown > 0 {
        note(NoteCode::ReplacementCharacters, unknown.to_string());
    }
    let without: Vec<String> = pages
        .iter()
        .zip(1usize..)
        .filter(|(page, _)| page.lost || page.pictured)
        .map(|(_, number)| number.to_string())
        .take(NUMBERS_NAMED)
        .collect();
    if !without.is_empty() {
        note(NoteCode::PagesWithoutText, without.join(", "));
    }
    let dropped = repeated::drop_running_lines(&mut pages);
    if dropped > 0 {
        note(NoteCode::PageFurnitureLeftOut, dropped.to_string());
    }
    let text = paragraph::paragraphs(&column::placed(pages));
    Ok(Parts {
        notes,
        ..Parts::new(SourceFormat::Pdf, text)
    })
}
