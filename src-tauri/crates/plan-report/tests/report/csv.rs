use crate::case::{HARMLESS, report};
use plan_report::{Format, Language, UnitMode, write};

/// A plain reader of RFC 4180.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match (quoted, ch) {
            (true, '"') if chars.peek() == Some(&'"') => field.push(chars.next().unwrap()),
            (true, '"') => quoted = false,
            (true, other) => field.push(other),
            (false, '"') => quoted = true,
            (false, ',') => record.push(std::mem::take(&mut field)),
            (false, '\r') => {
                assert_eq!(chars.next(), Some('\n'), "lines end with CR LF");
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            (false, other) => field.push(other),
        }
    }
    assert!(field.is_empty() && record.is_empty(), "the last line ends");
    records
}

#[test]
fn a_row_per_mention_with_exact_values_and_whole_sentences() {
    let bytes = write(&report(Language::ZhCn, UnitMode::Harmonised), Format::Csv).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let records = records(text.strip_prefix('\u{feff}').expect("Excel needs the mark"));
    assert_eq!(records.len(), 9);
    assert!(
        records
            .iter()
            .all(|record| record.len() == records[0].len())
    );
    let column = |name: &str| {
        records[0]
            .iter()
            .position(|head| head == name)
            .expect("the column")
    };
    let values: Vec<&str> = records[1..]
        .iter()
        .map(|record| record[column("数值")].as_str())
        .collect();
    assert_eq!(
        values,
        ["155", "155", "1", "240", "", "0.1891", "13710", "20"]
    );
    assert_eq!(
        records[4][column("原句")],
        "到2025年，高新技术企业数达到3家，\"引号\"、逗号,与\n换行。"
    );
    assert_eq!(records[3][column("上限")], "2");
}

#[test]
fn no_field_begins_like_a_formula() {
    for language in [Language::ZhCn, Language::En] {
        let bytes = write(&report(language, UnitMode::AsWritten), Format::Csv).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let records = records(text.trim_start_matches('\u{feff}'));
        for field in records.iter().flatten() {
            assert!(
                !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{field}"
            );
        }
        assert!(
            records
                .iter()
                .flatten()
                .any(|field| *field == format!("'{HARMLESS}"))
        );
    }
}
