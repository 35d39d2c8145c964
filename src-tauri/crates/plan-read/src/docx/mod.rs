//! Office Open XML documents (.docx): the text as a reader sees it on paper, one paragraph a line.
//!
//! - Automatic numbers of lists are counted and written in front of their paragraphs ([`numbering`]).
//! - A table's row is a line of cells parted by tabulators ([`crate::table`]); heads in several rows become one line.
//! - Insertions are taken, deletions and hidden text left out, each with a note; comments are not read.
//! - A text box is read after the paragraph it hangs on, once, although it is often stored twice.
//! - Of a field the result is read, not what it is calculated from.
//! - Footnotes and endnotes stand at the end of the text, behind their raised marks (¹), which also stand where the
//!   text refers to them: between paragraphs they would cut lists and sections, and what a note says is not what the
//!   plan says there.
//! - Headers and footers are left out, with a note of what they say; so are pictures.

mod body;
mod numbering;
mod numeral;
mod styles;
mod symbol;

use crate::ReadError;
use crate::package::{Package, relations};
use crate::parts::Parts;
use crate::xml::{Xml, decoded};
use body::{LeftOut, Lines, Reference, Walker};
use numbering::Numbering;
use plan_model::{Note, NoteCode, SourceFormat};
use std::collections::{BTreeMap, BTreeSet};
use styles::Styles;

/// Longest quotation of headers and footers in a note, in characters.
const LONGEST_QUOTE: usize = 60;
/// Most headers and footers that are looked at.
const MOST_HEADERS: usize = 30;

/// Where the parts of a document are.
struct Places {
    main: String,
    /// By the last word of their kind: styles, numbering, footnotes, header, …
    parts: BTreeMap<String, Vec<String>>,
}

/// The text of a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Parts, ReadError> {
    let mut package = Package::open(bytes)?;
    let places = places(&mut package)?;
    let main = package.part(&places.main)?.ok_or(ReadError::Damaged)?;
    let styles = match places.small(&mut package, "styles")? {
        Some(part) => Styles::read(&decoded(&part))?,
        None => Styles::default(),
    };
    let mut numbering = match places.small(&mut package, "numbering")? {
        Some(part) => Numbering::read(&decoded(&part))?,
        None => Numbering::default(),
    };
    let mut walker = Walker::new(&styles, &mut numbering);
    let mut lines = Lines::default();
    let text = decoded(&main);
    let mut xml = Xml::new(&text);
    let mut found = false;
    xml.children(|xml, root| {
        if root.name != "document" {
            return xml.skip();
        }
        xml.children(|xml, part| {
            if part.name != "body" {
                return xml.skip();
            }
            found = true;
            walker.blocks(xml, &mut lines)
        })
    })?;
    if !found {
        return Err(ReadError::Damaged);
    }
    let mut lines = lines.lines;
    let mut notes = Vec::new();
    let remarks = remarks(&mut walker, &mut package, &places)?;
    if !remarks.is_empty() {
        let count = walker.references.len();
        notes.push(counted(NoteCode::NotesAtEnd, count));
        lines.push(String::new());
        lines.extend(remarks);
    }
    let left_out = std::mem::take(&mut walker.left_out);
    if let Some(words) = headers(&mut walker, &mut package, &places) {
        notes.push(Note {
            code: NoteCode::HeadersLeftOut,
            span: None,
            detail: Some(words),
        });
    }
    notes.extend(left_out.notes());
    let mut parts = Parts::new(SourceFormat::Docx, lines.join("\n"));
    parts.text.push('\n');
    parts.notes = notes;
    Ok(parts)
}

fn counted(code: NoteCode, count: usize) -> Note {
    Note {
        code,
        span: None,
        detail: Some(count.to_string()),
    }
}

impl LeftOut {
    fn notes(&self) -> impl Iterator<Item = Note> {
        [
            (NoteCode::DeletionsLeftOut, self.deletions),
            (NoteCode::HiddenTextLeftOut, self.hidden),
            (NoteCode::PicturesLeftOut, self.pictures),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| counted(code, count))
    }
}

impl Places {
    fn first(&self, package: &mut Package<'_>, kind: &str) -> Result<Option<Vec<u8>>, ReadError> {
        match self.parts.get(kind).and_then(|parts| parts.first()) {
            Some(part) => package.part(part),
            None => Ok(None),
        }
    }

    fn small(&self, package: &mut Package<'_>, kind: &str) -> Result<Option<Vec<u8>>, ReadError> {
        match self.parts.get(kind).and_then(|parts| parts.first()) {
            Some(part) => package.small_part(part),
            None => Ok(None),
        }
    }
}

/// Finds the main part by the package's relations, and the others by the main part's.
fn places(package: &mut Package<'_>) -> Result<Places, ReadError> {
    let main = relations(package, "")?
        .into_iter()
        .find(|part| part.kind == "officeDocument" && package.has(&part.target))
        .map_or_else(|| "word/document.xml".to_owned(), |part| part.target);
    let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in relations(package, &main)? {
        parts.entry(part.kind).or_default().push(part.target);
    }
    // A document whose relations are lost still has its parts where every program puts them.
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    for kind in ["styles", "numbering", "footnotes", "endnotes"] {
        let usual = format!("{folder}/{kind}.xml");
        if package.has(&usual) {
            parts.entry(kind.to_owned()).or_insert_with(|| vec![usual]);
        }
    }
    Ok(Places { main, parts })
}

/// Footnotes and endnotes that the text refers to, in the order of their marks.
fn remarks(
    walker: &mut Walker<'_>,
    package: &mut Package<'_>,
    places: &Places,
) -> Result<Vec<String>, ReadError> {
    let wanted = walker.references.clone();
    let mut found = BTreeMap::new();
    for (kind, endnote) in [("footnotes", false), ("endnotes", true)] {
        if !wanted.iter().any(|reference| reference.endnote == endnote) {
            continue;
        }
        let Some(part) = places.first(package, kind)? else {
            continue;
        };
        let ids: BTreeSet<&str> = wanted
            .iter()
            .filter(|reference| reference.endnote == endnote)
            .map(|reference| reference.id.as_str())
            .collect();
        let text = decoded(&part);
        let mut xml = Xml::new(&text);
        xml.children(|xml, _| {
            xml.children(|xml, note| {
                let id = note.get("id").unwrap_or_default();
                if !ids.contains(id) {
                    return xml.skip();
                }
                let mut lines = Lines::default();
                walker.blocks(xml, &mut lines)?;
                found.insert((endnote, id.to_owned()), lines.lines);
                Ok(())
            })
        })?;
    }
    let mut lines = Vec::new();
    for Reference { endnote, id, mark } in wanted {
        // A note referred to twice stands once, behind its first mark.
        let Some(words) = found.remove(&(endnote, id)) else {
            continue;
        };
        let mut words = words.iter().map(|line| line.trim());
        let first = words.next().unwrap_or_default();
        let gap = if mark.is_empty() { "" } else { " " };
        lines.push(format!("{mark}{gap}{first}"));
        lines.extend(words.filter(|line| !line.is_empty()).map(str::to_owned));
    }
    Ok(lines)
}

/// What headers and footers say beside page numbers, shortened; `None` when that is nothing. They are only noted,
/// so that a damaged one does no harm.
fn headers(walker: &mut Walker<'_>, package: &mut Package<'_>, places: &Places) -> Option<String> {
    let parts = ["header", "footer"].into_iter();
    let parts = parts.flat_map(|kind| places.parts.get(kind).into_iter().flatten());
    let mut seen = BTreeSet::new();
    let mut words: Vec<String> = Vec::new();
    for part in parts.take(MOST_HEADERS) {
        let Ok(Some(bytes)) = package.part(part) else {
            continue;
        };
        let mut lines = Lines::default();
        let text = decoded(&bytes);
        let mut xml = Xml::new(&text);
        let read = xml.children(|xml, _| walker.blocks(xml, &mut lines));
        let said = lines.lines.iter().map(|line| line.trim());
        let said = said.filter(|line| line.chars().any(char::is_alphabetic));
        if read.is_ok() {
            let new = said.filter(|line| seen.insert((*line).to_owned()));
            words.extend(new.map(str::to_owned));
        }
    }
    let all = words.join(" · ").replace(['\n', '\t'], " ");
    let short: String = all.chars().take(LONGEST_QUOTE).collect();
    let cut = if short.len() < all.len() { "…" } else { "" };
    (!short.is_empty()).then(|| format!("{short}{cut}"))
}
