//! What the analyst measures against and assumes, in the table and in the evidence.

use crate::stage::Stage;
use std::path::Path;

/// Chooses a value of a field that offers several, as a person would by its list.
fn choose(stage: &Stage, id: &str, value: &str) {
    let _ = stage.page.id(id);
    let script = format!(
        "const field = document.querySelector('[data-testid=\"{id}\"]'); field.value = '{value}'; \
         field.dispatchEvent(new Event('input', {{ bubbles: true }})); \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); return field.value"
    );
    assert_eq!(stage.page.run(&script).as_str(), Some(value));
}

fn escape(stage: &Stage) {
    stage.page.press_keys("\u{e00c}");
}

/// Two cities of our own: one that speaks of two years, and one that agrees with a plan of the library.
fn neighbours(folder: &Path) {
    let plan = |region: &str, goals: &str| {
        format!(
            "{region}科技创新工作方案\n\n{region}人民政府 2022年3月1日\n\n一、主要目标\n\n{goals}\n"
        )
    };
    let two = "到2022年，高新技术企业达到480家。\n\n到2025年，高新技术企业达到700家。";
    std::fs::write(folder.join("滁州.txt"), plan("滁州市", two)).expect("a file");
    let one = "到2022年，高新技术企业达到620家。";
    std::fs::write(folder.join("宿州.txt"), plan("宿州市", one)).expect("a file");
}

#[test]
fn figures_are_measured_against_a_plan_and_against_the_median() {
    let folder = tempfile::tempdir().expect("a folder");
    neighbours(folder.path());
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", folder.path())]);
    let page = &stage.page;
    stage.chinese();
    page.click("rail-intake");
    page.click("intake-import");
    page.click("import-folder");
    page.text_when("import-counts", |words| words.contains("导入 2"));
    page.click("import-take");
    let _ = page.id("plan-chip-7");
    stage.indicators();
    page.click("only-shared");
    let xuchang = stage.plan("许昌");
    let _ = page.run(&format!(
        "document.querySelector('[data-testid=\"plan-chip-{xuchang}\"]').dispatchEvent(new MouseEvent('contextmenu', {{ bubbles: true, cancelable: true, clientX: 300, clientY: 60 }})); return 1"
    ));
    page.picture("plan-menu");
    page.click("plan-menu-benchmark");
    page.text_when("benchmark-head", |text| text.contains("许昌"));
    let differences = page.wait_for("differences", || {
        let found = stage.texts(".matrix .difference");
        let told: Vec<String> = found.into_iter().filter(|text| !text.is_empty()).collect();
        Some(told).filter(|told| !told.is_empty())
    });
    assert!(
        differences
            .iter()
            .all(|text| text.starts_with(['+', '−', '±'])),
        "{differences:?}"
    );
    page.picture("benchmark-plan");

    page.click("choices");
    choose(&stage, "choice-benchmark", "median");
    choose(&stage, "choice-year", "2022");
    page.picture("choices-zh-light");
    escape(&stage);
    page.text_when("benchmark-head", |text| text.contains("中位数"));
    let aside = page.wait_for("statements put aside", || {
        let found = stage.texts(".matrix .aside");
        Some(found).filter(|found| !found.is_empty())
    });
    assert!(aside.iter().all(|text| text.starts_with("(+")), "{aside:?}");
    // Three cities speak of 2022: 480, about 500 and 620.
    page.text_when("benchmark-高新技术企业数-level", |text| {
        text.contains("500")
    });
    page.picture("benchmark-median");

    // The switch takes the column and the differences away; the choice stays.
    page.click("table-view");
    page.click("table-differences");
    page.wait_for("the column to go", || {
        Some(()).filter(|()| !page.has("benchmark-head") && stage.texts(".difference").is_empty())
    });
    page.click("table-view");
    page.click("table-differences");
    let _ = page.id("benchmark-head");
    page.click("table-view");
    page.click("table-turned");
    let _ = page.id("benchmark-head");
    page.picture("benchmark-turned");
}

#[test]
fn a_derived_figure_shows_its_formula_and_inputs_and_is_taken_back() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.indicators();
    stage.chinese();
    page.click("choices");
    let taken = page.wait_for("an offer", || {
        let script = "const box = [...document.querySelectorAll('[data-testid=\"choice-offer\"]')].find((one) => !one.querySelector('input').disabled); \
                      if (!box) return ''; box.querySelector('input').click(); return box.textContent";
        let text = page.run(script).as_str().unwrap_or_default().to_owned();
        Some(text).filter(|text| !text.is_empty())
    });
    page.picture("choices-taken");
    escape(&stage);
    let star = page.wait_for("the derived figure", || {
        let found = page.all(".matrix .derived");
        if found.is_empty() {
            let _ = page.run("const list = document.querySelector('[data-testid=\"matrix\"]'); const was = list.scrollTop; list.scrollTop += 200; if (list.scrollTop === was) list.scrollTop = 0; return 1");
        }
        found.into_iter().next()
    });
    let _ = star;
    let name = page
        .run("return document.querySelector('.matrix .derived').closest('.cell').dataset.testid");
    page.click(name.as_str().expect("the name of a cell"));
    let formula = page.text_when("evidence-formula", |text| text.contains('='));
    assert!(taken.contains(&formula), "{formula} of {taken}");
    let inputs = stage.texts("[data-testid=\"evidence-input\"]");
    assert!(inputs.len() > 1, "{inputs:?}");
    page.picture("derived");
    page.click("evidence-derived-undo");
    page.wait_for("the figure to go", || {
        Some(())
            .filter(|()| !page.has("evidence-formula") && page.all(".matrix .derived").is_empty())
    });
    page.picture("derived-taken-back");
}
