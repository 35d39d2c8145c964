//! What may not be compared, and why.

use super::{named, names};
use crate::model::{Report, Sentence, SummaryPart};
use plan_model::{Matrix, Reason, Verdict};
use plan_words::Phrases;

/// Names listed before the rest is only counted.
const NAMES: usize = 6;

pub(super) fn limits(
    phrases: &Phrases<'_>,
    matrix: &Matrix,
    report: &Report,
) -> Option<SummaryPart> {
    let sub_rows = || {
        let rows = matrix.groups.iter().flat_map(|group| &group.rows);
        rows.flat_map(|row| &row.sub_rows)
    };
    let compared = sub_rows()
        .filter(|sub_row| sub_row.verdict.is_some())
        .count();
    if compared == 0 {
        return None;
    }
    let classes: Vec<String> = Verdict::ALL
        .iter()
        .filter_map(|verdict| {
            let of = sub_rows().filter(|sub_row| sub_row.verdict == Some(*verdict));
            let (count, word) = (of.count(), phrases.verdict(*verdict));
            let said = || phrases.either(format!("{word}{count}行"), format!("{word} {count}"));
            (count > 0).then(said)
        })
        .collect();
    let alone = sub_rows().count() - compared;
    let classes = classes.join(phrases.words.list_comma);
    let mut sentences = vec![Sentence::plain(phrases.either(
        format!("两个以上方案都有表述的指标行（一个指标的一种量为一行）共{compared}行：{classes}。另有{alone}行只有一个方案提出，无可比较。"),
        format!("Lines (one measure of one indicator) on which two plans or more speak: {compared}. Of these: {classes}. On {alone} further lines only one plan speaks, so there is nothing to compare."),
    ))];
    for (verdict, zh, en) in [
        (Verdict::C, "有条件可比的原因", "Conditions on comparing"),
        (Verdict::D, "不可比的原因", "Reasons for not comparing"),
        (
            Verdict::E,
            "无数值可比的原因",
            "Reasons for having no number to compare",
        ),
    ] {
        let reasons = reasons(phrases, matrix, report, verdict);
        if !reasons.is_empty() {
            let reasons = reasons.join(phrases.words.clause);
            sentences.push(Sentence::plain(
                phrases.either(format!("{zh}：{reasons}。"), format!("{en}: {reasons}.")),
            ));
        }
    }
    Some(SummaryPart {
        heading: phrases
            .either("比较的限制", "Limits of comparison")
            .to_owned(),
        sentences,
    })
}

/// Each kind of reason with the lines it holds for; a line may have several.
fn reasons(
    phrases: &Phrases<'_>,
    matrix: &Matrix,
    report: &Report,
    verdict: Verdict,
) -> Vec<String> {
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    let tables = report.tables.iter().flat_map(|table| &table.rows);
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    for (row, table) in rows.zip(tables) {
        let lines = row.sub_rows.iter().zip(&table.sub_rows);
        for (sub_row, line) in lines.filter(|(sub_row, _)| sub_row.verdict == Some(verdict)) {
            let name = named(phrases, &table.name, &line.measure_word);
            for reason in &sub_row.reasons {
                let Some(kind) = kind(phrases, reason) else {
                    continue;
                };
                match found.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, lines)) if lines.contains(&name) => {}
                    Some((_, lines)) => lines.push(name.clone()),
                    None => found.push((kind, vec![name.clone()])),
                }
            }
        }
    }
    found.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
    let worded = found.into_iter().map(|(kind, lines)| {
        let (count, list) = (lines.len(), names(phrases, &lines, NAMES));
        phrases.either(
            format!("{kind}{count}行（{list}）"),
            format!("{kind} {count} ({list})"),
        )
    });
    worded.collect()
}

/// The kind of a reason in a few words; nothing for what does not limit.
fn kind(phrases: &Phrases<'_>, reason: &Reason) -> Option<&'static str> {
    let (zh, en) = match reason {
        Reason::Same | Reason::Converted { .. } => return None,
        Reason::YearDiffers { .. } => ("年份不同或未说明", "different or unstated years"),
        Reason::LevelDiffers { .. } => ("地区层级不同", "different region levels"),
        Reason::ScopeDiffers { .. } => ("口径不同", "different scopes"),
        Reason::MeasureDiffers { .. } => ("量的性质不同", "different measures"),
        Reason::UnitDiffers { .. } => ("单位不可换算", "units that do not convert"),
        Reason::Relative { .. } => ("含相对目标", "relative targets"),
        Reason::NoTable => ("位次未说明榜单", "ranks without their table"),
        Reason::NoNumber => ("未给出数值", "no number given"),
        Reason::SeveralStatements { .. } => {
            ("一个方案有多个表述", "several statements of one plan")
        }
        Reason::Contradictory { .. } => ("同一年份数值不一", "two values for one year"),
        Reason::Assumed { .. } => ("按假设推算", "derived by assumption"),
    };
    Some(phrases.either(zh, en))
}
