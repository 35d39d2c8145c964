//! The years a plan is for, and the years it names as goals.

use super::dates::number;
use plan_model::{FrozenPlan, Year};
use regex::Regex;
use std::sync::LazyLock;

static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)\d{2})\s*年?\s*[-\x{2010}-\x{2015}\x{FF0D}~\x{FF5E}\x{301C}至到]{1,2}\s*((?:19|20)\d{2})").ok()
});
static YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"((?:19|20)\d{2})\s*年?度?").ok());
static VALID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"自\s*((?:19|20)\d{2})年[^\x{3002}]{0,20}?(?:施行|实施|执行)[^\x{3002}]{0,12}?有效期至?\s*((?:19|20)\d{2})年").ok()
});
static HORIZON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:到|至|展望)\s*((?:19|20)\d{2}|[二〇零○一三四五六七八九]{4})\s*年").ok()
});

/// Five-year plans by the word before 五.
const FIVE_YEARS: &[(&str, i32)] = &[
    ("十二五", 2011),
    ("十三五", 2016),
    ("十四五", 2021),
    ("十五五", 2026),
    ("第十二个五年", 2011),
    ("第十三个五年", 2016),
    ("第十四个五年", 2021),
    ("第十五个五年", 2026),
];

/// First and last year of the plan: from its title, from the years it is in force, else from a heading such as
/// 2024年工作安排 when there is no title or the title of a report without its year.
pub(crate) fn period(plan: &FrozenPlan, title: Option<&str>) -> Option<(Year, Year)> {
    if let Some(years) = title.and_then(in_title) {
        return Some(years);
    }
    in_force(plan).or_else(|| {
        if title.is_none_or(|title| title.ends_with("报告")) {
            in_headings(plan)
        } else {
            None
        }
    })
}

fn in_title(title: &str) -> Option<(Year, Year)> {
    if let Some(hit) = RANGE.as_ref()?.captures(title) {
        let (first, last) = (year(&hit[1])?, year(&hit[2])?);
        if first <= last && last.0 - first.0 <= 30 {
            return Some((first, last));
        }
    }
    if let Some(&(_, first)) = FIVE_YEARS.iter().find(|(word, _)| title.contains(word)) {
        return Some((Year(first), Year(first + 4)));
    }
    let single = year(&YEAR.as_ref()?.captures(title)?[1])?;
    Some((single, single))
}

fn in_force(plan: &FrozenPlan) -> Option<(Year, Year)> {
    let hit = VALID.as_ref()?.captures(&plan.text)?;
    let (first, last) = (year(&hit[1])?, year(&hit[2])?);
    (first <= last).then_some((first, last))
}

fn in_headings(plan: &FrozenPlan) -> Option<(Year, Year)> {
    plan.sections
        .iter()
        .filter(|section| section.depth == 1)
        .find_map(|section| {
            let about_work = ["工作", "任务", "目标"]
                .iter()
                .any(|word| section.title.contains(word));
            let past = ["回顾", "总结", "完成"]
                .iter()
                .any(|word| section.title.contains(word));
            let single = year(&YEAR.as_ref()?.captures(&section.title)?[1])?;
            (about_work && !past).then_some((single, single))
        })
}

/// Years named as goals (到2025年), ascending; the year of a one-year plan is always one.
pub(crate) fn horizons(
    plan: &FrozenPlan,
    period: Option<(Year, Year)>,
    issued: Option<&str>,
) -> Vec<Year> {
    let issued = issued.and_then(|date| year(date.get(..4)?));
    let earliest = period.map(|(first, _)| first).max(issued);
    let mut years: Vec<Year> = Vec::new();
    if let Some(pattern) = HORIZON.as_ref() {
        for hit in pattern.captures_iter(&plan.text) {
            let (Some(place), Some(named)) = (hit.get(0), year(&hit[1])) else {
                continue;
            };
            let usable =
                names_a_goal(&plan.text, place.start()) && !plan.is_furniture(place.start());
            if usable && earliest.is_none_or(|earliest| named >= earliest) {
                years.push(named);
            }
        }
    }
    if let Some((first, last)) = period
        && (first == last || years.is_empty())
    {
        years.push(last);
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// 到2025年 names a goal; 有效期至2025年, 2021年至2025年 and a cited title do not.
fn names_a_goal(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let from = before
        .char_indices()
        .rev()
        .nth(60)
        .map_or(0, |(from, _)| from);
    let near = &before[from..];
    let cited = near
        .rfind('\u{300A}')
        .is_some_and(|open| !near[open..].contains('\u{300B}'));
    let bound = [
        "有效期",
        "截",
        "延长",
        "延续",
        "年",
        "月",
        "日",
        "推迟",
        "追溯",
        "达",
        "收",
        "得",
        "不",
    ];
    !cited && !bound.iter().any(|word| near.trim_end().ends_with(word))
}

fn year(text: &str) -> Option<Year> {
    let value = number(text.trim(), true)?;
    (1950..=2100)
        .contains(&value)
        .then(|| i32::try_from(value).ok().map(Year))
        .flatten()
}
