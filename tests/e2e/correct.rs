//! A reviewer who corrects, adds, and decides in bulk.

use crate::review::{count_of, rows, undo_all, wait_done};
use crate::stage::Stage;

/// Selects these words of the sentence at hand, as a sweep of the mouse would.
fn sweep(stage: &Stage, words: &str) {
    let script = format!(
        "const box = document.querySelector('[data-testid=\"review-sentence\"]'); const words = {words:?}; \
         const start = box.textContent.indexOf(words); const range = document.createRange(); let from = 0; \
         const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT); \
         for (let node = walker.nextNode(); node; node = walker.nextNode()) {{ \
           const to = from + node.length; \
           if (start >= from && start < to) range.setStart(node, start - from); \
           if (start + words.length > from && start + words.length <= to) range.setEnd(node, start + words.length - from); \
           from = to; }} \
         getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString()"
    );
    assert_eq!(stage.page.run(&script).as_str(), Some(words));
}

/// A field of the form of a target that is added.
fn in_form(field: &str) -> String {
    format!("[data-testid=\"add-target\"] [data-testid=\"{field}\"]")
}

/// Where the target of a row stands in review.
fn status_of(stage: &Stage, row: &str) -> String {
    let row = stage.page.id(row);
    let status = stage.page.attribute(&row, "data-status");
    status.unwrap_or_default()
}

/// Puts `text` in the place of what stands in a field.
fn retype(stage: &Stage, field: &str, text: &str) {
    stage.page.click(field);
    stage.page.press_with_control('a');
    stage.page.press_keys(text);
}

#[test]
fn a_field_is_corrected_where_it_stands_remarked_told_and_put_back() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    stage.review("all");
    page.click_at("[data-testid=\"facet-status\"] .facet-fold");
    stage.filter_review("facet-type-知识产权");
    let target = stage.choose("58");
    let year = page.value("field-year");

    retype(&stage, "field-value", "98765\n");
    page.text_when("review-detail", |text| {
        text.contains("原文这一句里没有这个数")
    });
    page.picture("correct-fault");
    assert_eq!(
        status_of(&stage, &target),
        "extracted",
        "nothing was written"
    );
    retype(&stage, "field-value", "58");
    retype(&stage, "field-year", "2031");
    retype(&stage, "field-comment", "checked");
    page.click("review-save");
    wait_done(&stage, 1);
    page.click(&target);
    page.text_when("review-status", |text| text == "已修改");
    page.click_at("[data-testid=\"review-history\"] summary");
    let told = page.text_when("history", |text| text.contains("2031"));
    page.picture("correct-history");
    assert!(
        told.contains(&format!("目标年份：{year} → 2031")) && told.contains("人工"),
        "{told}"
    );
    assert!(told.contains("备注：空 → checked"), "{told}");

    page.click("review-reopen");
    page.text_when("review-status", |text| text == "自动提取");
    assert_eq!(page.value("field-year"), year);
    assert_eq!(page.value("field-comment"), "checked", "a remark stays");

    // In bulk: what the filter shows and nothing else.
    let shown = rows(&stage).len();
    page.click("review-bulk");
    let lead = page.text_when("bulk-lead", |text| !text.is_empty());
    page.picture("bulk-accept");
    assert!(lead.contains(&format!("将确认 {shown} 项")), "{lead}");
    page.click("bulk-do");
    wait_done(&stage, shown);
    page.click("filter-clear");
    page.wait_for("a facet that agrees", || {
        Some(()).filter(|()| count_of(&stage, "facet-status-accepted") == shown)
    });
    undo_all(&stage);
    page.picture("correct-undone");
}

/// Its number is no date, no name and no target: the rules do not know what it is.
const ODD: &str = "霍山县科技创新工作方案\n\n一、主要目标\n\n到2026年，高新技术企业达到77家。\n\n全县要有孵化器约摸33个左右之类。\n";

#[test]
fn targets_are_added_from_a_sentence_and_from_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("霍山.txt");
    std::fs::write(&path, ODD).expect("a file");
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", path.as_path())]);
    let page = &stage.page;
    stage.chinese();
    page.click("plan-add");
    let _ = page.id("import-row-0");
    page.click("import-take");
    let _ = page.id("plan-chip-6");
    page.click("intake-review");
    stage.review("all");
    stage.choose("科技情报员");
    sweep(&stage, "选派2名以上");
    page.click("review-add");
    page.wait_for("the number of the words", || {
        Some(()).filter(|()| page.value_at(&in_form("field-value")) == "2")
    });
    for (field, words) in [
        ("field-name", "information officers"),
        ("field-indicator", "officers"),
    ] {
        page.click_at(&in_form(field));
        page.press_with_control('a');
        page.press_keys(words);
    }
    page.picture("add-target");
    page.click("add-target-do");
    page.text_when("review-status", |text| text == "已确认");
    page.text_when("review-list", |text| text.contains("officers"));
    page.picture("added");

    page.click("review-text");
    let all = page.all("[data-testid=\"text-plan\"] option").len();
    assert_eq!(all, 6);
    let choose = "const list = document.querySelector('[data-testid=\"text-plan\"]'); list.value = '6'; \
                  list.dispatchEvent(new Event('change', { bubbles: true })); return 1";
    let _ = page.run(choose);
    page.text_when("text-lines", |text| text.contains("孵化器"));
    page.click("text-next");
    page.wait_for("a clause that is selected", || {
        let words = page.run("return getSelection().toString()");
        Some(()).filter(|()| words == "全县要有孵化器约摸33个左右之类")
    });
    page.picture("add-from-text");
    page.click("text-add");
    page.wait_for("a form filled from the words", || {
        Some(()).filter(|()| {
            page.value_at(&in_form("field-value")) == "33"
                && page.value_at(&in_form("field-unit")) == "个"
        })
    });
    page.picture("add-from-text-form");
    page.click("add-target-do");
    page.wait_for("the text alone", || {
        Some(()).filter(|()| !page.has("add-target-do"))
    });
    page.wait_for("a text without a question", || {
        let dead =
            page.run("return document.querySelector('[data-testid=\"text-next\"]').disabled");
        Some(()).filter(|()| dead == true)
    });
    page.picture("added-from-text");
    page.click_at("[data-testid=\"text-picker\"] header button");
    page.text_when("review-detail", |text| text.contains("孵化器"));
    page.text_when("review-status", |text| text == "已确认");
    undo_all(&stage);
    page.wait_for("a list without them", || {
        let list = page.text(&page.id("review-list"));
        Some(()).filter(|()| !list.contains("officers"))
    });
    // The bar follows a moment later than the list.
    page.wait_for("a bar without the import", || {
        Some(()).filter(|()| stage.ids("plan-chip-").len() == 5)
    });
}
