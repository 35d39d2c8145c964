//! Quantities that commit to nothing: past results, thresholds, rewards, scores.

use super::Scene;
use super::items::Item;
use crate::clause::Sentence;
use crate::numerals::Shape;
use plan_model::{NumberClass, SectionKind, Span};

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
const PAST_CUES: [&str; 19] = [
    "去年",
    "上年",
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
/// Cues that make the whole rest of their sentence a report.
const SENTENCE_CUES: [&str; 12] = [
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
            reports.push(Span::new(0, first.span.from()));
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
        if !reached && PAST_CUES.iter().any(|cue| before.contains(cue))
            || self.starting_value(scene, clause, item)
        {
            return Some(NumberClass::Baseline);
        }
        if self.past_year(scene, stop, sentence, item) || forecast(scene, stop, item) {
            return Some(NumberClass::Baseline);
        }
        // 同比 tells a result from a goal only where nothing aims: 2019年工作要点 may ask for 同比增长15%以上.
        let aims = scene.meta.main_year().is_some()
            || item.op_after.is_some()
            || scene
                .words
                .soft
                .iter()
                .any(|word| since.contains(word.as_str()));
        (before.contains("同比") && !aims).then_some(NumberClass::Baseline)
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
            || PAST_CUES.iter().any(|cue| before.contains(cue))
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

/// Where the sentence that holds `at` begins, counting a semicolon as part of it.
fn full_stop(text: &str, at: usize) -> usize {
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
fn last_year(scene: &Scene<'_>, within: Span) -> Option<i32> {
    let text = scene.text();
    scene.numerals_in(within).iter().rev().find_map(|n| {
        let before = &text[..n.span.from()];
        let by = before.ends_with(['到', '比', '较', '至', '《']) || compares(scene, n.span);
        match n.shape {
            Shape::Date if !by => n.year_to.or(n.year),
            Shape::Code if !by => five_year_end(text, n.span),
            _ => None,
        }
    })
}

/// “十二五”时期, “十二五”末: the last year of a five-year plan that is named as a time.
pub(super) fn five_year_end(text: &str, name: Span) -> Option<i32> {
    const PLANS: [(&str, i32); 5] = [
        ("十一五", 2010),
        ("十二五", 2015),
        ("十三五", 2020),
        ("十四五", 2025),
        ("十五五", 2030),
    ];
    let word = name.of(text)?;
    let after = text[name.to()..].trim_start_matches(['”', '"', '’']);
    let a_time = ["时期", "期间", "末", "期末", "以来", "五年"]
        .iter()
        .any(|word| after.starts_with(word));
    PLANS
        .iter()
        .find(|(plan, _)| a_time && word.contains(plan))
        .map(|(_, year)| *year)
}

/// Whether a stretch holds a word that looks ahead.
fn aims_in(scene: &Scene<'_>, within: Span) -> bool {
    let text = scene.slice(within);
    let soft = scene.words.soft.iter();
    ["目标", "确保", "计划", "今年"]
        .iter()
        .any(|word| text.contains(word))
        || soft.into_iter().any(|word| text.contains(word.as_str()))
}

/// 预计实现地区生产总值391亿元: what is reckoned with before the year is out, where no goal year stands.
fn forecast(scene: &Scene<'_>, stop: usize, item: &Item) -> bool {
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
pub(super) struct Aim {
    /// The first year of a five-year plan, else the year.
    pub(super) first: i32,
    /// The year by which.
    pub(super) year: i32,
}

/// Times that a sentence names as what it aims at: 2023年经济社会发展的主要预期目标是, “十三五”时期的主要目标是.
pub(super) fn aims<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Aim> + 'a {
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
fn headless_reports(text: &str) -> Vec<Span> {
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

/// 由2020年的1.8%, 比2020年: the year is what a value is held against, not when it was reached.
pub(super) fn compares(scene: &Scene<'_>, date: Span) -> bool {
    scene.text()[..date.from()].ends_with(['由', '从', '自', '比', '较'])
        || scene.text()[date.to()..].starts_with("的基础上")
        || scene.text()[date.to()..].starts_with("基础上")
        || scene.text()[..date.from()].ends_with('为')
            && scene.text()[date.to()..].starts_with('的')
}
