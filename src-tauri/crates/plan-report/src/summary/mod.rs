//! What the comparison shows, in sentences whose every number is counted or computed from it. Nothing is judged:
//! the sentences say how many, how far apart, and what may not be compared.

mod differences;
mod extent;
mod limits;

use crate::input::ReportInput;
use crate::model::{Report, SummaryPart};
use plan_words::Phrases;

/// The parts of the summary; none when nothing is shown.
pub(crate) fn summary(
    phrases: &Phrases<'_>,
    input: &ReportInput<'_>,
    report: &Report,
) -> Vec<SummaryPart> {
    if report.tables.is_empty() {
        return Vec::new();
    }
    [
        extent::targets(phrases, report),
        extent::shared(phrases, input.matrix, report),
        differences::differences(phrases, input.matrix, report),
        limits::limits(phrases, input.matrix, report),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Names in a list, cut after `most` with the number of all.
fn names(phrases: &Phrases<'_>, all: &[String], most: usize) -> String {
    let list = all.iter().take(most).cloned().collect::<Vec<_>>();
    let list = list.join(phrases.words.list_comma);
    match all.len() {
        many if many > most => phrases.either(
            format!("{list}等{many}个"),
            format!("{list} and others, {many} in all"),
        ),
        _ => list,
    }
}

/// An indicator with its measure.
fn named(phrases: &Phrases<'_>, name: &str, measure: &str) -> String {
    phrases.either(
        format!("{name}（{measure}）"),
        format!("{name} ({measure})"),
    )
}
