use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package with these parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(content.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A document: the content of its body, and further parts beside it.
pub(crate) fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let mut all = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", main.as_str()),
    ];
    all.extend_from_slice(parts);
    package(&all)
}

/// Text as it is written into markup.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A paragraph with this text.
pub(crate) fn p(text: &str) -> String {
    let text = escaped(text).replace('\t', "</w:t><w:tab/><w:t>");
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
pub(crate) fn item(number: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
        escaped(text)
    )
}

/// A table of cells with plain text.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let rows: String = rows
        .iter()
        .map(|row| {
            let cells: String = row
                .iter()
                .map(|text| format!("<w:tc><w:tcPr/>{}</w:tc>", p(text)))
                .collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

/// What is read from a document with this body.
pub(crate) fn text_of(body: &str) -> String {
    plan_read::read_named(&document(body, &[]), "计划.docx")
        .unwrap()
        .text
}
