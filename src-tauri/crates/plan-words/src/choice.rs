//! The analyst's choices in words: what was assumed, which year was looked at, what was measured against.

use crate::{Labelled, Phrases};
use plan_model::{Benchmark, Choices, Conversion, DerivationKind, PlanColumn};

/// The choices in force; none, none.
#[must_use]
pub fn choice_parts(
    phrases: &Phrases<'_>,
    choices: &Choices,
    plans: &[PlanColumn],
) -> Vec<Labelled> {
    let words = &phrases.words.choice;
    let mut parts = Vec::new();
    let mut part = |label: &str, value: String| {
        parts.push(Labelled {
            label: label.to_owned(),
            value,
        });
    };
    if !choices.conversions.is_empty() {
        let each = choices
            .conversions
            .iter()
            .map(|one| conversion(phrases, one));
        part(words.conversions, phrases.list(each));
    }
    if let Some(year) = choices.closest_year {
        part(words.closest_year, year.to_string());
    }
    match &choices.benchmark {
        None => {}
        Some(Benchmark::Median) => part(words.benchmark, words.median.to_owned()),
        Some(Benchmark::Plan { plan }) => {
            let column = plans.iter().find(|column| column.plan == *plan);
            // A plan that is not shown measures nothing, so there is nothing to tell of it.
            if let Some(column) = column {
                part(words.benchmark, column.region.clone());
            }
        }
    }
    parts
}

fn conversion(phrases: &Phrases<'_>, conversion: &Conversion) -> String {
    let indicator = conversion.indicator();
    match conversion {
        Conversion::AnnualToIncrement { .. } => {
            format!(
                "{indicator} {}",
                phrases.derivation(DerivationKind::AnnualToIncrement)
            )
        }
        Conversion::GrowthToLevel { .. } => {
            format!(
                "{indicator} {}",
                phrases.derivation(DerivationKind::GrowthToLevel)
            )
        }
        Conversion::LevelPerContext { variable, into, .. } => {
            format!("{indicator} ÷ {} → {into}", phrases.variable(*variable))
        }
    }
}
