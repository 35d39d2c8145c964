//! Documents of the analyst's own: looked at, imported, removed, brought back; a library that is damaged.

use crate::stage::Stage;
use plan_tests::place;
use std::path::Path;

const PLAN: &str = "霍山县科技创新工作方案\n\n霍山县人民政府 2024年3月1日\n\n一、主要目标\n\n到2026年，\
高新技术企业达到77家，技术合同成交额达到9亿元。\n";

#[test]
fn files_are_looked_at_first_then_imported_removed_and_brought_back() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("霍山.txt"), PLAN).expect("a file");
    std::fs::copy(&place::seed_plans()[0], folder.path().join("已有.txt"))
        .expect("a copy of a plan");
    std::fs::write(folder.path().join("空.txt"), "").expect("an empty file");
    let settings: [(&str, &Path); 1] = [("PLANLENS_OPEN_FROM", folder.path())];
    let stage = Stage::with(&settings);
    let page = &stage.page;
    stage.chinese();
    page.click("rail-intake");
    page.click("intake-import");
    page.click("import-folder");
    let counts = page.text_when("import-counts", |words| words.contains('3'));
    assert!(
        counts.contains("导入 1") && counts.contains("跳过 1") && counts.contains("不能导入 1"),
        "{counts}"
    );
    assert_eq!(
        stage.ids("plan-chip-").len(),
        5,
        "looking at files imports nothing"
    );
    page.picture("import-list");
    page.click("import-take");
    page.text_when("import-result", |words| words.contains("导入 1 份"));
    let _ = page.id("plan-chip-6");
    page.picture("import-result");

    page.click("intake-library");
    page.click("library-row-6");
    page.click("plan-remove");
    page.wait_for("a library without it", || {
        Some(()).filter(|()| stage.ids("plan-chip-").len() == 5)
    });
    page.press_with_control('z');
    let _ = page.id("plan-chip-6");
    page.text_when("care-good", |words| !words.is_empty());
    page.picture("library");
}

#[test]
fn a_damaged_library_is_put_back_from_its_backup() {
    let stage = Stage::open();
    stage.page.click("rail-intake");
    stage.page.click("intake-library");
    stage.page.click("backup-make");
    stage.page.wait_for("a backup", || {
        Some(()).filter(|()| {
            !stage
                .page
                .all("[data-testid=\"backup-list\"] .link")
                .is_empty()
        })
    });
    let stage = stage.spoil("library.planlens");
    stage.page.text_when("restore-screen", |words| {
        words.chars().any(|ch| ch.is_ascii_digit())
    });
    stage.page.picture("restore-screen");
    stage.page.click_at("[data-testid=\"backup-list\"] .link");
    stage.page.click("restore-do");
    let _ = stage.page.id("plan-chip-5");
    stage.page.picture("restored");
}
