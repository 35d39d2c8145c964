//! Workbooks as small as they can be, for tests.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package of parts: name and content.
///
/// # Panics
/// When it cannot be packed.
#[must_use]
pub fn package(parts: &[(String, String)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        out.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        out.write_all(content.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A sheet: its name, its rows of cells, its merged blocks.
pub type Sheet<'a> = (&'a str, &'a [&'a [&'a str]], &'a [&'a str]);

/// A workbook of these sheets.
#[must_use]
pub fn book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let (mut listed, mut related, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, rows, merged)) in sheets.iter().enumerate() {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\"/>");
        related +=
            &format!("<Relationship Id=\"r{at}\" Type=\"x/worksheet\" Target=\"s{at}.xml\"/>");
        let rows: String = (1..)
            .zip(*rows)
            .map(|(at, row)| {
                let cells: String = ('A'..)
                    .zip(*row)
                    .map(|(column, text)| {
                        format!("<c r=\"{column}{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                    })
                    .collect();
                format!("<row r=\"{at}\">{cells}</row>")
            })
            .collect();
        let merged: String = merged
            .iter()
            .map(|block| format!("<mergeCell ref=\"{block}\"/>"))
            .collect();
        let sheet = format!(
            "<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
        );
        parts.push((format!("xl/s{at}.xml"), sheet));
    }
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook><sheets>{listed}</sheets></workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{related}</Relationships>"),
    ));
    package(&parts)
}
