//! Files dropped on the window: what hovers is announced, what is let go is looked at, what cannot be read says why,
//! the columns of a workbook can be told, and an import can be stopped in the middle.

use crate::stage::Stage;
use plan_tests::book::{book, package};
use plan_tests::cli;
use plan_tests::drag::Drag;
use std::path::{Path, PathBuf};

const PLAN: &str = "霍山县科技创新工作方案\n\n霍山县人民政府 2024年3月1日\n\n一、主要目标\n\n到2026年，\
高新技术企业达到77家，技术合同成交额达到9亿元。\n";

/// A library of rows whose heads say nothing of indicators.
const ROWS: &[&[&str]] = &[
    &["事项", "数", "计量", "完成", "牵头"],
    &["高新技术企业数", "≥120", "家", "2026", "县科技局"],
    &[
        "技术合同成交额",
        "9.5",
        "亿元",
        "2026",
        "县科技局、县财政局",
    ],
    &["创新氛围", "显著提升", "", "2026", "县科协"],
];

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// An old compound file with a stream of this name.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(1024, 0);
    bytes
}

#[test]
fn files_held_over_the_window_are_announced_and_let_go_are_looked_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        file(folder.path(), "霍山 方案.txt", PLAN),
        file(folder.path(), "空.txt", ""),
    ];
    let stage = Stage::open();
    stage.chinese();
    let page = &stage.page;
    page.click("rail-overview");
    let mut drag = Drag::of(&files, page.display());
    drag.over(640, 360);
    page.text_when("drop-zone", |words| words.contains("这 2 个"));
    page.picture("drop-over");
    drag.leave();
    page.wait_for("the window as it was", || {
        Some(()).filter(|()| !page.has("drop-zone"))
    });
    assert!(
        !page.has("import-list"),
        "what went away again is not looked at"
    );
    drag.over(640, 360);
    drag.release();
    page.text_when("import-row-0", |words| words.contains("霍山 方案.txt"));
    page.wait_for("the window as it was", || {
        Some(()).filter(|()| !page.has("drop-zone"))
    });
    assert_eq!(
        stage.ids("plan-chip-").len(),
        5,
        "letting go imports nothing"
    );
    page.click("import-take");
    let _ = page.id("plan-chip-6");
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x02\0\0\0".repeat(40);
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("1 旧方案.doc", compound("WordDocument"), "另存为 .docx"),
        ("2 方案.wps", compound("WordDocument"), "WPS"),
        (
            "3 公报.ofd",
            package(&[("OFD.xml".to_owned(), "<x/>".to_owned())]),
            "OFD",
        ),
        ("4 扫描件.pdf", picture, "文字识别"),
        ("5 空.txt", Vec::new(), "没有文字"),
        (
            "6 改过名.docx",
            b"\x7fELF\x02\x01\x01".repeat(40),
            "不是可以读取的文档",
        ),
        ("7 加密.docx", compound("EncryptedPackage"), "密码"),
    ];
    for (name, bytes, _) in &cases {
        file(folder.path(), name, bytes);
    }
    // What a file is says its inside, not its name.
    file(folder.path(), "8 其实是文本.docx", PLAN);
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", folder.path())]);
    stage.chinese();
    let page = &stage.page;
    page.click("rail-intake");
    page.click("intake-import");
    page.click("import-folder");
    page.text_when("import-row-7", |words| {
        words.contains("高新") || words.contains("霍山")
    });
    for (at, (name, _, wanted)) in cases.iter().enumerate() {
        let row = page.text(&page.id(&format!("import-row-{at}")));
        assert!(row.contains(name) && row.contains(wanted), "{name}: {row}");
    }
    let counts = page.text(&page.id("import-counts"));
    assert!(
        counts.contains("导入 1") && counts.contains("不能导入 7"),
        "{counts}"
    );
    page.picture("refusals");
    page.click("language-switch");
    page.text_when("import-row-0", |words| words.contains("save it as .docx"));
    page.picture("refusals-en");
}

#[test]
fn the_columns_of_a_workbook_are_told_and_its_rows_become_targets() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(
        folder.path(),
        "霍山县台账.xlsx",
        book(&[("台账", ROWS, &[])]),
    );
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", &path)]);
    stage.chinese();
    let page = &stage.page;
    page.click("rail-intake");
    page.click("intake-import");
    page.click("import-files");
    page.text_when("import-refused", |words| words.contains("目标表"));
    page.click("import-map-0");
    page.click("sheet-take-0");
    let _ = page.id("sheet-counts-0");
    for (column, role) in ["name", "value", "unit", "year", "responsible"]
        .iter()
        .enumerate()
    {
        let choose = format!(
            "const one = document.querySelector('[data-testid=\"sheet-0-column-{column}\"]'); one.value = '{role}'; \
             one.dispatchEvent(new Event('change')); return one.value"
        );
        assert_eq!(page.run(&choose), *role);
    }
    page.text_when("sheet-0-row-1", |words| {
        words.contains("≥ 120 家") && words.contains("2026")
    });
    page.text_when("sheet-0-row-2", |words| words.contains("县财政局"));
    page.text_when("sheet-0-row-3", |words| words.contains("没有数值"));
    page.text_when("sheet-counts-0", |words| words.contains("未识别 1 行"));
    page.picture("columns");
    page.click("language-switch");
    page.text_when("sheet-0-row-3", |words| words.contains("no value"));
    page.picture("columns-en");
    page.click("language-switch");
    page.click("import-take");
    let _ = page.id("plan-chip-6");
    stage.indicators();
    stage.filter("facet-type-创新主体");
    page.click("cell-6-高新技术企业数-level");
    page.text_when("evidence-sentence", |words| words.contains("≥120"));
    page.picture("columns-evidence");
    let check = cli::call(stage.data(), &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
}

/// Documents enough for a person to change their mind in the middle.
const MANY: usize = 300;

#[test]
fn an_import_stopped_in_the_middle_keeps_the_finished_documents_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    for at in 0..MANY {
        let tasks: String = (1..40)
            .map(|task| {
                format!(
                    "{task}．第{at}号方案建设第{task}个平台，新增{}家。\n",
                    at + task
                )
            })
            .collect();
        let text = format!(
            "临江市{at}区科技创新工作方案\n\n一、目标\n到2026年，高新技术企业达到{at}1家。\n二、任务\n{tasks}"
        );
        file(folder.path(), &format!("{at:03}.txt"), text);
    }
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", folder.path())]);
    stage.chinese();
    let page = &stage.page;
    page.click("rail-intake");
    page.click("intake-import");
    page.click("import-folder");
    page.text_when("import-counts", |words| {
        words.contains(&format!("导入 {MANY}"))
    });
    page.picture("many");
    page.click("import-take");
    page.text_when("import-running", |words| {
        let done = words.split('/').next().unwrap_or_default();
        let digits: String = done.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<usize>().is_ok_and(|done| done >= 20)
    });
    page.picture("many-running");
    page.click("import-cancel");
    // The list holds what was not reached.
    let stopped = page.text_when("import-stopped", |words| words.contains("已取消"));
    let counts = page.text(&page.id("import-counts"));
    page.picture("many-stopped");
    let list = cli::json(stage.data(), &["list", "--json"]);
    let kept = list.as_array().expect("a list").len() - 5;
    assert!((20..MANY).contains(&kept), "{kept} of {MANY}");
    let left = MANY - kept;
    assert!(
        counts.starts_with(&format!("{left} 个文件")) && stopped.contains(&format!(" {kept} 份")),
        "{kept} are in the library, the window says {stopped} {counts}"
    );
    for plan in &list.as_array().expect("a list")[5..] {
        assert_eq!(
            plan["targets"].as_u64().map(|targets| targets > 0),
            Some(true),
            "{plan}"
        );
    }
    let check = cli::call(stage.data(), &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
}
