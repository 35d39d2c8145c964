//! Documents are hostile until proven harmless.

use crate::stage::Stage;
use std::path::Path;

const HOSTILE: &str = "霍山县科技创新工作计划\n\n一、主要目标\n\n<script>window.owned = 1</script>到2025年，\
高新技术企业达到77家<img src=x onerror=\"window.owned = 2\">，<a href=\"https://example.org/\" \
onmouseover=\"window.owned = 3\">技术合同成交额</a>达到9亿元。\n";

fn import(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Stage) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    let settings: [(&str, &Path); 1] = [("PLANLENS_OPEN_FROM", &path)];
    let stage = Stage::with(&settings);
    stage.page.click("plan-add");
    (folder, stage)
}

#[test]
fn markup_in_a_document_is_shown_as_text() {
    let (_folder, stage) = import("<b>计划<b>.txt", HOSTILE.as_bytes());
    stage
        .page
        .text_when("import-row-0", |text| text.contains("<b>计划<b>"));
    stage.page.click("import-take");
    let _ = stage.page.id("plan-chip-6");
    stage.indicators();
    stage.filter("facet-type-创新主体");
    stage.page.click("cell-6-高新技术企业数-level");
    let sentence = stage
        .page
        .text_when("evidence-sentence", |text| text.contains("77"));
    stage.page.picture("hostile");
    assert!(sentence.contains("<script>"), "{sentence}");
    assert!(sentence.contains("onerror="), "{sentence}");
    stage.page.click("rail-overview");
    let _ = stage.page.id("overview-table");
    let owned = stage.page.run("return window.owned ?? null");
    assert!(owned.is_null(), "a document's script ran: {owned}");
    let planted = "return document.querySelectorAll('script:not([src]), img[src=\"x\"], a[href^=\"http\"], #app b').length";
    assert_eq!(
        stage.page.run(planted).as_u64(),
        Some(0),
        "a document's text became markup"
    );
}

#[test]
fn a_file_that_is_no_text_is_refused_and_nothing_changes() {
    let (_folder, stage) = import(
        "program.txt",
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0",
    );
    let words = stage
        .page
        .text_when("import-refused", |text| text.contains(".docx"));
    stage.page.picture("refused");
    assert!(!words.is_empty());
    let dead = "return document.querySelector('[data-testid=\"import-take\"]').disabled";
    assert_eq!(stage.page.run(dead), true, "there is nothing to import");
    assert_eq!(stage.ids("plan-chip-").len(), 5, "the library is unchanged");
}

#[test]
fn the_page_can_neither_leave_nor_reach_out() {
    let stage = Stage::open();
    let here = stage.page.run("return location.href");
    let _ = stage
        .page
        .run("location.href = 'https://example.org/'; return 1");
    let _ = stage
        .page
        .run("return window.open('https://example.org/') === null");
    std::thread::sleep(std::time::Duration::from_millis(400));
    assert_eq!(
        stage.page.run("return location.href"),
        here,
        "the window stays on its own page"
    );
    assert!(stage.page.has("plan-chip-5"));
    // The policy forbids code made from text; a page that could do it would answer 2.
    let made = stage.page.run(
        "return new Promise((done) => { const one = document.createElement('script'); one.textContent = 'window.made = 2'; \
         document.head.append(one); setTimeout(() => done(window.made ?? null), 50) })",
    );
    assert!(made.is_null(), "an inline script ran: {made}");
}
