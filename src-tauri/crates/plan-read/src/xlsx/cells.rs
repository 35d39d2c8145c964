//! The cells of one sheet as they show their values, without what the sheet hides.

use super::shared::rich;
use super::{MOST_STEPS, Shared, display, inside, too_many};
use crate::xml::{Element, Xml};
use crate::{READ_LIMIT, ReadError};
use std::collections::{BTreeMap, BTreeSet};

/// Most cells of a sheet.
const MOST_CELLS: usize = 200_000;
/// A table of targets has no more columns.
const MOST_COLUMNS: usize = 200;
/// Most merged blocks.
const MOST_BLOCKS: usize = 20_000;

/// The cells of a sheet that hold something, by row and column from 0.
pub(super) type Cells = BTreeMap<usize, BTreeMap<usize, String>>;

/// One merged block: rows and columns, first and last.
pub(super) type Block = ((usize, usize), (usize, usize));

/// What a sheet shows.
pub(super) struct Shown {
    pub(super) cells: Cells,
    pub(super) blocks: Vec<Block>,
    /// Rows that hold something and are hidden.
    pub(super) hidden_rows: usize,
    /// Columns that hold something and are hidden.
    pub(super) hidden_columns: usize,
}

/// What the cells of a sheet show, and which are merged.
pub(super) fn sheet(text: &str, shared: &Shared) -> Result<Shown, ReadError> {
    let mut cells = Cells::new();
    let mut hidden = Hidden::default();
    inside(text, "cols", |xml, column| {
        let at = |name| column.get(name).and_then(|at| at.parse::<usize>().ok());
        if let (true, Some(first), Some(last)) = (is_hidden(&column), at("min"), at("max")) {
            let last = last.min(MOST_COLUMNS);
            hidden.columns.extend(first.saturating_sub(1)..last);
        }
        xml.skip()
    })?;
    let (mut count, mut size) = (0, 0);
    let mut row_at = 0;
    inside(text, "sheetData", |xml, row| {
        let said = row.get("r").and_then(|at| at.parse::<usize>().ok());
        let at = said.map_or(row_at, |at| at.saturating_sub(1));
        row_at = at.saturating_add(1);
        if is_hidden(&row) {
            hidden.rows.insert(at);
        }
        let mut column_at = 0;
        xml.children(|xml, cell| {
            let column = cell
                .get("r")
                .and_then(place)
                .map_or(column_at, |(_, column)| column);
            column_at = column.saturating_add(1);
            let words = cell_text(xml, &cell, shared)?;
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
    Ok(hidden.left_out(cells, blocks))
}

fn is_hidden(element: &Element) -> bool {
    matches!(element.get("hidden"), Some("1" | "true"))
}

/// Rows and columns that the sheet does not show.
#[derive(Default)]
struct Hidden {
    rows: BTreeSet<usize>,
    columns: BTreeSet<usize>,
}

impl Hidden {
    /// What is left without them. A merged block shows its words in the first of its rows and columns that is shown.
    fn left_out(&self, mut cells: Cells, mut blocks: Vec<Block>) -> Shown {
        let mut steps = MOST_STEPS;
        for ((top, left), (bottom, right)) in &mut blocks {
            let hidden_row = self.rows.contains(top);
            if !hidden_row && !self.columns.contains(left) {
                continue;
            }
            let shown = cells.range(*top..=(*bottom).max(*top)).take(steps);
            let mut shown = shown.map(|(row, _)| {
                steps = steps.saturating_sub(1);
                *row
            });
            let row = shown.find(|row| !self.rows.contains(row));
            let column = (*left..=*right).find(|column| !self.columns.contains(column));
            let (Some(row), Some(column)) = (row, column) else {
                continue;
            };
            let words = cells.get_mut(top).and_then(|row| row.remove(left));
            if let Some(words) = words {
                cells.entry(row).or_default().insert(column, words);
            }
            (*top, *left) = (row, column);
        }
        let mut gone = BTreeSet::new();
        for row in cells.values_mut() {
            row.retain(|column, _| {
                let hidden = self.columns.contains(column);
                if hidden {
                    gone.insert(*column);
                }
                !hidden
            });
        }
        let before = cells.len();
        cells.retain(|row, _| !self.rows.contains(row));
        let hidden_rows = before - cells.len();
        cells.retain(|_, row| !row.is_empty());
        Shown {
            cells,
            blocks,
            hidden_rows,
            hidden_columns: gone.len(),
        }
    }
}

fn cell_text(
    xml: &mut Xml<'_>,
    cell: &Element,
    Shared { strings, formats }: &Shared,
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
    let words = match cell.get("t") {
        Some("s") => shared().unwrap_or_default(),
        Some("inlineStr") => words,
        Some("str" | "b" | "e" | "d") => raw,
        _ => {
            let style = cell.get("s").and_then(|style| style.parse::<usize>().ok());
            let code = formats.get(style.unwrap_or(0));
            display::shown(&raw, code.map_or("General", String::as_str))
        }
    };
    // Places in the text are counted with one kind of line break.
    Ok(words.replace("\r\n", "\n").replace('\r', "\n"))
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
