//! From bytes to frozen text: encodings, line breaks, and what is refused.

use encoding_rs::{GB18030, GBK};
use plan_model::NoteCode;
use plan_read::{READ_LIMIT, ReadError, read};

const TEXT: &str = "某市2024年科技工作要点\n一、主要目标\n高新技术企业达到155家,研发投入强度2.7%。\n二、重点任务\n(一)建设平台。加快推进。\n";

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark
        .then_some(0xFEFF)
        .into_iter()
        .chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

fn check(bytes: &[u8], encoding: &str) {
    let plan = read(bytes).unwrap_or_else(|error| panic!("{encoding}: {error}"));
    assert_eq!(plan.text, TEXT, "{encoding}");
    assert_eq!(plan.encoding, encoding);
    assert_eq!(plan.notes, [], "{encoding}");
}

#[test]
fn every_usual_encoding_gives_the_same_text() {
    check(TEXT.as_bytes(), "UTF-8");
    check(format!("\u{FEFF}{TEXT}").as_bytes(), "UTF-8");
    check(&GBK.encode(TEXT).0, "GB18030");
    check(&GB18030.encode(TEXT).0, "GB18030");
    check(&utf16(TEXT, false, true), "UTF-16LE");
    check(&utf16(TEXT, true, true), "UTF-16BE");
    let long = TEXT.repeat(3);
    for big in [false, true] {
        let plan =
            read(&utf16(&long, big, false)).expect("UTF-16 without a mark is told by its units");
        assert_eq!(plan.text, long);
    }
}

#[test]
fn gb18030_keeps_characters_that_gbk_lacks() {
    let text = format!("{TEXT}\u{20000}\u{20BB7}镇\n");
    let plan = read(&GB18030.encode(&text).0).expect("GB18030 holds all of Unicode");
    assert_eq!(plan.text, text);
}

#[test]
fn line_breaks_become_one_kind_and_nothing_else_changes() {
    let plan =
        read("一、任务\r\n\u{3000}\u{3000}加快 \u{FEFF}建设。\r二、保障\n\n落实。".as_bytes())
            .expect("it is text");
    assert_eq!(
        plan.text,
        "一、任务\n\u{3000}\u{3000}加快 \u{FEFF}建设。\n二、保障\n\n落实。"
    );
}

#[test]
fn damage_is_counted_not_hidden() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let at = TEXT.find("企业").expect("the word is there");
    bytes[at] = 0xFF;
    let plan = read(&bytes).expect("one bad byte leaves a plan");
    let note = plan
        .notes
        .iter()
        .find(|note| note.code == NoteCode::ReplacementCharacters)
        .expect("damage is noted");
    assert_eq!(
        note.detail.as_deref(),
        Some(plan.text.matches('\u{FFFD}').count().to_string().as_str())
    );
    assert_eq!(plan.encoding, "UTF-8");
}

#[test]
fn a_file_cut_inside_a_character_is_read() {
    let bytes = TEXT.as_bytes();
    assert!(read(&bytes[..bytes.len() - 3]).is_ok());
    let gb = GBK.encode(TEXT).0;
    assert!(read(&gb[..gb.len() - 4]).is_ok());
}

#[test]
fn files_without_text_are_empty() {
    for bytes in [
        &b""[..],
        b" \n\t\r\n",
        "\u{3000}\n\u{FEFF}".as_bytes(),
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
    ] {
        assert_eq!(read(bytes), Err(ReadError::Empty), "{bytes:?}");
    }
}

#[test]
fn bytes_with_control_characters_are_no_text() {
    for bytes in [
        &b"plan\0\0\0\x01plan"[..],
        b"\x01\x02\x03\x04\x05\x06\x07\x08plan",
    ] {
        assert_eq!(read(bytes), Err(ReadError::Binary), "{bytes:?}");
    }
}

#[test]
fn bytes_of_no_encoding_are_undecodable() {
    let bytes: Vec<u8> = (0..4000u32)
        .map(|i| 0x80 | (i.wrapping_mul(2_654_435_761) >> 24) as u8)
        .filter(|&b| b != 0)
        .collect();
    assert_eq!(read(&bytes), Err(ReadError::Undecodable));
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_decoded() {
    let bytes = vec![b' '; READ_LIMIT + 1];
    assert_eq!(read(&bytes), Err(ReadError::TooLarge { limit: READ_LIMIT }));
}
