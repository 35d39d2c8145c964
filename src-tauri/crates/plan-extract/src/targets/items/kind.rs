//! What a numeral is for: a count, a label, a threshold that only describes, a value that something reaches.

use super::super::Scene;
use super::op_after;
use crate::clause::Depths;
use crate::numerals::{Numeral, Shape};
use plan_model::{Decimal, Span};

/// 一项, 一个: an article, not a count. Real counts of one are written 1.
pub(super) fn is_one(numeral: &Numeral) -> bool {
    numeral.chinese && numeral.value == Some(Decimal::ONE) && numeral.value_max.is_none()
}

/// 指数达到160以上, 得分达到90分, 预期寿命提高1岁, 营收达2.6万亿: a number without a unit, or with one that
/// usually labels, is a quantity where something reaches it and nothing else follows.
pub(super) fn is_reached(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
    let unit = numeral.unit.as_deref();
    let open = match numeral.shape {
        Shape::Bare => true,
        Shape::Quantity => matches!(unit, Some("分" | "岁" | "个工作日" | "工作日")),
        Shape::Duration => matches!(unit, Some("岁" | "天")),
        _ => false,
    };
    if !open || numeral.chinese || numeral.value.is_none() {
        return false;
    }
    let before = scene.text()[clause.from()..numeral.span.from()].trim_end();
    let end = op_after(scene, numeral.span.to(), clause.to())
        .map_or(numeral.span.to(), |(_, span)| span.to());
    let alone = scene.text()[end..clause.to()]
        .trim_start()
        .chars()
        .next()
        .is_none_or(|ch| !ch.is_alphanumeric() && !matches!(ch, '%' | '/' | '+' | '-' | '—' | '~'));
    let reaching = [
        "达到",
        "达",
        "降至",
        "降到",
        "降低到",
        "提高到",
        "提升到",
        "提高至",
        "提升至",
        "增加到",
        "增至",
        "压减至",
        "压缩至",
        "压缩到",
        "缩短至",
        "缩短到",
        "控制在",
    ];
    let compares = scene.words.op_before.iter();
    let reached = reaching.iter().any(|word| before.ends_with(word))
        || compares
            .flat_map(|(_, list)| list)
            .any(|word| before.ends_with(word.as_str()))
        || unit.is_some()
            && ["提高", "增加", "延长"]
                .iter()
                .any(|word| before.ends_with(word));
    alone && reached && before.chars().count() > 3
}

/// 二期, 三级, 5分, 3类: the number labels or marks something.
pub(super) fn is_label(text: &str, numeral: &Numeral) -> bool {
    let unit = numeral.unit.as_deref().unwrap_or("");
    // 十届十次全会 counts sittings; 三张清单 and 两位 are ways of speaking.
    if numeral.chinese
        && (unit == "次" && text[numeral.span.to()..].starts_with(['全', '会', '常', '代'])
            || matches!(unit, "张" | "条" | "门" | "句" | "本" | "单" | "组"))
    {
        return true;
    }
    matches!(
        unit,
        "分" | "类"
            | "天"
            | "岁"
            | "字"
            | "页"
            | "级"
            | "期"
            | "届"
            | "款"
            | "对"
            | "度"
            | "星"
            | "本"
            | "个工作日"
            | "工作日"
    ) || numeral.chinese && unit == "位"
}

/// 年销售收入1亿元以上的企业, 120万吨乙烯改造项目: an amount with a noun right behind it describes the noun.
pub(super) fn threshold(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
    let unit = numeral.unit.as_deref().unwrap_or("");
    let counter = unit.trim_start_matches(['百', '千', '万', '亿', '十']);
    let amounts = [
        "元",
        "吨",
        "千瓦",
        "千瓦时",
        "兆瓦",
        "亩",
        "公顷",
        "平方米",
        "平方公里",
        "立方米",
        "公里",
        "米",
        "斤",
        "公斤",
        "美元",
    ];
    if !amounts.contains(&counter) {
        return false;
    }
    let end = op_after(scene, numeral.span.to(), clause.to())
        .map_or(numeral.span.to(), |(_, span)| span.to());
    let after = scene.text()[end..clause.to()].trim_start();
    let noun_behind = after
        .chars()
        .next()
        .is_some_and(|ch| ch.is_alphabetic() || matches!(ch, '“' | '《'));
    // 设立10亿元产业引导基金 commits to the amount; 由22万元提高到30万元 goes on from it.
    let before = without_comparison(&scene.text()[clause.from()..numeral.span.from()]);
    let set_up = [
        "设立",
        "组建",
        "安排",
        "建成",
        "形成",
        "总规模",
        "规模",
        "发放",
        "投放",
        "筹集",
    ]
    .iter()
    .any(|verb| before.ends_with(verb));
    let goes_on = [
        "提高", "增", "压", "阶段", "提升", "下降", "降", "扩大", "减少", "压缩",
    ]
    .iter()
    .any(|word| after.starts_with(word));
    noun_behind
        && !goes_on
        && (!set_up || after.starts_with('的'))
        && ![
            "和", "及", "与", "规模", "目标", "大关", "台阶", "关口", "门槛", "并",
        ]
        .iter()
        .any(|word| after.starts_with(word))
}

/// 设立总规模近10亿元: the words before an amount without those that compare or measure it.
fn without_comparison(before: &str) -> &str {
    let mut rest = before.trim_end();
    while let Some(shorter) = [
        "不少于",
        "不低于",
        "超过",
        "总规模",
        "规模",
        "总额",
        "达到",
        "约",
        "近",
        "超",
        "逾",
        "达",
    ]
    .iter()
    .find_map(|word| rest.strip_suffix(word))
    .filter(|shorter| !shorter.is_empty())
    {
        rest = shorter;
    }
    rest
}

/// A numeral inside quotation marks or a title is part of a name.
pub(super) fn in_name(text: &str, depths: &Depths, at: usize) -> bool {
    // A joined word of more than the numeral (百家争鸣) cannot be told here; marks can.
    depths.around(at).is_some_and(|(from, _)| {
        text[from..].starts_with(['“', '‘', '《', '〈', '「', '〔', '[', '【'])
    })
}
