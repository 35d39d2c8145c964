//! The year by which: named in the sentence, else in the section, else the plan's own period.

use super::Scene;
use super::past::{aims, compares, five_year, five_year_end};
use crate::clause::Sentence;
use crate::numerals::{Numeral, Shape};
use plan_model::{Measure, SectionId, SectionKind, Span, Year};

/// Goal years of a plan: dates that a goal is set for (到2025年, 2024年底, 2022年…).
pub(super) struct GoalYears {
    /// (place, year, innermost section), ascending.
    goals: Vec<(Span, i32, Option<SectionId>)>,
    /// The one year that a text without a period or horizon says it aims at.
    aim: Option<i32>,
}

/// A year with how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) year: Option<Year>,
    pub(super) year_from: Option<Year>,
    /// It is named with 到 or 底: a date by which, not a year in which.
    pub(super) by_date: bool,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

impl GoalYears {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let goals = scene
            .numerals
            .iter()
            .filter_map(|n| {
                let year = match n.shape {
                    Shape::Date if is_goal(scene, n) && !is_past(scene, n) => {
                        n.year_to.or(n.year)?
                    }
                    Shape::Code => plan_goal(scene, n)?,
                    _ => return None,
                };
                Some((
                    n.span,
                    year,
                    scene.plan.section_at(n.span.from()).map(|s| s.id),
                ))
            })
            .collect();
        let mut aims: Vec<i32> = aims(scene).map(|aim| aim.year).collect();
        if aims.is_empty() && scene.meta.title.is_none() {
            aims = reported_plans(scene);
        }
        aims.dedup();
        let aim = match aims.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        Self { goals, aim }
    }

    /// The year that governs the quantity at `at`.
    pub(super) fn governing(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        at: Span,
        measure: Measure,
        reached: bool,
    ) -> Found {
        let from = self
            .goals
            .partition_point(|goal| goal.0.start < sentence.span.start);
        let here = self.goals.partition_point(|goal| goal.0.start < at.start);
        let until = self
            .goals
            .partition_point(|goal| goal.0.start < sentence.span.end);
        let in_sentence = self.goals[from.min(here)..here]
            .last()
            // A year in the middle of a sentence governs what follows it; what precedes it only when the plan
            // as a whole names no year.
            .or_else(|| {
                let alone = scene.meta.main_year().is_none();
                self.goals[from..until].first().filter(|_| alone)
            });
        if let Some((span, year, _)) = in_sentence {
            let year_from = scene
                .numerals_in(*span)
                .first()
                .filter(|n| n.year_to.is_some())
                .and_then(|n| n.year);
            return Found {
                year: Some(Year(*year)),
                year_from: year_from.map(Year),
                by_date: by_date(scene, *span),
                rule: "year_in_sentence",
            };
        }
        let end = scene.meta.period.map(|(_, last)| last.0);
        let inherited = self
            .in_paragraph(scene, at)
            .filter(|(_, year)| end.is_none_or(|end| *year <= end))
            .or_else(|| heading_year(scene, at))
            .or_else(|| self.in_section(scene, at).filter(|_| end.is_none()));
        let by_date = inherited.is_some_and(|(span, _)| by_date(scene, span));
        let year = inherited
            .map(|(_, year)| Year(year))
            .or_else(|| from_plan(scene, at, measure, reached))
            .or_else(|| {
                let silent = scene.meta.period.is_none() && scene.meta.horizons.is_empty();
                self.aim.filter(|_| silent).map(Year)
            });
        let rule = match (inherited, year) {
            (Some(_), _) => "year_in_section",
            (None, Some(_)) => "year_of_plan",
            (None, None) => "year_none",
        };
        Found {
            year,
            year_from: None,
            by_date,
            rule,
        }
    }

    /// 到2023年、2025年分别达到380家、500家: the year of the value at `place` among those of its clause, when the
    /// sentence names as many years in a row before them.
    pub(super) fn in_turn(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        at: Span,
        place: (usize, usize),
    ) -> Option<Found> {
        let from = self
            .goals
            .partition_point(|goal| goal.0.start < sentence.span.start);
        let here = self.goals.partition_point(|goal| goal.0.start < at.start);
        let first = here.checked_sub(place.1).filter(|first| *first >= from)?;
        let row = self.goals.get(first..here)?;
        let in_a_row = row.windows(2).all(|pair| {
            let between = Span::new(pair[0].0.to(), pair[1].0.from());
            matches!(
                scene.slice(between),
                "、" | "和" | "及" | "，" | "、到" | "和到"
            )
        });
        let (span, year, _) = row.get(place.0)?;
        (place.1 > 1 && in_a_row).then(|| Found {
            year: Some(Year(*year)),
            year_from: None,
            by_date: by_date(scene, row[0].0) || by_date(scene, *span),
            rule: "year_in_sentence",
        })
    }

    /// The last goal year before the place in its paragraph. 2024年底前 is a deadline of its own sentence only.
    fn in_paragraph(&self, scene: &Scene<'_>, at: Span) -> Option<(Span, i32)> {
        let text = scene.text();
        let start = list_start(text, at.from());
        let section = scene.plan.section_at(at.from()).map(|section| section.id);
        let from = self.goals.partition_point(|goal| goal.0.from() < start);
        let here = self.goals.partition_point(|goal| goal.0.start < at.start);
        self.goals[from.min(here)..here]
            .iter()
            .rev()
            .find(|(span, _, own)| *own == section && !text[span.to()..].starts_with('前'))
            .map(|(span, year, _)| (*span, *year))
    }

    /// The last goal year before the place in its section, else the first after it there.
    fn in_section(&self, scene: &Scene<'_>, at: Span) -> Option<(Span, i32)> {
        let section = scene.plan.section_at(at.from())?;
        let from = self
            .goals
            .partition_point(|goal| goal.0.start < section.span.start);
        let here = self.goals.partition_point(|goal| goal.0.start < at.start);
        let until = self
            .goals
            .partition_point(|goal| goal.0.start < section.span.end);
        let inside = |goal: &&(Span, i32, Option<SectionId>)| goal.2 == Some(section.id);
        let before = self.goals[from.min(here)..here].iter().rev().find(inside);
        before
            .or_else(|| self.goals[here.min(until)..until].iter().find(inside))
            .map(|(span, year, _)| (*span, *year))
    }
}

/// Where the line of `at` begins; for an item of a list, the line that introduces the list.
fn list_start(text: &str, at: usize) -> usize {
    // A list's introduction is near; a line longer than this is its own beginning.
    let line_start = |at: usize| {
        let (from, _) = window(text, Span::new(at, at), 20_000);
        text[from..at]
            .rfind('\n')
            .map_or(from, |line| from + line + 1)
    };
    let mut start = line_start(at);
    for _ in 0..40 {
        let item = text[start..].trim_start_matches([' ', '\u{3000}', '\t']);
        if start == 0
            || !item.starts_with([
                '—', '–', '-', '－', '•', '·', '●', '○', '▪', '■', '◆', '★', '※',
            ])
        {
            break;
        }
        start = line_start(start - 1);
    }
    start
}

fn by_date(scene: &Scene<'_>, span: Span) -> bool {
    let before = &scene.text()[..span.from()];
    before.ends_with('到') || before.ends_with('至') || scene.slice(span).ends_with(['底', '末'])
}

/// A date sets a goal unless it is part of a title, a document number, a bracket or a day of issue.
fn is_goal(scene: &Scene<'_>, date: &Numeral) -> bool {
    let before = &scene.text()[..date.span.from()];
    let after = &scene.text()[date.span.to()..];
    if before.ends_with(['〔', '[', '【', '《', '“', '(', '（'])
        || before.ends_with("比")
        || before.ends_with("较")
    {
        return false;
    }
    if scene.slice(date.span).contains('月') || scene.plan.is_furniture(date.span.from()) {
        return false;
    }
    // A year right before 工作计划, 工作要点 names a document; 年度 may still set a goal.
    if [
        "工作计划",
        "工作要点",
        "行动计划",
        "实施方案",
        "建设",
        "重点改革",
        "高层次",
    ]
    .iter()
    .any(|word| after.starts_with(word))
    {
        return false;
    }
    let in_section = scene.plan.section_at(date.span.from());
    // Years in headings of a whole part name the part, not a goal; so do those on a title's line.
    !in_section.is_some_and(|section| section.heading.contains(date.span) && section.depth == 1)
        && (in_section.is_some() || in_prose(scene.text(), date.span))
        || before.ends_with(['到', '至'])
}

/// Whether the line of a date is a sentence, not a title.
fn in_prose(text: &str, date: Span) -> bool {
    // No title is longer than this on either side of its year; a line that is must be prose.
    const SIDE: usize = 300;
    let (from, to) = window(text, date, SIDE);
    let start = text[from..date.from()].rfind('\n').map(|at| from + at + 1);
    let end = text[date.to()..to].find('\n').map(|at| date.to() + at);
    let (Some(start), Some(end)) = (
        start.or((from == 0).then_some(0)),
        end.or((to == text.len()).then_some(to)),
    ) else {
        return true;
    };
    text[start..end].contains(['。', '，', '；', '：', ',', ';'])
}

/// At most `side` bytes on either side of `span`, on character borders.
fn window(text: &str, span: Span, side: usize) -> (usize, usize) {
    let mut from = span.from().saturating_sub(side);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (span.to() + side).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    (from, to)
}

/// The year that a heading around the place names (三、2025年主要任务).
fn heading_year(scene: &Scene<'_>, at: Span) -> Option<(Span, i32)> {
    let mut section = scene.plan.section_at(at.from());
    while let Some(around) = section {
        let dates = scene.numerals_in(around.heading).iter();
        let named =
            dates.filter(|n| n.shape == Shape::Date && !is_past(scene, n) && n.year_to.is_none());
        if let Some((date, year)) = named.filter_map(|n| Some((n.span, n.year?))).next_back()
            && around.title.chars().count() <= 40
        {
            return Some((date, year));
        }
        section = around
            .parent
            .and_then(|parent| scene.plan.sections.get(parent.0 as usize));
    }
    None
}

/// The years of the plans that a text without a title of its own tells about: 印发《数字辽宁建设2022年工作要点》.
fn reported_plans(scene: &Scene<'_>) -> Vec<i32> {
    let text = scene.text();
    let year = |n: &Numeral| {
        // A title is short; looking further would cost a long text its square.
        let (from, to) = window(text, n.span, 150);
        let open = from + text[from..n.span.from()].rfind('《')?;
        let title = &text[open..to];
        let close = title.find(['》', '\n', '。'])?;
        let inside = open + close > n.span.to();
        let plan = ["工作要点", "工作计划", "行动计划", "规划", "方案"]
            .iter()
            .any(|kind| title[..close].contains(kind));
        let year = match n.shape {
            Shape::Code => five_year(n.span.of(text)?),
            _ => n.year_to.or(n.year),
        };
        year.filter(|_| inside && plan)
    };
    scene.numerals.iter().filter_map(year).collect()
}

/// “十四五”期间, “十四五”末: the last year of a five-year plan that is not over before this one begins.
fn plan_goal(scene: &Scene<'_>, name: &Numeral) -> Option<i32> {
    let year = five_year_end(scene.text(), name.span)?;
    let first = scene.meta.period.map(|(first, _)| first.0);
    let ahead = first.is_none_or(|first| year >= first);
    let heading = scene
        .plan
        .section_at(name.span.from())
        .is_some_and(|section| section.heading.contains(name.span));
    (ahead && !heading).then_some(year)
}

/// What the plan as a whole is for. A yearly flow or a standing rule inherits nothing from a mere horizon.
fn from_plan(scene: &Scene<'_>, at: Span, measure: Measure, reached: bool) -> Option<Year> {
    if let Some((_, last)) = scene.meta.period {
        return Some(last);
    }
    // 提高到50% is reached at some time; 不低于60% holds always.
    let standing = match measure {
        Measure::Annual | Measure::Rank => true,
        Measure::Share | Measure::Ratio => !reached,
        _ => false,
    };
    let goal = scene
        .plan
        .section_at(at.from())
        .is_some_and(|s| s.kind == SectionKind::Goal);
    match scene.meta.horizons.as_slice() {
        [only] if !standing || goal => Some(*only),
        _ => None,
    }
}

/// A year before the plan begins, or one that a value is held against.
fn is_past(scene: &Scene<'_>, date: &Numeral) -> bool {
    let first = scene.meta.period.map(|(first, _)| first.0);
    let last = date.year_to.or(date.year);
    compares(scene, date.span) || first.zip(last).is_some_and(|(first, year)| year < first)
}
