//! Cases of when: the year that governs, and what is told of the past.

use super::plan;
use crate::extract;
use plan_lexicon::Lexicon;

/// Every target as `name year`.
fn check(text: &str, expect: &[&str]) {
    let got: Vec<String> = extract(&plan(text), Lexicon::builtin())
        .targets
        .iter()
        .map(|t| {
            let year = t.year.map_or("-".to_owned(), |year| year.0.to_string());
            format!("{} {year}", t.name)
        })
        .collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn a_year_at_the_head_of_a_sentence_governs_it() {
    check(
        "2027年，全市高新技术企业达到50家，科技型中小企业达到80家。",
        &["高新技术企业 2027", "科技型中小企业 2027"],
    );
    check(
        "2023年经济社会发展的主要预期目标是：地区生产总值增长6%左右，出口增长7%。",
        &["地区生产总值 2023", "出口 2023"],
    );
}

#[test]
fn an_introduction_governs_the_list_under_it() {
    check(
        "建设目标2020年实现，主要指标：\n——科技进步贡献率提高到55%；\n——技术合同成交额达到300亿元。",
        &["科技进步贡献率 2020", "技术合同成交额 2020"],
    );
}

#[test]
fn years_in_a_row_are_given_out_in_turn() {
    check(
        "到2023年、2025年高新技术企业分别达到380家、500家。",
        &["高新技术企业 2023", "高新技术企业 2025"],
    );
    check(
        "研发机构覆盖率由28%提高到2025年的50%、2030年的80%。",
        &["研发机构覆盖率 2025", "研发机构覆盖率 2030"],
    );
}

#[test]
fn a_five_year_plan_is_a_time() {
    check(
        "“十三五”时期经济社会发展的主要目标是：城镇化率达到50%。",
        &["城镇化率 2020"],
    );
    check(
        "“十二五”时期，全县地区生产总值年均增长11.2%。\n“十三五”时期主要目标是：城镇化率达到50%。",
        &["城镇化率 2020"],
    );
}

#[test]
fn a_past_year_in_brackets_stays_in_them() {
    check(
        "某市科技创新行动计划（2021—2025年）\n到2025年，技术合同成交额达到60亿元（2020年为18.4亿元），高新技术企业达到400家。",
        &["技术合同成交额 2025", "高新技术企业 2025"],
    );
}

#[test]
fn results_of_a_running_year_are_no_goals() {
    check("今年上半年，技术合同成交额达398亿元，同比增长15.81%。", &[]);
}

#[test]
fn reports_and_estimates_are_no_goals() {
    check(
        "初步预计，2022年地区生产总值突破5万亿元，出口增长11%以上。",
        &[],
    );
    check(
        "某市政府工作报告\n2019年工作回顾\n全市实现地区生产总值391亿元，增长8.6%。\n2020年工作目标\n地区生产总值增长7%左右。",
        &["地区生产总值 2020"],
    );
    check(
        "某市2019年工作要点\n2018年，全市高企总数达246家；兑现研发补助6800万元，惠及企业310家。",
        &[],
    );
    check(
        "某市2019年工作要点\n一、主要目标\n专利质押融资额同比增长15%以上。",
        &["专利质押融资额 2019"],
    );
}
