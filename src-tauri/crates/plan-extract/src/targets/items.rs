//! Items of a clause: each quantity with the words that belong to it on either side.

use super::Scene;
use super::marks::Said;
use crate::clause::Depths;
use crate::numerals::{Numeral, Shape};
use plan_lexicon::words::prefix_of;
use plan_model::{Decimal, Op, Span};

/// A quantity with its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The quantity; for 全覆盖 a made-up numeral of 100 %.
    pub(super) quantity: Numeral,
    /// The words before it.
    pub(super) left: Span,
    /// The words after it and its comparing word.
    pub(super) right: Span,
    /// The comparing word after it.
    pub(super) op_after: Option<(Op, Span)>,
    /// It stands in brackets inside the clause.
    pub(super) bracketed: bool,
    /// It is 全覆盖.
    pub(super) coverage: bool,
    /// It is 翻番: a growth rate in a word.
    pub(super) doubled: bool,
    /// It chooses a population (1亿元以上的企业) instead of stating a goal.
    pub(super) threshold: bool,
    /// Position in its clause, and how many there are.
    pub(super) place: (usize, usize),
}

const MOST_QUANTITIES: usize = 60;

/// The quantities of `clause` with their surroundings, in order of place.
pub(super) fn items(scene: &Scene<'_>, clause: Span) -> Vec<Item> {
    let text = scene.slice(clause);
    let depths = Depths::of(text);
    let mut quantities: Vec<(Numeral, bool)> = scene
        .numerals_in(clause)
        .iter()
        .filter(|n| {
            n.span.end <= clause.end
                && (n.shape == Shape::Quantity && !is_one(n) && !is_label(scene.text(), n)
                    || is_reached(scene, clause, n))
                && !super::rank::is_place(scene, clause, n)
                && !in_name(text, &depths, n.span.from() - clause.from())
        })
        .map(|n| (n.clone(), false))
        .collect();
    // No sentence of a plan counts so much in one breath: a list of numbers is no list of goals.
    if quantities.len() > MOST_QUANTITIES {
        return Vec::new();
    }
    quantities.extend(said(scene, clause, &depths));
    quantities.sort_by_key(|(n, _)| n.span);
    let (outer, inner): (Vec<_>, Vec<_>) = quantities
        .into_iter()
        .partition(|(n, _)| !in_round(text, &depths, n.span.from() - clause.from()));
    let mut items = outer_items(scene, clause, &outer);
    items.extend(
        inner
            .into_iter()
            .filter_map(|(n, coverage)| bracketed(scene, clause, &depths, n, coverage)),
    );
    items.sort_by_key(|item| item.quantity.span);
    share_closing_word(scene, &mut items);
    items
}

/// 分别增长5%和7%左右: with 分别 the closing word is for every value; in a plain list only for its own.
fn share_closing_word(scene: &Scene<'_>, items: &mut [Item]) {
    let in_turn = items
        .first()
        .is_some_and(|item| scene.slice(item.left).contains("分别"));
    let Some(op) = items
        .last()
        .and_then(|item| item.op_after)
        .map(|(op, _)| op)
        .filter(|_| in_turn)
    else {
        return;
    };
    for item in items {
        let end = item.quantity.span.to();
        item.op_after.get_or_insert((op, Span::new(end, end)));
    }
}

/// Inside round brackets (quotation marks hold names and are handled before).
fn in_round(text: &str, depths: &Depths, at: usize) -> bool {
    depths
        .around(at)
        .is_some_and(|(from, _)| text[from..].starts_with(['(', '（']))
}

/// 一项, 一个: an article, not a count. Real counts of one are written 1.
fn is_one(numeral: &Numeral) -> bool {
    numeral.chinese && numeral.value == Some(Decimal::ONE) && numeral.value_max.is_none()
}

/// 指数达到160以上, 得分达到90分, 预期寿命提高1岁, 营收达2.6万亿: a number without a unit, or with one that
/// usually labels, is a quantity where something reaches it and nothing else follows.
fn is_reached(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
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
fn is_label(text: &str, numeral: &Numeral) -> bool {
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
fn threshold(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
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
fn in_name(text: &str, depths: &Depths, at: usize) -> bool {
    // A joined word of more than the numeral (百家争鸣) cannot be told here; marks can.
    depths.around(at).is_some_and(|(from, _)| {
        text[from..].starts_with(['“', '‘', '《', '〈', '「', '〔', '[', '【'])
    })
}

/// 产值翻番 and 行政村全覆盖 say a percentage in a word; 翻番行动 is the name of a programme.
fn said(scene: &Scene<'_>, clause: Span, depths: &Depths) -> Vec<(Numeral, bool)> {
    let mut found = Vec::new();
    for &(span, said) in scene.marks.said_in(clause) {
        let programme = ["行动", "计划", "工程", "增长"]
            .iter()
            .any(|name| scene.text()[span.to()..clause.to().max(span.to())].starts_with(name));
        match said {
            Said::Coverage => found.push((made_up(span, Decimal::ONE_HUNDRED), true)),
            Said::Growth(_) if programme || depths.inside(span.from() - clause.from()) => {}
            Said::Growth(percent) => found.push((made_up(span, Decimal::from(percent)), false)),
        }
    }
    found
}

/// A percentage that the text says in a word.
fn made_up(span: Span, value: Decimal) -> Numeral {
    Numeral {
        span,
        number: span,
        shape: Shape::Quantity,
        value: Some(value),
        value_max: None,
        unit: Some("%".to_owned()),
        chinese: true,
        year: None,
        year_to: None,
    }
}

fn outer_items(scene: &Scene<'_>, clause: Span, quantities: &[(Numeral, bool)]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut left_start = clause.from();
    let goals = quantities
        .iter()
        .filter(|(quantity, coverage)| *coverage || !threshold(scene, clause, quantity))
        .count();
    let mut index = 0;
    for (position, (quantity, coverage)) in quantities.iter().enumerate() {
        let op_after = op_of(scene, quantity, clause.to());
        let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
        let is_goal = |(n, covers): &&(Numeral, bool)| *covers || !threshold(scene, clause, n);
        let threshold = !is_goal(&&(quantity.clone(), *coverage));
        let next = quantities[position + 1..]
            .iter()
            .find(is_goal)
            .map(|(n, _)| n.span.from());
        let (right_end, next_left) = match next {
            None => (clause.to(), clause.to()),
            Some(next) => border(scene, after, next),
        };
        items.push(Item {
            quantity: quantity.clone(),
            left: Span::new(left_start.min(quantity.span.from()), quantity.span.from()),
            right: Span::new(after.min(right_end), right_end),
            op_after,
            bracketed: false,
            coverage: *coverage,
            doubled: scene.marks.is_doubling(quantity.span),
            threshold,
            place: (index, goals),
        });
        // A threshold belongs to the name of the next quantity (销售收入超亿元的非公企业达到20家).
        if !threshold {
            left_start = next_left;
            index += 1;
        }
    }
    items
}

/// Where the words after one quantity end and those before the next begin.
fn border(scene: &Scene<'_>, after: usize, next: usize) -> (usize, usize) {
    let gap = &scene.text()[after..next];
    let depths = Depths::of(gap);
    let separators: Vec<(usize, usize)> = gap
        .char_indices()
        .filter(|(at, _)| !depths.inside(*at))
        .filter_map(|(at, ch)| match ch {
            '、' | '和' | '及' | '与' | '或' | '，' | ',' => Some((at, at + ch.len_utf8())),
            _ => None,
        })
        .collect();
    match (separators.first(), separators.last()) {
        // 4个、高端人才100名: the item ends at once.
        (Some(first), _) if first.0 == 0 => (after, after + first.1),
        // 30项重大专项和150项…: the next quantity stands right behind the separator.
        (_, Some(last)) if gap[last.1..].trim().is_empty() => (after + last.0, after + last.1),
        (Some(first), _) => (after + first.0, after + first.1),
        // 实现100家(…)50家: nothing divides them; the words belong to the later number.
        _ => (next, after),
    }
}

fn bracketed(
    scene: &Scene<'_>,
    clause: Span,
    depths: &Depths,
    quantity: Numeral,
    coverage: bool,
) -> Option<Item> {
    let (open, close) = depths.around(quantity.span.from() - clause.from())?;
    let bracket = scene.text()[clause.from() + open..].chars().next()?;
    let (from, to) = (
        clause.from() + open + bracket.len_utf8(),
        clause.from() + close,
    );
    let inside = &scene.text()[from..quantity.span.from()];
    let start = inside
        .rfind(['，', ',', '、', '；', '：', ':'])
        .map_or(from, |at| {
            from + at + inside[at..].chars().next().map_or(0, char::len_utf8)
        });
    let op_after = op_of(scene, &quantity, to);
    let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
    Some(Item {
        left: Span::new(start, quantity.span.from()),
        right: Span::new(after.min(to), to),
        quantity,
        op_after,
        bracketed: true,
        coverage,
        doubled: false,
        threshold: false,
        place: (0, 1),
    })
}

/// The comparing word after a quantity, or inside it (50余户).
fn op_of(scene: &Scene<'_>, quantity: &Numeral, end: usize) -> Option<(Op, Span)> {
    let at = quantity.span.to();
    op_after(scene, at, end).or_else(|| {
        let inside = Span::new(quantity.number.to().min(at), at);
        let more = scene.slice(inside).trim_start().starts_with(['余', '多']);
        more.then(|| (Op::MoreThan, Span::new(at, at)))
    })
}

fn op_after(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Op, Span)> {
    let rest = scene.text().get(at..end)?;
    scene
        .words
        .op_after
        .iter()
        .filter_map(|(op, list)| prefix_of(rest, list).map(|word| (*op, word)))
        .max_by_key(|(_, word)| word.len())
        .map(|(op, word)| (op, Span::new(at, at + word.len())))
}
