//! The library that takes characters off the pages of a PDF: pdfium, loaded from a file that the caller names.

use super::glyph::{Glyph, character};
use super::grid::{MOST_STROKES, Stroke, page_lines};
use super::turn::{Turn, quarter};
use super::{PAGE_LIMIT, Page};
use crate::{Excess, ReadError};
use pdfium_render::prelude::{
    PdfDocument, PdfPage, PdfPageObject, PdfPageObjectType, PdfPageObjectsCommon,
    PdfPageRenderRotation, PdfPathSegmentType, PdfPathSegments, Pdfium, PdfiumError,
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

/// Most drawn things on a page that are looked at for the lines of tables.
const MOST_OBJECTS: usize = 20_000;
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
    let mut raw: Vec<Raw> = Vec::new();
    let mut high = None;
    for c in text.chars().iter() {
        if raw.len() > super::CHARACTER_LIMIT {
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
        let (Ok(room), Ok((x, y))) = (c.loose_bounds(), c.origin()) else {
            continue;
        };
        let edges = [
            room.left().value,
            room.bottom().value,
            room.right().value,
            room.top().value,
        ];
        let place = Raw {
            c: seen,
            edges,
            origin: [x.value, y.value],
            size: size(c.scaled_font_size().value, edges),
            made: c.is_generated().unwrap_or(false),
            quarter: quarter(c.angle_degrees().unwrap_or(0.0)),
        };
        if place
            .edges
            .iter()
            .chain(&place.origin)
            .all(|at| at.is_finite())
        {
            raw.push(place);
        }
    }
    let turn = turn_of(page, &raw);
    let glyphs: Vec<Glyph> = raw.iter().filter_map(|raw| raw.upright(turn)).collect();
    let characters = glyphs
        .iter()
        .filter(|glyph| !glyph.c.is_whitespace())
        .count();
    let unknown = glyphs.iter().filter(|glyph| glyph.c == '\u{FFFD}').count();
    let (width, height) = turn.size();
    Some(Page {
        width,
        height,
        lines: page_lines(&glyphs, &strokes(page, turn)),
        characters,
        unknown,
        pictured: characters < HARDLY_ANY && has_picture(page),
        lost: false,
    })
}

/// The size of a character's font. For text that runs up or down the engine gives none; its room does then.
fn size(scaled: f32, [left, bottom, right, top]: [f32; 4]) -> f32 {
    let known = scaled.abs();
    let size = if known > 0.5 {
        known
    } else {
        (right - left).max(top - bottom)
    };
    size.clamp(1.0, 500.0)
}

/// A character as the page description places it.
struct Raw {
    c: char,
    /// Left, bottom, right, top.
    edges: [f32; 4],
    origin: [f32; 2],
    size: f32,
    made: bool,
    quarter: Option<u8>,
}

impl Raw {
    /// The character on the turned page, unless it runs another way than the page's text.
    fn upright(&self, turn: Turn) -> Option<Glyph> {
        if !self.made && self.quarter != Some(turn.quarter) {
            return None;
        }
        let [left, bottom, right, top] = self.edges;
        let (one, other) = (turn.place(left, bottom), turn.place(right, top));
        let (x, base) = turn.place(self.origin[0], self.origin[1]);
        Some(Glyph {
            c: self.c,
            left: one.0.min(other.0),
            right: one.0.max(other.0).max(x),
            base,
            size: self.size,
            made: self.made,
        })
    }
}

/// The way most of a page's text runs.
fn turn_of(page: &PdfPage<'_>, raw: &[Raw]) -> Turn {
    let count = |way: u8| {
        raw.iter()
            .filter(|raw| raw.quarter == Some(way) && !raw.made)
            .count()
    };
    let (width, height) = (page.width().value, page.height().value);
    // The engine gives the size as shown, and places as described.
    let shown_turned = matches!(
        page.rotation(),
        Ok(PdfPageRenderRotation::Degrees90 | PdfPageRenderRotation::Degrees270)
    );
    let (width, height) = if shown_turned {
        (height, width)
    } else {
        (width, height)
    };
    Turn {
        quarter: (0..4).rev().max_by_key(|&way| count(way)).unwrap_or(0),
        width,
        height,
    }
}

/// The lines and frames drawn on a page, turned as its text is. A page with too many of them gives none: it shows a
/// map or a chart.
fn strokes(page: &PdfPage<'_>, turn: Turn) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    for object in page.objects().iter().take(MOST_OBJECTS) {
        add_strokes(&object, turn, &mut strokes);
        if strokes.len() > MOST_STROKES {
            return Vec::new();
        }
    }
    strokes
}

/// The strokes of one path: each piece of it that begins with a move of the pen.
fn add_strokes(object: &PdfPageObject<'_>, turn: Turn, strokes: &mut Vec<Stroke>) {
    let Some(path) = object.as_path_object() else {
        return;
    };
    let Ok(matrix) = path.matrix() else { return };
    let segments = path.segments().transform(matrix);
    let mut piece: Option<Stroke> = None;
    for segment in segments.iter().take(MOST_STROKES * 4) {
        let (x, y) = (segment.x().value, segment.y().value);
        let (x, y) = turn.place(x, y);
        if !x.is_finite() || !y.is_finite() {
            continue;
        }
        if segment.segment_type() == PdfPathSegmentType::MoveTo {
            strokes.extend(piece.take());
        }
        let point = Stroke {
            left: x,
            bottom: y,
            right: x,
            top: y,
        };
        piece = Some(piece.map_or(point, |piece| Stroke {
            left: piece.left.min(x),
            bottom: piece.bottom.min(y),
            right: piece.right.max(x),
            top: piece.top.max(y),
        }));
    }
    strokes.extend(piece);
}

fn has_picture(page: &PdfPage<'_>) -> bool {
    page.objects().iter().take(200).any(|object| {
        matches!(
            object.object_type(),
            PdfPageObjectType::Image | PdfPageObjectType::XObjectForm
        )
    })
}
