//! Relative targets: 高于全省平均水平, 与经济增长同步. They have a benchmark and no number.

use super::confidence::{self, Grounds};
use super::strip::Stripper;
use super::{Found, Scene, build, endeavour, year};
use crate::clause::Sentence;
use plan_lexicon::words::{prefix_of, suffix_of};
use plan_model::{Measure, Op, Span};

const COMPARING: [(&str, Op); 15] = [
    ("不低于", Op::AtLeast),
    ("略高于", Op::MoreThan),
    ("高于", Op::MoreThan),
    ("快于", Op::MoreThan),
    ("优于", Op::MoreThan),
    ("超过", Op::MoreThan),
    ("超出", Op::MoreThan),
    ("赶上", Op::Equal),
    ("达到", Op::Equal),
    ("大于", Op::MoreThan),
    ("不高于", Op::AtMost),
    ("低于", Op::LessThan),
    ("与", Op::Equal),
    ("同", Op::Equal),
    ("和", Op::Equal),
];

/// Finds a relative target in a clause that holds no quantity.
pub(super) fn in_clause(
    scene: &Scene<'_>,
    sentence: &Sentence,
    clause: Span,
    years: &year::GoalYears,
    state: &mut build::State,
    found: &mut Found,
) {
    let text = scene.slice(clause);
    if !scene.marks.may_compare(clause) {
        return;
    }
    let hit = COMPARING.iter().find_map(|(word, op)| {
        let at = text.find(word)?;
        let benchmark = prefix_of(&text[at + word.len()..], &scene.words.benchmarks)?;
        let rest = &text[at + word.len() + benchmark.len()..];
        let joined = matches!(*word, "与" | "同" | "和");
        let end = if joined {
            // 与…同步, 与…一致: without the closing word it is only 和.
            let close = [
                "基本同步",
                "保持同步",
                "同步增长",
                "同步",
                "基本一致",
                "保持一致",
                "一致",
                "持平",
            ]
            .iter()
            .find(|w| rest.starts_with(**w))?;
            at + word.len() + benchmark.len() + close.len()
        } else {
            rest.is_empty().then_some(text.len())?
        };
        Some((at, *op, benchmark, end))
    });
    let Some((at, op, benchmark, end)) = hit else {
        return;
    };
    let left = Span::new(clause.from(), clause.from() + at);
    let stripper = Stripper {
        text: scene.text(),
        words: scene.words,
        lexicon: scene.lexicon,
        dates: &scene.times,
    };
    let mut before = stripper.before(left);
    if before.name.is_none() {
        before.name = before.name_with_change;
    }
    // 人才贡献率达到40%以上，高于全省平均水平: the name is that of the value before.
    let spoken = || {
        let last = found
            .targets
            .last()
            .filter(|_| left.is_empty() && state.spoken)?;
        let from = sentence.span.from();
        let said = scene.slice(Span::new(from, clause.from().max(from)));
        let at = from + said.rfind(&last.name)?;
        Some((Span::new(at, at + last.name.len()), last.measure))
    };
    let inherited = spoken();
    let Some(mut name) = before.name.or(inherited.map(|(name, _)| name)) else {
        return;
    };
    for tail in ["年均增长速度", "增长速度", "年均增速", "年均增长"] {
        if let Some(rest) = scene
            .slice(name)
            .strip_suffix(tail)
            .filter(|rest| !rest.is_empty())
        {
            name = Span::new(name.from(), name.from() + rest.len());
        }
    }
    if suffix_of(scene.slice(name), &scene.words.scopes).is_some()
        || scene.slice(name).chars().count() > 30
    {
        return;
    }
    let wording = scene.slice(name);
    let share = ["强度", "比重", "占比", "率"]
        .iter()
        .any(|word| wording.ends_with(word))
        && before.change.is_none();
    let state_of = ["满意度", "指数", "得分", "知晓率"]
        .iter()
        .any(|word| wording.ends_with(word))
        && before.change.is_none();
    let measure = if let Some((_, measure)) = inherited {
        measure
    } else if state_of {
        Measure::Level
    } else if share {
        Measure::Share
    } else {
        Measure::Growth
    };
    let when = years.governing(
        scene,
        sentence,
        Span::new(clause.from() + at, clause.from() + end),
        measure,
        false,
    );
    let mut target = build::blank(scene, name, measure, op, when);
    let from = if inherited.is_some() {
        clause.from() + at
    } else {
        before.from.unwrap_or(name.from()).min(name.from())
    };
    target.quote = Span::new(from, clause.from() + end);
    target.relative_to = Some(benchmark.to_owned());
    target.firmness = endeavour::firmness(scene, sentence, clause.from() + at);
    "relative".clone_into(&mut target.rule);
    let grounds = Grounds {
        name: "relative",
        shared: false,
        measure: if share || before.change.is_none() {
            "measure_by_name"
        } else {
            "measure_by_verb"
        },
        year: when.rule,
        op: "op_by_word_before",
    };
    confidence::settle(scene, &mut target, &grounds);
    state.said(None);
    found.targets.push(target);
}
