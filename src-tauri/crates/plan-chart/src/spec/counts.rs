//! Numbers of targets: by type, and by measure and firmness. A count of targets is no quantity of a plan, so plans of
//! any kind may stand side by side in it.

use super::{ChartBody, ChartSpec, CountMark, Sign, SignWords, StackPart};
use crate::choice::ChartQuestion;
use plan_model::{Cell, Firmness, IndicatorType, Measure, PlanColumn};
use plan_words::Phrases;
use std::collections::BTreeMap;

/// A part of a whole in whole per cent, halves upwards; nothing out of nothing is no share.
pub(super) fn per_cent(part: u32, whole: u32) -> String {
    match whole {
        0 => "–".to_owned(),
        whole => {
            let (part, whole) = (u64::from(part), u64::from(whole));
            format!("{}%", (part * 200 + whole) / (2 * whole))
        }
    }
}

fn printed(count: u32, total: u32, share: bool) -> String {
    match (count, share) {
        (0, _) => "–".to_owned(),
        (count, true) => per_cent(count, total),
        (count, false) => count.to_string(),
    }
}

fn label(phrases: &Phrases<'_>, column: &PlanColumn, what: &str, count: u32, total: u32) -> String {
    let (region, share) = (&column.region, per_cent(count, total));
    phrases.either(
        format!("{region}，{what}，{count}项目标，占{share}"),
        format!("{region}, {what}, {count} targets, {share}"),
    )
}

fn subtitle(phrases: &Phrases<'_>, share: bool) -> String {
    let words = if share {
        phrases.either("占该方案目标的比重，%", "Share of the plan's targets, %")
    } else {
        phrases.either(
            "目标项数（每处提及计一项）",
            "Number of targets (each mention counts)",
        )
    };
    words.to_owned()
}

/// Said under every count: it is no verdict on the plans.
fn note(phrases: &Phrases<'_>) -> String {
    phrases
        .either(
            "只计量化目标的项数，不比较数值；项数多少与文种和篇幅有关。",
            "Counts of quantified targets, not of their values; they depend on the kind and length of the document.",
        )
        .to_owned()
}

pub(super) fn heat(spec: &mut ChartSpec, question: &ChartQuestion<'_>, phrases: &Phrases<'_>) {
    let (matrix, share) = (question.matrix, question.choice.share);
    let totals: Vec<u32> = matrix.plans.iter().map(|column| column.targets).collect();
    let types: Vec<IndicatorType> = matrix
        .groups
        .iter()
        .map(|group| group.indicator_type)
        .collect();
    let mut marks = Vec::new();
    for (row, column) in matrix.plans.iter().enumerate() {
        for (at, group) in matrix.groups.iter().enumerate() {
            let count = group.plan_targets.get(row).copied().unwrap_or(0);
            let what = phrases.indicator_type(group.indicator_type);
            marks.push(CountMark {
                id: format!("r{row}t{at}"),
                plan: column.plan,
                indicator_type: group.indicator_type,
                count,
                printed: printed(count, totals[row], share),
                label: label(phrases, column, what, count, totals[row]),
            });
        }
    }
    spec.title = phrases
        .either("各方案量化目标的类型分布", "Quantified targets by type")
        .to_owned();
    spec.subtitle = subtitle(phrases, share);
    spec.notes = vec![note(phrases)];
    spec.body = ChartBody::Heat {
        type_names: types
            .iter()
            .map(|word| phrases.indicator_type(*word).to_owned())
            .collect(),
        types,
        marks,
        totals,
        share,
    };
}

pub(super) fn composition(
    spec: &mut ChartSpec,
    question: &ChartQuestion<'_>,
    phrases: &Phrases<'_>,
) {
    let (matrix, share) = (question.matrix, question.choice.share);
    let mut counts: BTreeMap<(usize, Measure, Firmness), u32> = BTreeMap::new();
    let sub_rows = matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .flat_map(|row| &row.sub_rows);
    for sub_row in sub_rows {
        for (row, cell) in sub_row.cells.iter().enumerate() {
            let Cell::Stated {
                statements,
                set_aside,
            } = cell
            else {
                continue;
            };
            // A derived figure is no target of the plan; what it was derived from is counted where it stands.
            let stated = statements.iter().filter(|said| said.derived.is_none());
            for said in stated.chain(set_aside) {
                let mentions = u32::try_from(said.mentions.len()).unwrap_or(u32::MAX);
                *counts
                    .entry((row, sub_row.measure, said.firmness))
                    .or_default() += mentions;
            }
        }
    }
    let total_of = |row: usize| {
        counts
            .iter()
            .filter(|(key, _)| key.0 == row)
            .map(|(_, n)| n)
            .sum()
    };
    let totals: Vec<u32> = (0..matrix.plans.len()).map(total_of).collect();
    let measures: Vec<Measure> = Measure::ALL
        .iter()
        .copied()
        .filter(|measure| counts.keys().any(|key| key.1 == *measure))
        .collect();
    let parts: Vec<StackPart> = counts
        .iter()
        .filter_map(|((row, measure, firmness), count)| {
            let column = matrix.plans.get(*row)?;
            let what = format!(
                "{}{}{}",
                phrases.measure(*measure),
                phrases.words.list_comma,
                phrases.firmness(*firmness)
            );
            Some(StackPart {
                id: format!("r{row}m{}f{}", *measure as usize, *firmness as usize),
                plan: column.plan,
                measure: *measure,
                firmness: *firmness,
                count: *count,
                printed: printed(*count, totals[*row], share),
                label: label(phrases, column, &what, *count, totals[*row]),
            })
        })
        .collect();
    spec.title = phrases
        .either(
            "量化目标的构成：量的性质与语气",
            "Targets by measure and wording",
        )
        .to_owned();
    spec.subtitle = subtitle(phrases, share);
    spec.notes = vec![note(phrases)];
    spec.legend = measures
        .iter()
        .map(|measure| SignWords {
            sign: Sign::Measure { measure: *measure },
            words: phrases.measure(*measure).to_owned(),
        })
        .collect();
    if parts.iter().any(|part| part.firmness == Firmness::Soft) {
        spec.legend.push(SignWords {
            sign: Sign::Soft,
            words: phrases.words.soft_mark.to_owned(),
        });
    }
    spec.body = ChartBody::Composition {
        measure_names: measures
            .iter()
            .map(|measure| phrases.measure(*measure).to_owned())
            .collect(),
        measures,
        parts,
        totals,
        share,
    };
}
