//! How many targets of which types and measures, and what the plans have in common.

use super::names;
use crate::model::{Report, Sentence, SummaryPart};
use plan_model::{Firmness, Matrix, Measure};
use plan_words::Phrases;

/// Names listed before the rest is only counted.
const NAMES: usize = 8;

pub(super) fn targets(phrases: &Phrases<'_>, report: &Report) -> Option<SummaryPart> {
    let (plans, shown) = (report.plans.len(), report.targets_shown);
    let indicators: usize = report.tables.iter().map(|table| table.rows.len()).sum();
    let each: Vec<String> = report
        .plans
        .iter()
        .map(|plan| counted(phrases, &plan.region, plan.targets as usize))
        .collect();
    let mut types: Vec<(&str, u32)> = report
        .tables
        .iter()
        .map(|table| {
            let targets = table.plan_targets.iter().sum();
            (table.title.as_str(), targets)
        })
        .collect();
    types.sort_by_key(|(_, targets)| std::cmp::Reverse(*targets));
    let types: Vec<String> = types
        .into_iter()
        .map(|(title, targets)| counted(phrases, title, targets as usize))
        .collect();
    let measures = Measure::ALL.iter().filter_map(|measure| {
        let of = |source: &&crate::SourceSentence| source.measure == *measure;
        let count = report.sources.iter().filter(of).count();
        (count > 0).then(|| (phrases.measure(*measure), count))
    });
    let mut measures: Vec<(&str, usize)> = measures.collect();
    measures.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let measures: Vec<String> = measures
        .into_iter()
        .map(|(word, count)| counted(phrases, word, count))
        .collect();
    let soft = report
        .sources
        .iter()
        .filter(|source| source.firmness == Firmness::Soft)
        .count();
    let comma = phrases.words.list_comma;
    let sentences = [
        phrases.either(
            format!("对比{plans}个方案，共列出{shown}项目标、{indicators}个指标。各方案目标数：{}。", names(phrases, &each, NAMES)),
            format!("{plans} plans are compared; {shown} targets under {indicators} indicators are listed. Targets by plan: {}.", names(phrases, &each, NAMES)),
        ),
        phrases.either(
            format!("按指标类型：{}。", types.join(comma)),
            format!("By type of indicator: {}.", types.join(comma)),
        ),
        phrases.either(
            format!("按量的性质：{}。", measures.join(comma)),
            format!("By measure: {}.", measures.join(comma)),
        ),
        phrases.either(
            format!("其中{soft}项目标用“力争”“争取”等语气，其余{}项为确定表述。", report.sources.len() - soft),
            format!("{soft} targets are worded as an endeavour, the other {} as a plain commitment.", report.sources.len() - soft),
        ),
    ];
    Some(SummaryPart {
        heading: phrases.either("目标数量", "Targets").to_owned(),
        sentences: sentences.into_iter().map(Sentence::plain).collect(),
    })
}

pub(super) fn shared(
    phrases: &Phrases<'_>,
    matrix: &Matrix,
    report: &Report,
) -> Option<SummaryPart> {
    if report.plans.len() < 2 {
        return None;
    }
    let rows = report.tables.iter().flat_map(|table| &table.rows);
    let counts = matrix.groups.iter().flat_map(|group| &group.rows);
    let mut by_plans: Vec<(&str, u32)> = rows
        .zip(counts)
        .map(|(row, counted)| (row.name.as_str(), counted.plan_count))
        .collect();
    let all = by_plans.len();
    by_plans.retain(|(_, plans)| *plans >= 2);
    by_plans.sort_by_key(|(_, plans)| std::cmp::Reverse(*plans));
    let heading = phrases.either("共有指标", "Shared indicators").to_owned();
    if by_plans.is_empty() {
        let sentence = phrases.either(
            format!("{all}个指标都只有一个方案提出，没有共有指标。"),
            format!("Each of the {all} indicators is stated by one plan only; none is shared."),
        );
        return Some(SummaryPart {
            heading,
            sentences: vec![Sentence::plain(sentence)],
        });
    }
    let shared = by_plans.len();
    let list: Vec<String> = by_plans
        .iter()
        .map(|(name, plans)| {
            phrases.either(
                format!("{name}（{plans}个方案）"),
                format!("{name} ({plans} plans)"),
            )
        })
        .collect();
    let everywhere: Vec<String> = by_plans
        .iter()
        .filter(|(_, plans)| *plans as usize == report.plans.len())
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let first = phrases.either(
        format!(
            "{all}个指标中，{shared}个由两个以上方案提出：{}。",
            names(phrases, &list, NAMES)
        ),
        format!(
            "Of {all} indicators {shared} are stated by two plans or more: {}.",
            names(phrases, &list, NAMES)
        ),
    );
    let second = match everywhere.len() {
        0 => phrases
            .either(
                "没有一个指标由全部方案提出。",
                "No indicator is stated by all plans.",
            )
            .to_owned(),
        count => phrases.either(
            format!(
                "{count}个指标由全部方案提出：{}。",
                names(phrases, &everywhere, NAMES)
            ),
            format!(
                "Stated by all plans: {count} ({}).",
                names(phrases, &everywhere, NAMES)
            ),
        ),
    };
    Some(SummaryPart {
        heading,
        sentences: vec![Sentence::plain(first), Sentence::plain(second)],
    })
}

fn counted(phrases: &Phrases<'_>, word: &str, count: usize) -> String {
    phrases.either(format!("{word}{count}项"), format!("{word} {count}"))
}
