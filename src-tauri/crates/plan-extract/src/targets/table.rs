//! Indicator tables flattened to text: lines of cells parted by tabs, bars or wide spaces. What a column holds is
//! told by its head ([`columns`]) or, for the sheet of a workbook, by an analyst ([`sheet`]).

pub(super) mod columns;
mod row;
pub(super) mod sheet;

use super::{Found, Scene};
use crate::numerals::{Numeral, Shape};
use plan_model::{ColumnRole, Span};
use row::Way;

/// A run of lines with the same number of cells.
struct Table {
    rows: Vec<Vec<Span>>,
}

const LEAST_CELLS: usize = 3;
const MOST_CELLS: usize = 24;

/// Finds the targets of all tables; returns the lines they take, ascending.
pub(super) fn targets(scene: &Scene<'_>, found: &mut Found) -> Vec<Span> {
    let mut taken = sheet::targets(scene, found);
    let sheets = taken.clone();
    for table in tables(scene.text()) {
        let whole = table.rows.iter().flatten().copied().reduce(Span::join);
        let in_sheet = |whole: Span| sheets.iter().any(|sheet| sheet.overlaps(whole));
        if whole.is_some_and(in_sheet) {
            continue;
        }
        if let Some(columns) = columns_of(scene, &table) {
            for row in table.rows.iter().skip(1) {
                row::targets(scene, &columns, row, Way::Heads, found);
            }
            taken.extend(whole);
        }
    }
    taken.sort_unstable();
    taken
}

fn tables(text: &str) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // Most lines are prose without anything that could part cells.
        let parted = line.bytes().any(|byte| matches!(byte, b' ' | b'\t' | b'|'))
            || line.contains(['\u{3000}', '｜']);
        let cells = if parted { cells(line, at) } else { Vec::new() };
        at += line.len();
        // The line of dashes under the head of a Markdown table is no row.
        let rule = line
            .trim()
            .chars()
            .all(|ch| matches!(ch, '|' | '-' | ':' | ' '));
        if rule && !line.trim().is_empty() {
            continue;
        }
        let fits = cells.len() >= LEAST_CELLS && cells.len() <= MOST_CELLS;
        if !fits || rows.last().is_some_and(|last| last.len() != cells.len()) {
            close(&mut rows, &mut found);
        }
        if fits {
            rows.push(cells);
        }
    }
    close(&mut rows, &mut found);
    found
}

fn close(rows: &mut Vec<Vec<Span>>, found: &mut Vec<Table>) {
    let rows = std::mem::take(rows);
    if rows.len() >= 2 {
        found.push(Table { rows });
    }
}

/// The cells of a line; empty ones at the border of a barred row are left out.
fn cells(line: &str, at: usize) -> Vec<Span> {
    let body = line.trim_end_matches(['\n', '\r']);
    let barred = body.matches(['|', '｜']).count() >= 2;
    let mut parts: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    if barred || body.contains('\t') {
        let mark = |ch: char| {
            if barred {
                matches!(ch, '|' | '｜')
            } else {
                ch == '\t'
            }
        };
        for (place, found) in body.match_indices(mark) {
            parts.push((from, &body[from..place]));
            from = place + found.len();
        }
        parts.push((from, &body[from..]));
        if barred {
            parts.retain(|(place, cell)| {
                !(cell.trim().is_empty() && (*place == 0 || place + cell.len() == body.len()))
            });
        }
    } else {
        // Two spaces or more part cells; one may stand inside a cell.
        let wide = body.replace('\u{3000}', "   ");
        // Where nothing wider parts them, single spaces may; the heads then decide whether it is a table.
        let least = if wide.contains("  ") { 2 } else { 1 };
        let mut gap = 0;
        let mut start = None;
        let mut end = 0;
        for (place, ch) in body.char_indices() {
            let width = if ch == '\u{3000}' {
                2
            } else {
                usize::from(ch == ' ')
            };
            if width > 0 {
                gap += width;
                continue;
            }
            if gap >= least
                && let Some(begin) = start.replace(place)
            {
                parts.push((begin, &body[begin..end]));
            }
            start.get_or_insert(place);
            gap = 0;
            end = place + ch.len_utf8();
        }
        if let Some(begin) = start {
            parts.push((begin, &body[begin..end]));
        }
    }
    parts
        .into_iter()
        .map(|(place, cell)| {
            let lead = cell.len() - cell.trim_start().len();
            Span::new(at + place + lead, at + place + lead + cell.trim().len())
        })
        .collect()
}

/// The columns by their heads; `None` when nothing says that the table holds goals. Years alone tell no goal from a
/// statistic: the last column of several years must be one to come.
fn columns_of(scene: &Scene<'_>, table: &Table) -> Option<Vec<ColumnRole>> {
    let head = table.rows.first()?;
    let mut found: Vec<ColumnRole> = head
        .iter()
        .map(|cell| {
            let year = scene
                .numerals_in(*cell)
                .iter()
                .find_map(|n| n.year_to.or(n.year).or_else(|| bare_year(n)));
            columns::role(scene.slice(*cell), year, scene.meta)
        })
        .collect();
    columns::one_name(&mut found);
    let goal = |column: &ColumnRole| matches!(column, ColumnRole::Value { .. });
    (columns::hold_targets(&found) && found.iter().any(goal)).then_some(found)
}

fn bare_year(numeral: &Numeral) -> Option<i32> {
    let value: i32 = numeral.value?.try_into().ok()?;
    (numeral.shape == Shape::Bare && (1990..=2100).contains(&value)).then_some(value)
}
