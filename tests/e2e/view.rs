//! The state of the view: language, appearance, restart.

use crate::stage::Stage;

#[test]
fn the_language_switches_there_and_back_without_restart() {
    let stage = Stage::open();
    stage.indicators();
    stage.chinese();
    stage.page.click("language-switch");
    stage
        .page
        .text_when("rail-indicators", |text| text.contains("Indicators"));
    stage.page.picture("language-en");
    assert_eq!(
        stage
            .page
            .run("return document.documentElement.lang")
            .as_str(),
        Some("en")
    );
    stage.page.click("language-switch");
    stage
        .page
        .text_when("rail-indicators", |text| text.contains("指标"));
    stage.page.picture("language-zh");
}

#[test]
fn a_restart_keeps_the_view() {
    let stage = Stage::open();
    stage.indicators();
    stage.filter("facet-type-知识产权");
    stage.chinese();
    stage.page.click("language-switch");
    stage
        .page
        .text_when("rail-indicators", |text| text.contains("Indicators"));
    stage.page.click("theme-switch");
    stage.page.click("theme-dark");
    let dark = "return getComputedStyle(document.body).backgroundColor";
    let ground = stage.page.wait_for("the dark ground", || {
        let colour = stage.page.run(dark);
        Some(colour.as_str()?.to_owned()).filter(|colour| colour != "rgb(255, 255, 255)")
    });
    // Changes are gathered for less than half a second before they are saved.
    std::thread::sleep(std::time::Duration::from_millis(1200));

    let stage = stage.restart();
    stage
        .page
        .text_when("rail-indicators", |text| text.contains("Indicators"));
    stage.page.wait_for("the filter", || {
        Some(()).filter(|()| stage.ids("group-") == ["group-知识产权"])
    });
    assert_eq!(stage.page.run(dark).as_str(), Some(ground.as_str()));
    stage.page.picture("restart");
    assert_eq!(
        stage.ids("plan-chip-").len(),
        5,
        "nothing is imported twice"
    );
}
