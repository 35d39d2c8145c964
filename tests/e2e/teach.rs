//! What is learnt from a correction, and what was done, read afterwards.

use crate::review::{count_of, undo_all};
use crate::stage::Stage;

#[test]
fn an_indicator_is_changed_for_all_alike_and_its_wording_taught_and_forgotten() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    stage.review("all");
    stage.choose("高新技术企业数");
    page.press_keys("r");
    page.click("rename-to");
    page.press_with_control('a');
    page.press_keys("officers");
    let items = page.text_when("rename-items", |text| text.lines().count() > 3);
    page.picture("rename-like");
    let many = page.all("[data-testid=\"rename-items\"] li").len();
    assert!(many > 3, "{items}");
    page.click_at("[data-testid=\"rename-items\"] li input");
    page.text_when("rename-do", |text| text.contains(&(many - 1).to_string()));
    page.click("rename-do");
    page.click_at("[data-testid=\"facet-status\"] .facet-fold");
    page.wait_for("facets that agree", || {
        Some(()).filter(|()| count_of(&stage, "facet-status-edited") == many - 1)
    });
    undo_all(&stage);

    // A wording is taught with the correction.
    stage.choose("科技情报员数");
    page.press_keys("r");
    page.click("rename-to");
    page.press_with_control('a');
    page.press_keys("officers");
    page.text_when("rename-items", |text| text.contains("科技情报员"));
    page.click("rename-keep");
    page.text_when("rename-do", |text| text.contains("记入同义词"));
    page.picture("rename-keep");
    page.click("rename-do");
    page.click("intake-synonyms");
    let row = page.text_when("synonym-row", |text| text.contains("officers"));
    assert!(row.contains("科技情报员"), "{row}");

    // And another by itself, with its effect shown before.
    page.click("synonym-teach");
    page.click("teach-wording");
    page.press_keys("x");
    let wording = page.id("teach-wording");
    page.press_with_control('a');
    page.type_into(&wording, "贷款规模");
    let indicator = page.id("teach-indicator");
    page.type_into(&indicator, "科技贷款余额");
    page.text_when("effect", |text| text.contains("贷款规模 → 科技贷款余额"));
    page.picture("teach");
    page.click("teach-do");
    page.wait_for("two wordings", || {
        Some(()).filter(|()| page.all("[data-testid=\"synonym-row\"]").len() == 2)
    });
    page.picture("synonyms");
    let rows = stage.texts("[data-testid=\"synonym-row\"]");
    let place = rows
        .iter()
        .position(|row| row.contains("贷款规模"))
        .expect("the row");
    page.click_at(&format!(
        "tbody tr:nth-child({}) [data-testid=\"synonym-forget\"]",
        place + 1
    ));
    page.text_when("effect", |text| text.contains("科技贷款余额 → 贷款规模"));
    page.picture("forget");
    page.click("forget-do");
    page.wait_for("one wording", || {
        Some(()).filter(|()| page.all("[data-testid=\"synonym-row\"]").len() == 1)
    });
    page.press_with_control('z');
    page.wait_for("two wordings again", || {
        Some(()).filter(|()| page.all("[data-testid=\"synonym-row\"]").len() == 2)
    });

    // The history of it, and the way back to the target.
    page.click("intake-history");
    page.text_when("history-total", |text| text.contains('3'));
    page.click_at("[data-testid^=\"history-unfold-\"]");
    page.text_when("history-table", |text| {
        text.contains("指标：贷款规模 → 科技贷款余额")
    });
    page.picture("history");
    page.click("history-plan");
    page.click(&format!("history-plan-{}", stage.plan("亳州")));
    page.text_when("history-total", |text| text.contains('1'));
    page.picture("history-plan");
    page.click_at("[data-testid^=\"to-target-\"]");
    page.text_when("review-detail", |text| text.contains("科技情报员"));
    page.text_when("review-status", |text| text == "已修改");

    page.click("language-switch");
    page.click("theme-switch");
    page.click("theme-dark");
    page.click("review-rename");
    page.click("rename-to");
    page.press_with_control('a');
    page.press_keys("enterprises");
    page.picture("rename-en");
    page.click_at("[data-testid=\"rename-like\"] header button");
    page.click("intake-history");
    let _ = page.id("history-table");
    page.picture("history-en");
    page.click("intake-synonyms");
    let _ = page.id("synonym-table");
    page.picture("synonyms-en");
}
