//! Word document, written part by part: title, contents, method, plans, tables by type, limits of comparison,
//! source sentences. Fonts and sizes live in styles, so that an office's own template can take the text over.

mod appendix;
mod body;
mod parts;
mod styles;
mod tables;
mod xml;

use crate::ReportError;
use crate::model::Report;
use crate::words::words;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Result<Vec<u8>, ReportError> {
    let words = words(report.language);
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(report)),
        ("docProps/app.xml", parts::APP.to_owned()),
        (
            "word/_rels/document.xml.rels",
            parts::DOCUMENT_RELATIONS.to_owned(),
        ),
        ("word/document.xml", body::document(report, words)),
        ("word/styles.xml", styles::styles(report.language)),
        ("word/settings.xml", parts::settings(report.language)),
        ("word/fontTable.xml", parts::FONTS.to_owned()),
        ("word/header1.xml", parts::header(report)),
        ("word/footer1.xml", parts::footer(words)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time: the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
