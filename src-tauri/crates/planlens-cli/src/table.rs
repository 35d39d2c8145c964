//! A table for the terminal. A Chinese character takes two columns, so widths are counted, not characters.

use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells wider than this are cut, except in the last column.
const WIDEST: usize = 44;

/// Columns under heads; the last column runs on freely.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    columns: usize,
}

impl Table {
    pub(crate) fn new(heads: &[&str]) -> Self {
        Self {
            columns: heads.len(),
            rows: vec![heads.iter().map(|&head| head.to_owned()).collect()],
        }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.columns, "one cell per column");
        self.rows.push(cells);
    }

    /// Writes the table: heads, a rule, rows.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let last = self.columns.saturating_sub(1);
        let rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .enumerate()
                    .map(|(at, cell)| plain(cell, at < last))
                    .collect()
            })
            .collect();
        let widths: Vec<usize> = (0..last)
            .map(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or(0))
            .collect();
        for (index, row) in rows.iter().enumerate() {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str(cell);
                line.extend(std::iter::repeat_n(
                    ' ',
                    width.saturating_sub(cell.width()) + 2,
                ));
            }
            line.push_str(row.last().map_or("", String::as_str));
            writeln!(out, "{}", line.trim_end())?;
            if index == 0 {
                let rule = widths.iter().map(|width| width + 2).sum::<usize>()
                    + row.last().map_or(0, |head| head.width());
                writeln!(out, "{}", "─".repeat(rule))?;
            }
        }
        Ok(())
    }
}

/// A cell on one line, free of control characters (a text could otherwise steer the terminal), and cut when
/// `bounded`.
fn plain(cell: &str, bounded: bool) -> String {
    let mut text: String = cell
        .chars()
        .map(|ch| if ch.is_control() { ' ' } else { ch })
        .collect();
    if bounded && text.width() > WIDEST {
        let mut width = 0;
        text = text
            .chars()
            .take_while(|ch| {
                width += ch.width().unwrap_or(0);
                width < WIDEST
            })
            .collect();
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_heads_in_any_script() {
        let mut table = Table::new(&["region", "n", "note"]);
        table.row(vec!["无为市".into(), "155".into(), "一".into()]);
        table.row(vec!["Wuhu".into(), "\x1b[31m7".into(), String::new()]);
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let starts = |line: &str, word: &str| line[..line.find(word).unwrap()].width();
        assert_eq!(starts(lines[0], " n ") + 1, starts(lines[2], "155"));
        assert_eq!(starts(lines[0], "note"), starts(lines[2], "一"));
        assert!(!text.contains('\x1b'), "a text cannot steer the terminal");
    }

    #[test]
    fn a_wide_cell_is_cut() {
        assert_eq!(plain(&"长".repeat(60), true).width(), 43);
        assert_eq!(plain(&"长".repeat(60), false).width(), 120);
    }
}
