//! A figure as it is read: the number apart from its unit, and everything that must be known beside it.

use crate::model::{Figure, SourceSentence};
use plan_model::Firmness;
use plan_words::{Language, grouped, sign, words};

/// A figure taken apart for a writer that sets numbers, units and remarks differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Sign, number and upper end, or the benchmark of a target without a number.
    pub(crate) main: String,
    /// Whether `main` is a number.
    pub(crate) number: bool,
    /// The unit of the number.
    pub(crate) unit: Option<String>,
    /// Other year, scope, how it was derived, that it is aspired to, the value before conversion.
    pub(crate) notes: Vec<String>,
}

/// Takes a figure apart.
pub(crate) fn shown(figure: &Figure, language: Language) -> Shown {
    let terms = words(language);
    let mut notes: Vec<String> = Vec::new();
    notes.extend(figure.year_note.clone());
    notes.extend(figure.scope.clone());
    notes.extend(figure.note.clone());
    if figure.firmness == Firmness::Soft {
        notes.push(terms.soft_mark.to_owned());
    }
    if let Some(before) = &figure.converted_from {
        let unit = before.unit.as_deref().unwrap_or_default();
        let number = range(grouped(before.value), before.value_max.map(grouped));
        let text = format!("{}{}{number} {unit}", terms.as_written, terms.colon);
        notes.push(text.trim_end().to_owned());
    }
    let number = figure.value.map(|value| {
        let number = range(grouped(value), figure.value_max.map(grouped));
        format!("{}{number}", figure.sign)
    });
    Shown {
        number: number.is_some(),
        unit: figure.unit.clone().filter(|_| number.is_some()),
        main: number
            .or_else(|| figure.relative.clone())
            .unwrap_or_default(),
        notes,
    }
}

/// What a source sentence commits to, beside region and indicator: measure, value, year, scope, wording.
pub(crate) fn commitment(source: &SourceSentence, language: Language) -> Vec<String> {
    let mut facts = vec![source.measure_word.clone()];
    if let Some(value) = source.value {
        let number = range(grouped(value), source.value_max.map(grouped));
        let unit = source.unit.as_deref().unwrap_or_default();
        let text = format!("{}{number} {unit}", sign(source.op));
        facts.push(text.trim_end().to_owned());
    }
    facts.extend(
        source
            .relative_to
            .clone()
            .filter(|_| source.value.is_none()),
    );
    facts.extend(source.year.map(|year| year.to_string()));
    facts.extend(source.scope.clone());
    if source.firmness == Firmness::Soft {
        facts.push(words(language).soft_mark.to_owned());
    }
    facts
}

/// A sentence in three parts: before its quotation, the quotation, and after it. The quotation is empty when the
/// sentence does not hold it.
pub(crate) fn around_quote(source: &SourceSentence) -> [&str; 3] {
    let sentence = source.sentence.trim();
    match sentence
        .split_once(source.quote.as_str())
        .filter(|_| !source.quote.is_empty())
    {
        Some((before, after)) => [before, &source.quote, after],
        None => [sentence, "", ""],
    }
}

fn range(from: String, to: Option<String>) -> String {
    match to {
        Some(to) => format!("{from}–{to}"),
        None => from,
    }
}
