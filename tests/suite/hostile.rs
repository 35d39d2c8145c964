//! Documents made to do harm, through the front door: each is refused with its own words, soon, in bounded memory,
//! and neither the library nor anything beside it is touched.

use crate::pages::reader;
use plan_flow::wire::error::ErrorCode;
use plan_flow::{Error, SystemHost, extract};
use plan_tests::{cli, place};
use serde_json::Value;
use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Within this a refusal must be there.
pub(crate) const SOON: Duration = Duration::from_secs(10);
/// More than this no document may make the program take, in KiB.
const MEMORY: u64 = 256 * 1024;

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A word processor's document of a few hundred kilobytes that holds 320 megabytes.
fn bomb() -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..320 {
        out.write_all(&block).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The files, each with the kind of its refusal.
fn files(folder: &Path) -> Vec<(PathBuf, ErrorCode)> {
    let entity = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r>\
        <w:t>到2025年，高新技术企业达到77家&e;</w:t></w:r></w:p></w:body></w:document>";
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x02\0\0\0".repeat(40);
    let pdf = std::fs::read(place::root().join("tests/suite/pages/typst.pdf")).unwrap();
    let small: [(&str, Vec<u8>, ErrorCode); 5] = [
        ("bomb.docx", bomb(), ErrorCode::TooComplex),
        (
            "entity.docx",
            archive(&[("word/document.xml", entity.as_bytes())]),
            ErrorCode::DamagedFile,
        ),
        (
            "elsewhere.docx",
            archive(&[("../../evil", b"evil"), ("../../../evil.xml", b"<x/>")]),
            ErrorCode::ArchiveFile,
        ),
        ("picture.docx", picture, ErrorCode::ScannedFile),
        (
            "half.pdf",
            pdf[..pdf.len() / 2].to_vec(),
            ErrorCode::DamagedFile,
        ),
    ];
    let mut all: Vec<(PathBuf, ErrorCode)> = small
        .into_iter()
        .map(|(name, bytes, code)| {
            let path = folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            (path, code)
        })
        .collect();
    // A gigabyte that takes no room on the disk.
    let long = folder.join("long.txt");
    File::create(&long).unwrap().set_len(1 << 30).unwrap();
    all.push((long, ErrorCode::FileTooLarge));
    all
}

/// The most memory that a process has taken so far, in KiB, where the system tells.
fn taken(process: &str) -> u64 {
    let told = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let size = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    size.unwrap_or(0)
}

/// Imports and gives the exit code, standard error, the time and the most memory that was taken, in KiB, where the
/// system tells: by the program, or by a process that it started.
pub(crate) fn import(data: &Path, path: &Path) -> (Option<i32>, String, Duration, u64) {
    let began = Instant::now();
    let mut child = cli::command(data)
        .arg("import")
        .arg(path)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let process = child.id().to_string();
    let children = format!("/proc/{process}/task/{process}/children");
    let mut most = 0;
    let end = loop {
        most = most.max(taken(&process));
        let started = std::fs::read_to_string(&children).unwrap_or_default();
        for child in started.split_whitespace() {
            most = most.max(taken(child));
        }
        if let Some(end) = child.try_wait().unwrap() {
            break end;
        }
        if began.elapsed() > SOON {
            child.kill().unwrap();
            break child.wait().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let took = began.elapsed();
    let mut words = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    (end.code(), words, took, most)
}

/// Everything the library shows.
pub(crate) fn shown(data: &Path) -> [Value; 2] {
    [["list", "--json"], ["compare", "--json"]].map(|arguments| cli::json(data, &arguments))
}

pub(crate) fn clean(data: &Path) {
    let check = cli::call(data, &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
}

#[test]
fn hostile_files_are_refused_soon_and_change_nothing() {
    // The library lies deep enough for names with `../` to find a place outside it.
    let outside = tempfile::tempdir().unwrap();
    let data = outside.path().join("a/b/c");
    let folder = outside.path().join("in/d/e");
    for path in [&data, &folder] {
        std::fs::create_dir_all(path).unwrap();
    }
    let before = shown(&data);
    let files = files(&folder);
    let names = || place::walk(outside.path(), &["backups"]);
    let standing = names();
    let pdf = reader();
    for (path, code) in &files {
        let name = path.file_name().unwrap().to_string_lossy();
        let (end, words, took, memory) = import(&data, path);
        println!("{name}: {took:?}, {memory} KiB, {words}");
        assert!(took < SOON, "{name}: {took:?}");
        assert!(memory < MEMORY, "{name}: {memory} KiB");
        assert_eq!(end, Some(1), "{name}: {words}");
        assert!(words.contains(&*name), "{name}: {words}");
        assert!(
            words.contains("safe: The library is unchanged by this file."),
            "{name}: {words}"
        );
        assert!(!words.contains("panicked"), "{name}: {words}");
        // What is wrong with a PDF can only be told with the library that reads it.
        let expected = match &pdf {
            None if name.ends_with(".pdf") => ErrorCode::NoPdfEngine,
            _ => *code,
        };
        let host = pdf.clone().unwrap_or_else(|| SystemHost::new(""));
        let error = extract::file_with(&host, path).err();
        assert_eq!(
            error.as_ref().map(Error::code),
            Some(expected),
            "{name}: {error:?}"
        );
        assert_eq!(shown(&data), before, "{name}");
        assert_eq!(names(), standing, "{name}: a file appeared or went");
    }
    clean(&data);
}

#[test]
fn a_good_document_among_hostile_ones_is_taken() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("in");
    std::fs::create_dir(&folder).unwrap();
    let before = shown(data.path());
    let bad = files(&folder).len();
    // By name it stands in the middle.
    std::fs::write(
        folder.join("good.txt"),
        "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到88家。\n",
    )
    .unwrap();
    let arguments = ["import".as_ref(), "--json".as_ref(), folder.as_os_str()];
    let answer = cli::call(data.path(), &arguments);
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    let summary: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(summary["imported"], 1, "{summary}\n{}", answer.err);
    assert_eq!(summary["refused"], bad, "{summary}\n{}", answer.err);
    let after = cli::json(data.path(), &["list", "--json"]);
    let (old, new) = (before[0].as_array().unwrap(), after.as_array().unwrap());
    assert_eq!(new.len(), old.len() + 1);
    assert_eq!(
        &new[..old.len()],
        &old[..],
        "the plans before are as they were"
    );
    clean(data.path());
}

#[test]
fn a_page_nested_a_hundred_thousand_deep_is_read_for_what_it_says() {
    let data = tempfile::tempdir().unwrap();
    let before = shown(data.path());
    let path = data.path().join("nested.html");
    let (open, close) = ("<div>".repeat(100_000), "</div>".repeat(100_000));
    let page = format!(
        "<html><body><p>临江市科技创新工作计划</p>{open}<p>到2026年，高新技术企业达到88家。</p>{close}</body></html>"
    );
    std::fs::write(&path, page).unwrap();
    let (end, words, took, memory) = import(data.path(), &path);
    println!("nested.html: {took:?}, {memory} KiB, {words}");
    assert_eq!(end, Some(0), "{words}");
    assert!(took < SOON, "{took:?}");
    assert!(memory < MEMORY, "{memory} KiB");
    let after = shown(data.path());
    let (old, new) = (before[0].as_array().unwrap(), after[0].as_array().unwrap());
    assert_eq!(
        &new[..old.len()],
        &old[..],
        "the plans before are as they were"
    );
    assert_eq!(new.len(), old.len() + 1);
    assert_eq!(new[old.len()]["targets"], 1, "{}", new[old.len()]);
    clean(data.path());
}

#[test]
fn texts_of_nothing_but_years_brackets_and_goals_are_read_in_time() {
    let folder = tempfile::tempdir().unwrap();
    // Rules that look back from every date or goal would need hours for these, not seconds.
    for (name, words, times) in [
        ("years", "2025年", 20_000),
        ("periods", "“十四五”时期2020年以来", 8_000),
        ("titles", "《2025年工作要点》", 8_000),
        ("brackets", "（2020", 20_000),
        ("sentences", "到2026年，高新技术企业达到88家。", 3_000),
        ("items", "——到2026年，高新技术企业达到88家；\n", 3_000),
    ] {
        let path = folder.path().join(format!("{name}.txt"));
        std::fs::write(&path, words.repeat(times)).unwrap();
        let began = std::time::Instant::now();
        let answer = plan_tests::cli::call(
            folder.path(),
            &[
                "extract".as_ref(),
                path.as_os_str(),
                "--out".as_ref(),
                folder.path().as_os_str(),
            ],
        );
        let took = began.elapsed();
        println!("{name}: {took:?}");
        assert!(answer.code.is_some(), "{name}: {}", answer.err);
        assert!(took < SOON, "{name}: {took:?}");
    }
}
