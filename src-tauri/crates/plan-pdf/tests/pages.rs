//! Reports typeset with the fonts of this system.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use plan_pdf::{Fonts, PdfError, write};
use plan_report::{Chapter, ChapterHead, Labelled, Language, PlanLine, Report, Template};

/// Text that would run, break or vanish if it were read as markup.
const HOSTILE: &str =
    "#panic(\"run\") $x$ *b* _i_ `raw` <label> @ref \\ [a] {b} // c /* d */ = 一\u{1}";

fn report(language: Language, template: Template) -> Report {
    let chapter = |chapter, label: &str| ChapterHead {
        chapter,
        label: label.to_owned(),
        heading: HOSTILE.to_owned(),
    };
    Report {
        language,
        template,
        chapters: vec![
            chapter(Chapter::TitlePage, ""),
            chapter(Chapter::Method, "一、"),
            chapter(Chapter::Plans, "二、"),
            chapter(Chapter::Indicators, "三、"),
        ],
        title: format!("对比报告 {HOSTILE}"),
        subtitle: HOSTILE.to_owned(),
        date: "2026-11-22".to_owned(),
        generated_on: "2026年11月22日".to_owned(),
        targets_shown: 0,
        targets_total: 0,
        summary: Vec::new(),
        method: vec![Labelled {
            label: "方法".to_owned(),
            value: HOSTILE.to_owned(),
        }],
        filters: Vec::new(),
        plans: vec![PlanLine {
            number: 1,
            colour: 0,
            region: HOSTILE.to_owned(),
            region_level: None,
            level_line: String::new(),
            genre_line: String::new(),
            main_year: None,
            province: None,
            parent_region: None,
            title: Some("𠮷 😀 \u{e000}".to_owned()),
            doc_no: None,
            issuer: None,
            issued: None,
            period: None,
            horizons: None,
            genre: None,
            targets: 0,
            source_name: "plan.txt".to_owned(),
            source_sha256: String::new(),
            citation: String::new(),
            notes: Vec::new(),
        }],
        tables: Vec::new(),
        charts: Vec::new(),
        topics: Vec::new(),
        instruments: Vec::new(),
        incentives: Vec::new(),
        safeguards: Vec::new(),
        not_comparable: Vec::new(),
        sources: Vec::new(),
        versions: Vec::new(),
    }
}

/// Fonts of the system; the tests of the whole program need them too.
fn fonts() -> Fonts {
    Fonts::of_system()
        .expect("a Chinese font: apt-get install fonts-noto-cjk, or `cargo xtask test`")
}

#[test]
fn hostile_words_are_set_and_never_run() {
    let fonts = fonts();
    for language in [Language::ZhCn, Language::En] {
        for template in Template::ALL {
            let bytes = write(&report(language, *template), &fonts).unwrap();
            assert!(bytes.starts_with(b"%PDF-1.7"), "{template:?}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let fonts = fonts();
    let one = || write(&report(Language::ZhCn, Template::Modern), &fonts).unwrap();
    assert!(one() == one());
}

#[test]
fn a_system_without_a_chinese_font_is_told_so() {
    let empty = tempfile::tempdir().unwrap();
    let refused = Fonts::in_folder(empty.path());
    assert!(matches!(refused, Err(PdfError::NoChineseFont)));
}

#[test]
fn every_role_has_a_font_that_is_there() {
    let shown = format!("{:?}", fonts());
    for role in ["sans", "hei", "kai", "fangsong", "song", "biaosong"] {
        assert!(shown.contains(role), "{role} in {shown}");
    }
    assert!(!shown.contains("Array []"), "{shown}");
}
