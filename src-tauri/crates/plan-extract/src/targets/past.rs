//! Quantities that commit to nothing: past results, thresholds, rewards, scores.

mod time;

pub(super) use time::{aims, five_year, five_year_end};

use super::Scene;
use super::items::Item;
use crate::clause::Sentence;
use plan_model::{NumberClass, SectionKind, Span};
use time::{aims_in, before_aims, forecast, full_stop, headless_reports, last_year};

/// What is past in one plan.
pub(super) struct Past {
    /// Stretches that report what has been done.
    reports: Vec<Span>,
    /// Years before this one are past.
    first_year: Option<i32>,
}

const REPORT_TITLES: [&str; 14] = [
    "执行情况",
    "完成情况",
    "工作总结",
    "主要成效",
    "发展成就",
    "回顾",
    "工作成效",
    "取得的成绩",
    "主要成就",
    "发展基础",
    "发展现状",
    "现状与",
    "面临形势",
    "发展环境",
];
const PAST_CUES: [&str; 23] = [
    "去年",
    "上年",
    "调增",
    "调减",
    "比目标",
    "较目标",
    "已达",
    "已有",
    "已建",
    "已经",
    "已累计",
    "已成为",
    "目前",
    "截至目前",
    "截止目前",
    "荣获",
    "以来",
    "现有",
    "近年来",
    "五年来",
    "一年来",
    "期间累计",
    "原有",
];
/// Comparisons with the year before, which goals make as well.
const AGAINST_LAST: [&str; 6] = [
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上一年",
    "较上一年",
];

/// Whether the words of a clause tell of what is or was.
fn is_told(before: &str) -> bool {
    let told = |text: &str| PAST_CUES.iter().any(|cue| text.contains(cue));
    // The words of a comparison with last year hold a cue themselves; only what stands beside them counts.
    told(before) && {
        let mut rest = before.to_owned();
        for cue in AGAINST_LAST {
            rest = rest.replace(cue, "");
        }
        told(&rest)
    }
}

/// Cues that make the whole rest of their sentence a report.
const SENTENCE_CUES: [&str; 16] = [
    "今年上半年",
    "今年前",
    "前三季度",
    "前三个季度",
    "初步预计",
    "初步核算",
    "初步统计",
    "初步测算",
    "快报",
    "以来",
    "近年来",
    "五年来",
    "一年来",
    "过去五年",
    "过去一年",
    "去年",
];
/// Words of a line that opens what lies ahead, and so closes a report.
const AHEAD: [&str; 7] = ["目标", "任务", "要求", "安排", "思路", "打算", "举措"];
/// Longest line that is read as a heading, in characters.
const HEADING: usize = 30;
const REACHED_FROM: [&str; 14] = [
    "提高到",
    "提高至",
    "增加到",
    "增加至",
    "增长到",
    "增长至",
    "提升到",
    "提升至",
    "下降到",
    "下降至",
    "降至",
    "降到",
    "扩大到",
    "增至",
];
const AWARDS: [&str; 9] = [
    "给予", "予以", "奖励", "奖补", "补助", "补贴", "资助", "贴息", "罚款",
];

impl Past {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let sections = &scene.plan.sections;
        let mut reports: Vec<Span> = sections
            .iter()
            .filter(|section| {
                REPORT_TITLES
                    .iter()
                    .any(|title| section.title.contains(title))
            })
            .map(|section| section.span)
            .collect();
        // An excerpt that begins with part two: what stands before it is the report of the past year.
        if let Some(first) = sections.first()
            && matches!(first.number.as_str(), "二" | "三")
            && scene
                .meta
                .genre
                .as_deref()
                .is_some_and(|genre| genre.contains("报告"))
        {
            reports.push(Span::new(0, before_aims(scene.text(), first.span.from())));
        }
        reports.extend(headless_reports(scene.text()));
        let issued = scene
            .meta
            .issued
            .as_deref()
            .and_then(|date| date.get(..4))
            .and_then(|year| year.parse().ok());
        let period = scene.meta.period.map(|(first, _)| first.0);
        let first_year = period
            .or(issued)
            .or_else(|| aims(scene).map(|aim| aim.first).min());
        Self {
            reports,
            first_year,
        }
    }

    /// The class of a quantity that is no target, or `None` when it may be one.
    pub(super) fn class_of(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        clause: Span,
        item: &Item,
    ) -> Option<NumberClass> {
        let at = item.quantity.span;
        if self.in_report(at) {
            return Some(NumberClass::Baseline);
        }
        if let Some(class) = self.award(scene, sentence, item) {
            return Some(class);
        }
        if item.threshold {
            return Some(NumberClass::Condition);
        }
        let before = scene.slice(Span::new(clause.from(), at.from()));
        let stop = full_stop(scene.text(), sentence.span.from());
        let since = scene.slice(Span::new(stop, at.from()));
        if SENTENCE_CUES.iter().any(|cue| since.contains(cue)) {
            return Some(NumberClass::Baseline);
        }
        // 由目前的22万元提高到30万元: what is reached lies ahead.
        let reached = REACHED_FROM.iter().any(|word| before.contains(word));
        if !reached && is_told(before) || self.starting_value(scene, clause, item) {
            return Some(NumberClass::Baseline);
        }
        if self.past_year(scene, stop, sentence, item) || forecast(scene, stop, item) {
            return Some(NumberClass::Baseline);
        }
        // 同比 and 比上年 tell a result from a goal only where nothing aims: 2019年工作要点 may ask for 同比增长15%以上.
        let aims = scene.meta.main_year().is_some()
            || item.op_after.is_some()
            || scene
                .words
                .soft
                .iter()
                .any(|word| since.contains(word.as_str()));
        let compares =
            before.contains("同比") || AGAINST_LAST.iter().any(|cue| before.contains(cue));
        (compares && !aims).then_some(NumberClass::Baseline)
    }

    fn in_report(&self, at: Span) -> bool {
        self.reports.iter().any(|report| report.contains(at))
    }

    /// Whether a place in a league table is told of the past.
    pub(super) fn reports(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        clause: Span,
        at: Span,
    ) -> bool {
        let stop = full_stop(scene.text(), sentence.span.from());
        let since = scene.slice(Span::new(stop, at.from()));
        let before = scene.slice(Span::new(clause.from(), at.from()));
        let year = || {
            let own = last_year(scene, Span::new(stop, at.from()));
            own.zip(self.first_year)
                .is_some_and(|(year, first)| year < first)
        };
        self.in_report(at)
            || SENTENCE_CUES.iter().any(|cue| since.contains(cue))
            || is_told(before)
            || year()
    }

    /// 从2020年的100家增加到200家: the first value is where it starts from.
    fn starting_value(&self, scene: &Scene<'_>, clause: Span, item: &Item) -> bool {
        let before = scene.slice(Span::new(clause.from(), item.quantity.span.from()));
        let after = scene.slice(Span::new(item.quantity.span.to(), clause.to()));
        let starts = before
            .rfind(['从', '由'])
            .is_some_and(|cue| before[cue..].chars().count() <= 12);
        starts && REACHED_FROM.iter().any(|word| after.contains(word))
    }

    fn past_year(&self, scene: &Scene<'_>, stop: usize, sentence: &Sentence, item: &Item) -> bool {
        let Some(first) = self.first_year else {
            return false;
        };
        let at = item.quantity.span.from();
        let own = last_year(scene, Span::new(sentence.span.from(), at));
        // 2018年，…246家；兑现…6800万元: the year goes on behind a semicolon until something aims.
        let carried = || {
            let aims = aims_in(scene, Span::new(sentence.span.from(), at));
            last_year(scene, Span::new(stop, at)).filter(|_| !aims)
        };
        own.or_else(carried).is_some_and(|year| year < first)
    }

    /// Rewards: 对…的，给予100万元奖励.
    fn award(&self, scene: &Scene<'_>, sentence: &Sentence, item: &Item) -> Option<NumberClass> {
        let text = scene.slice(sentence.span);
        let award_at = AWARDS.iter().filter_map(|word| text.find(word)).min()?;
        let incentive = scene
            .plan
            .section_at(item.quantity.span.from())
            .is_some_and(|s| s.kind == SectionKind::Incentive);
        // 给予10万元、30万元: nothing but the amounts stands between.
        let given = scene.slice(Span::new(
            (sentence.span.from() + award_at).min(item.quantity.span.from()),
            item.quantity.span.from(),
        ));
        let directly = !given.is_empty()
            && AWARDS.iter().any(|word| {
                given.strip_prefix(word).is_some_and(|rest| {
                    rest.chars()
                        .all(|ch| ch.is_ascii_digit() || "、万元至到-—~和最高不超过".contains(ch))
                })
            });
        let conditional = directly
            || text.contains('对')
            || text.contains("最高")
            || text.contains("按")
            || incentive;
        if !conditional || item.coverage {
            return None;
        }
        let money = item
            .quantity
            .unit
            .as_deref()
            .is_some_and(|unit| unit.ends_with('元') || unit == "%");
        let before_award = item.quantity.span.from() < sentence.span.from() + award_at;
        if before_award && item.op_after.is_some() {
            return Some(NumberClass::Condition);
        }
        (money || incentive).then_some(NumberClass::Other)
    }
}

/// 由2020年的1.8%, 比2020年: the year is what a value is held against, not when it was reached.
pub(super) fn compares(scene: &Scene<'_>, date: Span) -> bool {
    scene.text()[..date.from()].ends_with(['由', '从', '自', '比', '较'])
        || scene.text()[date.to()..].starts_with("的基础上")
        || scene.text()[date.to()..].starts_with("基础上")
        || scene.text()[..date.from()].ends_with('为')
            && scene.text()[date.to()..].starts_with('的')
}
