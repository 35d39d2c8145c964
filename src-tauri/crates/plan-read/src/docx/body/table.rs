//! The tables of a document: rows and cells, with what is merged and what was deleted.

use super::{Lines, Walker};
use crate::table::{self, Cell, Merge, Row};
use crate::xml::Xml;
use crate::{Excess, ReadError};

/// Most cells of all tables.
const MOST_CELLS: usize = 100_000;

impl Walker<'_> {
    pub(super) fn table(&mut self, xml: &mut Xml<'_>, out: &mut Lines) -> Result<(), ReadError> {
        let mut rows = Vec::new();
        self.rows(xml, &mut rows)?;
        let lines = table::lines(&rows);
        // The tabulators between cells are new; the words have been counted.
        let tabs = lines.iter().map(|line| line.matches('\t').count() + 1);
        self.grow(tabs.sum())?;
        out.open = false;
        out.nested = true;
        out.lines.extend(lines);
        Ok(())
    }

    fn rows(&mut self, xml: &mut Xml<'_>, rows: &mut Vec<Row>) -> Result<(), ReadError> {
        xml.children(|xml, element| match element.name.as_str() {
            "tr" => {
                let mut row = Row::default();
                let mut deleted = false;
                self.cells(xml, &mut row, &mut deleted)?;
                if deleted {
                    self.left_out.deletions += 1;
                } else {
                    rows.push(row);
                }
                Ok(())
            }
            "tblPr" | "tblGrid" | "tblPrEx" | "sdtPr" | "sdtEndPr" => xml.skip(),
            "del" | "moveFrom" => self.deleted(xml),
            _ => self.rows(xml, rows),
        })
    }

    fn cells(
        &mut self,
        xml: &mut Xml<'_>,
        row: &mut Row,
        deleted: &mut bool,
    ) -> Result<(), ReadError> {
        xml.children(|xml, element| match element.name.as_str() {
            "tc" => {
                self.seen_cells += 1;
                if self.seen_cells > MOST_CELLS {
                    return Err(ReadError::TooMuch {
                        what: Excess::Cells,
                        limit: MOST_CELLS,
                    });
                }
                let cell = self.cell(xml)?;
                row.cells.push(cell);
                Ok(())
            }
            "trPr" => xml.children(|xml, child| {
                match child.name.as_str() {
                    "gridBefore" => {
                        row.before = child.val().and_then(|val| val.parse().ok()).unwrap_or(0);
                    }
                    "tblHeader" => row.head = child.is_on(),
                    "del" => *deleted = true,
                    _ => {}
                }
                xml.skip()
            }),
            "tblPrEx" | "sdtPr" | "sdtEndPr" => xml.skip(),
            _ => self.cells(xml, row, deleted),
        })
    }

    fn cell(&mut self, xml: &mut Xml<'_>) -> Result<Cell, ReadError> {
        let mut cell = Cell {
            span: 1,
            ..Cell::default()
        };
        let mut inside = Lines {
            in_cell: true,
            ..Lines::default()
        };
        xml.children(|xml, element| {
            if element.name != "tcPr" {
                return self.block(xml, &element, &mut inside);
            }
            xml.children(|xml, child| {
                let goes_on = matches!(child.val(), None | Some("continue"));
                match child.name.as_str() {
                    "gridSpan" => {
                        cell.span = child.val().and_then(|val| val.parse().ok()).unwrap_or(1);
                    }
                    "vMerge" if goes_on => cell.merge = Merge::GoesOn,
                    "vMerge" => cell.merge = Merge::Begins,
                    "hMerge" => cell.swallowed = goes_on,
                    _ => {}
                }
                xml.skip()
            })
        })?;
        cell.nested = inside.nested;
        cell.lines = inside.lines;
        Ok(cell)
    }
}
