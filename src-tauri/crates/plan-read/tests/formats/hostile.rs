use crate::build::{document, p, package, table, text_of};
use plan_read::{Excess, READ_LIMIT, ReadError, read_named};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(bytes: &[u8]) -> ReadError {
    read_named(bytes, "计划.docx").expect_err("it is refused")
}

#[test]
fn a_bomb_is_left_before_it_is_unpacked() {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..80 {
        out.write_all(&block).unwrap();
    }
    let bytes = out.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
    assert!(matches!(
        refused(&bytes),
        ReadError::TooMuch {
            what: Excess::Bytes,
            ..
        }
    ));
}

#[test]
fn text_beyond_the_limit_is_refused_while_it_is_read() {
    let long = "长".repeat(1 << 20);
    let body = p(&long).repeat(7);
    assert_eq!(
        refused(&document(&body, &[])),
        ReadError::TooLarge { limit: READ_LIMIT }
    );
}

#[test]
fn thousands_of_parts_are_not_listed() {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..10_001 {
        out.start_file(format!("word/{part}"), SimpleFileOptions::default())
            .unwrap();
    }
    let bytes = out.finish().unwrap().into_inner();
    assert!(matches!(
        refused(&bytes),
        ReadError::TooMuch {
            what: Excess::Parts,
            ..
        }
    ));
}

#[test]
fn entities_are_not_followed() {
    let outside = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
    let laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    for main in [outside, laughs] {
        assert_eq!(
            refused(&package(&[("word/document.xml", main)])),
            ReadError::Damaged
        );
    }
}

#[test]
fn deep_nesting_ends_in_a_refusal() {
    for (open, close) in [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:p><w:r>", "</w:r></w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:txbxContent>", "</w:txbxContent></w:p>"),
    ] {
        let body = format!("{}{}{}", open.repeat(20_000), p("深"), close.repeat(20_000));
        assert!(matches!(
            refused(&document(&body, &[])),
            ReadError::TooMuch {
                what: Excess::Depth,
                ..
            }
        ));
        let shallow = format!("{}{}{}", open.repeat(20), p("浅"), close.repeat(20));
        assert!(text_of(&shallow).contains('浅'), "{open}");
    }
}

#[test]
fn broken_documents_are_damaged() {
    let whole = document(&p("一、目标"), &[]);
    let cut = &whole[..whole.len() - 30];
    assert_eq!(refused(cut), ReadError::Damaged);
    for main in [
        "",
        "<w:document><w:body>",
        "<w:document/>",
        "<html/>",
        "kein XML",
    ] {
        assert_eq!(
            refused(&package(&[("word/document.xml", main)])),
            ReadError::Damaged,
            "{main}"
        );
    }
    assert_eq!(
        refused(&package(&[("word/styles.xml", "<x/>")])),
        ReadError::Damaged
    );
    assert_eq!(refused(&document("", &[])), ReadError::Empty);
    assert_eq!(refused(&document(&p(" "), &[])), ReadError::Empty);
}

#[test]
fn names_that_lead_elsewhere_are_only_names() {
    let relations = "<Relationships><Relationship Type=\"x/styles\" Target=\"../../../../etc/passwd\"/></Relationships>";
    let parts = [
        ("word/_rels/document.xml.rels", relations),
        ("../../../evil.xml", "<x/>"),
    ];
    let plan = read_named(&document(&p("正文"), &parts), "").unwrap();
    assert_eq!(plan.text, "正文\n");
}

#[test]
fn wide_and_long_tables_stay_within_bounds() {
    let wide: Vec<&str> = vec!["1"; 1_000];
    let text = text_of(&table(&[&wide, &wide]));
    assert_eq!(text.matches('\t').count(), 2 * 999);
    let spans = "<w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr></w:tc>".repeat(50);
    let body = format!(
        "<w:tbl>{}</w:tbl>",
        format!("<w:tr>{spans}</w:tr>").repeat(400)
    );
    assert!(text_of(&format!("{body}{}", p("后"))).ends_with("后\n"));
}

#[test]
fn millions_of_empty_things_are_refused() {
    let cells = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(200_000));
    assert!(matches!(
        refused(&document(&cells, &[])),
        ReadError::TooMuch {
            what: Excess::Cells,
            ..
        }
    ));
    let paragraphs = "<w:p/>".repeat(1_000_000);
    assert!(matches!(
        refused(&document(&paragraphs, &[])),
        ReadError::TooLarge { .. }
    ));
}

#[test]
fn numbers_of_lists_do_not_overflow() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4294967295\"/>\
        <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、%9%0%\"/></w:lvl><w:lvl w:ilvl=\"99\"/></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let body = [
        crate::build::item(1, 0, "甲"),
        crate::build::item(1, 0, "乙"),
        crate::build::item(1, 99, "丙"),
    ]
    .concat();
    let plan = read_named(&document(&body, &[("word/numbering.xml", numbering)]), "").unwrap();
    assert_eq!(plan.text, "4294967295、%0%甲\n4294967295、%0%乙\n丙\n");
}

const NAMES: &[&str] = &[
    "", "a.txt", "a.md", "a.html", "a.docx", "a.xlsx", "a.pdf", "a.doc", "a.wps", "a.ofd",
];
const STARTS: &[&[u8]] = &[
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-1.7\n",
    b"<!doctype html>",
    b"{\\rtf1",
    b"# ",
];
/// Pieces of markup, so that random documents reach the rules.
const MARKS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>",
    "<w:vMerge w:val=\"restart\"/>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:br/>",
    "<w:tab/>",
    "<w:footnoteReference w:id=\"2\"/>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<mc:Choice>",
    "</mc:Choice>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:del>",
    "</w:del>",
    "155家",
    "2025年",
    "目标",
    "&amp;",
    "&#x0;",
    "&#12;",
];

const NESTING: &[&str] = &[
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:del",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
];

fn nested() -> impl Strategy<Value = String> {
    let leaf = proptest::sample::select(MARKS)
        .prop_filter("a mark that closes itself", |mark| {
            !mark.starts_with("<") || mark.ends_with("/>")
        })
        .prop_map(str::to_owned);
    leaf.prop_recursive(8, 60, 6, |inner| {
        (
            proptest::sample::select(NESTING).prop_map(str::to_owned),
            proptest::collection::vec(inner, 0..6),
        )
            .prop_map(|(name, inside)| format!("<{name}>{}</{name}>", inside.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_under_any_name_are_read_or_refused(
        start in proptest::sample::select(STARTS),
        rest in proptest::collection::vec(any::<u8>(), 0..400),
        name in proptest::sample::select(NAMES),
    ) {
        let bytes = [start, &rest].concat();
        prop_assert_eq!(read_named(&bytes, name), read_named(&bytes, name));
    }

    #[test]
    fn any_markup_is_read_or_refused(marks in proptest::collection::vec(proptest::sample::select(MARKS), 0..60)) {
        let _ = read_named(&document(&marks.concat(), &[]), "");
    }

    #[test]
    fn elements_in_any_order_are_read(body in nested()) {
        match read_named(&document(&body, &[]), "") {
            Ok(plan) => prop_assert!(!plan.text.contains('\r')),
            Err(error) => prop_assert_eq!(error, ReadError::Empty),
        }
    }

    #[test]
    fn a_document_with_changed_bytes_is_read_or_refused(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = document(&[p("一、目标"), table(&[&["指标", "单位", "2025年"], &["企业", "家", "155"]])].concat(), &[]);
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_named(&bytes, "计划.docx");
    }
}
