//! Tables drawn with lines: what stands between the lines is a cell, wherever and in whatever order the page says it.

use super::glyph::Glyph;
use super::line::{Cell as Run, Line, lines};
use super::paragraph::join;
use crate::reached::REACHED;
use crate::table::{self, Cell, Merge, Row};

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
/// Most borders in one direction.
const MOST_BORDERS: usize = 300;

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

/// Strokes that touch, as grids.
fn grids(strokes: &[Stroke]) -> Vec<Grid> {
    if strokes.len() > MOST_STROKES {
        return Vec::new();
    }
    let edges: Vec<Stroke> = strokes.iter().flat_map(edges).collect();
    let mut group: Vec<usize> = (0..edges.len()).collect();
    for (at, one) in edges.iter().enumerate() {
        for (other_at, other) in edges.iter().enumerate().take(at) {
            if touch(one, other) {
                let (a, b) = (root(&group, at), root(&group, other_at));
                if let Some(parent) = group.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let mut grids = Vec::new();
    for first in (0..edges.len()).filter(|&at| root(&group, at) == at) {
        let members = || {
            edges
                .iter()
                .enumerate()
                .filter(|&(at, _)| root(&group, at) == first)
                .map(|(_, edge)| *edge)
        };
        let (upright, level): (Vec<Stroke>, Vec<Stroke>) =
            members().partition(|edge| edge.right - edge.left <= THIN);
        let mut xs = borders(upright.iter().map(|edge| (edge.left + edge.right) / 2.0));
        let mut ys = borders(level.iter().map(|edge| (edge.bottom + edge.top) / 2.0));
        ys.reverse();
        open_sides(&mut xs, &level);
        if (3..=MOST_BORDERS).contains(&xs.len()) && (2..=MOST_BORDERS).contains(&ys.len()) {
            grids.push(Grid {
                xs,
                ys,
                upright,
                level,
            });
        }
    }
    grids
}

/// Tables are often drawn without their outermost upright lines; the level ones show where they would be.
fn open_sides(xs: &mut Vec<f32>, level: &[Stroke]) {
    let left = level.iter().map(|edge| edge.left).fold(f32::MAX, f32::min);
    let right = level.iter().map(|edge| edge.right).fold(f32::MIN, f32::max);
    if xs.first().is_some_and(|&first| left + 10.0 < first) {
        xs.insert(0, left);
    }
    if xs.last().is_some_and(|&last| right - 10.0 > last) {
        xs.push(right);
    }
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(&parent) = group.get(at).filter(|&&parent| parent != at) {
        at = parent;
    }
    at
}

/// A thin stroke is one edge, a frame has four.
fn edges(stroke: &Stroke) -> Vec<Stroke> {
    let Stroke {
        left,
        bottom,
        right,
        top,
    } = *stroke;
    let (wide, high) = (right - left > THIN, top - bottom > THIN);
    if wide && high {
        vec![
            Stroke {
                right: left,
                ..*stroke
            },
            Stroke {
                left: right,
                ..*stroke
            },
            Stroke {
                top: bottom,
                ..*stroke
            },
            Stroke {
                bottom: top,
                ..*stroke
            },
        ]
    } else if wide || high {
        vec![*stroke]
    } else {
        Vec::new()
    }
}

fn touch(one: &Stroke, other: &Stroke) -> bool {
    one.left <= other.right + NEAR
        && other.left <= one.right + NEAR
        && one.bottom <= other.top + NEAR
        && other.bottom <= one.top + NEAR
}

/// Places of borders, ascending; strokes near each other are one.
fn borders(places: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    let mut out: Vec<f32> = Vec::new();
    for place in places {
        if out.last().is_none_or(|last| place - last > NEAR) {
            out.push(place);
        }
    }
    out
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
mod tests {
    use super::*;
    use crate::pdf::line::tests::set;

    /// A table of three columns at 0, 100, 200, 300 and rows of 20 below 100, drawn cell by cell.
    fn drawn(rows: usize, without: &[(usize, usize, bool)]) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        for row in 0..=rows {
            for column in 0..=3usize {
                let (x, y) = (100.0 * column as f32, 100.0 - 20.0 * row as f32);
                if column < 3 && !without.contains(&(row, column, true)) {
                    strokes.push(Stroke {
                        left: x,
                        right: x + 100.0,
                        bottom: y - 0.3,
                        top: y + 0.3,
                    });
                }
                if row < rows && !without.contains(&(row, column, false)) {
                    strokes.push(Stroke {
                        left: x - 0.3,
                        right: x + 0.3,
                        bottom: y - 20.0,
                        top: y,
                    });
                }
            }
        }
        strokes
    }

    fn texts(glyphs: &[Glyph], strokes: &[Stroke]) -> Vec<String> {
        page_lines(glyphs, strokes).iter().map(Line::text).collect()
    }

    #[test]
    fn what_wraps_in_a_cell_stays_in_it() {
        let mut glyphs = set("前文", 0.0, 130.0, 10.0);
        for (text, left, base) in [
            ("指标", 10.0, 86.0),
            ("单位", 110.0, 86.0),
            ("目标", 210.0, 86.0),
            ("研发经费", 10.0, 71.0),
            ("投入强度", 10.0, 62.0),
            ("%", 110.0, 66.0),
            ("2.8", 210.0, 66.0),
            ("后文", 0.0, 20.0),
        ] {
            glyphs.extend(set("\n", 0.0, base, 10.0));
            glyphs.extend(set(text, left, base, 9.0));
        }
        assert_eq!(
            texts(&glyphs, &drawn(2, &[])),
            [
                "前文",
                "指标\t单位\t目标",
                "研发经费投入强度\t%\t2.8",
                "后文"
            ]
        );
    }

    #[test]
    fn cells_without_a_line_between_are_one() {
        let mut glyphs = set("类别", 10.0, 86.0, 9.0);
        for (text, left, base) in [
            ("指标", 110.0, 86.0),
            ("目标", 210.0, 86.0),
            ("投入", 10.0, 55.0),
            ("强度", 110.0, 66.0),
            ("2.8", 210.0, 66.0),
            ("人员", 110.0, 46.0),
            ("300", 210.0, 46.0),
        ] {
            glyphs.extend(set("\n", 0.0, base, 10.0));
            glyphs.extend(set(text, left, base, 9.0));
        }
        assert_eq!(
            texts(&glyphs, &drawn(3, &[(2, 0, true)])),
            ["类别\t指标\t目标", "投入\t强度\t2.8", "\t人员\t300"]
        );
    }

    #[test]
    fn frames_and_pictures_are_no_tables() {
        let glyphs = set("框内文字", 10.0, 50.0, 10.0);
        let frame = [Stroke {
            left: 0.0,
            bottom: 0.0,
            right: 300.0,
            top: 100.0,
        }];
        assert_eq!(texts(&glyphs, &frame), ["框内文字"]);
        let many = vec![
            Stroke {
                left: 0.0,
                bottom: 0.0,
                right: 300.0,
                top: 0.1
            };
            MOST_STROKES + 1
        ];
        assert_eq!(texts(&glyphs, &many), ["框内文字"]);
    }
}
