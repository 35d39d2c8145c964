//! The state of the filter in words, so that a picture or a table taken out of the program says what it leaves out.

use crate::{Phrases, sign};
use plan_model::{
    Exclusions, Filter, Firmness, IndicatorType, Measure, Op, PlanColumn, RegionLevel, Status,
    Verdict, Year,
};
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
    let (in_, out) = (Lists::wanted(filter), Lists::unwanted(&filter.exclude));
    for (lists, left_out) in [(in_, false), (out, true)] {
        for (label, values) in lists.worded(phrases) {
            let label = if left_out {
                phrases.either(format!("不含：{label}"), format!("{label}, left out"))
            } else {
                label.to_owned()
            };
            part(&label, values);
        }
    }
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

/// The lists of a filter, for or against: the two have the same names and are worded in the same way.
struct Lists<'f> {
    indicator_type: &'f [IndicatorType],
    measure: &'f [Measure],
    year: &'f [Option<Year>],
    level: &'f [RegionLevel],
    region: &'f [String],
    op: &'f [Op],
    firmness: &'f [Firmness],
    verdict: &'f [Verdict],
    status: &'f [Status],
    unit: &'f [String],
}

/// Both sides hold fields of the same names.
macro_rules! lists {
    ($of:expr) => {
        Self {
            indicator_type: &$of.indicator_type,
            measure: &$of.measure,
            year: &$of.year,
            level: &$of.level,
            region: &$of.region,
            op: &$of.op,
            firmness: &$of.firmness,
            verdict: &$of.verdict,
            status: &$of.status,
            unit: &$of.unit,
        }
    };
}

impl<'f> Lists<'f> {
    fn wanted(filter: &'f Filter) -> Self {
        lists!(filter)
    }

    fn unwanted(exclude: &'f Exclusions) -> Self {
        lists!(exclude)
    }

    /// Each list with its label, in the order of the panel; an empty list restricts nothing.
    fn worded(&self, phrases: &Phrases<'_>) -> [(&'static str, Vec<String>); 10] {
        let words = phrases.words;
        let sign = |op| match sign(op) {
            "" => "=".to_owned(),
            sign => sign.to_owned(),
        };
        [
            (
                words.label.indicator_type,
                all(self.indicator_type, |word| {
                    phrases.indicator_type(word).to_owned()
                }),
            ),
            (
                words.label.measure,
                all(self.measure, |word| phrases.measure(word).to_owned()),
            ),
            (words.label.year, all(self.year, |year| phrases.year(year))),
            (
                words.label.level,
                all(self.level, |word| phrases.level(word).to_owned()),
            ),
            (words.label.region, self.region.to_vec()),
            (words.filter.op, all(self.op, sign)),
            (
                words.label.firmness,
                all(self.firmness, |word| phrases.firmness(word).to_owned()),
            ),
            (
                words.label.verdict,
                all(self.verdict, |verdict| phrases.verdict(verdict)),
            ),
            (
                words.label.status,
                all(self.status, |status| phrases.status(status).to_owned()),
            ),
            (words.filter.responsible, self.unit.to_vec()),
        ]
    }
}

fn all<T: Copy>(values: &[T], word: impl Fn(T) -> String) -> Vec<String> {
    values.iter().map(|value| word(*value)).collect()
}
