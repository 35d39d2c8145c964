//! A workbook (.xlsx) as a document: every sheet that is a table of targets becomes lines of cells parted by
//! tabulators, as a table of a text does, with values as their cells show them. A sheet is such a table when one of
//! its first rows has heads for an indicator and for a goal or a year; other sheets are left out with a note. Whoever
//! wants columns read that say neither maps them by hand, which is not done here.
//!
//! Read without a library: one that was tried gives the stored 0.155 where the cell shows 15.5%, and sets aside room
//! for every cell between the first and the last.

mod display;

use crate::package::{Package, Relation, relations};
use crate::parts::Parts;
use crate::table::{self, Cell, Merge, Row};
use crate::xml::{Element, Xml, decoded};
use crate::{Excess, READ_LIMIT, ReadError};
use plan_model::{Note, NoteCode, SourceFormat};
use std::collections::BTreeMap;

/// Most cells of a sheet.
const MOST_CELLS: usize = 200_000;
/// A table of targets has no more columns.
const MOST_COLUMNS: usize = 200;
/// Most texts that cells share.
const MOST_STRINGS: usize = 1_000_000;
/// Most styles of cells.
const MOST_STYLES: usize = 100_000;
/// Most merged blocks, and most rows that all of them together are looked for in.
const MOST_BLOCKS: usize = 20_000;
const MOST_STEPS: usize = 1_000_000;
/// Heads stand within the first rows, below a title and a remark.
const HEADS_WITHIN: usize = 10;

/// The cells of a sheet that hold something, by row and column from 0.
type Cells = BTreeMap<usize, BTreeMap<usize, String>>;

/// One merged block: rows and columns, first and last.
type Block = ((usize, usize), (usize, usize));

/// The tables of targets in a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Parts, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = relations(&mut package, "")?
        .into_iter()
        .find(|part| part.kind == "officeDocument" && package.has(&part.target))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |part| part.target);
    let book = package.small_part(&main)?.ok_or(ReadError::Damaged)?;
    let related = relations(&mut package, &main)?;
    let strings = match part_of(&mut package, &related, "sharedStrings")? {
        Some(part) => strings(&decoded(&part))?,
        None => Vec::new(),
    };
    let formats = match part_of(&mut package, &related, "styles")? {
        Some(part) => formats(&decoded(&part))?,
        None => Vec::new(),
    };
    let mut lines: Vec<String> = Vec::new();
    let mut left_out: Vec<String> = Vec::new();
    let mut size = 0;
    for (name, id) in sheets(&decoded(&book))? {
        let target = related.iter().find(|part| part.id == id);
        let Some(part) = target
            .map(|part| package.part(&part.target))
            .transpose()?
            .flatten()
        else {
            continue;
        };
        let (cells, blocks) = sheet(&decoded(&part), &strings, &formats)?;
        if !is_table(&cells) {
            if !cells.is_empty() {
                left_out.push(name);
            }
            continue;
        }
        let found = table::lines(&rows(&cells, &blocks));
        size += found.iter().map(|line| line.len() + 1).sum::<usize>();
        if size > READ_LIMIT {
            return Err(ReadError::TooLarge { limit: READ_LIMIT });
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(found);
    }
    if lines.is_empty() {
        return Err(ReadError::NoTable);
    }
    let mut parts = Parts::new(SourceFormat::Xlsx, lines.join("\n"));
    parts.text.push('\n');
    if !left_out.is_empty() {
        parts.notes.push(Note {
            code: NoteCode::SheetsLeftOut,
            span: None,
            detail: Some(left_out.join("、").chars().take(60).collect()),
        });
    }
    Ok(parts)
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

/// The sheets that are shown: name, and by what the workbook refers to it.
fn sheets(text: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut found = Vec::new();
    inside(text, "sheets", |xml, sheet| {
        let hidden = sheet.get("state").is_some_and(|state| state != "visible");
        if let (Some(name), Some(id), false) = (sheet.get("name"), sheet.get("id"), hidden) {
            found.push((name.to_owned(), id.to_owned()));
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

/// Texts that cells share.
fn strings(text: &str) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    xml.children(|xml, _| {
        xml.children(|xml, _| {
            let mut words = String::new();
            rich(xml, &mut words)?;
            found.push(words);
            if found.len() > MOST_STRINGS {
                return Err(too_many(MOST_STRINGS));
            }
            Ok(())
        })
    })?;
    Ok(found)
}

/// The text of an element that may hold pieces of several looks; how it is spoken is not part of it.
fn rich(xml: &mut Xml<'_>, words: &mut String) -> Result<(), ReadError> {
    xml.children(|xml, child| match child.name.as_str() {
        "t" => {
            words.push_str(&xml.text()?);
            Ok(())
        }
        "rPh" => xml.skip(),
        _ => rich(xml, words),
    })
}

/// The code of the number format of each style of cells.
fn formats(text: &str) -> Result<Vec<String>, ReadError> {
    let mut own: BTreeMap<u32, String> = BTreeMap::new();
    let id_of = |element: &Element| {
        let id = element.get("numFmtId");
        id.and_then(|id| id.parse::<u32>().ok()).unwrap_or(0)
    };
    inside(text, "numFmts", |xml, format| {
        let code = format.get("formatCode").unwrap_or_default();
        own.insert(id_of(&format), code.to_owned());
        xml.skip()
    })?;
    let mut found = Vec::new();
    inside(text, "cellXfs", |xml, style| {
        let id = id_of(&style);
        let code = own.get(&id).cloned();
        if found.len() < MOST_STYLES {
            found.push(code.unwrap_or_else(|| display::builtin(id).to_owned()));
        }
        xml.skip()
    })?;
    Ok(found)
}

/// What the cells of a sheet show, and which are merged.
fn sheet(
    text: &str,
    strings: &[String],
    formats: &[String],
) -> Result<(Cells, Vec<Block>), ReadError> {
    let mut cells = Cells::new();
    let (mut count, mut size) = (0, 0);
    let mut row_at = 0;
    inside(text, "sheetData", |xml, row| {
        let said = row.get("r").and_then(|at| at.parse::<usize>().ok());
        let at = said.map_or(row_at, |at| at.saturating_sub(1));
        row_at = at.saturating_add(1);
        let mut column_at = 0;
        xml.children(|xml, cell| {
            let column = cell
                .get("r")
                .and_then(place)
                .map_or(column_at, |(_, column)| column);
            column_at = column.saturating_add(1);
            let words = cell_text(xml, &cell, strings, formats)?;
            if words.trim().is_empty() {
                return Ok(());
            }
            count += 1;
            if count > MOST_CELLS {
                return Err(too_many(MOST_CELLS));
            }
            if column >= MOST_COLUMNS {
                return Err(too_many(MOST_COLUMNS));
            }
            // A text that many cells share is many times as long.
            size += words.len();
            if size > READ_LIMIT {
                return Err(ReadError::TooLarge { limit: READ_LIMIT });
            }
            cells.entry(at).or_default().insert(column, words);
            Ok(())
        })
    })?;
    let mut blocks = Vec::new();
    inside(text, "mergeCells", |xml, merged| {
        let block = merged.get("ref").and_then(|range| range.split_once(':'));
        let block = block.and_then(|(first, last)| Some((place(first)?, place(last)?)));
        if let Some((first, last)) = block
            && blocks.len() < MOST_BLOCKS
        {
            blocks.push((first, last));
        }
        xml.skip()
    })?;
    Ok((cells, blocks))
}

fn cell_text(
    xml: &mut Xml<'_>,
    cell: &Element,
    strings: &[String],
    formats: &[String],
) -> Result<String, ReadError> {
    let (mut raw, mut words) = (String::new(), String::new());
    xml.children(|xml, child| match child.name.as_str() {
        "v" => {
            raw = xml.text()?;
            Ok(())
        }
        "is" => rich(xml, &mut words),
        _ => xml.skip(),
    })?;
    let shared = || {
        let at = raw.trim().parse::<usize>().ok();
        at.and_then(|at| strings.get(at)).cloned()
    };
    Ok(match cell.get("t") {
        Some("s") => shared().unwrap_or_default(),
        Some("inlineStr") => words,
        Some("str" | "b" | "e" | "d") => raw,
        _ => {
            let style = cell.get("s").and_then(|style| style.parse::<usize>().ok());
            let code = formats.get(style.unwrap_or(0));
            display::shown(&raw, code.map_or("General", String::as_str))
        }
    })
}

/// Row and column of C12, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.trim_matches('$');
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = name[..letters].bytes().fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: usize = name[letters..].trim_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// Whether one of the first rows has heads of a table of targets.
fn is_table(cells: &Cells) -> bool {
    let named = |text: &String| {
        ["指标", "名称", "项目", "内容"]
            .iter()
            .any(|word| text.contains(word))
    };
    let goal = |text: &String| {
        let year = text
            .split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 4 && digits.starts_with("20"));
        year || ["目标", "预期", "规划值"]
            .iter()
            .any(|word| text.contains(word))
    };
    let rows: Vec<_> = cells.values().take(HEADS_WITHIN).collect();
    rows.iter().enumerate().any(|(at, row)| {
        // Years often stand in a second row of heads, under the word they belong to.
        let below = rows.get(at + 1).into_iter().flat_map(|row| row.values());
        let name = row.values().position(named);
        row.len() >= 2
            && name.is_some_and(|name| {
                let others = row.values().enumerate().filter(|(at, _)| *at != name);
                others.map(|(_, text)| text).chain(below).any(goal)
            })
    })
}

/// The sheet as rows of a table.
fn rows(cells: &Cells, blocks: &[Block]) -> Vec<Row> {
    let width = cells
        .values()
        .filter_map(|row| row.keys().next_back())
        .max()
        .map_or(0, |last| last + 1);
    // What each merged block makes of the places in it; only rows that hold something are asked.
    let mut merged: BTreeMap<(usize, usize), (usize, Merge)> = BTreeMap::new();
    let mut steps = MOST_STEPS;
    for &((top, left), (bottom, right)) in blocks {
        let span = right.min(width.saturating_sub(1)).saturating_sub(left) + 1;
        for (&row, _) in cells.range(top..=bottom.max(top)).take(steps) {
            steps -= 1;
            let merge = match row {
                row if row > top => Merge::GoesOn,
                _ if bottom > top => Merge::Begins,
                _ => Merge::Alone,
            };
            merged.insert((row, left), (span, merge));
        }
    }
    let one_row = |(at, row): (&usize, &BTreeMap<usize, String>)| {
        let only = row.len() == 1 && row.contains_key(&0);
        let mut found = Vec::new();
        let mut column = 0;
        while column < width {
            let (span, merge) = merged
                .get(&(*at, column))
                .copied()
                .unwrap_or((1, Merge::Alone));
            let words = row.get(&column).map(String::as_str).unwrap_or_default();
            // A line of its own: a title, a remark.
            let span = if only && column == 0 && merge == Merge::Alone {
                width
            } else {
                span
            };
            found.push(Cell {
                lines: words.split('\n').map(str::to_owned).collect(),
                span,
                merge,
                ..Cell::default()
            });
            column += span.max(1);
        }
        Row {
            cells: found,
            ..Row::default()
        }
    };
    cells.iter().map(one_row).collect()
}
