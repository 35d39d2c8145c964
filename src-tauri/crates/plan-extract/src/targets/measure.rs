//! What kind of quantity a target is.

use super::strip::{Act, Change};
use plan_model::Measure;

/// What the measure is decided from.
pub(super) struct Clues<'a> {
    pub(super) name: &'a str,
    /// The words between name and number, and right behind it.
    pub(super) around: &'a str,
    pub(super) unit: Option<&'a str>,
    pub(super) change: Option<Change>,
    pub(super) act: Option<Act>,
    pub(super) reached: bool,
    pub(super) annual: bool,
    pub(super) cumulative: bool,
    pub(super) coverage: bool,
    /// A goal year governs it with 到 or 底.
    pub(super) by_date: bool,
    /// The number stands before its noun.
    pub(super) number_first: bool,
    /// The value is a proportion: 2.35∶1.
    pub(super) proportion: bool,
}

const RATIO_HEADS: [&str; 18] = [
    "千人医",
    "千人拥有",
    "每万",
    "万人",
    "万名",
    "每千",
    "每百",
    "每亿",
    "亿元",
    "单位",
    "万元GDP",
    "万元工业",
    "万元规模",
    "千家",
    "万元地区",
    "亩均",
    "户均",
    "人均",
];

/// Decides the measure.
pub(super) fn measure(clues: &Clues<'_>) -> Measure {
    if clues.coverage
        || clues.name.ends_with("覆盖率")
        || clues.name.ends_with("普及率")
        || clues.name.ends_with("覆盖面")
    {
        return Measure::Coverage;
    }
    let percent = matches!(clues.unit, Some("%" | "‰" | "个百分点" | "百分点"));
    if percent {
        return percent_measure(clues);
    }
    if clues.proportion
        || clues.unit.is_some_and(|unit| unit.contains('/'))
        || is_ratio_name(clues.name)
    {
        return Measure::Ratio;
    }
    if clues.unit == Some("倍") && clues.name.ends_with("倍数") {
        return Measure::Ratio;
    }
    if clues.unit == Some("倍") {
        return Measure::Growth;
    }
    if clues.annual {
        return Measure::Annual;
    }
    if clues.cumulative || clues.name.contains("累计") {
        return Measure::Cumulative;
    }
    // 城镇新增就业, 新注册企业数: the flow is in the name.
    if clues.name.starts_with('新') && starts_with_flow(clues.name) || clues.name.contains("新增")
    {
        return Measure::Increment;
    }
    match clues.act {
        Some(Act::Adds) if !clues.reached => Measure::Increment,
        Some(Act::ByDate) if !clues.by_date && !clues.reached => Measure::Increment,
        Some(_) => Measure::Level,
        None if clues.change.is_some() && !clues.reached => Measure::Increment,
        None if clues.number_first && !clues.by_date => Measure::Increment,
        None => Measure::Level,
    }
}

fn percent_measure(clues: &Clues<'_>) -> Measure {
    let points = matches!(clues.unit, Some("个百分点" | "百分点"));
    let share_name = [
        "占",
        "比重",
        "占比",
        "比例",
        "强度",
        "贡献率",
        "失业率",
        "参保率",
        "合格率",
    ]
    .iter()
    .any(|word| clues.name.contains(word));
    if clues.change.is_some() && (!clues.reached || !share_name) || clues.around.contains("的速度")
    {
        // 提高到50% reaches a share; 提高2个百分点 is a change.
        return Measure::Growth;
    }
    if points {
        return Measure::Growth;
    }
    if [
        "增长",
        "增速",
        "增幅",
        "涨幅",
        "增长率",
        "增长速度",
        "降低率",
        "下降率",
        "递增",
    ]
    .iter()
    .any(|word| clues.name.ends_with(word))
        && !clues.name.contains("贡献")
    {
        return Measure::Growth;
    }
    Measure::Share
}

fn is_ratio_name(name: &str) -> bool {
    let bare = name.trim_start_matches(['全', '市', '省', '区', '县']);
    (RATIO_HEADS.iter().any(|head| bare.starts_with(head))
        || name.contains("亩均")
        || name.contains("户均")
        || name.contains("千人床位")
        || name.contains("千人口"))
        && !bare.contains("可支配收入")
        && !bare.contains("寿命")
        && !bare.starts_with("单位就业")
        && !bare.starts_with("亿元以上")
}

fn starts_with_flow(name: &str) -> bool {
    ["新注册", "新登记", "新增", "新设立", "新开工", "新认定"]
        .iter()
        .any(|word| name.starts_with(word))
}
