//! The sheets of a workbook on their way in: what their columns seem to hold, what comes of that, and which rows give
//! nothing, so that an analyst can set it right before anything is stored.

use crate::wire::import::{RowFault, SheetProposal, SheetTarget, UnreadRow};
use plan_model::{Extraction, FrozenPlan, PlanMeta, SheetMapping, SheetText};
use plan_read::{ReadError, Sheet};

/// Lines of a sheet that are shown, at the least: heads and the first rows.
const LINES_SHOWN: usize = 12;
/// Targets shown, and rows that gave none.
const ROWS_SHOWN: usize = 40;
/// Characters of a cell that are shown.
const CELL_SHOWN: usize = 60;

/// The sheets of a workbook as they would be read. `read` is the document and what was found in it, when it could
/// be read at all.
pub(super) fn propose(
    bytes: &[u8],
    read: Option<(&FrozenPlan, &Extraction)>,
) -> Result<Vec<SheetProposal>, ReadError> {
    let sheets = plan_read::sheets(bytes)?;
    Ok(sheets.iter().map(|sheet| one(sheet, read)).collect())
}

fn one(sheet: &Sheet, read: Option<(&FrozenPlan, &Extraction)>) -> SheetProposal {
    let lines = || sheet.lines.iter().map(String::as_str);
    let taken = read.and_then(|(plan, found)| {
        let text = plan
            .tables
            .sheets
            .iter()
            .find(|one| one.sheet == sheet.name)?;
        Some((plan, found, text))
    });
    let Some((plan, found, text)) = taken else {
        let meta = read.map_or_else(PlanMeta::default, |(_, found)| found.meta.clone());
        let mapping = plan_extract::sheet_mapping(&sheet.name, lines(), &meta);
        return SheetProposal {
            rows: rows(sheet, &mapping),
            lines: count(sheet.lines.len()),
            mapping,
            taken: false,
            targets: Vec::new(),
            found: 0,
            unread: Vec::new(),
            unread_count: 0,
        };
    };
    let mapping = plan_extract::mapping_of(plan, text, &found.meta);
    let unread = plan_extract::unread_rows(plan, text, &mapping, &found.targets);
    let targets = || {
        let inside = found.targets.iter();
        inside.filter(|target| text.span.contains(target.quote))
    };
    SheetProposal {
        rows: rows(sheet, &mapping),
        lines: count(sheet.lines.len()),
        taken: true,
        targets: targets()
            .take(ROWS_SHOWN)
            .map(|target| SheetTarget {
                line: line_of(plan, text, target.quote.from()),
                indicator: target.indicator.clone(),
                op: target.op,
                value: target.value.map(|value| value.to_string()),
                value_max: target.value_max.map(|value| value.to_string()),
                unit: target.unit.clone(),
                year: target.year,
                firmness: target.firmness,
                responsible: target.responsible.clone(),
            })
            .collect(),
        found: count(targets().count()),
        unread_count: count(unread.len()),
        unread: unread
            .into_iter()
            .take(ROWS_SHOWN)
            .map(|row| UnreadRow {
                line: row.line,
                cells: cells(row.span.of(&plan.text).unwrap_or_default()),
                fault: match row.fault {
                    plan_extract::RowFault::NoName => RowFault::NoName,
                    plan_extract::RowFault::NoValue => RowFault::NoValue,
                },
            })
            .collect(),
        mapping,
    }
}

/// The first lines, and of a long head at least one row below it.
fn rows(sheet: &Sheet, mapping: &SheetMapping) -> Vec<Vec<String>> {
    let shown = LINES_SHOWN.max(mapping.body as usize + 1);
    sheet
        .lines
        .iter()
        .take(shown)
        .map(|line| cells(line))
        .collect()
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t')
        .map(|cell| cell.chars().take(CELL_SHOWN).collect())
        .collect()
}

/// The line of a sheet, from 0, that holds the byte `at` of the text.
fn line_of(plan: &FrozenPlan, sheet: &SheetText, at: usize) -> u32 {
    let before = plan.text.get(sheet.span.from()..at).unwrap_or_default();
    count(before.matches('\n').count())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
