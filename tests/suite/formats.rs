//! The same plan as another kind of file: what is found does not depend on what the text came in.

use plan_tests::{cli, place};
use serde_json::Value;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A word processor's document with this body.
fn docx(body: &str) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    write!(
        out,
        "<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    )
    .unwrap();
    out.finish().unwrap().into_inner()
}

fn paragraph(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn found(data: &Path, file: &Path) -> Value {
    cli::json(data, &["extract", &file.display().to_string()])
}

#[test]
fn a_seed_in_a_word_document_gives_the_same_findings() {
    let data = tempfile::tempdir().unwrap();
    for seed in place::seed_plans() {
        let text = std::fs::read_to_string(&seed).unwrap();
        let path = data.path().join("计划.docx");
        let body: String = text.trim_end().lines().map(paragraph).collect();
        std::fs::write(&path, docx(&body)).unwrap();
        let (plain, packed) = (found(data.path(), &seed), found(data.path(), &path));
        for part in ["doc", "targets", "tasks", "other_numbers"] {
            assert_eq!(packed[part], plain[part], "{}: {part}", seed.display());
        }
    }
}

#[test]
fn a_table_in_a_word_document_keeps_heads_units_and_years() {
    let data = tempfile::tempdir().unwrap();
    let cell = |settings: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr>{settings}</w:tcPr>{}</w:tc>",
            paragraph(text)
        )
    };
    let begin = "<w:vMerge w:val=\"restart\"/>";
    let head = [
        cell(begin, "序号"),
        cell(begin, "指标名称"),
        cell(begin, "单位"),
        cell("<w:gridSpan w:val=\"2\"/>", "年度"),
    ];
    let years = [
        cell("<w:vMerge/>", ""),
        cell("<w:vMerge/>", ""),
        cell("<w:vMerge/>", ""),
        cell("", "2023年实际"),
        cell("", "2025年目标"),
    ];
    let row = |cells: [&str; 5]| -> String {
        let cells: String = cells.iter().map(|text| cell("", text)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let body = [
        paragraph("临江市科技创新工作方案（2024—2025年）"),
        paragraph("一、主要目标"),
        format!(
            "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr>",
            head.concat(),
            years.concat()
        ),
        row(["1", "高新技术企业数", "家", "120", "155"]),
        row(["2", "技术合同成交额", "亿元", "9.5", "12.5"]),
        "</w:tbl>".to_owned(),
    ]
    .concat();
    let path = data.path().join("方案.docx");
    std::fs::write(&path, docx(&body)).unwrap();
    let answer = found(data.path(), &path);
    let targets: Vec<[String; 4]> = answer["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| ["name", "value", "unit", "year"].map(|field| target[field].to_string()))
        .collect();
    assert_eq!(
        targets,
        [
            ["\"高新技术企业数\"", "155", "\"家\"", "2025"],
            ["\"技术合同成交额\"", "12.5", "\"亿元\"", "2025"]
        ]
        .map(|row| row.map(str::to_owned)),
        "{answer:#}"
    );
}
