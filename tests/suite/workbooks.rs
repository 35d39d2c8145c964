//! Workbooks: columns mapped by their heads or by an analyst, targets with exact places, rows that give none, and
//! cells that reach over several rows, in workbooks, documents and pages alike.

use plan_flow::reextract::{Reading, reextract};
use plan_flow::wire::import::{ImportDecision, ImportItem, ImportProposal, RowFault};
use plan_flow::wire::job::JobId;
use plan_flow::{Cancel, Job, OpenLibrary, SystemHost, check, extract, import, library};
use plan_model::{ColumnRole, NoteCode, SheetMapping, Year};
use plan_tests::book::{book, package};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A library of its own and a workbook beside it.
struct Desk {
    folder: TempDir,
    host: SystemHost,
    library: OpenLibrary,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = SystemHost::new(folder.path());
        let mut sink = |_| {};
        let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
        let path = folder.path().join("library.planlens");
        let library = library::open(&path, &host, &mut job).unwrap();
        Self {
            folder,
            host,
            library,
        }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn propose(&self, path: &Path) -> ImportProposal {
        let mut sink = |_| {};
        let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
        let paths = [path.to_owned()];
        let mut found = import::propose(&self.library, &self.host, &paths, &mut job).unwrap();
        found.remove(0).1
    }

    fn map(&self, path: &Path, sheets: &[SheetMapping]) -> ImportProposal {
        import::propose_mapped(&self.library, &self.host, path, sheets).unwrap()
    }

    fn take(&self, path: &Path, sheets: Option<Vec<SheetMapping>>) -> u32 {
        let mut sink = |_| {};
        let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
        let item = ImportItem {
            path: String::new(),
            meta: None,
            tags: Vec::new(),
            decision: ImportDecision::AsNew,
            sheets,
        };
        let items = vec![(path.to_owned(), item)];
        let answer = import::apply(&self.library, &self.host, items, &mut job).unwrap();
        assert_eq!((answer.imported, answer.refused), (1, 0));
        answer.targets
    }
}

/// Name, op, value, unit, year, firmness and responsible units of each target, and the words at its place.
fn targets(answer: &Value) -> Vec<[String; 8]> {
    let fields = [
        "name",
        "op",
        "value",
        "unit",
        "year",
        "firm",
        "responsible",
        "quote",
    ];
    let bare = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let all = all.iter().filter_map(Value::as_str);
            all.collect::<Vec<_>>().join("+")
        }
        other => other.to_string(),
    };
    answer["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| fields.map(|field| bare(&target[field])))
        .collect()
}

fn extracted(path: &Path) -> Value {
    serde_json::to_value(extract::file(path).unwrap()).unwrap()
}

const YEARS: &[&[&str]] = &[
    &["临江市“十四五”科技创新主要指标", "", "", "", "", "", ""],
    &[
        "序号",
        "指标",
        "单位",
        "2020年",
        "2025年目标",
        "属性",
        "责任单位",
    ],
    &["一、创新主体", "", "", "", "", "", ""],
    &[
        "1",
        "高新技术企业数",
        "家",
        "80",
        "≥120",
        "预期性",
        "市科技局、市财政局",
    ],
    &["2", "科技型中小企业数", "", "200", "300", "", ""],
    &[
        "3",
        "研发经费投入强度",
        "%",
        "2.1",
        "2.6",
        "约束性",
        "市统计局",
    ],
    &["4", "创新氛围", "", "", "显著提升", "预期性", "市科技局"],
];
const MERGED: &[&str] = &["C4:C5", "F4:F5", "G4:G5"];

#[test]
fn a_sheet_gives_targets_by_its_heads_and_merged_cells_reach_the_rows_below() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("指标.xlsx");
    std::fs::write(&path, book(&[("指标", YEARS, MERGED)])).unwrap();
    let answer = extracted(&path);
    let row = |row: [&str; 8]| row.map(str::to_owned);
    assert_eq!(
        targets(&answer),
        [
            row([
                "高新技术企业数",
                ">=",
                "120",
                "家",
                "2025",
                "false",
                "市科技局+市财政局",
                "≥120"
            ]),
            row([
                "科技型中小企业数",
                "=",
                "300",
                "家",
                "2025",
                "false",
                "市科技局+市财政局",
                "300"
            ]),
            row([
                "研发经费投入强度",
                "=",
                "2.6",
                "%",
                "2025",
                "true",
                "市统计局",
                "2.6"
            ]),
        ],
        "{answer:#}"
    );
    for target in answer["targets"].as_array().unwrap() {
        assert_eq!(target["rule"], "mapped_cell");
    }
    let notes = answer["notes"].as_array().unwrap();
    let unread = notes
        .iter()
        .find(|note| note["code"] == "rows_not_understood");
    assert_eq!(unread.map(|note| &note["detail"]), Some(&"1".into()));
}

#[test]
fn merged_cells_reach_down_in_documents_and_pages_too() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        ["指标", "单位", "2025年目标"],
        ["高新技术企业数", "家", "120"],
        ["科技型中小企业数", "", "300"],
    ];
    let docx: String = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells: String = row
                .iter()
                .enumerate()
                .map(|(column, text)| {
                    let merge = match (at, column) {
                        (1, 1) => "<w:vMerge w:val=\"restart\"/>",
                        (2, 1) => "<w:vMerge/>",
                        _ => "",
                    };
                    format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
                })
                .collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    let docx = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>临江市科技创新工作方案</w:t></w:r></w:p><w:tbl>{docx}</w:tbl></w:body></w:document>"
    );
    let docx = package(&[("word/document.xml".to_owned(), docx)]);
    let html = "<html><body><p>临江市科技创新工作方案</p><table><tr><td>指标<td>单位<td>2025年目标\
        <tr><td>高新技术企业数<td rowspan=2>家<td>120<tr><td>科技型中小企业数<td>300</table></body></html>";
    for (name, bytes) in [("a.docx", docx), ("a.html", html.as_bytes().to_vec())] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let answer = extracted(&path);
        let units: Vec<String> = targets(&answer)
            .into_iter()
            .map(|target| target[3].clone())
            .collect();
        assert_eq!(units, ["家", "家"], "{name}: {answer:#}");
        let text = answer.to_string();
        assert!(!text.contains('\u{FDD0}'), "{name}");
    }
}

const LONG: &[&[&str]] = &[
    &["事项", "数", "计量", "到何年", "关系", "口径", "备注"],
    &[
        "高新技术企业数",
        "120",
        "家",
        "2025",
        "不低于",
        "规上",
        "2020年为80家",
    ],
    &["高新技术企业数", "200", "家", "2030", "", "", ""],
    &["", "9", "家", "2030", "", "", ""],
];

#[test]
fn what_heads_do_not_say_an_analyst_maps_and_it_is_kept_for_reading_anew() {
    use ColumnRole::{Name, Op, Other, Scope, Unit, Value};
    let desk = Desk::new();
    let path = desk.file(
        "台账.xlsx",
        &book(&[("台账", LONG, &[]), ("说明", &[&["无", "关"]], &[])]),
    );
    let first = desk.propose(&path);
    assert!(first.error.is_some(), "its heads say nothing");
    let names: Vec<&str> = first
        .sheets
        .iter()
        .map(|one| one.mapping.sheet.as_str())
        .collect();
    assert_eq!(names, ["台账", "说明"], "but its sheets can be mapped");
    assert!(first.sheets.iter().all(|sheet| !sheet.taken));

    let mut mapping = first.sheets[0].mapping.clone();
    mapping.columns = vec![
        Name,
        Value { year: None },
        Unit,
        ColumnRole::Year,
        Op,
        Scope,
        Other,
    ];
    let second = desk.map(&path, std::slice::from_ref(&mapping));
    assert_eq!(second.error, None);
    assert_eq!(second.targets, 2);
    let sheet = &second.sheets[0];
    assert!(sheet.taken && !second.sheets[1].taken);
    let years: Vec<_> = sheet
        .targets
        .iter()
        .map(|target| (target.line, target.year))
        .collect();
    assert_eq!(years, [(1, Some(Year(2025))), (2, Some(Year(2030)))]);
    let unread: Vec<_> = sheet
        .unread
        .iter()
        .map(|row| (row.line, row.fault))
        .collect();
    assert_eq!(unread, [(3, RowFault::NoName)]);
    let codes: Vec<NoteCode> = second.notes.iter().map(|note| note.code).collect();
    assert!(codes.contains(&NoteCode::RowsNotUnderstood), "{codes:?}");

    assert_eq!(desk.take(&path, Some(vec![mapping])), 2);
    let checked = check::check(&desk.library).unwrap();
    assert!(checked.failures.is_empty(), "{:?}", checked.failures);
    // The plan read anew from its frozen text is read as it was mapped.
    let plan = library::plans(&desk.library)
        .unwrap()
        .last()
        .map(|plan| plan.plan);
    let plan = plan.unwrap();
    let mut sink = |_| {};
    let mut job = Job::new(JobId(2), Cancel::default(), &mut sink);
    let again = reextract(&desk.library, &desk.host, &[plan], Reading::Shown, &mut job).unwrap();
    assert_eq!(again.plans[0].same, 2);
    assert!(again.plans[0].differences.is_empty(), "{again:#?}");
}
