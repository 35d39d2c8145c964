//! Cases of the grammar: a text, then every target as `name measure op value unit firmness`.

mod figures;
mod times;

use crate::extract;
use plan_lexicon::Lexicon;
use plan_model::{Firmness, FrozenPlan};

fn plan(text: &str) -> FrozenPlan {
    FrozenPlan {
        text: text.to_owned(),
        encoding: "UTF-8".to_owned(),
        ..FrozenPlan::default()
    }
}

fn check(text: &str, expect: &[&str]) {
    let plan = plan(text);
    let got: Vec<String> = extract(&plan, Lexicon::builtin())
        .targets
        .iter()
        .map(|t| {
            let value = t
                .value
                .map_or("-".to_owned(), |v| v.normalize().to_string());
            let max = t
                .value_max
                .map_or(String::new(), |v| format!("..{}", v.normalize()));
            let unit = t.unit.as_deref().unwrap_or("-");
            let soft = if t.firmness == Firmness::Soft {
                " soft"
            } else {
                ""
            };
            let benchmark = t
                .relative_to
                .as_deref()
                .map_or(String::new(), |b| format!(" vs {b}"));
            format!(
                "{} {} {} {value}{max} {unit}{soft}{benchmark}",
                t.name, t.measure, t.op
            )
        })
        .collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn a_reached_value_is_a_level() {
    check(
        "到2024年底，高新技术企业达到155家。",
        &["高新技术企业 level = 155 家"],
    );
    check(
        "万元GDP综合能耗降至0.1891吨标准煤/万元。",
        &["万元GDP综合能耗 ratio = 0.1891 吨标准煤/万元"],
    );
    check(
        "万人发明专利拥有量达到20件。",
        &["万人发明专利拥有量 ratio = 20 件/万人"],
    );
}

#[test]
fn a_verb_that_adds_makes_an_increment() {
    check(
        "新增高新技术企业240家。",
        &["高新技术企业 increment = 240 家"],
    );
    check(
        "引进高校毕业生5.5万人。",
        &["高校毕业生 increment = 5.5 万人"],
    );
    check(
        "遴选不超过100家雏鹰计划企业重点培育。",
        &["雏鹰计划企业 increment <= 100 家"],
    );
}

#[test]
fn every_year_is_annual_and_since_a_start_is_cumulative() {
    check("每年新增高企50家。", &["高企 annual = 50 家"]);
    check(
        "省级专精特新企业累计达52家。",
        &["省级专精特新企业 cumulative = 52 家"],
    );
}

#[test]
fn the_word_after_the_number_bounds_its_own_item_only() {
    check(
        "引育高层次人才团队4个、高端人才100名、高技能人才820名以上。",
        &[
            "高层次人才团队 increment = 4 个",
            "高端人才 increment = 100 名",
            "高技能人才 increment >= 820 名",
        ],
    );
}

#[test]
fn each_shares_one_number_over_the_names() {
    check(
        "到2022年，培育省“百强”企业、省“百快”企业各10家左右。",
        &["省“百强”企业 level ~ 10 家", "省“百快”企业 level ~ 10 家"],
    );
}

#[test]
fn in_turn_gives_the_first_value_to_the_first_name() {
    check(
        "城乡居民人均可支配收入分别增长5%和7%左右。",
        &[
            "城乡居民人均可支配收入 growth ~ 5 %",
            "城乡居民人均可支配收入 growth ~ 7 %",
        ],
    );
}

#[test]
fn a_number_may_stand_before_its_noun() {
    check(
        "每年选派2名以上科技情报员。",
        &["科技情报员 annual >= 2 名"],
    );
    check(
        "新建2个省实验室、3个基础学科研究中心。",
        &[
            "省实验室 increment = 2 个",
            "基础学科研究中心 increment = 3 个",
        ],
    );
}

#[test]
fn growth_and_level_in_one_breath_are_two_targets_of_one_name() {
    check(
        "地区生产总值增长20%，达到282亿元。",
        &[
            "地区生产总值 growth = 20 %",
            "地区生产总值 level = 282 亿元",
        ],
    );
}

#[test]
fn endeavour_reaches_over_bare_clauses_and_ends_at_a_new_year() {
    check(
        "争取每年新培育科技型中小企业200家以上，到2022年，科技型中小企业达到800家左右。",
        &[
            "科技型中小企业 annual >= 200 家 soft",
            "科技型中小企业 level ~ 800 家",
        ],
    );
    check(
        "力争旅游接待人数达到446万人次，旅游收入达到46亿元。",
        &[
            "旅游接待人数 level = 446 万人次 soft",
            "旅游收入 level = 46 亿元 soft",
        ],
    );
}

#[test]
fn a_benchmark_without_a_number_is_a_relative_target() {
    check(
        "地区生产总值高于全省平均水平。",
        &["地区生产总值 growth > - - vs 全省平均水平"],
    );
    check(
        "居民收入增长与经济增长同步。",
        &["居民收入 growth = - - vs 经济增长"],
    );
}

#[test]
fn full_coverage_is_a_hundred_per_cent() {
    check(
        "实现县（市）、区共建合作园区全覆盖。",
        &["县（市）、区共建合作园区 coverage = 100 %"],
    );
}

#[test]
fn thresholds_rewards_and_capacities_commit_to_nothing() {
    check("帮助年销售收入1亿元以上无研发活动的规上工业企业。", &[]);
    check("对新认定的国家高新技术企业，给予20万元奖励。", &[]);
    check("开工建设兰州石化120万吨乙烯改造项目。", &[]);
    check("支持平煤神马等5家企业建设世界一流企业。", &[]);
    check("现有高新技术企业120家。", &[]);
}

#[test]
fn a_threshold_stays_part_of_the_name() {
    check(
        "销售收入超亿元的非公企业达到20家。",
        &["销售收入超亿元的非公企业 level = 20 家"],
    );
}

#[test]
fn a_table_gives_unit_and_year_by_its_heads_and_past_columns_commit_to_nothing() {
    let rows = "“十四五”主要指标\n到2025年，实现以下目标：\n指标名称\t单位\t2020年\t2025年\n研发经费投入强度\t%\t1.8\t2.5\n高新技术企业数\t家\t320\t≥800\n";
    let expect = [
        "研发经费投入强度 share = 2.5 %",
        "高新技术企业数 level >= 800 家",
    ];
    check(&format!("某市“十四五”科技创新规划\n{rows}"), &expect);
    check(
        &format!("某市“十四五”科技创新规划\n{}", rows.replace('\t', " | ")),
        &expect,
    );
    check(
        &format!("某市“十四五”科技创新规划\n{}", rows.replace('\t', "    ")),
        &expect,
    );
}

#[test]
fn a_value_reached_from_another_takes_the_name_before_both() {
    check(
        "到2025年，研发经费投入强度由2020年的1.8%提高到2.5%。",
        &["研发经费投入强度 share = 2.5 %"],
    );
}

#[test]
fn doubling_is_growth_by_a_hundred_per_cent() {
    check(
        "到2025年，高新技术企业数量比2020年翻一番。",
        &["高新技术企业数量 growth = 100 %"],
    );
    check("实施高新技术企业“翻番”行动。", &[]);
}

#[test]
fn two_tiers_are_two_targets_of_one_kind() {
    check(
        "固定资产投资增长7%以上、力争达到8%。",
        &[
            "固定资产投资 growth >= 7 %",
            "固定资产投资 growth = 8 % soft",
        ],
    );
}

#[test]
fn a_value_counted_from_a_benchmark_keeps_it() {
    check(
        "研发投入强度高于全省平均水平0.5个百分点。",
        &["研发投入强度 growth = 0.5 个百分点 vs 全省平均水平"],
    );
}

#[test]
fn traditional_characters_are_read_and_kept_as_worded() {
    check(
        "到2025年，高新技術企業達到100家，技術合同成交額突破20億元，單位能耗下降3%。",
        &[
            "高新技術企業 level = 100 家",
            "技術合同成交額 level > 20 亿元",
            "單位能耗 growth = 3 %",
        ],
    );
}

#[test]
fn a_unit_that_stands_alone_is_no_number() {
    check("技术合同成交额（亿元）", &[]);
}

#[test]
fn a_place_in_a_league_table_is_a_rank() {
    check(
        "到2025年，综合科技创新水平指数进入全省前三位。",
        &["综合科技创新水平指数 rank <= 3 位 vs 全省"],
    );
    check(
        "到2025年，全国高新区综合排名力争进入全国前60名。",
        &["高新区综合排名 rank <= 60 名 soft vs 全国"],
    );
    check("培育“百强”企业、百快企业。", &[]);
}

#[test]
fn a_year_in_mid_sentence_governs_what_follows_and_a_base_year_nothing() {
    let plan =
        plan("一、目标\n到2027年，高新技术企业在2022年的基础上实现倍增，科技小巨人企业突破8家。");
    let found = extract(&plan, Lexicon::builtin());
    assert_eq!(found.targets[0].year.map(|year| year.0), Some(2027));
}

#[test]
fn a_line_number_that_touches_a_year_leaves_it_whole() {
    check(
        "2.2019年省级技术创新中心数量不低于4家。",
        &["省级技术创新中心数量 level >= 4 家"],
    );
}

#[test]
fn an_amount_set_up_is_a_goal_and_a_past_one_is_none() {
    check(
        "设立10亿元产业引导基金。",
        &["产业引导基金 increment = 10 亿元"],
    );
    check("“十三五”以来，园区营业收入由420亿元增长到865亿元。", &[]);
}

#[test]
fn ways_of_speaking_are_no_counts() {
    check("打造基地是一项系统工程，深入贯彻十届十次全会精神。", &[]);
}

#[test]
fn any_text_gives_a_result_and_every_span_lies_on_borders() {
    let pieces = [
        "达到",
        "155家",
        "力争",
        "、",
        "，",
        "。",
        "（",
        "）",
        "“",
        "百亿元",
        "1/0",
        "全覆盖",
        "分别",
        "万",
        "0",
        "第",
        "\u{1F600}",
        "%",
        "—",
        "2025年",
    ];
    let mut seed = 7u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..30 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
        }
        let plan = plan(&text);
        let found = extract(&plan, Lexicon::builtin());
        for target in &found.targets {
            assert!(target.quote.of(&text).is_some(), "{text}");
            assert!(
                target
                    .value_span
                    .is_none_or(|span| span.of(&text).is_some()),
                "{text}"
            );
        }
    }
}
