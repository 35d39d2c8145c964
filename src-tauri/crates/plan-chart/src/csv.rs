//! CSV: the chart's table. UTF-8 with BOM, so that Excel on Windows reads the Chinese; quoted as RFC 4180 says.

use crate::spec::{ChartSpec, TableCell};

/// The file's bytes.
#[must_use]
pub fn csv(spec: &ChartSpec) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let heads = spec.table.heads.iter().map(|head| quoted(head));
    out.push_str(&heads.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
    for row in &spec.table.rows {
        let cells = row.cells.iter().map(|cell: &TableCell| {
            if cell.number {
                cell.text.clone()
            } else {
                quoted(&cell.text)
            }
        });
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Words. What begins like a formula gets an apostrophe before it, which spreadsheets hide or show but never run;
/// blanks before it do not hide a formula from Excel, so they do not hide it from us.
fn quoted(text: &str) -> String {
    let text: String = text.chars().filter(|ch| !ch.is_control()).collect();
    let opens = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if !opens && !text.contains(['"', ',']) && text.trim() == text {
        return text;
    }
    let text = text.replace('"', "\"\"");
    format!("\"{}{text}\"", if opens { "'" } else { "" })
}
