//! Export through the window, read back by a library that did not write it.

use crate::stage::Stage;
use calamine::{Data, Reader, Xlsx, open_workbook};

#[test]
fn the_exported_workbook_holds_numbers_as_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::with(&[("PLANLENS_SAVE_TO", folder.path())]);
    stage.indicators();
    stage.page.click("export-menu");
    stage.page.click("export-xlsx");
    let _ = stage.page.id("notice-written");
    stage.page.picture("export");
    let written = plan_tests::place::files_of(folder.path(), "xlsx");
    assert_eq!(written.len(), 1, "{written:?}");
    let notice = stage.page.text(&stage.page.id("notice-written"));
    let name = written[0]
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    assert!(notice.contains(&name), "{notice}");

    let mut book: Xlsx<_> = open_workbook(&written[0]).expect("a workbook");
    let sheets = book.worksheets();
    assert!(
        sheets.len() >= 2,
        "the sentences stand on a sheet of their own"
    );
    let cells = |index: usize| sheets[index].1.rows().flatten();
    let holds_240 = cells(0).any(|cell| {
        matches!(cell, Data::Float(value) if (value - 240.0).abs() < 1e-9)
            || *cell == Data::Int(240)
    });
    assert!(holds_240, "240 is a number on the first sheet");
    let sentences = (1..sheets.len())
        .flat_map(cells)
        .filter_map(|cell| match cell {
            Data::String(text) => Some(text),
            _ => None,
        });
    assert!(
        sentences
            .into_iter()
            .any(|text| text.contains("新增高新技术企业")),
        "its sentence stands on another"
    );
}

#[test]
fn the_export_holds_what_is_on_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::with(&[("PLANLENS_SAVE_TO", folder.path())]);
    stage.indicators();
    stage.filter("facet-type-知识产权");
    stage.page.wait_for("one group", || {
        Some(()).filter(|()| stage.ids("group-") == ["group-知识产权"])
    });
    stage.page.click("export-menu");
    stage.page.click("export-csv");
    let _ = stage.page.id("notice-written");
    let written = plan_tests::place::files_of(folder.path(), "csv");
    let text = std::fs::read_to_string(&written[0]).expect("the file");
    assert!(
        text.starts_with('\u{feff}'),
        "a byte order mark, so that spreadsheets read it as UTF-8"
    );
    assert!(text.contains("每万人发明专利拥有量"));
    assert!(
        !text.contains("高新技术企业数"),
        "what the filter hides is not exported"
    );
}
