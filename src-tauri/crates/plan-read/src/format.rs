//! What kind of file it is: by its bytes. The name decides only where bytes cannot: between plain text, Markdown
//! and a piece of a web page, and for what a file that breaks off was meant to be.

use crate::ReadError;
use crate::package::Package;
use plan_model::SourceFormat;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text in some encoding, or bytes that nothing is known about.
    Text,
    Markdown,
    Html,
    Docx,
    Xlsx,
    Pdf,
    /// An office program's document that is not read: an old binary text or workbook, a rich text, an open document,
    /// a web archive in one file. The old binary text is not read because no library at hand gives its automatic
    /// numbers: one drops 一、 before a heading and makes 1. of it elsewhere, and the sections would be wrong without
    /// a word.
    OtherOffice,
    Ofd,
    Archive,
    Picture,
    /// An office package that needs a password.
    Protected,
    /// A program, a database, slides: no text of a plan.
    Other,
}

impl Kind {
    /// The format of a kind that is read.
    pub(crate) fn source_format(self) -> Option<SourceFormat> {
        match self {
            Self::Text => Some(SourceFormat::Text),
            Self::Markdown => Some(SourceFormat::Markdown),
            Self::Html => Some(SourceFormat::Html),
            Self::Docx => Some(SourceFormat::Docx),
            Self::Xlsx => Some(SourceFormat::Xlsx),
            Self::Pdf => Some(SourceFormat::Pdf),
            Self::OtherOffice
            | Self::Ofd
            | Self::Archive
            | Self::Picture
            | Self::Protected
            | Self::Other => None,
        }
    }
}

/// First bytes that tell the kind at once.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"{\\rtf", Kind::OtherOffice),
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"Rar!\x1a", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"\x1f\x8b\x08", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"\x28\xb5\x2f\xfd", Kind::Archive),
    (b"\x7fELF", Kind::Other),
    (b"SQLite format 3\0", Kind::Other),
];

const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PACKAGE: &[&[u8]] = &[b"PK\x03\x04", b"PK\x05\x06"];
/// A PDF may have some bytes before its mark.
const PDF_WITHIN: usize = 1024;
/// How far the beginning of a web page is looked for.
const MARKUP_WITHIN: usize = 1024;

/// The kind of the file that `bytes` are. `name` is a file's name, or nothing.
pub(crate) fn recognise(bytes: &[u8], name: &str) -> Result<Kind, ReadError> {
    if PACKAGE.iter().any(|magic| bytes.starts_with(magic)) {
        return Ok(package(&Package::open(bytes)?));
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(compound(bytes));
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Ok(*kind);
    }
    // Behind other bytes the mark may be one that a text speaks of; the name then says.
    let head = &bytes[..bytes.len().min(PDF_WITHIN)];
    let within = || ending(name) == "pdf" && head.windows(5).any(|five| five == b"%PDF-");
    if bytes.starts_with(b"%PDF-") || within() {
        return Ok(Kind::Pdf);
    }
    Ok(text(bytes, name))
}

fn package(package: &Package<'_>) -> Kind {
    let any = |start: &str| package.names().any(|name| name.starts_with(start));
    if package.has("OFD.xml") {
        Kind::Ofd
    } else if any("word/") {
        Kind::Docx
    } else if any("xl/") {
        Kind::Xlsx
    } else if any("ppt/") {
        Kind::Other
    } else if package.has("mimetype") && package.has("content.xml") {
        Kind::OtherOffice
    } else {
        Kind::Archive
    }
}

/// What an old compound file holds: the names of its streams stand at every 128th byte of its directory.
fn compound(bytes: &[u8]) -> Kind {
    let holds = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes
            .chunks(128)
            .any(|entry| entry.starts_with(&name) && entry.get(name.len()) == Some(&0))
    };
    if holds("EncryptedPackage") {
        Kind::Protected
    } else if ["WordDocument", "Workbook", "Book"]
        .iter()
        .any(|stream| holds(stream))
    {
        Kind::OtherOffice
    } else {
        Kind::Other
    }
}

fn text(bytes: &[u8], name: &str) -> Kind {
    let ending = ending(name);
    let head = &bytes[..bytes.len().min(MARKUP_WITHIN)];
    // Read as ASCII with everything else dropped, so that marks of UTF-16 and of any encoding in use are seen.
    let words: String = head
        .iter()
        .filter(|byte| byte.is_ascii_graphic() || **byte == b' ')
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let words = words.trim_start();
    if words.starts_with("<?xml") && words.contains("progid=\"word.document\"") {
        return Kind::OtherOffice;
    }
    if words.starts_with("mime-version:") && matches!(ending.as_str(), "mht" | "mhtml" | "doc") {
        return Kind::OtherOffice;
    }
    let page = ["<!doctype html", "<html", "<head", "<body", "<meta"];
    let starts = |words: &str| page.iter().any(|mark| words.starts_with(mark));
    let declared = words.starts_with("<?xml") || words.starts_with("<!--");
    if starts(words) || (declared && page.iter().any(|mark| words.contains(mark))) {
        return Kind::Html;
    }
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Kind::Html,
        "md" | "markdown" => Kind::Markdown,
        _ => Kind::Text,
    }
}

/// What stands behind the last point of a name, in lower case.
fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

/// Whether a file of this name may be a document: what a search through folders takes up. Kinds that are
/// recognised only to be refused with advice are among them, so that nobody wonders why a plan is missing.
#[must_use]
pub fn is_document_name(name: &str) -> bool {
    matches!(
        ending(name).as_str(),
        "txt"
            | "md"
            | "markdown"
            | "html"
            | "htm"
            | "xhtml"
            | "shtml"
            | "docx"
            | "docm"
            | "wps"
            | "doc"
            | "pdf"
            | "ofd"
            | "rtf"
            | "xlsx"
    )
}
