//! What a target is called and counted in, where the text does not say it in one piece.

use super::Scene;
use super::items::Item;
use plan_model::{Measure, Span, Target};

/// 财政科技支出增幅高于一般公共预算支出增幅: the name before the comparison, and what it is held against.
pub(super) fn against(scene: &Scene<'_>, name: Span) -> Option<(Span, Span)> {
    let text = scene.slice(name);
    let (at, word) = ["高于", "快于", "低于", "高出", "优于"]
        .iter()
        .find_map(|word| text.find(word).map(|at| (at, word)))?;
    let end = at + word.len();
    let long = text[..at].chars().count() >= 2 && text[end..].chars().count() >= 2;
    long.then(|| {
        (
            Span::new(name.from(), name.from() + at),
            Span::new(name.from() + end, name.to()),
        )
    })
}

/// 占GDP比重 and 国家级 by themselves speak of what the value before was about.
pub(super) fn elliptic(own: &str, last: &str) -> Option<String> {
    if own.starts_with('占') && !last.contains('占') {
        return Some(format!("{last}{own}"));
    }
    const LEVELS: [&str; 6] = [
        "国家级",
        "省级",
        "市级",
        "省级以上",
        "国家级和省级",
        "市级以上",
    ];
    let bare = LEVELS
        .iter()
        .find_map(|level| last.strip_prefix(level))
        .unwrap_or(last);
    (LEVELS.contains(&own) && !bare.is_empty()).then(|| format!("{own}{bare}"))
}

/// Gives a target a name that does not stand in the text as such.
pub(super) fn rename(scene: &Scene<'_>, target: &mut Target, name: String) {
    if let Some(indicator) = scene.lexicon.canonical(&name) {
        target.indicator.clone_from(&indicator.name);
        target.indicator_type = indicator.indicator_type;
    } else {
        target.indicator_type = scene.lexicon.type_by_head(&name);
        target.indicator.clone_from(&name);
    }
    target.name = name;
}

/// 高新技术企业全覆盖走访 covers visits to the firms, it does not count the firms: the indicator is a coverage of
/// its own, named with the act behind it.
pub(super) fn of_coverage(scene: &Scene<'_>, target: &mut Target, item: &Item) {
    let right = scene.slice(item.right).trim();
    let act = if right.chars().count() <= 6 && right.chars().all(char::is_alphabetic) {
        right
    } else {
        ""
    };
    target.name.push_str(act);
    let rate = format!("{}覆盖率", target.name);
    match scene.lexicon.canonical(&rate) {
        Some(indicator) => {
            target.indicator.clone_from(&indicator.name);
            target.indicator_type = indicator.indicator_type;
        }
        None => target.indicator = rate,
    }
}

/// 城乡居民…分别增长5%和7%: by convention the first value is for the towns, the second for the country.
pub(super) fn town_and_country(scene: &Scene<'_>, target: &mut Target, place: usize) {
    let Some(rest) = target.name.strip_prefix("城乡") else {
        return;
    };
    let name = format!("{}{rest}", if place == 0 { "城镇" } else { "农村" });
    if let Some(indicator) = scene.lexicon.canonical(&name) {
        target.indicator.clone_from(&indicator.name);
        target.indicator_type = indicator.indicator_type;
    } else {
        target.indicator = name;
    }
}

/// The unit as stated; 件 becomes 件/万人 when the name says 万人.
pub(super) fn unit_of(unit: Option<&str>, name: &str, measure: Measure) -> Option<String> {
    let unit = unit?.to_owned();
    // 营收达2.6万亿: a round sum of a name that counts money is in yuan.
    if unit.ends_with('亿') {
        let money = [
            "收入",
            "产值",
            "营收",
            "投资",
            "额",
            "增加值",
            "总值",
            "利润",
            "税收",
            "规模",
            "融资",
            "余额",
            "支出",
            "经费",
            "GDP",
        ];
        return Some(if money.iter().any(|noun| name.ends_with(noun)) {
            format!("{unit}元")
        } else {
            unit
        });
    }
    if measure == Measure::Ratio && !unit.contains('/') {
        for (head, per) in [
            ("每万人", "万人"),
            ("万人", "万人"),
            ("每万名", "万人"),
            ("万名", "万人"),
            ("每千人", "千人"),
            ("千人", "千人"),
            ("每亿元", "亿元"),
            ("户均", "户"),
            ("亩均", "亩"),
            ("千家", "千家"),
            ("万元", "万元"),
            ("每百万人", "百万人"),
            ("每万家", "万家"),
            ("每百家", "百家"),
        ] {
            if name.contains(head) {
                return Some(format!("{unit}/{per}"));
            }
        }
    }
    Some(unit)
}
