//! A workbook (.xlsx) as a document: every sheet that is a table of targets becomes lines of cells parted by
//! tabulators, as a table of a text does, with values as their cells show them. A sheet is such a table when one of
//! its first rows has heads for an indicator and for a goal or a year, or when an analyst says so and what its columns
//! hold; other sheets are left out with a note, and so are rows, columns and sheets that the workbook hides.
//!
//! Read without a library: one that was tried gives the stored 0.155 where the cell shows 15.5%, and sets aside room
//! for every cell between the first and the last.

mod cells;
mod display;
mod grid;
mod shared;

use crate::package::{Package, Relation, relations};
use crate::parts::Parts;
use crate::reached::Settled;
use crate::table;
use crate::xml::{Element, Xml, decoded};
use crate::{Excess, READ_LIMIT, ReadError};
use cells::Shown;
use plan_model::{Note, NoteCode, SheetMapping, SheetText, SourceFormat, Span};

/// Most rows that all merged blocks together are looked for in.
const MOST_STEPS: usize = 1_000_000;
/// Characters of the names of sheets that a note holds.
const NAMES_SHOWN: usize = 60;

/// One sheet of a workbook, for an analyst who says how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its lines, as they stand in the text when it is read.
    pub lines: Vec<String>,
    /// Whether it is read when nobody says so: it has the heads of a table of targets.
    pub is_table: bool,
}

/// The sheets of a workbook that are shown and hold something.
///
/// # Errors
/// When the bytes are no workbook, are damaged, or exceed a limit.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let mut book = Book::open(bytes)?;
    let mut found = Vec::new();
    for listed in book.sheets.clone() {
        let Some(shown) = book.shown(&listed)? else {
            continue;
        };
        let text = lines(&shown).join("\n");
        found.push(Sheet {
            name: listed.name,
            lines: Settled::of(&text)
                .text
                .split('\n')
                .map(str::to_owned)
                .collect(),
            is_table: grid::is_table(&shown.cells),
        });
    }
    Ok(found)
}

/// The tables of targets in a workbook: the sheets that `mapped` names, or those that look like such.
pub(crate) fn read(bytes: &[u8], mapped: Option<&[SheetMapping]>) -> Result<Parts, ReadError> {
    let mut book = Book::open(bytes)?;
    let mut parts = Parts::new(SourceFormat::Xlsx, String::new());
    let mut left_out: Vec<String> = Vec::new();
    let (mut hidden_rows, mut hidden_columns) = (0, 0);
    for listed in book.sheets.clone() {
        let mapping = mapped.and_then(|all| all.iter().find(|one| one.sheet == listed.name));
        let Some(shown) = book.shown(&listed)? else {
            left_out.extend(listed.hidden.then_some(listed.name));
            continue;
        };
        if mapping.is_none() && (mapped.is_some() || !grid::is_table(&shown.cells)) {
            left_out.push(listed.name);
            continue;
        }
        hidden_rows += shown.hidden_rows;
        hidden_columns += shown.hidden_columns;
        if !parts.text.is_empty() {
            parts.text.push('\n');
        }
        let from = parts.text.len();
        for line in lines(&shown) {
            parts.text.push_str(&line);
            parts.text.push('\n');
        }
        if parts.text.len() > READ_LIMIT {
            return Err(ReadError::TooLarge { limit: READ_LIMIT });
        }
        parts.sheets.push(SheetText {
            sheet: listed.name,
            span: Span::new(from, parts.text.len()),
            mapping: mapping.cloned(),
        });
    }
    parts.sheets.retain(|sheet| !sheet.span.is_empty());
    if parts.sheets.is_empty() {
        return Err(ReadError::NoTable);
    }
    let mut note = |code, detail: String| {
        parts.notes.push(Note {
            code,
            span: None,
            detail: Some(detail),
        });
    };
    if !left_out.is_empty() {
        let names = left_out.join("、").chars().take(NAMES_SHOWN).collect();
        note(NoteCode::SheetsLeftOut, names);
    }
    if hidden_rows > 0 {
        note(NoteCode::HiddenRowsLeftOut, hidden_rows.to_string());
    }
    if hidden_columns > 0 {
        note(NoteCode::HiddenColumnsLeftOut, hidden_columns.to_string());
    }
    Ok(parts)
}

fn lines(shown: &Shown) -> Vec<String> {
    table::lines(&grid::rows(&shown.cells, &shown.blocks))
}

/// A workbook that is open.
struct Book<'b> {
    package: Package<'b>,
    related: Vec<Relation>,
    shared: Shared,
    sheets: Vec<Listed>,
}

/// What cells of every sheet refer to.
struct Shared {
    /// Texts.
    strings: Vec<String>,
    /// Codes of number formats, by style.
    formats: Vec<String>,
}

/// A sheet as the workbook lists it.
#[derive(Clone)]
struct Listed {
    name: String,
    /// By what the workbook refers to it.
    id: String,
    hidden: bool,
}

impl<'b> Book<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let mut package = Package::open(bytes)?;
        let main = relations(&mut package, "")?
            .into_iter()
            .find(|part| part.kind == "officeDocument" && package.has(&part.target))
            .map_or_else(|| "xl/workbook.xml".to_owned(), |part| part.target);
        let book = package.small_part(&main)?.ok_or(ReadError::Damaged)?;
        let related = relations(&mut package, &main)?;
        let strings = match part_of(&mut package, &related, "sharedStrings")? {
            Some(part) => shared::strings(&decoded(&part))?,
            None => Vec::new(),
        };
        let formats = match part_of(&mut package, &related, "styles")? {
            Some(part) => shared::formats(&decoded(&part))?,
            None => Vec::new(),
        };
        Ok(Self {
            sheets: listed(&decoded(&book))?,
            shared: Shared { strings, formats },
            package,
            related,
        })
    }

    /// What a sheet shows; `None` when that is nothing.
    fn shown(&mut self, listed: &Listed) -> Result<Option<Shown>, ReadError> {
        if listed.hidden {
            return Ok(None);
        }
        let Some(related) = self.related.iter().find(|part| part.id == listed.id) else {
            return Ok(None);
        };
        let Some(part) = self.package.part(&related.target)? else {
            return Ok(None);
        };
        let shown = cells::sheet(&decoded(&part), &self.shared)?;
        Ok(Some(shown).filter(|shown| !shown.cells.is_empty()))
    }
}

fn part_of(
    package: &mut Package<'_>,
    related: &[Relation],
    kind: &str,
) -> Result<Option<Vec<u8>>, ReadError> {
    match related.iter().find(|part| part.kind == kind) {
        Some(part) => package.part(&part.target),
        None => Ok(None),
    }
}

fn listed(text: &str) -> Result<Vec<Listed>, ReadError> {
    let mut found = Vec::new();
    inside(text, "sheets", |xml, sheet| {
        if let (Some(name), Some(id)) = (sheet.get("name"), sheet.get("id")) {
            found.push(Listed {
                name: name.to_owned(),
                id: id.to_owned(),
                hidden: sheet.get("state").is_some_and(|state| state != "visible"),
            });
        }
        xml.skip()
    })?;
    Ok(found)
}

/// Every element inside the element `parent` of a part's root.
fn inside(
    text: &str,
    parent: &str,
    mut each: impl FnMut(&mut Xml<'_>, Element) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut xml = Xml::new(text);
    xml.children(|xml, _| {
        xml.children(|xml, element| {
            if element.name != parent {
                return xml.skip();
            }
            xml.children(&mut each)
        })
    })
}

fn too_many(limit: usize) -> ReadError {
    ReadError::TooMuch {
        what: Excess::Cells,
        limit,
    }
}
