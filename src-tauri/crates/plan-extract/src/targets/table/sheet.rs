//! The sheets of a workbook: tables whose columns are known, row by row.

use super::super::{Found, Scene};
use super::row::{self, Way};
use super::{cells, columns};
use plan_model::{ColumnRole, FrozenPlan, PlanMeta, SheetMapping, SheetText, Span, Target};

/// A row of a sheet below its heads that gave no target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadRow {
    /// Its line in the sheet's text, from 0.
    pub line: u32,
    /// Where it stands.
    pub span: Span,
    /// Why it gave none.
    pub fault: RowFault,
}

/// Why a row gave no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// No indicator is named.
    NoName,
    /// No number stands where its value should.
    NoValue,
}

/// Finds the targets of all sheets; returns the stretches they take, ascending.
pub(super) fn targets(scene: &Scene<'_>, found: &mut Found) -> Vec<Span> {
    let mut taken = Vec::new();
    for sheet in &scene.plan.tables.sheets {
        let mapping = mapping_of(scene.plan, sheet, scene.meta);
        let rows = rows(scene.text(), sheet);
        for row in rows.iter().filter(|row| row.line >= mapping.body) {
            row::targets(scene, &mapping.columns, &row.cells, Way::Mapping, found);
        }
        let whole = rows.iter().flat_map(|row| &row.cells);
        taken.extend(whole.copied().reduce(Span::join));
    }
    taken
}

/// How a sheet is read: as the analyst said, else as its heads suggest.
#[must_use]
pub fn mapping_of(plan: &FrozenPlan, sheet: &SheetText, meta: &PlanMeta) -> SheetMapping {
    sheet.mapping.clone().unwrap_or_else(|| {
        let text = sheet.span.of(&plan.text).unwrap_or_default();
        columns::sheet_mapping(&sheet.sheet, text.lines(), meta)
    })
}

/// The rows of a sheet that gave none of `targets`. A row with words in one cell only is a heading within the table,
/// and a row without any is none.
#[must_use]
pub fn unread_rows(
    plan: &FrozenPlan,
    sheet: &SheetText,
    mapping: &SheetMapping,
    targets: &[Target],
) -> Vec<UnreadRow> {
    let name = mapping
        .columns
        .iter()
        .position(|column| *column == ColumnRole::Name);
    let unread = |row: Row| {
        let span = row.cells.iter().copied().reduce(Span::join)?;
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let read = targets.iter().any(|target| span.contains(target.quote));
        if row.line < mapping.body || filled < 2 || read {
            return None;
        }
        let named = name.and_then(|at| row.cells.get(at)).is_some_and(|cell| {
            let words = plan.tables.reach(*cell).of(&plan.text).unwrap_or_default();
            words.chars().count() >= 2
        });
        let fault = if named {
            RowFault::NoValue
        } else {
            RowFault::NoName
        };
        Some(UnreadRow {
            line: row.line,
            span,
            fault,
        })
    };
    rows(&plan.text, sheet)
        .into_iter()
        .filter_map(unread)
        .collect()
}

/// A line of a sheet that has several cells.
struct Row {
    line: u32,
    cells: Vec<Span>,
}

fn rows(text: &str, sheet: &SheetText) -> Vec<Row> {
    let mut found = Vec::new();
    let mut at = sheet.span.from();
    let words = sheet.span.of(text).unwrap_or_default();
    for (line, words) in (0..).zip(words.split_inclusive('\n')) {
        if words.contains('\t') {
            found.push(Row {
                line,
                cells: cells(words, at),
            });
        }
        at += words.len();
    }
    found
}
