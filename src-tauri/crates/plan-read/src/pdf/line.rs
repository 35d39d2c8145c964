//! Characters to lines as they stand on the page, and a line's cells where wide gaps part it.

use super::glyph::Glyph;
use crate::wide::is_wide;

/// A gap wider than this many times the size of the font parts two cells.
const CELL_GAP: f32 = 1.2;
/// A base line may be off by this much of the size of the font within one line: marks, raised figures.
const SAME_BASE: f32 = 0.45;

/// A run of text without a wide gap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) text: String,
}

/// What stands beside each other on a page, or in one column of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) base: f32,
    pub(crate) size: f32,
    /// At least one.
    pub(crate) cells: Vec<Cell>,
    /// Whether it is a row of a table that is drawn with lines; its one cell then holds them all.
    pub(crate) row: bool,
}

impl Line {
    /// Its whole text; wide gaps are one blank.
    pub(crate) fn text(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(|cell| cell.text.as_str()).collect();
        cells.join(" ")
    }
}

/// The lines of a page in the order in which the engine reads it.
pub(crate) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut run: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        if glyph.c == '\n' {
            close(&mut run, &mut lines);
            continue;
        }
        let elsewhere = run.last().is_some_and(|last| {
            let size = last.size.max(glyph.size);
            let back = glyph.right < last.left - size * 2.0;
            !glyph.made && !last.made && (back || (last.base - glyph.base).abs() > size * 1.1)
        });
        if elsewhere {
            close(&mut run, &mut lines);
        }
        run.push(*glyph);
    }
    close(&mut run, &mut lines);
    lines
}

/// Makes a line of `run`, or lengthens the last one when it goes on at the same height.
fn close(run: &mut Vec<Glyph>, lines: &mut Vec<Line>) {
    let glyphs = std::mem::take(run);
    let Some(line) = line(&glyphs) else { return };
    if let Some(last) = lines.last_mut() {
        let size = last.size.min(line.size);
        let beside =
            (last.base - line.base).abs() < size * SAME_BASE && line.left > last.right - size * 0.5;
        if beside {
            let gap = line.left - last.right;
            let mut cells = line.cells;
            if gap < size * CELL_GAP && !cells.is_empty() {
                let first = cells.remove(0);
                if let Some(cell) = last.cells.last_mut() {
                    cell.text.push_str(&first.text);
                    cell.right = first.right;
                }
            }
            last.cells.extend(cells);
            last.right = line.right;
            return;
        }
    }
    lines.push(line);
}

fn line(glyphs: &[Glyph]) -> Option<Line> {
    let seen = || glyphs.iter().filter(|glyph| !glyph.c.is_whitespace());
    let first = seen().next()?;
    // The size most characters have: raised figures and marks do not count for the line.
    let mut sizes: Vec<f32> = seen().map(|glyph| glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes
        .get(sizes.len() / 2)
        .copied()
        .unwrap_or(first.size)
        .max(1.0);
    let mut bases: Vec<f32> = seen().map(|glyph| glyph.base).collect();
    bases.sort_by(f32::total_cmp);
    let base = bases.get(bases.len() / 2).copied().unwrap_or(first.base);
    let cells = cells(glyphs, size);
    Some(Line {
        left: cells.first()?.left,
        right: cells.last()?.right,
        base,
        size,
        cells,
        row: false,
    })
}

/// The cells of a line: text between wide gaps, with the blanks that belong to the text.
fn cells(glyphs: &[Glyph], size: f32) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut blank = false;
    for glyph in glyphs {
        if glyph.c.is_whitespace() {
            blank = true;
            continue;
        }
        let gap = cells.last().map(|cell| glyph.left - cell.right);
        match (cells.last_mut(), gap) {
            (Some(cell), Some(gap)) if gap <= size * CELL_GAP => {
                let before = cell.text.chars().next_back();
                if blank && before.is_some_and(|before| keeps_blank(before, glyph.c)) {
                    cell.text.push(' ');
                }
                cell.text.push(glyph.c);
                cell.right = cell.right.max(glyph.right);
            }
            _ => cells.push(Cell {
                left: glyph.left,
                right: glyph.right,
                text: glyph.c.to_string(),
            }),
        }
        blank = false;
    }
    cells
}

/// Whether a blank between two characters is the writer's. Programs set a little room between Han characters and
/// figures or letters, which comes back as a blank that nobody typed.
pub(crate) fn keeps_blank(before: char, after: char) -> bool {
    is_wide(before) == is_wide(after)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Text set from `left` at `base`: wide characters take `size`, others half of it.
    pub(crate) fn set(text: &str, left: f32, base: f32, size: f32) -> Vec<Glyph> {
        let mut at = left;
        text.chars()
            .map(|c| {
                let width = if is_wide(c) { size } else { size / 2.0 };
                let glyph = Glyph {
                    c,
                    left: at,
                    right: at + width,
                    base,
                    size,
                    made: false,
                };
                at += width;
                glyph
            })
            .collect()
    }

    #[test]
    fn blanks_between_han_and_figures_go_and_others_stay() {
        let lines = lines(&set("到 2025 年 组 长 Open AI", 0.0, 0.0, 10.0));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].text(), "到2025年 组 长Open AI");
    }

    #[test]
    fn a_wide_gap_parts_cells_and_runs_at_one_height_are_one_line() {
        let mut glyphs = set("指标", 0.0, 50.0, 10.0);
        glyphs.extend(set("\n", 20.0, 50.0, 10.0));
        glyphs.extend(set("单位", 100.0, 50.0, 10.0));
        glyphs.extend(set("\n", 120.0, 50.0, 10.0));
        glyphs.extend(set("家", 0.0, 36.0, 10.0));
        let lines = lines(&glyphs);
        assert_eq!(lines.len(), 2);
        let cells: Vec<&str> = lines[0]
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .collect();
        assert_eq!(cells, ["指标", "单位"]);
    }

    #[test]
    fn columns_at_one_height_are_two_lines_when_the_first_comes_later() {
        let mut glyphs = set("右边一栏", 300.0, 50.0, 10.0);
        glyphs.extend(set("左边一栏", 0.0, 50.0, 10.0));
        glyphs.extend(set("下面", 0.0, 20.0, 10.0));
        assert_eq!(lines(&glyphs).len(), 3);
    }
}
