//! The state of the filter in words, so that a picture or a table taken out of the program says what it leaves out.

use crate::Phrases;
use plan_model::{Filter, PlanColumn, Status};
use serde::{Deserialize, Serialize};

/// A label and what it labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labelled {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// The parts of the filter that restrict something.
#[must_use]
pub fn filter_parts(phrases: &Phrases<'_>, filter: &Filter, plans: &[PlanColumn]) -> Vec<Labelled> {
    let words = phrases.words;
    let mut parts: Vec<Labelled> = Vec::new();
    let mut part = |label: &str, values: Vec<String>| {
        if !values.is_empty() {
            parts.push(Labelled {
                label: label.to_owned(),
                value: phrases.list(values),
            });
        }
    };
    let regions = plans
        .iter()
        .filter(|column| filter.plans.contains(&column.plan));
    part(
        words.filter.plans,
        regions.map(|column| column.region.clone()).collect(),
    );
    part(
        words.label.indicator_type,
        all(&filter.indicator_type, |word| {
            phrases.indicator_type(word).to_owned()
        }),
    );
    part(
        words.label.measure,
        all(&filter.measure, |word| phrases.measure(word).to_owned()),
    );
    part(
        words.label.year,
        all(&filter.year, |year| phrases.year(year)),
    );
    part(
        words.label.level,
        all(&filter.level, |word| phrases.level(word).to_owned()),
    );
    part(words.label.region, filter.region.clone());
    part(
        words.filter.op,
        all(&filter.op, |op| {
            let sign = crate::sign(op);
            if sign.is_empty() {
                "=".to_owned()
            } else {
                sign.to_owned()
            }
        }),
    );
    part(
        words.label.firmness,
        all(&filter.firmness, |word| phrases.firmness(word).to_owned()),
    );
    part(
        words.label.verdict,
        all(&filter.verdict, |verdict| phrases.verdict(verdict)),
    );
    part(
        words.label.status,
        all(&filter.status, |status: Status| {
            phrases.status(status).to_owned()
        }),
    );
    part(words.filter.responsible, filter.unit.clone());
    let shared = match (filter.shared, filter.shared_max) {
        (None, None) => Vec::new(),
        (Some(least), None) => vec![phrases.either(
            format!("至少{least}个方案"),
            format!("at least {least} plans"),
        )],
        (None, Some(most)) => {
            vec![phrases.either(format!("至多{most}个方案"), format!("at most {most} plans"))]
        }
        (Some(least), Some(most)) => {
            vec![phrases.either(
                format!("{least}至{most}个方案"),
                format!("{least} to {most} plans"),
            )]
        }
    };
    part(words.filter.shared, shared);
    let differences = filter
        .differences
        .then(|| words.filter.differences_only.to_owned());
    part(words.filter.differences, differences.into_iter().collect());
    let text = filter
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    part(
        words.filter.text,
        text.map(str::to_owned).into_iter().collect(),
    );
    parts
}

fn all<T: Copy>(values: &[T], word: impl Fn(T) -> String) -> Vec<String> {
    values.iter().map(|value| word(*value)).collect()
}
