//! What a text says of its times: where a sentence begins, which years it names, what it aims at, where it reports.

use super::super::Scene;
use super::super::items::Item;
use super::{AHEAD, HEADING, REPORT_TITLES, compares};
use crate::clause::Depths;
use crate::numerals::Shape;
use plan_model::Span;

/// Where the sentence that holds `at` begins, counting a semicolon as part of it.
pub(super) fn full_stop(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let found = before.char_indices().rev().take(600);
    let mut stop = at;
    for (place, ch) in found {
        if matches!(ch, '。' | '！' | '？' | '\n') {
            return stop;
        }
        stop = place;
    }
    stop
}

/// The last year that a stretch names by itself, a five-year plan counting by its last one.
pub(super) fn last_year(scene: &Scene<'_>, within: Span) -> Option<i32> {
    let text = scene.text();
    let depths = Depths::of(scene.slice(within));
    scene.numerals_in(within).iter().rev().find_map(|n| {
        let before = &text[..n.span.from()];
        let by = before.ends_with(['到', '比', '较', '至', '《']) || compares(scene, n.span);
        // 达到60亿元（2020年为18.4亿元），…: a year in brackets speaks of what stands in them.
        let bracketed = depths
            .around(n.span.from() - within.from())
            .is_some_and(|(open, _)| scene.slice(within)[open..].starts_with(['(', '（']));
        match n.shape {
            _ if bracketed => None,
            Shape::Date if !by => n.year_to.or(n.year),
            Shape::Code if !by => five_year_end(text, n.span),
            _ => None,
        }
    })
}

/// The last year of the five-year plan that a name holds.
pub(in super::super) fn five_year(name: &str) -> Option<i32> {
    const PLANS: [(&str, i32); 5] = [
        ("十一五", 2010),
        ("十二五", 2015),
        ("十三五", 2020),
        ("十四五", 2025),
        ("十五五", 2030),
    ];
    let plan = PLANS.iter().find(|(plan, _)| name.contains(plan));
    plan.map(|(_, year)| *year)
}

/// “十二五”时期, “十二五”末: the last year of a five-year plan that is named as a time.
pub(in super::super) fn five_year_end(text: &str, name: Span) -> Option<i32> {
    let word = name.of(text)?;
    let after = text[name.to()..].trim_start_matches(['”', '"', '’']);
    let a_time = ["时期", "期间", "末", "期末", "以来", "五年"]
        .iter()
        .any(|word| after.starts_with(word));
    five_year(word).filter(|_| a_time)
}

/// Whether a stretch holds a word that looks ahead.
pub(in super::super) fn aims_in(scene: &Scene<'_>, within: Span) -> bool {
    let text = scene.slice(within);
    let soft = scene.words.soft.iter();
    ["目标", "确保", "计划", "今年"]
        .iter()
        .any(|word| text.contains(word))
        || soft.into_iter().any(|word| text.contains(word.as_str()))
}

/// 预计实现地区生产总值391亿元: what is reckoned with before the year is out, where no goal year stands.
pub(super) fn forecast(scene: &Scene<'_>, stop: usize, item: &Item) -> bool {
    let within = Span::new(stop, item.quantity.span.from());
    let text = scene.slice(within);
    let Some(at) = text.rfind("预计") else {
        return false;
    };
    let behind = &text[at + "预计".len()..];
    let achieved = ["实现", "完成", "全年", "可完成", "可实现", "达到", "达"]
        .iter()
        .any(|word| behind.starts_with(word));
    let dated = scene
        .numerals_in(within)
        .iter()
        .any(|n| n.shape == Shape::Date && n.year.is_some());
    achieved && !dated && !text.contains("目标")
}

/// A time that the text says it aims at.
pub(in super::super) struct Aim {
    /// The first year of a five-year plan, else the year.
    pub(in super::super) first: i32,
    /// The year by which.
    pub(in super::super) year: i32,
}

/// Times that a sentence names as what it aims at: 2023年经济社会发展的主要预期目标是, “十三五”时期的主要目标是.
pub(in super::super) fn aims<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Aim> + 'a {
    let text = scene.text();
    scene.numerals.iter().filter_map(move |n| {
        let (first, year) = match n.shape {
            Shape::Date => (n.year?, n.year_to.or(n.year)?),
            Shape::Code => five_year_end(text, n.span).map(|end| (end - 4, end))?,
            _ => return None,
        };
        let before = text[..n.span.from()]
            .trim_end_matches(['“', '"', '‘'])
            .chars()
            .next_back();
        let opens = before.is_none_or(|ch| !ch.is_alphanumeric());
        let behind = text[n.span.to()..].trim_start_matches(['，', ',']);
        let rest: String = behind.chars().take(24).collect();
        let clause = rest
            .split(['，', '。', '\n', '；', ','])
            .next()
            .unwrap_or("");
        let aim = clause.find("目标").is_some_and(|at| {
            let behind = &clause[at..];
            behind.contains(['：', ':', '是', '为']) || behind == "目标"
        });
        let done = clause.contains("完成") || clause.contains("实现");
        (opens && aim && !done).then_some(Aim { first, year })
    })
}

/// Reports under a heading without a number: 2019年工作回顾 on a line of its own, up to a line that looks ahead.
pub(super) fn headless_reports(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let heading = !words.is_empty()
            && words.chars().nth(HEADING).is_none()
            && !words.contains(['。', '，', '；', '：', ',', ';']);
        if heading {
            let reports = REPORT_TITLES.iter().any(|title| words.contains(title));
            let ahead = !reports && AHEAD.iter().any(|word| words.contains(word));
            if reports {
                open.get_or_insert(at);
            } else if ahead && let Some(from) = open.take() {
                found.push(Span::new(from, at));
            }
        }
        at += line.len();
    }
    found.extend(open.map(|from| Span::new(from, text.len())));
    found
}

/// Where, before `end`, a text begins to say what it aims at: 今年经济社会发展主要预期目标是.
pub(super) fn before_aims(text: &str, end: usize) -> usize {
    let front = &text[..end];
    let aim = ["目标是", "目标为", "目标："]
        .iter()
        .filter_map(|word| front.find(word))
        .min();
    aim.map_or(end, |at| {
        let stop = front[..at].rfind(['。', '\n']);
        stop.map_or(0, |stop| {
            stop + front[stop..].chars().next().map_or(1, char::len_utf8)
        })
    })
}
