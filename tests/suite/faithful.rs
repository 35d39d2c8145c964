//! What is found is what stands in the text, whatever encoding the text came in, and the same every time.

use plan_tests::gold::Document;
use plan_tests::{cli, place};
use std::path::{Path, PathBuf};

/// Extracts `files` into a folder of its own and gives the files written.
fn extract(data: &Path, folder: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    let out = data.join(folder);
    let mut arguments = vec![
        "extract".to_owned(),
        "--out".to_owned(),
        out.display().to_string(),
    ];
    arguments.extend(files.iter().map(|path| path.display().to_string()));
    let answer = cli::call(data, &arguments);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    place::files_of(&out, "json")
}

#[test]
fn two_runs_give_the_same_bytes() {
    let data = tempfile::tempdir().unwrap();
    let first = extract(data.path(), "first", &place::seed_plans());
    let second = extract(data.path(), "second", &place::seed_plans());
    assert_eq!(first.len(), 5);
    for (one, other) in first.iter().zip(&second) {
        assert_eq!(
            std::fs::read(one).unwrap(),
            std::fs::read(other).unwrap(),
            "{}",
            one.display()
        );
    }
}

#[test]
fn every_quotation_stands_in_the_text_and_every_digit_is_accounted_for() {
    let data = tempfile::tempdir().unwrap();
    let files = place::seed_plans();
    for (source, written) in files.iter().zip(extract(data.path(), "out", &files)) {
        let text: Vec<char> = std::fs::read_to_string(source).unwrap().chars().collect();
        let at = |start: usize, end: usize| text[start..end].iter().collect::<String>();
        let found = Document::read(&written);
        let mut covered = vec![false; text.len()];
        for target in &found.targets {
            assert_eq!(at(target.start, target.end), target.quote);
            covered[target.start..target.end].fill(true);
            if let (Some(start), Some(end)) = (target.value_start, target.value_end) {
                assert_eq!(Some(at(start, end)), target.value_quote);
            }
        }
        for number in &found.other_numbers {
            assert_eq!(at(number.start, number.end), number.quote);
            covered[number.start..number.end].fill(true);
        }
        let mut line_start = 0;
        for (place, ch) in text.iter().enumerate() {
            if *ch == '\n' {
                line_start = place + 1;
            }
            // The number of a heading at the start of its line is a place, not a figure.
            let heading = text[line_start..=place].iter().all(|c| c.is_ascii_digit());
            if ch.is_ascii_digit() && !heading {
                assert!(
                    covered[place],
                    "{}: {:?}",
                    source.display(),
                    at(place, (place + 8).min(text.len()))
                );
            }
        }
    }
}

#[test]
fn the_encoding_of_a_file_changes_nothing_that_is_found() {
    let data = tempfile::tempdir().unwrap();
    let source = place::root().join("seeds/plans/xuchang-2022.txt");
    let text = std::fs::read_to_string(&source).unwrap();
    let utf16 = |little: bool, mark: bool| -> Vec<u8> {
        let units = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    let (gb18030, _, unmappable) = encoding_rs::GB18030.encode(&text);
    assert!(!unmappable);
    let dos = text.replace('\n', "\r\n").into_bytes();
    let forms: [(&str, Vec<u8>); 7] = [
        ("utf8.txt", text.clone().into_bytes()),
        ("bom.txt", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("gb18030.txt", gb18030.into_owned()),
        ("utf16le.txt", utf16(true, true)),
        ("utf16be.txt", utf16(false, true)),
        ("utf16plain.txt", utf16(true, false)),
        ("dos.txt", dos),
    ];
    let files: Vec<PathBuf> = forms
        .iter()
        .map(|(name, bytes)| {
            let path = data.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect();
    let written = extract(data.path(), "out", &files);
    assert_eq!(written.len(), forms.len());
    let reference = std::fs::read_to_string(data.path().join("out/utf8.json")).unwrap();
    for path in written {
        let got = std::fs::read_to_string(&path).unwrap();
        assert_eq!(rows(&got), rows(&reference), "{}", path.display());
    }
}

/// The parts of an answer that speak of the text, not of its file.
fn rows(answer: &str) -> Vec<serde_json::Value> {
    let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
    ["doc", "targets", "tasks", "sections", "other_numbers"]
        .iter()
        .map(|part| answer[part].clone())
        .collect()
}
