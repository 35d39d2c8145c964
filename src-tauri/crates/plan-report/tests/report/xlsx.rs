use crate::case::{HARMLESS, report};
use calamine::{Data, Range, Reader, Xlsx};
use plan_report::{Format, Language, UnitMode, write};
use std::io::Cursor;

fn book(language: Language, units: UnitMode) -> Vec<(String, Range<Data>)> {
    let bytes = write(&report(language, units), Format::Xlsx).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names().clone();
    names
        .into_iter()
        .map(|name| (name.clone(), book.worksheet_range(&name).unwrap()))
        .collect()
}

fn texts(sheet: &Range<Data>) -> Vec<String> {
    sheet
        .used_cells()
        .map(|(_, _, cell)| cell.to_string())
        .collect()
}

/// The row (from 0) whose cells hold all of these texts.
fn row_with<'s>(sheet: &'s Range<Data>, texts: &[&str]) -> &'s [Data] {
    sheet
        .rows()
        .find(|row| {
            texts
                .iter()
                .all(|text| row.iter().any(|cell| *cell == **text))
        })
        .expect("the row")
}

#[test]
fn numbers_are_numbers_with_their_signs_beside_them() {
    let book = book(Language::ZhCn, UnitMode::AsWritten);
    let sheet = &book[0].1;
    let level = row_with(sheet, &["高新技术企业数", "水平值"]);
    assert_eq!(
        (&level[4], &level[5]),
        (&Data::String(">".to_owned()), &Data::Float(155.0))
    );
    assert_eq!(
        level[9],
        Data::Float(1.0),
        "the lower end of a range is the number"
    );
    assert_eq!(
        level[10],
        Data::String("个 · 2025年 · 省级 · 力争".to_owned())
    );
    let increment = row_with(sheet, &["高新技术企业数", "新增量"]);
    assert_eq!(increment[5], Data::Float(240.0));
    assert_eq!(
        (&increment[9], &increment[10]),
        (&Data::Empty, &Data::String("仅有其他量".to_owned()))
    );
    let ratio = row_with(sheet, &["单位GDP能耗", "比率"]);
    assert_eq!(ratio[5], Data::Float(0.1891));
    let growth = row_with(sheet, &["高新技术企业数", "增速"]);
    assert_eq!(
        (&growth[5], &growth[6]),
        (&Data::Empty, &Data::String("高于全省平均水平".to_owned()))
    );
}

#[test]
fn every_figure_has_its_sentence_on_the_second_sheet() {
    let book = book(Language::ZhCn, UnitMode::AsWritten);
    assert_eq!(
        book.iter()
            .map(|(name, _)| name.as_str())
            .collect::<Vec<_>>(),
        ["指标对比", "出处原句", "方案与说明"]
    );
    let sheet = &book[1].1;
    assert_eq!(sheet.height(), 9, "heads and eight mentions");
    let row = row_with(sheet, &["240家"]);
    assert_eq!(row[7], Data::Float(240.0));
    assert_eq!(row[12], Data::Float(2022.0));
    assert!(
        row.iter()
            .any(|cell| cell.to_string().contains("到2025年，高新技术企业数达到3家")),
        "{row:?}"
    );
}

#[test]
fn words_that_look_like_formulas_stay_words_and_nothing_is_lost() {
    let bytes = write(&report(Language::ZhCn, UnitMode::AsWritten), Format::Xlsx).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names().clone() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert_eq!(formulas.used_cells().count(), 0, "{name} holds a formula");
        let sheet = book.worksheet_range(&name).unwrap();
        assert!(
            texts(&sheet).iter().any(|text| text.contains(HARMLESS)),
            "{name} lost the text"
        );
    }
}

#[test]
fn filters_date_and_both_languages_are_on_the_first_sheet() {
    for (language, date, filters) in [
        (
            Language::ZhCn,
            "生成日期：2026年11月22日",
            "筛选条件：未设筛选，显示全部目标",
        ),
        (
            Language::En,
            "Date of report: 22 Nov 2026",
            "Filters: No filter: all targets are shown",
        ),
    ] {
        let book = book(language, UnitMode::AsWritten);
        let found = texts(&book[0].1);
        for text in [date, filters] {
            assert!(found.iter().any(|cell| cell == text), "{text} in {found:?}");
        }
    }
}

#[test]
fn converted_figures_are_numbers_in_the_common_unit() {
    let book = book(Language::ZhCn, UnitMode::Harmonised);
    let row = row_with(&book[0].1, &[HARMLESS, "亿元"]);
    assert_eq!(
        (&row[5], &row[6]),
        (
            &Data::Float(1.371),
            &Data::String("原文：13,710 万元".to_owned())
        )
    );
    assert_eq!(row[9], Data::Float(20.0));
}

#[test]
fn heads_repeat_on_paper_and_the_sheet_can_be_filtered() {
    let bytes = write(&report(Language::ZhCn, UnitMode::AsWritten), Format::Xlsx).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let workbook = part("xl/workbook.xml");
    assert!(workbook.contains("_xlnm.Print_Titles"), "heads repeat");
    assert!(workbook.contains("_xlnm._FilterDatabase"), "autofilter");
    let sheet = part("xl/worksheets/sheet1.xml");
    for mark in [
        "<pane ",
        "fitToWidth",
        "orientation=\"landscape\"",
        "mergeCell ",
    ] {
        assert!(
            sheet.contains(mark) || mark == "fitToWidth" && sheet.contains("fitToPage=\"1\""),
            "{mark}"
        );
    }
}
