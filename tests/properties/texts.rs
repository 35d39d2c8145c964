//! Generators: plans that a person could have written, and texts of another matter.

use proptest::prelude::*;
use proptest::sample::select;

const NAMES: &[&str] = &[
    "高新技术企业",
    "科技型中小企业",
    "省级以上创新平台",
    "技术合同成交额",
    "研发经费投入强度",
    "发明专利授权量",
    "高层次人才",
    "规模以上工业增加值",
    "空气质量优良天数比率",
    "新型研发机构",
];

/// One clause that states a goal.
fn clause() -> impl Strategy<Value = String> {
    let time = select(vec!["", "", "到2025年，", "到2030年底，", "力争"]);
    let verb = select(vec![
        "达到",
        "突破",
        "新增",
        "累计达到",
        "不低于",
        "增长",
        "",
    ]);
    let number = prop_oneof![
        (1..5000_u32).prop_map(|number| number.to_string()),
        (1..90_u32, 1..9_u32).prop_map(|(whole, part)| format!("{whole}.{part}")),
    ];
    let unit = select(vec!["家", "个", "亿元", "%", "件", "人", "万元", "项"]);
    let close = select(vec!["", "", "以上", "左右"]);
    (time, select(NAMES), verb, number, unit, close).prop_map(
        |(time, name, verb, number, unit, close)| {
            if verb == "新增" {
                format!("{time}新增{name}{number}{unit}{close}")
            } else {
                format!("{time}{name}{verb}{number}{unit}{close}")
            }
        },
    )
}

fn paragraph() -> impl Strategy<Value = String> {
    let sentence = prop::collection::vec(clause(), 1..4)
        .prop_map(|clauses| format!("{}。", clauses.join("，")));
    prop::collection::vec(sentence, 1..3).prop_map(|sentences| sentences.concat())
}

/// A plan with a title and one to three numbered sections, each on lines of its own.
pub(crate) fn plan() -> impl Strategy<Value = String> {
    let heading = select(vec!["主要目标", "重点任务", "保障措施", "培育创新主体"]);
    let section = (heading, prop::collection::vec(paragraph(), 1..3));
    prop::collection::vec(section, 1..4).prop_map(|sections| {
        let mut text = "科技创新工作要点\n".to_owned();
        for ((heading, paragraphs), number) in sections.iter().zip(["一", "二", "三", "四"]) {
            text.push_str(&format!("{number}、{heading}\n"));
            for paragraph in paragraphs {
                text.push_str(paragraph);
                text.push('\n');
            }
        }
        text
    })
}

/// Lines of another matter with headings of their own, as when a page carries two documents.
pub(crate) fn unrelated() -> impl Strategy<Value = String> {
    let line = select(vec![
        "图书馆开放时间为上午九点至下午五点。",
        "读者凭证入馆，请保持安静。",
        "每人限借图书10册，期限为30天。",
        "（一）借阅须知",
        "（二）赔偿办法",
        "遗失图书的，按原价两倍赔偿。",
        "联系电话：12345678",
    ]);
    prop::collection::vec(line, 1..8)
        .prop_map(|lines| format!("\n十一、读者指南\n{}\n", lines.join("\n")))
}
