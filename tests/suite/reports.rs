//! Reports read by libraries that did not write them.

use calamine::{Data, Reader, Xlsx, open_workbook};
use plan_tests::cli;
use std::path::PathBuf;

/// The four files of one report, kept as long as the folder lives.
fn report() -> (tempfile::TempDir, [PathBuf; 4]) {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("out");
    let answer = cli::call(
        data.path(),
        &[
            "report",
            "--format",
            "xlsx,docx,csv,json",
            "--out",
            &out.display().to_string(),
        ],
    );
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let files = ["xlsx", "docx", "csv", "json"].map(|extension| {
        let found = plan_tests::place::files_of(&out, extension);
        assert_eq!(found.len(), 1, "one {extension}");
        found[0].clone()
    });
    (data, files)
}

#[test]
fn the_workbook_holds_numbers_as_numbers_and_a_sentence_for_each() {
    let (_data, [path, ..]) = report();
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheets = book.sheet_names();
    assert!(sheets.len() >= 2, "{sheets:?}");
    let board = book.worksheet_range(&sheets[0]).unwrap();
    let row = board
        .rows()
        .find(|row| {
            let words: Vec<String> = row.iter().map(ToString::to_string).collect();
            words.iter().any(|word| word == "高新技术企业数") && row.contains(&Data::Float(240.0))
        })
        .expect("240 stands as a number in the row of 高新技术企业数");
    assert!(
        !row.contains(&Data::Float(155.0)),
        "a stock is not in the row of an addition"
    );
    let sources = book.worksheet_range(&sheets[1]).unwrap();
    let sentences = sources
        .rows()
        .filter(|row| {
            row.iter()
                .any(|cell| cell.to_string().contains("新增高新技术企业240家"))
        })
        .count();
    assert!(
        sentences >= 1,
        "the sentence behind 240 is on the second sheet"
    );
}

#[test]
fn the_exact_value_0_1891_survives_in_every_format() {
    let (_data, [xlsx, docx, csv, json]) = report();
    let mut book: Xlsx<_> = open_workbook(xlsx).unwrap();
    let first = book.sheet_names()[0].clone();
    assert!(
        book.worksheet_range(&first)
            .unwrap()
            .rows()
            .any(|row| row.contains(&Data::Float(0.1891)))
    );
    let file = std::fs::File::open(docx).unwrap();
    let mut parts = zip::ZipArchive::new(file).unwrap();
    let mut document = String::new();
    std::io::Read::read_to_string(
        &mut parts.by_name("word/document.xml").unwrap(),
        &mut document,
    )
    .unwrap();
    assert!(document.contains("0.1891"));
    assert!(std::fs::read_to_string(csv).unwrap().contains("0.1891"));
    assert!(std::fs::read_to_string(json).unwrap().contains("0.1891"));
}
