//! What is said beside a number in a cell.

use crate::model::Figure;
use crate::words::words;
use plan_model::Firmness;
use plan_words::{Language, grouped};

/// Sign, number and unit in one line; nothing for a target that names no number.
pub(crate) fn figure_text(figure: &Figure) -> String {
    let Some(value) = figure.value else {
        return String::new();
    };
    let max = figure
        .value_max
        .map(|max| format!("–{}", grouped(max)))
        .unwrap_or_default();
    let unit = match figure.unit.as_deref() {
        None => String::new(),
        Some("%") => "%".to_owned(),
        Some(unit) => format!(" {unit}"),
    };
    format!("{}{}{max}{unit}", figure.sign, grouped(value))
}

/// The unit where it is not the line's common one, the year where it is not the plan's main one, scope,
/// derivation, benchmark, soft wording, and the value as written where it was converted.
pub(crate) fn remark(figure: &Figure, common_unit: Option<&str>, language: Language) -> String {
    let words = words(language);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(figure.relative.clone());
    if figure.value.is_some() && figure.unit.as_deref() != common_unit {
        parts.extend(figure.unit.clone());
    }
    parts.extend(figure.year_note.clone());
    parts.extend(figure.scope.clone());
    parts.extend(figure.note.clone());
    if figure.firmness == Firmness::Soft {
        parts.push(words.terms.soft_mark.to_owned());
    }
    if let Some(before) = &figure.converted_from {
        let max = before
            .value_max
            .map(|max| format!("–{}", grouped(max)))
            .unwrap_or_default();
        let unit = before.unit.as_deref().unwrap_or_default();
        parts.push(format!(
            "{}{}{}{max} {unit}",
            words.terms.as_written,
            words.terms.colon,
            grouped(before.value)
        ));
    }
    parts.join(" · ").trim_end().to_owned()
}
