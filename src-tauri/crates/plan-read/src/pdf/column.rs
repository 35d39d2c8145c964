//! Columns of a page: whether its text stands in one or two, and where their edges are.

use super::Page;
use super::line::Line;
use super::paragraph::{Placed, closes};
use crate::wide::is_wide;

/// A page with fewer lines than this takes its edges from the other pages.
const ENOUGH: usize = 8;

/// The lines of all pages in reading order, each with its column.
pub(crate) fn placed(pages: Vec<Page>) -> Vec<Placed> {
    let usual = usual_edges(&pages);
    let first_column = first_column(&pages);
    let mut all = Vec::new();
    for page in pages {
        // A last page may fill its first column only, and marks may hang over its edge.
        let reach = page.lines.iter().map(|line| line.right).fold(0.0, f32::max);
        let first_only = first_column.filter(|&(_, right)| {
            page.lines
                .iter()
                .all(|line| line.right <= right + line.size)
        });
        let gutter = gutter(&page.lines).or(first_only.map(|_| reach));
        let sides = |line: &Line| gutter.map_or(Side::Whole, |at| side(line, at));
        let edges: Vec<(Side, (f32, f32))> = [Side::Whole, Side::Left, Side::Right]
            .into_iter()
            .filter_map(|wanted| {
                let lines: Vec<&Line> = page
                    .lines
                    .iter()
                    .filter(|line| sides(line) == wanted)
                    .collect();
                let own = edges(&lines)?;
                if let (Side::Left, Some((left, right))) = (wanted, first_column) {
                    return Some((wanted, (own.0.min(left), own.1.max(right))));
                }
                if wanted != Side::Whole || gutter.is_some() {
                    return Some((wanted, own));
                }
                // The same page format: what few or short lines do not show is as on the other pages.
                let (left, right) =
                    usual.map_or(own, |usual| (own.0.min(usual.0), own.1.max(usual.1)));
                // A page of short lines only. Margins are as wide on the right as on the left, or nearly so.
                let mirrored = page.width - left;
                let narrow = right - left < (mirrored - left) * 0.75;
                Some((wanted, (left, if narrow { mirrored } else { right })))
            })
            .collect();
        let rows = super::table::rows(&page.lines);
        for (line, row) in page.lines.into_iter().zip(rows) {
            let side = sides(&line);
            let drawn = line.row;
            let (left, right) = edges
                .iter()
                .find(|(known, _)| *known == side)
                .map_or((line.left, line.right), |&(_, edges)| edges);
            all.push(Placed {
                line,
                left,
                right,
                row: row || drawn,
            });
        }
    }
    all
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Whole,
    Left,
    Right,
}

fn side(line: &Line, gutter: f32) -> Side {
    if line.right <= gutter + 2.0 {
        Side::Left
    } else if line.left >= gutter - 2.0 {
        Side::Right
    } else {
        Side::Whole
    }
}

/// Left and right edge that lines share; of a single line its own.
fn edges(lines: &[&Line]) -> Option<(f32, f32)> {
    let set = || lines.iter().filter(|line| !line.row);
    let mut lefts: Vec<f32> = set().map(|line| line.left).collect();
    let mut rights: Vec<f32> = set().map(|line| right_of(line)).collect();
    lefts.sort_by(f32::total_cmp);
    rights.sort_by(|a, b| b.total_cmp(a));
    // One line that sticks out is no edge; two that agree are.
    let shared = |sorted: &[f32], within: f32| {
        sorted
            .windows(2)
            .find(|pair| matches!(pair, [a, b] if (a - b).abs() <= within))
            .and_then(|pair| pair.first().copied())
            .or(sorted.first().copied())
    };
    let size = set().next()?.size;
    Some((shared(&lefts, 1.5)?, shared(&rights, size)?))
}

/// Right edge of a line without a mark at its end, which may hang over the edge of the column.
fn right_of(line: &Line) -> f32 {
    let last = line
        .cells
        .last()
        .and_then(|cell| cell.text.chars().next_back());
    match last {
        Some(c) if closes(c) => line.right - line.size * if is_wide(c) { 1.0 } else { 0.5 },
        _ => line.right,
    }
}

/// Edges of the pages that have enough lines in one column: those of the wider ones, for others may hold lists.
fn usual_edges(pages: &[Page]) -> Option<(f32, f32)> {
    let mut all: Vec<(f32, f32)> = pages
        .iter()
        .filter(|page| page.lines.len() >= ENOUGH && gutter(&page.lines).is_none())
        .filter_map(|page| edges(&page.lines.iter().collect::<Vec<_>>()))
        .collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    all.get(all.len() * 3 / 4).copied()
}

/// Edges of the first of two columns, when most pages have two.
fn first_column(pages: &[Page]) -> Option<(f32, f32)> {
    let mut all: Vec<(f32, f32)> = pages
        .iter()
        .filter_map(|page| {
            let gutter = gutter(&page.lines)?;
            let first: Vec<&Line> = page
                .lines
                .iter()
                .filter(|line| side(line, gutter) == Side::Left)
                .collect();
            edges(&first)
        })
        .collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    (all.len() * 2 >= pages.len()).then(|| all.get(all.len() / 2).copied())?
}

/// Where the room between two columns is, when the page has two.
fn gutter(lines: &[Line]) -> Option<f32> {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.row).collect();
    let left = lines.iter().map(|line| line.left).reduce(f32::min)?;
    let right = lines.iter().map(|line| line.right).reduce(f32::max)?;
    let width = right - left;
    let count =
        |at: f32, wanted: Side| lines.iter().filter(|line| side(line, at) == wanted).count();
    let best = (0..=20u8)
        .map(|step| left + width * (0.3 + 0.02 * f32::from(step)))
        .min_by_key(|&at| count(at, Side::Whole))?;
    let (over, before, behind) = (
        count(best, Side::Whole),
        count(best, Side::Left),
        count(best, Side::Right),
    );
    let two = over * 10 <= lines.len() && before >= 4 && behind >= 4 && behind * 5 >= before;
    two.then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::line::lines;
    use crate::pdf::line::tests::set;

    #[test]
    fn two_columns_have_edges_of_their_own() {
        let mut glyphs = Vec::new();
        for (from, column) in [(50.0, "左"), (320.0, "右")] {
            for row in 0..12u8 {
                let text = column.repeat(if row == 11 { 5 } else { 20 });
                glyphs.extend(set(&text, from, 700.0 - 14.0 * f32::from(row), 10.0));
                glyphs.extend(set("\n", 0.0, 0.0, 10.0));
            }
        }
        let page = Page {
            width: 600.0,
            height: 800.0,
            lines: lines(&glyphs),
            ..Page::default()
        };
        let placed = placed(vec![page]);
        assert_eq!(placed.len(), 24);
        assert_eq!((placed[0].left, placed[0].right), (50.0, 250.0));
        assert_eq!((placed[23].left, placed[23].right), (320.0, 520.0));
    }

    #[test]
    fn a_last_page_takes_the_edges_of_the_others() {
        let page = |rows: u8, length: usize| {
            let mut glyphs = Vec::new();
            for row in 0..rows {
                glyphs.extend(set(
                    &"字".repeat(length),
                    50.0,
                    700.0 - 14.0 * f32::from(row),
                    10.0,
                ));
                glyphs.extend(set("\n", 0.0, 0.0, 10.0));
            }
            Page {
                width: 600.0,
                height: 800.0,
                lines: lines(&glyphs),
                ..Page::default()
            }
        };
        let pages = placed(vec![page(20, 40), page(2, 6)]);
        assert_eq!(pages[21].right, 450.0);
    }

    #[test]
    fn a_page_of_names_is_as_wide_as_its_margins_say() {
        let mut glyphs = Vec::new();
        for row in 0..20u8 {
            glyphs.extend(set(
                "某某某 局长",
                50.0,
                700.0 - 14.0 * f32::from(row),
                10.0,
            ));
            glyphs.extend(set("\n", 0.0, 0.0, 10.0));
        }
        let page = Page {
            width: 600.0,
            height: 800.0,
            lines: lines(&glyphs),
            ..Page::default()
        };
        assert_eq!(placed(vec![page])[0].right, 550.0);
    }
}
