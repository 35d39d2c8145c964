//! Tables drawn with lines: what stands between the lines is a cell, wherever and in whatever order the page says it.

mod drawn;

use super::glyph::Glyph;
use super::line::{Cell as Run, Line, lines};
use super::paragraph::join;
use crate::reached::REACHED;
use crate::table::{self, Cell, Merge, Row};
use drawn::grids;

/// A stroke, or an area as thin as one, or a frame: the box it fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) left: f32,
    pub(crate) bottom: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
}

/// What is drawn with more strokes is a picture.
pub(crate) const MOST_STROKES: usize = 3_000;
/// A stroke is thinner than this.
const THIN: f32 = 3.0;
/// Strokes of one border may miss each other by this.
const NEAR: f32 = 3.0;
/// A table has at least this many cells with something in them. A page break may leave it a single row.
const FEWEST_CELLS: usize = 3;

/// The lines of a page, with the rows of its drawn tables at the place of their first character.
pub(crate) fn page_lines(glyphs: &[Glyph], strokes: &[Stroke]) -> Vec<Line> {
    let grids: Vec<(Grid, Vec<Line>)> = grids(strokes)
        .into_iter()
        .filter_map(|grid| {
            let rows = grid.rows(glyphs)?;
            Some((grid, rows))
        })
        .collect();
    if grids.is_empty() {
        return lines(glyphs);
    }
    let mut all = Vec::new();
    let mut run: Vec<Glyph> = Vec::new();
    let mut done = vec![false; grids.len()];
    let mut inside = false;
    for glyph in glyphs {
        let blank = glyph.made || glyph.c.is_whitespace();
        let found = grids
            .iter()
            .position(|(grid, _)| grid.place(glyph).is_some());
        // What the engine adds between characters belongs to those before it.
        if blank {
            if !inside {
                run.push(*glyph);
            }
            continue;
        }
        inside = found.is_some();
        let Some(found) = found else {
            run.push(*glyph);
            continue;
        };
        if let (Some(done @ false), Some((_, rows))) = (done.get_mut(found), grids.get(found)) {
            *done = true;
            all.extend(lines(&std::mem::take(&mut run)));
            all.extend(rows.iter().cloned());
        }
    }
    all.extend(lines(&run));
    all
}

/// The borders of one table.
#[derive(Debug)]
struct Grid {
    /// From left to right.
    xs: Vec<f32>,
    /// From top to bottom.
    ys: Vec<f32>,
    upright: Vec<Stroke>,
    level: Vec<Stroke>,
}

impl Grid {
    /// Row and column in which a character stands.
    fn place(&self, glyph: &Glyph) -> Option<(usize, usize)> {
        let x = (glyph.left + glyph.right) / 2.0;
        let y = glyph.base + glyph.size * 0.3;
        let column = self
            .xs
            .windows(2)
            .position(|pair| matches!(pair, [a, b] if (*a..*b).contains(&x)))?;
        let row = self
            .ys
            .windows(2)
            .position(|pair| matches!(pair, [a, b] if (*b..*a).contains(&y)))?;
        Some((row, column))
    }

    /// Whether a border runs on the left of a cell.
    fn parted_left(&self, row: usize, column: usize) -> bool {
        let (Some(x), Some([top, bottom])) = (self.xs.get(column), self.ys.get(row..row + 2))
        else {
            return true;
        };
        let middle = (top + bottom) / 2.0;
        self.upright.iter().any(|edge| {
            ((edge.left + edge.right) / 2.0 - x).abs() <= NEAR
                && edge.bottom <= middle
                && middle <= edge.top
        })
    }

    /// Whether a border runs above a cell.
    fn parted_above(&self, row: usize, column: usize) -> bool {
        let (Some(y), Some([left, right])) = (self.ys.get(row), self.xs.get(column..column + 2))
        else {
            return true;
        };
        let middle = (left + right) / 2.0;
        self.level.iter().any(|edge| {
            ((edge.bottom + edge.top) / 2.0 - y).abs() <= NEAR
                && edge.left <= middle
                && middle <= edge.right
        })
    }

    /// The rows as lines; nothing when it is a frame around text.
    fn rows(&self, glyphs: &[Glyph]) -> Option<Vec<Line>> {
        let (height, width) = (self.ys.len() - 1, self.xs.len() - 1);
        // Of each field the one whose cell it belongs to.
        let mut owner: Vec<Vec<(usize, usize)>> = Vec::with_capacity(height);
        for row in 0..height {
            let mut fields: Vec<(usize, usize)> = Vec::with_capacity(width);
            for column in 0..width {
                let left = fields
                    .last()
                    .copied()
                    .filter(|_| !self.parted_left(row, column));
                let above = row
                    .checked_sub(1)
                    .and_then(|above| owner.get(above)?.get(column).copied());
                let above = above.filter(|_| !self.parted_above(row, column));
                fields.push(left.or(above).unwrap_or((row, column)));
            }
            owner.push(fields);
        }
        let owner_of = |row: usize, column: usize| {
            owner
                .get(row)
                .and_then(|fields| fields.get(column))
                .copied()
        };
        let mut texts = vec![vec![Vec::new(); width]; height];
        let mut last = None;
        for glyph in glyphs {
            let blank = glyph.made || glyph.c.is_whitespace();
            let place = if blank {
                last
            } else {
                self.place(glyph)
                    .and_then(|(row, column)| owner_of(row, column))
            };
            last = place;
            if let Some(cell) = place.and_then(|(row, column)| texts.get_mut(row)?.get_mut(column))
            {
                cell.push(*glyph);
            }
        }
        let filled = texts
            .iter()
            .flatten()
            .filter(|cell| !cell.is_empty())
            .count();
        let columns = (0..width).filter(|&column| {
            texts
                .iter()
                .any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
        });
        if filled < FEWEST_CELLS || columns.count() < 2 {
            return None;
        }
        let size = glyphs.first().map_or(10.0, |glyph| glyph.size);
        let rows: Vec<Row> = owner
            .iter()
            .enumerate()
            .map(|(row, fields)| {
                let mut cells: Vec<Cell> = Vec::new();
                for (column, &cell) in fields.iter().enumerate() {
                    let same =
                        column.checked_sub(1).and_then(|before| fields.get(before)) == Some(&cell);
                    if let Some(last) = cells.last_mut().filter(|_| same) {
                        last.span += 1;
                        continue;
                    }
                    let begins = owner_of(row + 1, column) == Some(cell);
                    let text = texts.get(cell.0).and_then(|texts| texts.get(cell.1));
                    cells.push(Cell {
                        lines: vec![
                            text.filter(|_| cell.0 == row)
                                .map_or_else(String::new, |glyphs| one_line(glyphs)),
                        ],
                        span: 1,
                        merge: match (cell.0 == row, begins) {
                            (false, _) => Merge::GoesOn,
                            (true, true) => Merge::Begins,
                            (true, false) => Merge::Alone,
                        },
                        ..Cell::default()
                    });
                }
                Row {
                    cells,
                    ..Row::default()
                }
            })
            .collect();
        let (left, right) = (*self.xs.first()?, *self.xs.last()?);
        let base = *self.ys.first()?;
        let line = |text: String| Line {
            left,
            right,
            base,
            size,
            row: true,
            cells: vec![Run { left, right, text }],
        };
        // What a cell reaches is told by the lines drawn, which leave out more often than they mean it.
        let lines = table::lines(&rows).into_iter();
        Some(lines.map(|text| line(text.replace(REACHED, ""))).collect())
    }
}

/// What stands in a cell, its lines joined.
fn one_line(glyphs: &[Glyph]) -> String {
    let mut text = String::new();
    for line in lines(glyphs) {
        join(&mut text, &line.text());
    }
    text
}

#[cfg(test)]
mod tests;
