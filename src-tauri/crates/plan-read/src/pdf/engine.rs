//! The library that takes characters off the pages of a PDF: pdfium, loaded from a file that the caller names.

use super::glyph::{Glyph, character};
use super::line::lines;
use super::{PAGE_LIMIT, Page};
use crate::{Excess, ReadError};
use pdfium_render::prelude::{
    PdfDocument, PdfPage, PdfPageObjectType, PdfPageObjectsCommon, Pdfium, PdfiumError,
    PdfiumInternalError,
};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where the library is that reads PDF. It is loaded when the first PDF is read, once for the whole program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfEngine {
    library: PathBuf,
}

/// The library, once it is loaded. It knows no threads: whoever reads holds the lock for a whole document.
static LOADED: Mutex<Option<Pdfium>> = Mutex::new(None);

/// Characters on a page below which it has, to an eye, no text.
const HARDLY_ANY: usize = 10;

impl PdfEngine {
    /// The engine whose library is the file `library`.
    #[must_use]
    pub fn at(library: impl Into<PathBuf>) -> Self {
        Self {
            library: library.into(),
        }
    }

    /// The file it is loaded from.
    #[must_use]
    pub fn library(&self) -> &Path {
        &self.library
    }

    /// The pages of a document, in order. `goes_on` is asked before each page.
    pub(super) fn pages(
        &self,
        bytes: &[u8],
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Vec<Page>, ReadError> {
        let loaded = self.load()?;
        let pdfium = loaded.as_ref().ok_or(ReadError::NoPdfEngine)?;
        let document = pdfium
            .load_pdf_from_byte_slice(bytes, None)
            .map_err(|error| refusal(&error))?;
        let count = usize::try_from(document.pages().len()).unwrap_or(0);
        if count > PAGE_LIMIT {
            return Err(ReadError::TooMuch {
                what: Excess::Pages,
                limit: PAGE_LIMIT,
            });
        }
        pages(&document, goes_on)
    }

    fn load(&self) -> Result<MutexGuard<'static, Option<Pdfium>>, ReadError> {
        // A panic of another reader leaves the library itself as it was.
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if loaded.is_none() {
            let bindings =
                Pdfium::bind_to_library(&self.library).map_err(|_| ReadError::NoPdfEngine)?;
            *loaded = Some(Pdfium::new(bindings));
        }
        Ok(loaded)
    }
}

/// Why the library did not open a document.
fn refusal(error: &PdfiumError) -> ReadError {
    match error {
        PdfiumError::PdfiumLibraryInternalError(
            PdfiumInternalError::PasswordError | PdfiumInternalError::SecurityError,
        ) => ReadError::Protected,
        _ => ReadError::Damaged,
    }
}

fn pages(document: &PdfDocument<'_>, goes_on: &dyn Fn() -> bool) -> Result<Vec<Page>, ReadError> {
    let mut pages = Vec::new();
    let mut length = 0usize;
    for index in 0..document.pages().len() {
        if !goes_on() {
            return Err(ReadError::TookTooLong);
        }
        // A page that is broken leaves a gap, which is noted; the others are read.
        let page = document
            .pages()
            .get(index)
            .ok()
            .and_then(|page| read(&page));
        let page = page.unwrap_or(Page {
            lost: true,
            ..Page::default()
        });
        length += page.characters;
        if length > super::CHARACTER_LIMIT {
            return Err(ReadError::TooMuch {
                what: Excess::Bytes,
                limit: super::CHARACTER_LIMIT,
            });
        }
        pages.push(page);
    }
    Ok(pages)
}

fn read(page: &PdfPage<'_>) -> Option<Page> {
    let text = page.text().ok()?;
    let mut turned: Vec<(Glyph, i32)> = Vec::new();
    let mut high = None;
    for c in text.chars().iter() {
        if turned.len() > super::CHARACTER_LIMIT {
            break;
        }
        // Characters beyond the first plane come in two halves where the system's wide characters are short.
        let code = match (high.take(), c.unicode_value()) {
            (_, half @ 0xD800..=0xDBFF) => {
                high = Some(half);
                continue;
            }
            (Some(first), half @ 0xDC00..=0xDFFF) => {
                0x10000 + ((first - 0xD800) << 10) + (half - 0xDC00)
            }
            (_, code) => code,
        };
        let Some(seen) = character(code) else {
            continue;
        };
        let (Ok(place), Ok((x, y))) = (c.loose_bounds(), c.origin()) else {
            continue;
        };
        let angle = c.angle_degrees().unwrap_or(0.0);
        let glyph = Glyph {
            c: seen,
            left: place.left().value,
            right: place.right().value.max(x.value),
            base: y.value,
            size: c.scaled_font_size().value.clamp(1.0, 500.0),
            made: c.is_generated().unwrap_or(false),
        };
        let sane = [glyph.left, glyph.right, glyph.base]
            .iter()
            .all(|at| at.is_finite());
        if sane {
            let (quarter, glyph) = upright(glyph, angle, place.bottom().value, place.top().value);
            turned.push((glyph, quarter));
        }
    }
    let (glyphs, quarter) = prevailing(turned);
    let characters = glyphs
        .iter()
        .filter(|glyph| !glyph.c.is_whitespace())
        .count();
    let unknown = glyphs.iter().filter(|glyph| glyph.c == '\u{FFFD}').count();
    let (width, height) = (page.width().value, page.height().value);
    let (width, height) = if quarter % 2 == 0 {
        (width, height)
    } else {
        (height, width)
    };
    Some(Page {
        width,
        height,
        lines: lines(&glyphs),
        characters,
        unknown,
        pictured: characters < HARDLY_ANY && has_picture(page),
        lost: false,
    })
}

/// Text that runs up or down a page, as it stands once the page is turned. The second value counts quarter turns;
/// -1 is slanted text, as of a watermark.
fn upright(glyph: Glyph, angle: f32, bottom: f32, top: f32) -> (i32, Glyph) {
    let quarters = angle / 90.0;
    let nearest = quarters.round();
    if (quarters - nearest).abs() > 0.1 {
        return (-1, glyph);
    }
    let along = |left, right, base| Glyph {
        left,
        right,
        base,
        ..glyph
    };
    match (nearest as i32).rem_euclid(4) {
        1 => (1, along(bottom, top, -glyph.left)),
        2 => (2, along(-glyph.right, -glyph.left, -glyph.base)),
        3 => (3, along(-top, -bottom, glyph.left)),
        _ => (0, glyph),
    }
}

/// The characters that run the way most of the page does, and that way.
fn prevailing(turned: Vec<(Glyph, i32)>) -> (Vec<Glyph>, i32) {
    let count = |way: i32| {
        turned
            .iter()
            .filter(|(glyph, quarter)| *quarter == way && !glyph.made)
            .count()
    };
    let way = (0..4).rev().max_by_key(|&way| count(way)).unwrap_or(0);
    let kept = turned
        .into_iter()
        .filter(|(glyph, quarter)| *quarter == way || glyph.made)
        .map(|(glyph, _)| glyph)
        .collect();
    (kept, way)
}

fn has_picture(page: &PdfPage<'_>) -> bool {
    page.objects().iter().take(200).any(|object| {
        matches!(
            object.object_type(),
            PdfPageObjectType::Image | PdfPageObjectType::XObjectForm
        )
    })
}
