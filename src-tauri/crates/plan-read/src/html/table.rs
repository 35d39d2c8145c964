//! Tables that hold data, told from those that lay out a page.

use super::block;
use super::tree::{Child, Kind, Tree};
use crate::reached::REACHED;
use crate::table::{self, Cell, Merge, Row};

/// A cell with more text than this, and most of the table's, holds a page.
const LARGEST_CELL: usize = 400;
/// Most columns of a row; what is beyond is not a table of a plan.
const MOST_COLUMNS: usize = 200;

/// A table of data with its rows as lines.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) element: usize,
    pub(crate) lines: Vec<String>,
}

/// The tables of data, in the order of the page.
pub(crate) fn tables(tree: &Tree) -> Vec<Table> {
    let nested = holders(tree);
    tree.elements
        .iter()
        .enumerate()
        .filter(|(at, element)| {
            element.kind == Kind::Table && !nested.get(*at).copied().unwrap_or(true)
        })
        .filter_map(|(at, _)| {
            Some(Table {
                element: at,
                lines: lines(tree, at)?,
            })
        })
        .collect()
}

/// For each element whether a table is in it.
fn holders(tree: &Tree) -> Vec<bool> {
    let mut holds = vec![false; tree.elements.len()];
    for (at, element) in tree.elements.iter().enumerate().rev() {
        let carries = element.kind == Kind::Table || holds.get(at).copied().unwrap_or(false);
        if carries
            && at > 0
            && let Some(parent) = holds.get_mut(element.parent)
        {
            *parent = true;
        }
    }
    holds
}

/// The rows of a table, or nothing when it is there for the look of the page.
fn lines(tree: &Tree, element: usize) -> Option<Vec<String>> {
    let rows = rows(tree, element);
    let full = |row: &Vec<usize>| row.len() > 1;
    if rows.iter().filter(|row| full(row)).count() < 2 {
        return None;
    }
    let (mut all, mut largest) = (0usize, 0usize);
    // Rows that a cell above still reaches into, by column.
    let mut reaches: Vec<usize> = Vec::new();
    let mut grid: Vec<Row> = Vec::new();
    for row in rows {
        let mut cells: Vec<Cell> = Vec::new();
        let mut reached = Vec::new();
        for cell in row {
            below(&mut cells, &mut reached, &reaches);
            let lines = block::lines(tree, cell);
            let length = lines.iter().map(|line| line.chars().count()).sum();
            all += length;
            largest = largest.max(length);
            let (span, rows) = tree.elements.get(cell).map_or((1, 1), |cell| cell.spans);
            let merge = if rows > 1 {
                Merge::Begins
            } else {
                Merge::Alone
            };
            cells.push(Cell {
                lines,
                span,
                merge,
                ..Cell::default()
            });
            reached.extend(std::iter::repeat_n(rows - 1, span));
        }
        below(&mut cells, &mut reached, &reaches);
        if reached.len() > MOST_COLUMNS {
            return None;
        }
        reaches = reached;
        grid.push(Row {
            cells,
            ..Row::default()
        });
    }
    if largest > LARGEST_CELL && largest * 10 > all * 6 {
        return None;
    }
    let mut out = table::lines(&grid);
    let mut whole = captions(tree, element);
    whole.append(&mut out);
    // Pages put forms and text between rows and cells, where neither belongs. Nothing may be lost for a table's sake.
    let length = |lines: &[String]| {
        lines
            .iter()
            .flat_map(|line| line.chars())
            .filter(|c| !c.is_whitespace() && *c != REACHED)
            .count()
    };
    (!whole.is_empty() && length(&whole) >= length(&block::lines(tree, element))).then_some(whole)
}

/// What stands in a table before its rows.
fn captions(tree: &Tree, table: usize) -> Vec<String> {
    let children = tree
        .elements
        .get(table)
        .into_iter()
        .flat_map(|element| &element.children);
    children
        .filter_map(|child| match child {
            Child::Element(at) => Some(*at),
            Child::Text(_) | Child::Break => None,
        })
        .take_while(|&at| rows(tree, at).is_empty())
        .filter(|&at| {
            tree.elements
                .get(at)
                .is_some_and(|element| element.kind != Kind::Hidden)
        })
        .flat_map(|at| block::lines(tree, at))
        .collect()
}

/// Fills the columns that cells above take in this row, as far as the next free one.
fn below(cells: &mut Vec<Cell>, reached: &mut Vec<usize>, reaches: &[usize]) {
    while let Some(rows) = reaches.get(reached.len()).copied().filter(|&rows| rows > 0) {
        cells.push(Cell {
            span: 1,
            merge: Merge::GoesOn,
            ..Cell::default()
        });
        reached.push(rows - 1);
    }
}

/// The cells of each row of a table without others in it.
fn rows(tree: &Tree, table: usize) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut open = vec![table];
    while let Some(at) = open.pop() {
        let Some(element) = tree.elements.get(at) else {
            continue;
        };
        let inner = element.children.iter().filter_map(|child| match child {
            Child::Element(inner) => Some(*inner),
            Child::Text(_) | Child::Break => None,
        });
        match element.kind {
            Kind::Hidden => {}
            Kind::Row => {
                let cells = inner.filter(|&cell| {
                    tree.elements
                        .get(cell)
                        .is_some_and(|cell| cell.kind == Kind::Cell)
                });
                rows.push(cells.collect());
            }
            _ => {
                // The first is looked at next.
                let from = open.len();
                open.extend(inner);
                open[from..].reverse();
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::tree::tree;
    use super::*;

    fn found(page: &str) -> Vec<Vec<String>> {
        tables(&tree(page).unwrap())
            .into_iter()
            .map(|table| table.lines)
            .collect()
    }

    #[test]
    fn data_keeps_its_columns() {
        let page = "<table><thead><tr><th>类别<th>指标<th colspan=2>目标</thead>\
                    <tr><td rowspan=2>投入<td><p>研发<p>投入<td>3.0<td>%<tr><td>高企<td>120<td>家</table>";
        assert_eq!(
            found(page),
            [[
                "类别\t指标\t目标\t",
                "投入\t研发 投入\t3.0\t%",
                "\u{FDD0}\t高企\t120\t家"
            ]]
        );
    }

    #[test]
    fn heads_of_two_rows_become_one() {
        let page = "<table><tr><td rowspan=2>指标<td rowspan=2>单位<td colspan=2>目标值<tr><td>2022年<td>2025年\
                    <tr><td>高新技术企业<td>家<td>80<td>120</table>";
        assert_eq!(
            found(page),
            [[
                "指标\t单位\t目标值2022年\t目标值2025年",
                "高新技术企业\t家\t80\t120"
            ]]
        );
    }

    #[test]
    fn captions_stay_and_broken_tables_are_read_as_blocks() {
        let cells = "<tr><td>a<td>b<tr><td>c<td>d";
        assert_eq!(
            found(&format!("<table><caption>附表</caption>{cells}</table>")),
            [["附表", "a\tb", "c\td"]]
        );
        assert!(
            found(&format!(
                "<table>{cells}<tr><form><td>e<td>f</form></table>"
            ))
            .is_empty()
        );
    }

    #[test]
    fn tables_for_the_look_are_none() {
        assert!(found("<table><tr><td>菜单<td><table><tr><td>a<td>b</table></table>").is_empty());
        let body = "<p>各县区人民政府。</p>".repeat(80);
        assert!(
            found(&format!(
                "<table><tr><td>菜单<td>x<tr><td>栏目<td>{body}</table>"
            ))
            .is_empty()
        );
    }

    #[test]
    fn a_table_of_data_in_a_table_for_the_look_is_found() {
        assert_eq!(
            found(
                "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f<td>g</table>"
            ),
            [["a\tb", "c\td"]]
        );
    }
}
