//! A table as lines of cells parted by tabulators, so that heads, units and values stay in their columns.

use crate::reached::REACHED;

/// More columns than this are given to one cell by no person.
const WIDEST_CELL: usize = 100;
/// A wider table is not filled up to equal rows: its rows would be mostly nothing.
const WIDEST_TABLE: usize = 200;
/// A cell with more paragraphs than this is a page laid out with a table, not a value in one.
const MOST_PARAGRAPHS: usize = 20;
/// Longest head over several columns, in bytes.
const LONGEST_HEAD: usize = 120;
/// Heads take no more lines than this.
const MOST_HEADS: usize = 4;

/// How a cell is merged with those above and below it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Merge {
    /// It is not.
    #[default]
    Alone,
    /// It begins here.
    Begins,
    /// It goes on from the cell above; what stands in it is not shown.
    GoesOn,
}

/// One cell.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    /// Its paragraphs.
    pub(crate) lines: Vec<String>,
    /// How many columns it takes.
    pub(crate) span: usize,
    /// Whether it is merged with cells above or below.
    pub(crate) merge: Merge,
    /// Whether it is merged into the cell on its left.
    pub(crate) swallowed: bool,
    /// Whether it holds a table itself.
    pub(crate) nested: bool,
}

/// One row.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Columns left empty before the first cell.
    pub(crate) before: usize,
    /// The cells.
    pub(crate) cells: Vec<Cell>,
    /// Whether it is repeated on every page.
    pub(crate) head: bool,
}

/// A row on the grid: what each column shows, and whether it does so through a cell that takes several.
struct OnGrid<'r> {
    row: &'r Row,
    columns: Vec<Place<'r>>,
}

#[derive(Clone, Copy)]
struct Place<'r> {
    cell: Option<&'r Cell>,
    /// Whether it is the cell's first column.
    first: bool,
}

/// The lines of a table.
pub(crate) fn lines(rows: &[Row]) -> Vec<String> {
    let grid = columns(rows);
    let width = grid.iter().map(|row| row.columns.len()).max().unwrap_or(0);
    let alone = |row: &OnGrid<'_>| row.row.cells.len() == 1 && row.columns.len() == width;
    let layout = |row: &OnGrid<'_>| {
        let big = |cell: &Cell| cell.nested || cell.lines.len() > MOST_PARAGRAPHS;
        width <= 1 || row.row.cells.iter().any(big)
    };
    // Captions above and remarks below take a row of their own and belong to no column.
    let above = grid.iter().take_while(|row| alone(row)).count();
    let below = grid[above..]
        .iter()
        .rev()
        .take_while(|row| alone(row))
        .count();
    let below = grid.len() - below;
    let heads = heads(&grid[above..below]);
    let mut lines = Vec::new();
    for (at, row) in grid.iter().enumerate() {
        if heads > 1 && at == above {
            lines.push(folded(&grid[above..above + heads], width));
        }
        if heads > 1 && (above..above + heads).contains(&at) {
            continue;
        }
        if at < above || at >= below || layout(row) {
            let shown = row.row.cells.iter().filter(|cell| !cell.is_hidden());
            lines.extend(shown.flat_map(|cell| cell.lines.iter().cloned()));
            continue;
        }
        let texts = row
            .columns
            .iter()
            .map(|place| match place.cell.filter(|_| place.first) {
                Some(cell) if cell.merge == Merge::GoesOn && !cell.swallowed => REACHED.to_string(),
                Some(cell) if !cell.is_hidden() => cell.text(),
                _ => String::new(),
            });
        lines.push(joined(texts.collect(), width));
    }
    lines.retain(|line| !line.trim_matches(['\t', REACHED]).is_empty() || line.is_empty());
    lines
}

impl Cell {
    fn is_hidden(&self) -> bool {
        self.swallowed || self.merge == Merge::GoesOn
    }

    fn is_empty(&self) -> bool {
        self.is_hidden() || self.lines.iter().all(|line| line.trim().is_empty())
    }

    /// Its paragraphs as one piece of a line.
    fn text(&self) -> String {
        let words = self.lines.iter().flat_map(|line| line.split(['\n', '\t']));
        let mut text = String::new();
        for words in words.map(str::trim).filter(|words| !words.is_empty()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(words);
        }
        text
    }
}

/// Every row on the grid, without the columns in which no row shows anything: those are left by cells whose
/// borders do not quite meet.
fn columns(rows: &[Row]) -> Vec<OnGrid<'_>> {
    let mut grid: Vec<OnGrid<'_>> = rows
        .iter()
        .map(|row| {
            let empty = Place {
                cell: None,
                first: true,
            };
            let mut columns = vec![empty; row.before.min(WIDEST_CELL)];
            for cell in &row.cells {
                let place = |at| Place {
                    cell: Some(cell),
                    first: at == 0,
                };
                // Where a row is absurdly wide already, every cell takes one column.
                let most = if columns.len() < WIDEST_TABLE {
                    WIDEST_CELL
                } else {
                    1
                };
                columns.extend((0..cell.span.clamp(1, most)).map(place));
            }
            OnGrid { row, columns }
        })
        .collect();
    let width = grid.iter().map(|row| row.columns.len()).max().unwrap_or(0);
    let mut used = vec![false; width];
    for row in &grid {
        for (place, used) in row.columns.iter().zip(&mut used) {
            *used |= place.first && place.cell.is_some_and(|cell| !cell.is_empty());
        }
    }
    for row in &mut grid {
        let mut used = used.iter();
        row.columns.retain(|_| used.next().copied().unwrap_or(true));
    }
    grid
}

/// How many rows are heads: those marked as such, or as far as a cell of the first row goes down, when nothing in
/// them is a value.
fn heads(grid: &[OnGrid<'_>]) -> usize {
    let marked = grid.iter().take_while(|row| row.row.head).count();
    let Some(first) = grid.first() else {
        return 0;
    };
    let begins = |place: &Place<'_>| place.cell.is_some_and(|cell| cell.merge == Merge::Begins);
    let deep = (0..first.columns.len())
        .filter(|at| begins(&first.columns[*at]))
        .map(|at| {
            let goes_on = |row: &&OnGrid<'_>| {
                let cell = row.columns.get(at).and_then(|place| place.cell);
                cell.is_some_and(|cell| cell.merge == Merge::GoesOn)
            };
            1 + grid[1..].iter().take_while(goes_on).count()
        })
        .max()
        .unwrap_or(0);
    let most = marked.max(deep);
    let values = |row: &OnGrid<'_>| {
        let mut cells = row.row.cells.iter().filter(|cell| !cell.is_hidden());
        cells.any(|cell| holds_value(&cell.text()))
    };
    let possible = most > 1 && most <= MOST_HEADS && most < grid.len();
    if possible && !grid[..most].iter().any(values) {
        most
    } else {
        1
    }
}

/// Whether a number stands in `text` that is no year.
fn holds_value(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .any(|digits| digits.len() != 4 || !digits.starts_with(['1', '2']))
}

/// Several rows of heads as one: each column with all that stands above it, as a reader reads it (目标值 over
/// 2025年: 目标值2025年).
fn folded(heads: &[OnGrid<'_>], width: usize) -> String {
    let texts = (0..width).map(|at| {
        let mut whole = String::new();
        let mut last = String::new();
        for row in heads {
            let place = row.columns.get(at);
            let text = place
                .and_then(|place| Some((place.first, place.cell?)))
                .filter(|(_, cell)| !cell.is_hidden())
                .map(|(first, cell)| (first, cell.text()))
                // A head is short; what is long is not written over every column it takes.
                .filter(|(first, text)| *first || text.len() <= LONGEST_HEAD)
                .map(|(_, text)| text)
                .unwrap_or_default();
            if text == last {
                continue;
            }
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if latin(whole.chars().next_back()) && latin(text.chars().next()) {
                whole.push(' ');
            }
            whole.push_str(&text);
            last = text;
        }
        whole
    });
    joined(texts.collect(), width)
}

fn joined(mut cells: Vec<String>, width: usize) -> String {
    if width <= WIDEST_TABLE {
        cells.resize(width, String::new());
    }
    cells.join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells by their text; `>` before it: takes two columns; `v`: begins a merge; `^`: goes on.
    fn row(cells: &[&str]) -> Row {
        let cell = |text: &&str| {
            let (span, merge, text) = match text.split_at_checked(1) {
                Some((">", rest)) => (2, Merge::Alone, rest),
                Some(("v", rest)) => (1, Merge::Begins, rest),
                Some(("^", rest)) => (1, Merge::GoesOn, rest),
                _ => (1, Merge::Alone, *text),
            };
            Cell {
                lines: text.split('/').map(str::to_owned).collect(),
                span,
                merge,
                ..Cell::default()
            }
        };
        Row {
            cells: cells.iter().map(cell).collect(),
            ..Row::default()
        }
    }

    #[test]
    fn cells_stay_in_their_columns() {
        let rows = [
            row(&["指标", "单位", "2025年"]),
            row(&[">企业/总数", "155"]),
            row(&["平台", "个"]),
        ];
        assert_eq!(
            lines(&rows),
            ["指标\t单位\t2025年", "企业 总数\t\t155", "平台\t个\t"]
        );
    }

    #[test]
    fn heads_in_two_rows_are_folded_and_merged_cells_stay_empty() {
        let rows = [
            row(&["v类别", "v指标", "v单位", ">目标值"]),
            row(&["^", "^", "^", "2022年", "2025年"]),
            row(&["v创新", "企业", "家", "100", "155"]),
            row(&["^", "平台", "个", "10", "20"]),
        ];
        assert_eq!(
            lines(&rows),
            [
                "类别\t指标\t单位\t目标值2022年\t目标值2025年",
                "创新\t企业\t家\t100\t155",
                "\u{FDD0}\t平台\t个\t10\t20"
            ]
        );
    }

    #[test]
    fn values_in_the_first_rows_are_not_taken_for_heads() {
        let rows = [
            row(&["v创新", "企业", "155"]),
            row(&["^", "平台", "20"]),
            row(&["民生", "医院", "3"]),
        ];
        assert_eq!(
            lines(&rows),
            ["创新\t企业\t155", "\u{FDD0}\t平台\t20", "民生\t医院\t3"]
        );
    }

    #[test]
    fn captions_and_remarks_are_lines_and_rows_between_keep_their_cells() {
        let wide = |text: &str| Row {
            cells: vec![Cell {
                lines: vec![text.to_owned()],
                span: 3,
                ..Cell::default()
            }],
            ..Row::default()
        };
        let rows = [
            wide("表1 主要指标"),
            row(&["指标", "单位", "2025年"]),
            wide("一、创新"),
            row(&["企业", "家", "155"]),
            wide("注：均为预期性指标"),
        ];
        assert_eq!(
            lines(&rows),
            [
                "表1 主要指标",
                "指标\t单位\t2025年",
                "一、创新\t\t",
                "企业\t家\t155",
                "注：均为预期性指标"
            ]
        );
    }

    #[test]
    fn a_table_of_one_column_is_text() {
        let rows = [row(&["一、目标/企业达到155家。"]), row(&["二、任务"])];
        assert_eq!(lines(&rows), ["一、目标", "企业达到155家。", "二、任务"]);
    }

    #[test]
    fn columns_that_show_nothing_are_left_out() {
        let rows = [row(&["指标", "", "2025年"]), row(&[">企业", "155"])];
        assert_eq!(lines(&rows), ["指标\t2025年", "企业\t155"]);
    }

    #[test]
    fn absurd_spans_are_bounded() {
        let mut wide = row(&["a", "b"]);
        wide.cells[0].span = usize::MAX;
        let long = row(&vec!["x"; 1_000]);
        let found = lines(&[wide, long]);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|line| line.len() < 2_500), "{found:?}");
    }
}
