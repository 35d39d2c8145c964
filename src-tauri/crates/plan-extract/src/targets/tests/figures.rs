//! Cases of figures that are hard to see or to name.

use super::check;

#[test]
fn a_number_without_a_unit_counts_where_something_reaches_it() {
    check(
        "区域科技创新指数达到160以上。",
        &["区域科技创新指数 level >= 160 -"],
    );
    check(
        "数据中心PUE值降至1.3以下。",
        &["数据中心PUE值 level <= 1.3 -"],
    );
    check("人均预期寿命提高1岁。", &["人均预期寿命 increment = 1 岁"]);
    // A number with a noun behind it is none of its own.
    check("达到3A景区标准。", &[]);
}

#[test]
fn a_round_sum_of_money_needs_no_yuan() {
    check(
        "规上工业总产值达2.6万亿。",
        &["规上工业总产值 level = 2.6 万亿元"],
    );
}

#[test]
fn a_word_between_number_and_unit_means_more() {
    check("引进配套企业50余户。", &["配套企业 increment > 50 户"]);
    check("培训人才3000多人次。", &["人才 increment > 3000 人次"]);
}

#[test]
fn arabic_tenths_are_per_cent() {
    check(
        "专精特新企业数增幅超7成。",
        &["专精特新企业数 growth > 70 %"],
    );
}

#[test]
fn a_list_says_its_head_once() {
    check(
        "城镇和农村居民人均可支配收入年均分别增长8.5%和9.5%以上。",
        &[
            "城镇居民人均可支配收入 growth >= 8.5 %",
            "农村居民人均可支配收入 growth >= 9.5 %",
        ],
    );
    check(
        "化学需氧量、氨氮排放总量分别控制在0.86万吨、0.07万吨以内。",
        &[
            "化学需氧量排放总量 level <= 0.86 万吨",
            "氨氮排放总量 level <= 0.07 万吨",
        ],
    );
}

#[test]
fn names_may_stand_a_clause_before_values_in_turn() {
    check(
        "高新技术企业和科技型企业在2022年的基础上实现“双倍增”，分别超过90家和870家。",
        &["高新技术企业 level > 90 家", "科技型企业 level > 870 家"],
    );
}

#[test]
fn what_is_joined_by_a_comma_is_counted_once() {
    check(
        "引进院士、国家级领军人才20名左右。",
        &["院士、国家级领军人才 increment ~ 20 名"],
    );
    check(
        "建成1家科技企业孵化器或2家众创空间。",
        &[
            "科技企业孵化器 increment = 1 家",
            "众创空间 increment = 2 家",
        ],
    );
}

#[test]
fn what_stands_before_a_date_or_a_word_of_resolve_is_no_name() {
    check(
        "第七条 2026年底前筹集人才公寓5000套。",
        &["人才公寓 increment = 5000 套"],
    );
    check("开发区确保高企净增20家。", &["高企 increment = 20 家"]);
}

#[test]
fn rewards_and_lists_of_measures_are_no_targets() {
    check("分别给予10万元、30万元经费支持。", &[]);
    check("推进二十项重要举措。", &[]);
}

#[test]
fn an_ordinal_alone_is_a_place() {
    check(
        "研发投入总量跃居全省第3位。",
        &["研发投入总量 rank = 3 - vs 全省"],
    );
    check(
        "市场占有率保持全国第一。",
        &["市场占有率 rank = 1 - vs 全国"],
    );
    check("加快建设第一方阵。", &[]);
}

#[test]
fn a_benchmark_behind_a_value_is_a_target_of_the_same_name() {
    check(
        "人才贡献率达到40%以上，高于全省平均水平。",
        &[
            "人才贡献率 share >= 40 %",
            "人才贡献率 share > - - vs 全省平均水平",
        ],
    );
    check(
        "研发投入强度力争达到全省平均水平。",
        &["研发投入强度 share = - - soft vs 全省平均水平"],
    );
}
