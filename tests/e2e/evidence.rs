//! From a figure to its sentence.

use crate::stage::Stage;
use plan_tests::place;

#[test]
fn a_cell_opens_its_sentence_with_the_value_marked() {
    let stage = Stage::open();
    stage.indicators();
    stage.chinese();
    stage.filter("facet-type-创新主体");
    let wuhu = stage.plan("芜湖");
    stage
        .page
        .click(&format!("cell-{wuhu}-高新技术企业数-increment"));
    let sentence = stage
        .page
        .text_when("evidence-sentence", |text| text.contains("240"));
    stage.page.picture("evidence");

    let text = std::fs::read_to_string(place::root().join("seeds/plans/wuhu-2022.txt"))
        .expect("the seed plan");
    let flat = |text: &str| text.split_whitespace().collect::<String>();
    assert!(
        flat(&text).contains(&flat(&sentence)),
        "the sentence is the plan's own: {sentence}"
    );
    assert!(sentence.contains("高新技术企业"), "{sentence}");
    let mark = stage.page.text(&stage.page.id("evidence-mark"));
    assert!(
        mark.contains("高新技术企业") && mark.contains("240"),
        "{mark}"
    );
    assert_eq!(stage.page.text(&stage.page.id("evidence-value")), "240家");
    assert!(
        !stage
            .page
            .text(&stage.page.id("evidence-section"))
            .is_empty(),
        "the section is named"
    );

    stage.page.click("evidence-close");
    stage.page.wait_for("the drawer to close", || {
        Some(()).filter(|()| !stage.page.has("evidence-sentence"))
    });
}

#[test]
fn an_empty_cell_says_why_it_is_empty() {
    let stage = Stage::open();
    stage.indicators();
    stage.chinese();
    stage.filter("facet-type-知识产权");
    stage.page.click(&format!(
        "cell-{}-每万人发明专利拥有量-ratio",
        stage.plan("许昌")
    ));
    let words = stage
        .page
        .text_when("evidence-drawer", |text| text.chars().count() > 10);
    stage.page.picture("evidence-empty");
    assert!(
        words.contains("没有提到") || words.contains("未提及"),
        "{words}"
    );
    assert!(!stage.page.has("evidence-sentence"));
}
