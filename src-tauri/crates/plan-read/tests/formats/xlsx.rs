use crate::build::package;
use plan_model::{ColumnRole, FrozenPlan, NoteCode, SheetMapping, SourceFormat};
use plan_read::{Excess, Means, ReadError, read_named, read_with, sheets};

/// A workbook of sheets, given by name and content; the styles know 0: General, 1: 0.0%, 2: yyyy"年".
fn book(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let mut relations = String::from(
        "<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"f\" Type=\"x/styles\" Target=\"styles.xml\"/>",
    );
    let mut listed = String::new();
    let mut parts = Vec::new();
    for (at, (name, content)) in sheets.iter().enumerate() {
        relations += &format!(
            "<Relationship Id=\"r{at}\" Type=\"x/worksheet\" Target=\"worksheets/s{at}.xml\"/>"
        );
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\"/>");
        parts.push((
            format!("xl/worksheets/s{at}.xml"),
            format!("<worksheet>{content}</worksheet>"),
        ));
    }
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook><sheets>{listed}</sheets></workbook>"),
    ));
    parts.push((
        "xl/sharedStrings.xml".to_owned(),
        format!("<sst>{strings}</sst>"),
    ));
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0.0%\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"171\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
    parts.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    package(&parts)
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn a_table_of_targets_becomes_lines_with_values_as_shown() {
    let rows = [
        format!("<row r=\"1\">{}</row>", cell("A1", "表1 主要指标")),
        format!(
            "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>{}{}</row>",
            cell("B3", "单位"),
            cell("C3", "目标值")
        ),
        "<row r=\"4\"><c r=\"C4\" s=\"2\"><v>45292</v></c><c r=\"D4\" s=\"2\"><v>45658</v></c></row>".to_owned(),
        format!("<row r=\"5\">{}{}<c r=\"C5\"><v>120</v></c><c r=\"D5\"><f>1+1</f><v>155</v></c></row>", cell("A5", "高新技术企业"), cell("B5", "家")),
        format!("<row r=\"6\">{}<c r=\"C6\" s=\"1\"><v>0.026</v></c><c r=\"D6\" s=\"1\"><v>2.7E-2</v></c></row>", cell("A6", "研发投入强度")),
        format!("<row r=\"7\">{}</row>", cell("A7", "注：均为预期性")),
    ];
    let content = format!(
        "<sheetData>{}</sheetData><mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:D3\"/></mergeCells>",
        rows.concat()
    );
    let strings = "<si><r><t>指标</t></r><r><t>名称</t></r><rPh><t>zhibiao</t></rPh></si>";
    let bytes = book(
        &[
            (
                "说明",
                &format!(
                    "<sheetData><row>{}</row></sheetData>",
                    cell("A1", "填表说明")
                ),
            ),
            ("目标", &content),
        ],
        strings,
    );
    for name in ["目标.xlsx", "目标.txt"] {
        let plan = read_named(&bytes, name).unwrap();
        assert_eq!(
            plan.text,
            "表1 主要指标\n指标名称\t单位\t目标值2024年\t目标值2025年\n高新技术企业\t家\t120\t155\n研发投入强度\t\t2.6%\t2.7%\n注：均为预期性\n"
        );
        assert_eq!(plan.format, SourceFormat::Xlsx);
        assert!(
            plan.notes
                .iter()
                .any(|note| note.code == NoteCode::SheetsLeftOut
                    && note.detail.as_deref() == Some("说明"))
        );
    }
}

#[test]
fn a_workbook_without_such_a_table_is_refused() {
    let content = format!(
        "<sheetData><row>{}{}</row></sheetData>",
        cell("A1", "姓名"),
        cell("B1", "电话")
    );
    assert_eq!(
        read_named(&book(&[("表", &content)], ""), ""),
        Err(ReadError::NoTable)
    );
    assert_eq!(read_named(&book(&[], ""), ""), Err(ReadError::NoTable));
    assert_eq!(
        read_named(&package(&[("xl/styles.xml", "<x/>")]), ""),
        Err(ReadError::Damaged)
    );
}

#[test]
fn cells_far_away_and_too_many_are_refused() {
    let far = format!(
        "<sheetData><row>{}{}</row></sheetData>",
        cell("A1", "指标"),
        cell("XFD1048576", "2025年")
    );
    assert!(matches!(
        read_named(&book(&[("表", &far)], ""), ""),
        Err(ReadError::TooMuch {
            what: Excess::Cells,
            ..
        })
    ));
    let down = format!(
        "<sheetData><row r=\"1\">{}{}</row><row r=\"1048576\">{}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B9:A1\"/></mergeCells>",
        cell("A1", "指标"),
        cell("B1", "2025年"),
        cell("A1048576", "企业")
    );
    assert!(read_named(&book(&[("表", &down)], ""), "").is_ok());
}

/// A sheet of these rows, with what stands before and behind its cells.
fn sheet(before: &str, rows: &[&[&str]], behind: &str) -> String {
    let rows: String = (1..)
        .zip(rows)
        .map(|(at, row)| {
            let cells: String = ('A'..)
                .zip(*row)
                .map(|(column, text)| cell(&format!("{column}{at}"), text))
                .collect();
            let hidden = if row.contains(&"hidden") {
                " hidden=\"1\""
            } else {
                ""
            };
            format!("<row r=\"{at}\"{hidden}>{cells}</row>")
        })
        .collect();
    format!("{before}<sheetData>{rows}</sheetData>{behind}")
}

fn detail(plan: &FrozenPlan, code: NoteCode) -> Option<&str> {
    let mut notes = plan.notes.iter();
    notes.find(|note| note.code == code)?.detail.as_deref()
}

#[test]
fn what_a_sheet_hides_is_left_out_and_counted() {
    let content = sheet(
        "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>",
        &[
            &["指标", "单位", "2020年", "2025年"],
            &["高新技术企业", "家", "80", "120"],
            &["旧指标", "家", "1", "hidden"],
            &["发明专利", "件", "3", "5"],
        ],
        "",
    );
    let plan = read_named(&book(&[("目标", &content)], ""), "").unwrap();
    assert_eq!(
        plan.text,
        "指标\t单位\t2025年\n高新技术企业\t家\t120\n发明专利\t件\t5\n"
    );
    assert_eq!(detail(&plan, NoteCode::HiddenRowsLeftOut), Some("1"));
    assert_eq!(detail(&plan, NoteCode::HiddenColumnsLeftOut), Some("1"));
}

#[test]
fn a_merged_cell_whose_first_row_is_hidden_shows_its_words_in_the_next() {
    let content = sheet(
        "",
        &[
            &["指标", "单位", "2025年"],
            &["旧指标", "家", "hidden"],
            &["高新技术企业", "", "120"],
            &["民营企业", "", "130"],
        ],
        "<mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells>",
    );
    let plan = read_named(&book(&[("目标", &content)], ""), "").unwrap();
    assert_eq!(
        plan.text,
        "指标\t单位\t2025年\n高新技术企业\t家\t120\n民营企业\t\t130\n"
    );
    let [merged] = plan.tables.merged[..] else {
        panic!("{:?}", plan.tables)
    };
    assert_eq!(merged.words.of(&plan.text), Some("家"));
    assert!(plan.text[..merged.at as usize].ends_with("民营企业\t"));
}

#[test]
fn sheets_are_read_as_they_are_mapped_and_no_others() {
    let plain = sheet("", &[&["事项", "数"], &["高新技术企业", "120"]], "");
    let table = sheet("", &[&["指标", "2025年"], &["发明专利", "5"]], "");
    let bytes = book(&[("甲", &plain), ("乙", &table)], "");
    let seen: Vec<_> = sheets(&bytes).unwrap();
    let said: Vec<_> = seen
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_table, sheet.lines[1].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("甲", false, "高新技术企业\t120"),
            ("乙", true, "发明专利\t5")
        ]
    );
    let mapping = SheetMapping {
        sheet: "甲".to_owned(),
        body: 1,
        columns: vec![ColumnRole::Name, ColumnRole::Value { year: None }],
    };
    let read = |mapped: &[SheetMapping]| {
        let means = Means {
            sheets: Some(mapped),
            ..Means::default()
        };
        read_with(&bytes, "", means)
    };
    let plan = read(std::slice::from_ref(&mapping)).unwrap();
    assert_eq!(plan.text, "事项\t数\n高新技术企业\t120\n");
    let [text] = &plan.tables.sheets[..] else {
        panic!("{:?}", plan.tables)
    };
    assert_eq!(text.span.of(&plan.text), Some(plan.text.as_str()));
    assert_eq!(text.mapping.as_ref(), Some(&mapping));
    assert_eq!(detail(&plan, NoteCode::SheetsLeftOut), Some("乙"));
    assert_eq!(read(&[]), Err(ReadError::NoTable));
}
