//! Views: values kept out, a view under a name, Back and Forward, a view as a file.

use crate::stage::Stage;
use std::path::Path;

#[test]
fn a_view_is_kept_put_up_again_and_shared() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("专利.planlens-view");
    let settings: [(&str, &Path); 2] = [
        ("PLANLENS_SAVE_TO", folder.path()),
        ("PLANLENS_OPEN_FROM", &file),
    ];
    let stage = Stage::with(&settings);
    let page = &stage.page;
    stage.chinese();
    stage.indicators();
    let rows = |wanted: &str| page.text_when("status-shown", |text| text.contains(wanted));
    let all = page.text(&page.id("status-shown"));
    stage.filter("facet-type-知识产权-exclude");
    page.wait_for("a chip", || {
        Some(()).filter(|()| {
            stage
                .texts(".chip")
                .iter()
                .any(|chip| chip.starts_with("不含"))
        })
    });
    let fewer = page.text(&page.id("status-shown"));
    assert_ne!(all, fewer, "what is kept out is gone from the counts");
    page.picture("view-exclude");

    page.press_with_control('s');
    let name = page.id("view-name");
    page.type_into(&name, "专利");
    page.picture("view-save");
    page.click("view-save-do");
    page.text_when("views-menu", |text| text.contains("专利"));

    page.click("filter-clear");
    rows(&all);
    page.click("view-back");
    rows(&fewer);
    page.click("view-forward");
    rows(&all);

    page.click("views-menu");
    page.click("view-order");
    page.picture("view-order");
    page.click("view-share");
    let _ = page.id("notice-written");
    assert!(file.is_file(), "the view lies where it was saved");
    page.click("view-remove");
    let _ = page.id("notice-told");
    page.press_keys("\u{E00C}");

    page.click("views-menu");
    page.click("view-open");
    rows(&fewer);
    page.text_when("notice-told", |text| text.contains("专利"));
    page.click("notice-way");
    page.text_when("views-menu", |text| text.contains("专利"));
    page.picture("view-received");

    let stage = stage.restart();
    stage
        .page
        .text_when("views-menu", |text| text.contains("专利"));
    stage
        .page
        .text_when("status-shown", |text| text.contains(&fewer));
}
