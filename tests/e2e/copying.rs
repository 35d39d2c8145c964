//! Cells leave the table by the clipboard, as a spreadsheet takes them.

use crate::stage::Stage;

#[test]
fn cells_are_copied_with_their_figures_as_numbers() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    stage.indicators();
    page.click("only-shared");
    page.wait_for("the shared rows", || {
        Some(()).filter(|()| !page.has("busy"))
    });
    page.click("matrix");
    // Everything that is selected, from the first cell to the last one below it.
    page.press_with_control('a');
    page.press_with_control('c');
    let said = page.wait_for("a word about the copy", || {
        let said = stage.texts("p.said").join("");
        Some(said).filter(|words| !words.is_empty())
    });
    assert!(said.contains("已复制"), "{said}");
    page.picture("copied");
    page.click("filter-text");
    page.press_with_control('v');
    let pasted = page.wait_for("the pasted cells", || {
        let value = page.value_at("[data-testid=\"filter-text\"]");
        Some(value).filter(|value| !value.is_empty())
    });
    assert!(
        pasted.contains('\t') && pasted.chars().any(|ch| ch.is_ascii_digit()),
        "{pasted:?}"
    );
}
