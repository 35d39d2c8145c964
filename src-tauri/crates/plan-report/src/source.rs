//! One mention as a numbered source sentence.

use crate::input::ReportMention;
use crate::model::SourceSentence;
use plan_model::{IndicatorRow, PlanColumn};
use plan_words::Phrases;

/// The mention, worded; everything quoted stays character by character.
pub(crate) fn source_sentence(
    phrases: &Phrases<'_>,
    row: &IndicatorRow,
    name: &str,
    number: u32,
    plan: u32,
    column: &PlanColumn,
    mention: &ReportMention,
) -> SourceSentence {
    let target = &mention.target;
    let steps = mention
        .sections
        .iter()
        .map(|(number, title)| match title.as_str() {
            "" => number.clone(),
            title => format!("{number} {title}"),
        });
    SourceSentence {
        number,
        plan,
        region: column.region.clone(),
        indicator: row.indicator.clone(),
        indicator_name: name.to_owned(),
        name_as_written: target.name.clone(),
        indicator_type: row.indicator_type,
        type_word: phrases.indicator_type(row.indicator_type).to_owned(),
        measure: target.measure,
        measure_word: phrases.measure(target.measure).to_owned(),
        op: target.op,
        value: target.value,
        value_max: target.value_max,
        unit: target.unit.clone(),
        value_as_written: mention.value_text.clone(),
        year: target.year,
        year_from: target.year_from,
        scope: target.scope.clone(),
        relative_to: target.relative_to.clone(),
        firmness: target.firmness,
        firmness_word: phrases.firmness(target.firmness).to_owned(),
        status: mention.status,
        status_word: phrases.status(mention.status).to_owned(),
        section: target.section.clone(),
        section_titles: steps.collect::<Vec<_>>().join(" › "),
        responsible: target.responsible.clone(),
        quote: mention.quote.clone(),
        sentence: mention.sentence.clone(),
        start: mention.place.start,
        end: mention.place.end,
        confidence: target.confidence,
        rule: target.rule.clone(),
    }
}
