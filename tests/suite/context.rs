//! Figures about regions out of a workbook, as an analyst keeps them.

use plan_flow::wire::context::ContextField;
use plan_flow::wire::job::JobId;
use plan_flow::{Cancel, Job, SystemHost, context, library};
use plan_model::{ContextVariable, Decimal, Year};
use plan_tests::book::book;

const ROWS: &[&[&str]] = &[
    &["年份", "地区", "指标", "数值", "单位", "来源", "备注"],
    &[
        "2022",
        "芜湖市",
        "年末常住人口",
        "373.1",
        "万人",
        "统计公报",
        "年末数",
    ],
    &[
        "2022",
        "芜湖市",
        "地区生产总值",
        "4502.13",
        "亿元",
        "统计公报",
        "",
    ],
    &["2022", "无为市", "GDP", "", "亿元", "统计公报", ""],
    &["2022", "许昌市", "GDP", "3746.8", "亿元", "", ""],
];

#[test]
fn figures_are_read_from_a_workbook_by_its_heads_and_written_after_a_look() {
    let folder = tempfile::tempdir().unwrap();
    let host = SystemHost::new(folder.path());
    let mut sink = |_| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    let path = folder.path().join("library.planlens");
    let library = library::open(&path, &host, &mut job).unwrap();
    let file = folder.path().join("背景数据.xlsx");
    std::fs::write(&file, book(&[("数据", ROWS, &[])])).unwrap();

    let preview = context::read_file(&library, &file).unwrap();
    let read: Vec<_> = preview
        .figures
        .iter()
        .map(|one| (one.region.as_str(), one.variable, one.year, one.value))
        .collect();
    let decimal = |text: &str| Decimal::from_str_exact(text).unwrap();
    assert_eq!(
        read,
        [
            (
                "芜湖市",
                ContextVariable::Population,
                Year(2022),
                decimal("373.1")
            ),
            (
                "芜湖市",
                ContextVariable::Gdp,
                Year(2022),
                decimal("4502.13")
            ),
        ]
    );
    assert_eq!(preview.figures[0].note.as_deref(), Some("年末数"));
    let refused: Vec<_> = preview
        .refused
        .iter()
        .map(|row| &row.problems[..])
        .collect();
    assert_eq!(refused, [[ContextField::Value], [ContextField::Source]]);
    assert!(preview.refused[0].words.contains("无为市"));
    assert_eq!(
        context::list(&library).unwrap(),
        [],
        "a look writes nothing"
    );

    context::import(&library, &host, &preview.figures).unwrap();
    assert_eq!(context::list(&library).unwrap().len(), 2);
}
