//! Every page by keys alone: reached, used and left without a pointer.

use crate::stage::Stage;
use std::path::Path;

/// Goes on with the tabulator until the focus stands on, or in, what the selector names.
fn tab_to(stage: &Stage, selector: &str) {
    let there = format!(
        "const at = document.activeElement; return !!at && at !== document.body && at.matches('{selector}')"
    );
    for _ in 0..220 {
        if stage.page.run(&there) == true {
            return;
        }
        stage.page.press_keys("\t");
    }
    stage.page.picture("keys-in-vain");
    panic!("the tabulator never comes to {selector}");
}

fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// Goes to a control and presses Enter on it.
fn enter(stage: &Stage, name: &str) {
    tab_to(stage, &id(name));
    stage.page.press_keys("\n");
}

/// Goes to the row of tabs and along it with the arrow, as in every row of tabs.
fn part(stage: &Stage, name: &str) {
    tab_to(stage, "[role=\"tab\"]");
    for _ in 0..6 {
        let at = stage
            .page
            .run("return document.activeElement.dataset.testid");
        if at.as_str() == Some(name) {
            return;
        }
        stage.page.press_keys(RIGHT);
    }
    panic!("no tab {name}");
}

const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";
const RIGHT: &str = "\u{e014}";

#[test]
fn the_table_by_keys() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    enter(&stage, "rail-indicators");
    tab_to(&stage, &id("matrix"));
    page.press_keys(DOWN);
    page.press_keys(RIGHT);
    // Over the empty cells to a figure.
    page.press_with_control('\u{e014}');
    page.wait_for("a figure under the cursor", || {
        Some(()).filter(|()| !page.all(".matrix .cell.active .value").is_empty())
    });
    page.press_keys("\n");
    let _ = page.id("evidence-sentence");
    page.picture("keys-evidence");
    page.press_keys(ESCAPE);
    page.wait_for("the table again", || {
        let at = page.run("return document.activeElement.dataset.testid");
        Some(()).filter(|()| !page.has("evidence-drawer") && at.as_str() == Some("matrix"))
    });
    page.press_keys("?");
    let _ = page.id("key-sheet");
    page.picture("keys-sheet");
    page.press_keys(ESCAPE);
    page.press_with_control('k');
    let field = page.id("palette-input");
    page.type_into(&field, "中位数");
    page.wait_for("the command", || {
        Some(()).filter(|()| page.has("palette-command-benchmark-median"))
    });
    page.press_keys("\n");
    page.text_when("benchmark-head", |text| text.contains("中位数"));
}

#[test]
fn overview_and_charts_by_keys() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    enter(&stage, "rail-overview");
    let _ = page.id("overview-table");
    tab_to(&stage, "[data-testid^=\"overview-type-\"]");
    page.press_keys("\n");
    let _ = page.id("matrix");
    let _ = page.id("filter-clear");

    enter(&stage, "rail-charts");
    let _ = page.id("chart-picture");
    enter(&stage, "chart-kind-dot_plot");
    page.wait_for("the dots", || {
        let pressed = page.attribute(&page.id("chart-kind-dot_plot"), "aria-pressed");
        Some(()).filter(|()| pressed.as_deref() == Some("true") && page.has("chart-picture"))
    });
    tab_to(&stage, "[data-mark]");
    page.press_keys("\n");
    let _ = page.id("evidence-sentence");
    page.press_keys(ESCAPE);
    page.wait_for("the drawer to close", || {
        Some(()).filter(|()| !page.has("evidence-drawer"))
    });
    enter(&stage, "rail-indicators");
    let _ = page.id("matrix");
}

#[test]
fn import_review_and_the_library_by_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = "霍山县科技创新工作方案\n\n霍山县人民政府 2024年3月1日\n\n一、主要目标\n\n到2026年，高新技术企业达到77家。\n";
    std::fs::write(folder.path().join("霍山.txt"), plan).expect("a file");
    let settings: [(&str, &Path); 1] = [("PLANLENS_OPEN_FROM", folder.path())];
    let stage = Stage::with(&settings);
    let page = &stage.page;
    stage.chinese();
    enter(&stage, "rail-intake");
    part(&stage, "intake-import");
    enter(&stage, "import-folder");
    page.text_when("import-counts", |words| words.contains("导入 1"));
    enter(&stage, "import-take");
    let _ = page.id("plan-chip-6");

    part(&stage, "intake-review");
    let before = page.text(&page.id("review-place"));
    tab_to(
        &stage,
        "[data-testid=\"review-list\"], [data-testid=\"review-list\"] *",
    );
    page.press_keys("\n");
    page.wait_for("a target less to review", || {
        Some(()).filter(|()| page.text(&page.id("review-place")) != before)
    });

    part(&stage, "intake-library");
    let _ = page.id("library-table");
    tab_to(&stage, "[data-testid^=\"library-sort-\"]");
    page.press_keys("\n");
    part(&stage, "intake-synonyms");
    enter(&stage, "synonym-teach");
    page.wait_for("the dialog", || {
        Some(()).filter(|()| !page.all("dialog[open]").is_empty())
    });
    page.press_keys(ESCAPE);
    page.wait_for("the dialog to close", || {
        Some(()).filter(|()| page.all("dialog[open]").is_empty())
    });
    part(&stage, "intake-history");
    let _ = page.id("history-table");
    tab_to(&stage, "[data-testid^=\"to-target-\"]");
    page.press_keys("\n");
    let _ = page.id("review-detail");
}
