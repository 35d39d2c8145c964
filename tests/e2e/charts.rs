//! The page of charts: from a figure to its sentence, every kind in both appearances, and out as files.

use crate::stage::Stage;
use plan_tests::place;

const KINDS: [&str; 6] = [
    "grouped_bar",
    "dot_plot",
    "small_multiples",
    "heat",
    "timeline",
    "composition",
];

/// Names of the marks in the picture.
fn marks(stage: &Stage) -> Vec<String> {
    stage.ids("mark-")
}

/// Opens the page and draws one indicator.
fn patents(stage: &Stage) {
    stage.chinese();
    stage.page.click("rail-charts");
    let _ = stage.page.id("chart-picture");
    stage
        .page
        .type_into(&stage.page.id("chart-add"), "每万人发明专利拥有量");
    stage.page.wait_for("the chip", || {
        Some(()).filter(|()| stage.page.has("chart-indicator-每万人发明专利拥有量"))
    });
}

#[test]
fn a_mark_opens_its_sentence_and_what_is_left_out_says_why() {
    let stage = Stage::open();
    patents(&stage);
    stage.page.picture("charts-two");
    // The panel of the indicator that was there before stands first.
    let first = stage.page.wait_for("the marks", || {
        let labels = stage.page.all("[data-mark]");
        labels.into_iter().find(|mark| {
            let label = stage.page.attribute(mark, "aria-label").unwrap_or_default();
            label.contains("每万人发明专利拥有量") && label.contains("芜湖市")
        })
    });
    let name = stage.page.attribute(&first, "data-testid").expect("a name");
    stage.page.click(&name);
    let sentence = stage
        .page
        .text_when("evidence-sentence", |text| text.contains("58"));
    assert!(sentence.contains("发明专利"), "{sentence}");
    stage.page.picture("charts-evidence");
    stage.page.click("evidence-close");

    stage.page.click("chart-left-out");
    let list = stage.page.text(&stage.page.id("chart-left-out-list"));
    assert!(list.contains("许昌市") && list.contains("未提及"), "{list}");
    stage.page.click("chart-table-toggle");
    let table = stage.page.text(&stage.page.id("chart-table"));
    for value in ["58", "20", "18", "2018", "2022", "2024"] {
        assert!(table.contains(value), "{value} in {table}");
    }
    stage.page.picture("charts-table");
}

#[test]
fn every_kind_is_drawn_in_both_appearances_and_languages() {
    let stage = Stage::open();
    patents(&stage);
    for (language, theme) in [
        ("zh", "light"),
        ("zh", "dark"),
        ("en", "dark"),
        ("en", "light"),
    ] {
        if language == "en" && theme == "dark" {
            stage.page.click("language-switch");
        }
        stage.page.click("theme-switch");
        stage.page.click(&format!("theme-{theme}"));
        for kind in KINDS {
            stage.page.click(&format!("chart-kind-{kind}"));
            stage.page.wait_for(kind, || {
                let pressed = stage.page.attribute(
                    &stage.page.id(&format!("chart-kind-{kind}")),
                    "aria-pressed",
                );
                Some(())
                    .filter(|()| pressed.as_deref() == Some("true") && !marks(&stage).is_empty())
            });
            std::thread::sleep(std::time::Duration::from_millis(350));
            stage
                .page
                .picture(&format!("charts-{kind}-{language}-{theme}"));
        }
    }
}

#[test]
fn a_picture_leaves_the_program_with_everything_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::with(&[("PLANLENS_SAVE_TO", folder.path())]);
    patents(&stage);
    for (format, sign) in [("svg", "可比性"), ("csv", "芜湖市")] {
        stage.page.click("chart-export");
        stage.page.click(&format!("chart-export-{format}"));
        let written = stage.page.wait_for("the file", || {
            place::files_of(folder.path(), format).into_iter().next()
        });
        let text = std::fs::read_to_string(&written).expect("the file");
        assert!(
            text.contains("每万人发明专利拥有量") && text.contains(sign),
            "{text}"
        );
    }
    stage.page.click("chart-export");
    stage.page.click("chart-export-png");
    let written = stage.page.wait_for("the picture", || {
        place::files_of(folder.path(), "png").into_iter().next()
    });
    let bytes = std::fs::read(&written).expect("the picture");
    assert!(bytes.starts_with(b"\x89PNG"), "a picture");
}
