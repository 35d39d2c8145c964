//! Rows of tables that only positions show: cells that stand under each other.

use super::line::Line;

/// A row has at least this many cells: two are a name and what belongs to it, set with blanks.
const CELLS: usize = 3;

/// For each line, whether it is a row of a table: three or more cells, most of them under or over those of a row
/// next to it.
pub(crate) fn rows(lines: &[Line]) -> Vec<bool> {
    let beside = |at: usize, other: Option<usize>| {
        let (Some(line), Some(other)) = (lines.get(at), other.and_then(|other| lines.get(other)))
        else {
            return false;
        };
        aligned(line, other)
    };
    (0..lines.len())
        .map(|at| beside(at, at.checked_sub(1)) || beside(at, Some(at + 1)))
        .collect()
}

fn aligned(line: &Line, other: &Line) -> bool {
    if line.cells.len() < CELLS || other.cells.len() < CELLS {
        return false;
    }
    let within = line.size * 0.8;
    let under = line
        .cells
        .iter()
        .filter(|cell| {
            other.cells.iter().any(|over| {
                (cell.left - over.left).abs() < within
                    || (cell.right - over.right).abs() < within
                    || (cell.left + cell.right - over.left - over.right).abs() < within * 2.0
            })
        })
        .count();
    under * 3 >= line.cells.len().min(other.cells.len()) * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::line::lines;
    use crate::pdf::line::tests::set;

    #[test]
    fn aligned_cells_are_rows_and_spaced_names_are_not() {
        let mut glyphs = Vec::new();
        let rows_set = [
            ("指标", "单位", "2025年", 700.0),
            ("研发投入", "%", "3.0", 686.0),
            ("高企", "家", "120", 672.0),
        ];
        for (name, unit, value, base) in rows_set {
            for (text, left) in [(name, 50.0), (unit, 150.0), (value, 250.0)] {
                glyphs.extend(set(text, left, base, 10.0));
            }
            glyphs.extend(set("\n", 0.0, base, 10.0));
        }
        glyphs.extend(set("组长:某某", 50.0, 640.0, 10.0));
        glyphs.extend(set("主任", 200.0, 640.0, 10.0));
        let lines = lines(&glyphs);
        assert_eq!(rows(&lines), [true, true, true, false]);
    }
}
