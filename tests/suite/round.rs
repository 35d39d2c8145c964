//! The five plans once more as GB18030 text and as PDF of two producers, held to their text and to the reference
//! annotation: what a plan came in costs next to nothing of what is found in it.
//!
//! `pages/office/*.pdf` and `pages/typst/*.pdf` are the five texts set on A4 in Noto Serif CJK with indented,
//! justified paragraphs and a page number at the foot: written as flat OpenDocument and converted by LibreOffice
//! 7.4, and set by typst 0.15. Each line of a text is a paragraph.

use crate::pages::{error_rate, reader};
use plan_flow::speed;
use plan_tests::gold::{Document, Row};
use plan_tests::score::Score;
use plan_tests::{cli, place};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Share of characters of a PDF that may come out wrong.
const ERRORS: f64 = 0.02;
/// What a format may cost of the strict measure.
const COST: f64 = 0.02;

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// What the program finds in the files, in their order.
fn found(data: &Path, folder: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    let out = data.join(folder);
    let mut arguments = vec![
        "extract".into(),
        "--out".into(),
        out.clone().into_os_string(),
    ];
    arguments.extend(files.iter().map(|file| file.clone().into_os_string()));
    let answer = cli::call(data, &arguments);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    files
        .iter()
        .map(|file| out.join(stem(file) + ".json"))
        .collect()
}

#[test]
fn every_seed_as_gb18030_gives_the_same_findings() {
    let data = tempfile::tempdir().unwrap();
    let seeds = place::seed_plans();
    let copies: Vec<PathBuf> = seeds
        .iter()
        .map(|seed| {
            let text = std::fs::read_to_string(seed).unwrap();
            let (bytes, _, unmappable) = encoding_rs::GB18030.encode(&text);
            assert!(!unmappable && bytes.as_ref() != text.as_bytes());
            assert_eq!(
                speed::read(&bytes).unwrap().text,
                speed::read(text.as_bytes()).unwrap().text
            );
            let copy = data.path().join(seed.file_name().unwrap());
            std::fs::write(&copy, bytes).unwrap();
            copy
        })
        .collect();
    let plain = found(data.path(), "plain", &seeds);
    let packed = found(data.path(), "packed", &copies);
    assert_eq!(plain.len(), 5);
    for (one, other) in plain.iter().zip(&packed) {
        let [one_value, other_value] = [one, other].map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            serde_json::from_str::<Value>(&text).unwrap()
        });
        for part in ["doc", "targets", "tasks", "sections", "other_numbers"] {
            assert!(!one_value[part].is_null(), "{part}");
            assert_eq!(
                other_value[part],
                one_value[part],
                "{}: {part}",
                one.display()
            );
        }
    }
}

/// A text without its blanks, and where each of its characters stands in it.
struct Bare {
    chars: Vec<char>,
    places: Vec<usize>,
}

impl Bare {
    fn of(text: &str) -> Self {
        let (places, chars) = text
            .chars()
            .enumerate()
            .filter(|(_, ch)| !ch.is_whitespace())
            .unzip();
        Self { chars, places }
    }

    /// The occurrence of `words` nearest to `near`, as first and last index; `near` counts without blanks.
    fn nearest(&self, words: &Self, near: usize) -> Option<(usize, usize)> {
        let length = words.chars.len();
        let starts = self.chars.windows(length.max(1)).enumerate();
        starts
            .filter(|(_, part)| *part == words.chars.as_slice())
            .map(|(start, _)| start)
            .min_by_key(|start| start.abs_diff(near))
            .map(|start| (start, start + length - 1))
    }

    /// The index of the first character at or after a place of the text with its blanks.
    fn index(&self, place: usize) -> usize {
        self.places.partition_point(|known| *known < place)
    }
}

/// The annotated rows, moved to where their words stand in another rendering of the text. A row whose words are
/// not there is moved beyond the end, where nothing can meet it.
fn moved(rows: &[Row], from: &Bare, to: &Bare) -> Vec<Row> {
    let place = |words: &str, start: usize| -> (usize, usize) {
        match to.nearest(&Bare::of(words), from.index(start)) {
            Some((first, last)) => (to.places[first], to.places[last] + 1),
            None => (usize::MAX - 1, usize::MAX),
        }
    };
    rows.iter()
        .cloned()
        .map(|mut row| {
            if let (Some(words), Some(start)) = (&row.value_quote, row.value_start) {
                let (start, end) = place(words, start);
                (row.value_start, row.value_end) = (Some(start), Some(end));
            }
            (row.start, row.end) = place(&row.quote, row.start);
            row
        })
        .collect()
}

#[test]
fn rows_move_with_their_words() {
    let (from, to) = (
        Bare::of("到 12家，又 12家"),
        Bare::of("页眉到12\n家，又1 2家"),
    );
    assert_eq!(to.nearest(&Bare::of("12家"), from.index(9)), Some((8, 10)));
    assert_eq!((to.places[8], to.places[10]), (9, 12));
    assert_eq!(to.nearest(&Bare::of("13家"), 0), None);
}

#[test]
fn every_seed_as_pdf_of_two_producers_keeps_its_text_and_its_targets() {
    let Some(host) = reader() else {
        // Nothing can be read without it; that this is said has a test of its own.
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let seeds = place::seed_plans();
    let golds: Vec<Document> = seeds
        .iter()
        .map(|seed| {
            let name = stem(seed) + ".json";
            Document::read(&place::root().join("tests/ref/gold").join(name))
        })
        .collect();
    let texts: Vec<String> = seeds
        .iter()
        .map(|seed| speed::read(&std::fs::read(seed).unwrap()).unwrap().text)
        .collect();
    let mut plain = Score::default();
    for ((seed, written), gold) in seeds
        .iter()
        .zip(found(data.path(), "txt", &seeds))
        .zip(&golds)
    {
        plain.add(
            &stem(seed),
            &gold.targets,
            &Document::read(&written).targets,
        );
    }
    for producer in ["office", "typst"] {
        let files: Vec<PathBuf> = seeds
            .iter()
            .map(|seed| {
                let folder = place::root().join("tests/suite/pages").join(producer);
                folder.join(stem(seed) + ".pdf")
            })
            .collect();
        let mut score = Score::default();
        for (at, written) in found(data.path(), producer, &files).iter().enumerate() {
            let name = format!("{producer}/{}", stem(&seeds[at]));
            let bytes = std::fs::read(&files[at]).unwrap();
            let read = speed::read_with(&host, &name, &bytes).unwrap();
            let rate = error_rate(&texts[at], &read.text);
            println!("{name}: {rate:.5} of the characters wrong");
            assert!(rate <= ERRORS, "{name}: {rate}\n{}", read.text);
            let (from, to) = (Bare::of(&texts[at]), Bare::of(&read.text));
            let rows = moved(&golds[at].targets, &from, &to);
            score.add(&name, &rows, &Document::read(written).targets);
        }
        println!(
            "{producer}: strict F1 {:.3}, plain text {:.3}",
            score.strictly(),
            plain.strictly()
        );
        assert_eq!(score.gold, plain.gold);
        assert!(
            score.strictly() >= plain.strictly() - COST,
            "{producer}: {:#?}",
            score.faults
        );
    }
}
