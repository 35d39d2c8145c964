//! The words of a chart: titles, what is printed at marks, what is left out, what the signs mean.

use super::figures::is_soft;
use super::{ChartMark, ChartPanel, Excluded, ExcludedCause, Shape, Sign, SignWords};
use plan_model::{IndicatorRow, Measure, PlanColumn, PlanId, Reason, Statement, Year};
use plan_words::{Language, Phrases, grouped, sign};
use std::collections::BTreeSet;

/// Names printed for one reason before the rest is only counted.
const NAMES: usize = 8;

/// A value in the window's grouping: a narrow space that never breaks.
pub(super) fn figure(value: plan_model::Decimal) -> String {
    grouped(value).replace(',', "\u{202f}")
}

pub(super) fn indicator_name(phrases: &Phrases<'_>, row: &IndicatorRow) -> String {
    match (phrases.language, &row.indicator_en) {
        (Language::En, Some(name)) => name.clone(),
        _ => row.indicator.clone(),
    }
}

pub(super) fn panel_title(phrases: &Phrases<'_>, name: &str, measure: Measure) -> String {
    let measure = phrases.measure(measure);
    phrases.either(
        format!("{name}（{measure}）"),
        format!("{name} ({measure})"),
    )
}

/// One indicator by its name; several by their names as long as they fit a line.
pub(super) fn title_of_figures(phrases: &Phrases<'_>, panels: &[ChartPanel]) -> String {
    if let [only] = panels {
        return only.title.clone();
    }
    let mut names: Vec<&str> = Vec::new();
    for panel in panels {
        if !names.contains(&panel.name.as_str()) {
            names.push(&panel.name);
        }
    }
    match names.as_slice() {
        [] => phrases
            .either("没有可画的指标", "No indicator to draw")
            .to_owned(),
        names if names.len() <= 3 => phrases.list(names.iter().copied()),
        [first, ..] => phrases.either(
            format!("{first}等{}个指标", names.len()),
            format!("{first} and {} other indicators", names.len() - 1),
        ),
    }
}

/// Everything in words that depends on the panel as a whole.
pub(super) fn word_panel(phrases: &Phrases<'_>, panel: &mut ChartPanel, number: usize) {
    panel.subtitle = subtitle(phrases, panel);
    panel.verdict_note = verdict_note(phrases, panel);
    panel.excluded_note = excluded_note(phrases, panel);
    let scopes: BTreeSet<_> = panel.marks.iter().map(|mark| mark.scope.clone()).collect();
    let years_differ = panel.years.len() > 1;
    let unit = panel.unit.as_deref().map(|unit| phrases.unit(unit));
    for (at, mark) in panel.marks.iter_mut().enumerate() {
        mark.id = format!("p{number}m{at}");
        mark.printed = printed(mark);
        mark.condition = condition(phrases, mark, years_differ, scopes.len() > 1);
        mark.label = label(phrases, mark, unit.as_deref(), &panel.name, panel.measure);
    }
}

fn printed(mark: &ChartMark) -> String {
    let max = mark.value_max.map(|max| format!("–{}", figure(max)));
    format!(
        "{}{}{}",
        sign(mark.op),
        figure(mark.value),
        max.unwrap_or_default()
    )
}

pub(super) fn year_words(phrases: &Phrases<'_>, year: Option<Year>, from: Option<Year>) -> String {
    match (year, from) {
        (None, _) => phrases.either("未说明年份", "no year stated").to_owned(),
        (Some(year), Some(from)) if from != year => phrases.period((from, year)),
        (year, _) => phrases.year(year),
    }
}

fn condition(phrases: &Phrases<'_>, mark: &ChartMark, years: bool, scopes: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    if years {
        parts.push(year_words(phrases, mark.year, mark.year_from));
    }
    parts.extend(mark.scope.clone().filter(|_| scopes));
    if is_soft(mark) {
        parts.push(phrases.words.soft_mark.to_owned());
    }
    parts.extend(stated(phrases, mark));
    parts.extend(mark.derived.as_ref().map(|made| phrases.derived(made)));
    parts.join(" · ")
}

/// The value as written, when it was converted, with the factor.
fn stated(phrases: &Phrases<'_>, mark: &ChartMark) -> Option<String> {
    let stated = mark.stated.as_ref()?;
    let max = stated.value_max.map(|max| format!("–{}", figure(max)));
    let unit = stated.unit.as_deref().map(|unit| phrases.unit(unit));
    Some(format!(
        "{} {}{} {} × {}",
        phrases.words.as_written,
        figure(stated.value),
        max.unwrap_or_default(),
        unit.unwrap_or_default(),
        stated.factor.normalize(),
    ))
}

fn label(
    phrases: &Phrases<'_>,
    mark: &ChartMark,
    unit: Option<&str>,
    name: &str,
    measure: Measure,
) -> String {
    let value = match unit {
        Some(unit) => format!("{} {unit}", mark.printed),
        None => mark.printed.clone(),
    };
    let mut parts = vec![
        mark.region.clone(),
        panel_title(phrases, name, measure),
        value,
        year_words(phrases, mark.year, mark.year_from),
    ];
    parts.extend(mark.scope.clone());
    parts.push(phrases.firmness(mark.firmness).to_owned());
    parts.extend(stated(phrases, mark));
    parts.extend(mark.derived.as_ref().map(|made| phrases.derived(made)));
    if mark.conditional {
        parts.push(phrases.words.verdicts[2].to_owned());
    }
    parts.join(phrases.either("，", ", "))
}

fn subtitle(phrases: &Phrases<'_>, panel: &ChartPanel) -> String {
    if panel.marks.is_empty() {
        return String::new();
    }
    let unit = match &panel.unit {
        Some(unit) => phrases.unit(unit),
        None => phrases.either("无单位", "none").to_owned(),
    };
    let unit = phrases.either(format!("单位：{unit}"), format!("Unit: {unit}"));
    let year = match panel.years.as_slice() {
        [Some(year)] => phrases.either(format!("目标年份：{year}"), format!("Target year: {year}")),
        [] | [None] => phrases
            .either("未说明目标年份", "No target year stated")
            .to_owned(),
        _ => phrases
            .either(
                "目标年份不同，标在数值后",
                "Target years differ and stand at each value",
            )
            .to_owned(),
    };
    format!("{unit}{}{year}", phrases.either("　", " · "))
}

fn reasons(phrases: &Phrases<'_>, reasons: &[Reason]) -> String {
    let words: Vec<String> = reasons
        .iter()
        .map(|reason| phrases.reason(reason))
        .collect();
    words.join(phrases.words.clause)
}

fn verdict_note(phrases: &Phrases<'_>, panel: &ChartPanel) -> String {
    let Some(verdict) = panel.verdict else {
        return match panel.marks.len() {
            0 => phrases.either("没有可画的数值。", "There is no figure to draw."),
            _ => phrases.either(
                "只有一个方案给出数值，无可比较。",
                "Only one plan gives a figure; there is nothing to compare it with.",
            ),
        }
        .to_owned();
    };
    let order = match (panel.ranked, panel.measure == Measure::Rank) {
        (true, false) => phrases.either("按数值由高到低排列。", " Highest value first."),
        (true, true) => phrases.either("按位次排列。", " Best place first."),
        (false, _) => phrases.either(
            "按方案顺序排列，不作排名。",
            " In the order of the plans; not a ranking.",
        ),
    };
    let (letter, name) = (verdict.word(), phrases.words.verdicts[verdict as usize]);
    let why = reasons(phrases, &panel.reasons);
    phrases.either(
        format!("可比性 {letter}（{name}）：{why}。{order}"),
        format!("Comparability {letter} ({name}): {why}.{order}"),
    )
}

/// A figure as it is written where it is not drawn.
fn shown(phrases: &Phrases<'_>, said: &Statement) -> String {
    let value = said.value.map(figure).unwrap_or_default();
    let max = said.value_max.map(|max| format!("–{}", figure(max)));
    let unit = said.unit.as_deref().map(|unit| phrases.unit(unit));
    let text = format!(
        "{}{value}{} {}",
        sign(said.op),
        max.unwrap_or_default(),
        unit.unwrap_or_default()
    );
    text.trim().to_owned()
}

/// Why a figure does not stand beside the others, with the figure itself.
pub(super) fn apart(phrases: &Phrases<'_>, said: &Statement, why: &[Reason]) -> String {
    let shown = shown(phrases, said);
    match why {
        [] => phrases.either(
            format!("{shown}，不可比"),
            format!("{shown}, not comparable"),
        ),
        why => {
            let why = reasons(phrases, why);
            phrases.either(format!("{shown}，{why}"), format!("{shown}, {why}"))
        }
    }
}

/// A figure of another year than the one the analyst looks at.
pub(super) fn set_aside(phrases: &Phrases<'_>, said: &Statement) -> String {
    let (shown, year) = (
        shown(phrases, said),
        year_words(phrases, said.year, said.year_from),
    );
    let why = phrases.words.choice.set_aside;
    phrases.either(
        format!("{shown}，{year}，{why}"),
        format!("{shown}, {year}, {why}"),
    )
}

/// One entry for each reason with the plans it holds for, so that 195 silent plans take one line.
fn grouped_by_reason<'e>(
    phrases: &Phrases<'_>,
    excluded: impl Iterator<Item = &'e Excluded>,
) -> String {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for one in excluded {
        match found.iter_mut().find(|(reason, _)| *reason == one.reason) {
            Some((_, regions)) => regions.push(&one.region),
            None => found.push((&one.reason, vec![&one.region])),
        }
    }
    let entries = found.into_iter().map(|(reason, regions)| {
        let names = phrases.list(regions.iter().take(NAMES).copied());
        let names = match regions.len() {
            many if many > NAMES => phrases.either(
                format!("{names}等{many}个"),
                format!("{names} and others, {many} in all"),
            ),
            _ => names,
        };
        phrases.either(
            format!("{names}（{reason}）"),
            format!("{names} ({reason})"),
        )
    });
    entries.collect::<Vec<_>>().join(phrases.words.clause)
}

fn excluded_note(phrases: &Phrases<'_>, panel: &ChartPanel) -> String {
    let drawn: BTreeSet<PlanId> = panel.marks.iter().map(|mark| mark.plan).collect();
    let (also, out): (Vec<&Excluded>, Vec<&Excluded>) = panel
        .excluded
        .iter()
        .partition(|one| drawn.contains(&one.plan));
    let (silent, said): (Vec<&Excluded>, Vec<&Excluded>) = out
        .into_iter()
        .partition(|one| matches!(one.cause, ExcludedCause::Empty { .. }));
    let mut parts: Vec<String> = Vec::new();
    let total = panel.plans;
    let mut add = |list: &[&Excluded], zh: &str, en: &str| {
        if list.is_empty() {
            return;
        }
        let plans: BTreeSet<PlanId> = list.iter().map(|one| one.plan).collect();
        let (n, names) = (
            plans.len(),
            grouped_by_reason(phrases, list.iter().copied()),
        );
        parts.push(phrases.either(
            format!("{total}个方案中{n}个{zh}：{names}。"),
            format!("{n} of {total} plans {en}: {names}."),
        ));
    };
    add(&said, "不可比，未画出", "not comparable and not drawn");
    add(&silent, "没有数值", "without a figure");
    if !also.is_empty() {
        let names = grouped_by_reason(phrases, also.into_iter());
        parts.push(phrases.either(
            format!("另有未画出的表述：{names}。"),
            format!("Statements not drawn: {names}."),
        ));
    }
    parts.join(phrases.either("", " "))
}

/// The notes under a picture: those of each panel, named when there are several.
pub(super) fn notes_of_figures(
    phrases: &Phrases<'_>,
    panels: &[ChartPanel],
    missing: &[String],
) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for panel in panels {
        let said = [&panel.verdict_note, &panel.excluded_note];
        let said = said.into_iter().filter(|note| !note.is_empty());
        if let [_] = panels {
            notes.extend(said.cloned());
        } else {
            let said: Vec<&str> = said.map(String::as_str).collect();
            let said = said.join(phrases.either("", " "));
            notes.push(format!("{}{}{said}", panel.title, phrases.words.colon));
        }
    }
    if !missing.is_empty() {
        let names = phrases.list(missing.iter().map(String::as_str));
        notes.push(phrases.either(
            format!("当前筛选下没有方案提出：{names}。"),
            format!("No plan states under this filter: {names}."),
        ));
    }
    notes
}

pub(super) fn legend_of_figures(phrases: &Phrases<'_>, panels: &[ChartPanel]) -> Vec<SignWords> {
    let marks = || panels.iter().flat_map(|panel| &panel.marks);
    let shaped = |shape: Shape| marks().any(|mark| mark.shape == shape);
    let words = |zh: &str, en: &str| phrases.either(zh, en).to_owned();
    let known = [
        (
            shaped(Shape::Open),
            Sign::Open,
            words("不低于、超过", "at least, more than"),
        ),
        (
            shaped(Shape::Closed),
            Sign::Closed,
            words("不超过、低于", "at most, less than"),
        ),
        (shaped(Shape::Hollow), Sign::Hollow, words("约", "about")),
        (shaped(Shape::Range), Sign::Range, words("区间", "range")),
        (
            marks().any(is_soft),
            Sign::Soft,
            words("力争", "aspirational"),
        ),
        (
            marks().any(|mark| mark.conditional),
            Sign::Conditional,
            words("有条件可比", "comparable with a condition"),
        ),
    ];
    known
        .into_iter()
        .filter(|(occurs, ..)| *occurs)
        .map(|(_, sign, words)| SignWords { sign, words })
        .collect()
}

/// The documents: region, main year and kind of each.
pub(super) fn source(phrases: &Phrases<'_>, plans: &[PlanColumn]) -> String {
    if plans.is_empty() {
        return String::new();
    }
    let named = plans.iter().take(NAMES).map(|plan| {
        let parts = [
            Some(plan.region.clone()),
            plan.main_year.map(|year| year.to_string()),
            plan.genre.as_deref().map(|genre| phrases.genre(genre)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let list = named.collect::<Vec<_>>().join(phrases.words.clause);
    let list = match plans.len() {
        many if many > NAMES => phrases.either(
            format!("{list}等{many}份方案"),
            format!("{list} and others, {many} plans in all"),
        ),
        _ => list,
    };
    phrases.either(format!("来源：{list}。"), format!("Source: {list}."))
}
