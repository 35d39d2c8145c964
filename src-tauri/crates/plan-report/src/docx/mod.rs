//! Word document, written part by part. Fonts and sizes live in styles, so that an office's own template can take
//! the text over; numbers of chapters, tables, figures and notes are Word's own, so that they stay right when
//! something is added or taken out.

mod body;
mod charts;
mod look;
mod notes;
mod numbering;
mod parts;
mod plans;
mod policy;
mod prose;
mod styles;
mod tables;
mod writing;
mod xml;

use crate::ReportError;
use crate::model::Report;
use crate::words::words;
use std::io::{Cursor, Write};
use writing::Writing;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Result<Vec<u8>, ReportError> {
    let words = words(report.language);
    let mut writing = Writing::new(report, words);
    let document = body::document(&mut writing);
    let look = writing.look;
    let texts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(report)),
        ("docProps/app.xml", parts::APP.to_owned()),
        ("word/_rels/document.xml.rels", parts::relations(report)),
        ("word/document.xml", document),
        ("word/endnotes.xml", writing.notes.part(report, words)),
        ("word/styles.xml", styles::styles(look)),
        ("word/numbering.xml", numbering::numbering(look)),
        ("word/settings.xml", parts::settings(look)),
        ("word/fontTable.xml", parts::FONTS.to_owned()),
        ("word/header1.xml", parts::header(report)),
        ("word/footer1.xml", parts::footer(look, words, "Footer")),
        ("word/footer2.xml", parts::footer(look, words, "FooterEven")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time: the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in texts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    for (at, chart) in report.charts.iter().enumerate() {
        zip.start_file(format!("word/{}", parts::picture(at)), options)?;
        zip.write_all(&chart.png)?;
    }
    Ok(zip.finish()?.into_inner())
}
