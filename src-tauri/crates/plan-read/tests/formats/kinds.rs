//! Files of other kinds: recognised by their bytes, whatever their name, and refused with the reason.

use plan_read::{ReadError, is_document_name, measure, read_named};

fn package(parts: &[&str]) -> Vec<u8> {
    let parts: Vec<(&str, &str)> = parts.iter().map(|part| (*part, "<x/>")).collect();
    crate::build::package(&parts)
}

/// A compound file as far as its directory goes: names of streams at every 128th byte.
fn compound(streams: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    for stream in streams {
        let from = bytes.len();
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(from + 128, 0);
    }
    bytes
}

#[test]
fn kinds_are_told_by_their_bytes_and_not_by_their_name() {
    let cases: [(&str, Vec<u8>, ReadError); 15] = [
        (
            "doc",
            compound(&["Root Entry", "1Table", "WordDocument"]),
            ReadError::LegacyOffice,
        ),
        (
            "xls",
            compound(&["Root Entry", "Workbook"]),
            ReadError::LegacyOffice,
        ),
        (
            "flat document",
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>".to_vec(),
            ReadError::LegacyOffice,
        ),
        (
            "ofd",
            package(&["OFD.xml", "Doc_0/Document.xml"]),
            ReadError::Ofd,
        ),
        (
            "zip",
            package(&["a.txt", "../../b.txt"]),
            ReadError::Archive,
        ),
        (
            "slides",
            package(&["ppt/presentation.xml"]),
            ReadError::Binary,
        ),
        (
            "odt",
            package(&["mimetype", "content.xml"]),
            ReadError::LegacyOffice,
        ),
        (
            "rtf",
            b"{\\rtf1\\ansi plan}".to_vec(),
            ReadError::LegacyOffice,
        ),
        (
            "locked",
            compound(&["Root Entry", "EncryptionInfo", "EncryptedPackage"]),
            ReadError::Protected,
        ),
        (
            "old slides",
            compound(&["Root Entry", "PowerPoint Document"]),
            ReadError::Binary,
        ),
        ("rar", b"Rar!\x1a\x07\x01\0".to_vec(), ReadError::Archive),
        (
            "photograph",
            b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(),
            ReadError::Scan,
        ),
        (
            "program",
            b"\x7fELF\x02\x01\x01\0".to_vec(),
            ReadError::Binary,
        ),
        (
            "cut package",
            b"PK\x03\x04\x14\0\x06\0".repeat(40),
            ReadError::Damaged,
        ),
        ("nothing", Vec::new(), ReadError::Empty),
    ];
    for (kind, bytes, error) in cases {
        for name in ["", "plan.txt", "plan.docx", "plan.pdf", "计划.html"] {
            assert_eq!(
                read_named(&bytes, name),
                Err(error),
                "{kind} named {name:?}"
            );
        }
    }
}

#[test]
fn a_text_that_speaks_of_other_kinds_stays_text() {
    for text in [
        "附件：请将 %PDF-1.7 文件报送市科技局。",
        "<b>一、目标</b>高新技术企业达到155家。",
        "PK 赛：引进项目10个。",
    ] {
        let plan = read_named(text.as_bytes(), "计划.txt").expect("it is text");
        assert_eq!(plan.text, text);
        assert_eq!(plan.format, plan_model::SourceFormat::Text);
    }
}

#[test]
fn folders_are_searched_for_every_kind_that_a_plan_comes_in() {
    for name in [
        "a.txt",
        "A.DOCX",
        "计划.wps",
        "p.pdf",
        "p.html",
        "p.md",
        "x.xlsx",
        "d.doc",
        "o.ofd",
    ] {
        assert!(is_document_name(name), "{name}");
    }
    for name in ["", "txt", "a.jpg", "a.zip", "a.log", "a."] {
        assert!(!is_document_name(name), "{name}");
    }
}

#[test]
fn a_text_frozen_long_ago_is_measured_as_it_would_be_read_now() {
    for (name, bytes) in [
        ("a.md", "# 计划\n\n科 技 创 新\n"),
        ("a.txt", "计划\u{FFFD}\n"),
        ("a.html", "<html><body><p>一、主要目标</p></body></html>"),
    ] {
        let plan = read_named(bytes.as_bytes(), name).expect("it is read");
        let measured = measure(bytes.as_bytes(), name, &plan.text);
        assert_eq!(measured, Some((plan.format, plan.quality)), "{name}");
    }
    assert_eq!(measure(b"\x89PNG", "a.png", ""), None);
}
