//! A library that older rules had made.

use crate::stage::Stage;
use plan_tests::cli;
use rusqlite::Connection;
use std::path::Path;

/// Makes the first plan look as if older rules had read it: they found other years twice, and missed a target.
fn age(data: &Path) {
    let library = Connection::open(data.join("library.planlens")).expect("the library");
    library
        .execute_batch(
            "PRAGMA foreign_keys = ON; \
             UPDATE plan SET extractor_version = 1 WHERE id = 1; \
             UPDATE target SET year = 2021, extractor_version = 1 \
               WHERE plan = 1 AND indicator IN ('每万人发明专利拥有量', '雏鹰企业数'); \
             DELETE FROM target WHERE plan = 1 AND indicator = '高校毕业生引进数';",
        )
        .expect("an older library");
}

/// Indicator, year and status of the targets of the first plan.
fn stored(data: &Path) -> Vec<(String, Option<i64>, String)> {
    let library = Connection::open(data.join("library.planlens")).expect("the library");
    let mut rows = library
        .prepare("SELECT indicator, year, status FROM target WHERE plan = 1 ORDER BY quote_start")
        .expect("targets");
    let rows = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

fn of<'s>(
    stored: &'s [(String, Option<i64>, String)],
    name: &str,
) -> Option<&'s (String, Option<i64>, String)> {
    stored.iter().find(|(indicator, ..)| indicator == name)
}

#[test]
fn newer_rules_show_what_they_would_change_and_leave_decisions_alone() {
    let stage = Stage::open().meanwhile("plan-chip-5", age);
    let page = &stage.page;
    stage.chinese();
    stage.review("all");
    stage.filter_review("facet-type-知识产权");
    stage.choose("58");
    page.click("review-accept");
    crate::review::wait_done(&stage, 1);
    page.click("intake-library");
    page.click("care-reread");
    let told = page.text_when("reread-dialog", |text| text.contains("年份"));
    page.picture("reread");
    assert!(told.contains("目标年份：2021 → 2022"), "{told}");
    assert!(told.contains("有变化，保留你的决定"), "{told}");
    assert!(told.contains("高校毕业生"), "{told}");
    let before = stored(stage.data());
    page.click("reread-do");
    page.wait_for("a dialog that is done", || {
        Some(()).filter(|()| !page.has("reread-dialog") && !page.has("care-reread"))
    });
    let after = stored(stage.data());
    assert_eq!(after.len(), before.len() + 1);
    assert!(of(&after, "高校毕业生引进数").is_some(), "{after:?}");
    assert_eq!(of(&after, "雏鹰企业数").map(|row| row.1), Some(Some(2022)));
    assert_eq!(
        of(&after, "每万人发明专利拥有量").map(|row| (row.1, row.2.as_str())),
        Some((Some(2021), "accepted")),
        "what a person decided stays"
    );
    let check = cli::call(stage.data(), &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
    page.click("intake-history");
    page.text_when("history-total", |text| text.contains('2'));
    page.click_at("[data-testid^=\"history-unfold-\"]");
    page.picture("reread-history");
    page.click("intake-library");
    page.press_with_control('z');
    let _ = page.id("care-reread");
    assert_eq!(stored(stage.data()), before);
}
