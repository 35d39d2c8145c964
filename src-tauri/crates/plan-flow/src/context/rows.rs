//! Rows of a table as drafts of figures: tabulators as Excel copies them, or commas with quotation marks.

use crate::wire::context::{ContextDraft, ContextField};

/// No table of figures about regions is longer; a wrong file must not be listed row by row.
const MOST_ROWS: usize = 5000;

/// The order of columns when no row heads them.
const ORDER: [ContextField; 7] = [
    ContextField::Region,
    ContextField::Variable,
    ContextField::Year,
    ContextField::Value,
    ContextField::Unit,
    ContextField::Source,
    ContextField::Note,
];

/// Heads of columns, in both languages.
const HEADS: &[(&str, ContextField)] = &[
    ("地区", ContextField::Region),
    ("区域", ContextField::Region),
    ("region", ContextField::Region),
    ("指标", ContextField::Variable),
    ("变量", ContextField::Variable),
    ("variable", ContextField::Variable),
    ("年份", ContextField::Year),
    ("年度", ContextField::Year),
    ("year", ContextField::Year),
    ("数值", ContextField::Value),
    ("value", ContextField::Value),
    ("单位", ContextField::Unit),
    ("unit", ContextField::Unit),
    ("来源", ContextField::Source),
    ("数据来源", ContextField::Source),
    ("source", ContextField::Source),
    ("备注", ContextField::Note),
    ("note", ContextField::Note),
];

/// Each row with its line from 1 and its words. A row that heads columns sets their order for the rows after it.
pub(super) fn drafts(text: &str) -> Vec<(u32, String, ContextDraft)> {
    let mut order: Vec<Option<ContextField>> = ORDER.iter().copied().map(Some).collect();
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() || found.len() == MOST_ROWS {
            continue;
        }
        let cells = cells(line);
        let heads: Vec<Option<ContextField>> = cells.iter().map(|cell| head(cell)).collect();
        if heads.iter().flatten().count() >= 3 {
            order = heads;
            continue;
        }
        let mut draft = ContextDraft::default();
        for (cell, field) in cells.into_iter().zip(&order) {
            let place = match field {
                Some(ContextField::Region) => &mut draft.region,
                Some(ContextField::Variable) => &mut draft.variable,
                Some(ContextField::Year) => &mut draft.year,
                Some(ContextField::Value) => &mut draft.value,
                Some(ContextField::Unit) => &mut draft.unit,
                Some(ContextField::Source) => &mut draft.source,
                Some(ContextField::Note) => &mut draft.note,
                None => continue,
            };
            *place = cell;
        }
        found.push((number, line.trim().to_owned(), draft));
    }
    found
}

fn head(cell: &str) -> Option<ContextField> {
    let word = cell.trim();
    HEADS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(word))
        .map(|(_, field)| *field)
}

/// The cells of a line. A quotation mark doubled within quotation marks is one.
fn cells(line: &str) -> Vec<String> {
    if line.contains('\t') {
        return line
            .split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect();
    }
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(&mut cells, '"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => push(&mut cells, ch),
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn push(cells: &mut [String], ch: char) {
    if let Some(last) = cells.last_mut() {
        last.push(ch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_excel_and_of_csv_are_read_alike_and_heads_set_the_order() {
        let plain = drafts("甲市\t常住人口\t2023\t365.1\t万人\t统计公报\n\n");
        let quoted = drafts("甲市,常住人口,2023,\"365.1\",万人,统计公报");
        assert_eq!(plain[0].2, quoted[0].2);
        let headed = drafts(
            "年份,地区,别的,数值,单位,来源,指标\n2023,甲市,x,\"1,365\",亿元,\"年鉴 \"\"上册\"\"\",GDP",
        );
        let (line, _, draft) = &headed[0];
        assert_eq!(
            (*line, draft.region.as_str(), draft.value.as_str()),
            (2, "甲市", "1,365")
        );
        assert_eq!(
            (draft.source.as_str(), draft.variable.as_str()),
            ("年鉴 \"上册\"", "GDP")
        );
    }
}
