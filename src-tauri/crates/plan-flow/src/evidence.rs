//! The evidence behind one cell: each mention in its sentence, and what every other plan says of the same
//! indicator with the verdict between the two.

use crate::assumed::ground;
use crate::citation::citation;
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::loaded::loaded;
use crate::review::{history, plan_name};
use crate::sentence;
use crate::wire::evidence::{
    Comparison, Evidence, EvidenceQuery, HistoryEntry, Mark, Mention, SectionStep,
};
use plan_compare::{ComparedPlan, Spoken};
use plan_model::{
    Cell, Choices, Conversion, Filter, Matrix, Measure, OffsetTable, PlanId, Section, Span,
    Statement, Status, TargetId, Verdict,
};
use plan_store::{HistoryEvent, StoreError, TargetRow, View};
use std::collections::BTreeSet;

/// Everything behind one cell.
///
/// A figure that the analyst's choices derive has the mentions of the targets it is derived from.
pub fn evidence(
    library: &OpenLibrary,
    query: &EvidenceQuery,
    choices: &Choices,
) -> Result<Evidence, Error> {
    let (comparisons, derived) = compared(library, query, choices)?;
    let sources: BTreeSet<TargetId> = derived
        .iter()
        .flat_map(|statement| statement.mentions.clone())
        .collect();
    let (row, text, sections, targets) = library.read(|view| {
        let row = view
            .plans()
            .get(query.plan)?
            .ok_or(StoreError::NoSuchPlan(query.plan))?;
        let text = view
            .plans()
            .text(query.plan)?
            .ok_or(StoreError::NoSuchPlan(query.plan))?;
        let sections: Vec<Section> = view
            .sections()
            .of(query.plan)?
            .into_iter()
            .map(|(section, _)| section)
            .collect();
        let targets = with_history(view, query, &sources)?;
        Ok((row, text, sections, targets))
    })?;
    let Some(first) = targets.first().map(|(target, _)| target) else {
        return Err(Error::NotFound(format!(
            "{} ({})",
            query.indicator, query.measure
        )));
    };
    let known = library.lexicon.indicator(&query.indicator);
    Ok(Evidence {
        plan: query.plan,
        region: plan_name(&row.meta, &row.source_name),
        indicator: query.indicator.clone(),
        indicator_en: known.map(|indicator| indicator.name_en.clone()),
        definition: known.map(|indicator| indicator.definition.clone()),
        indicator_type: known.map_or(first.target.indicator_type, |indicator| {
            indicator.indicator_type
        }),
        measure: query.measure,
        comparisons,
        derived: derived
            .into_iter()
            .filter_map(|statement| statement.derived)
            .collect(),
        citation: citation(&row.meta, &row.source_name),
        mentions: targets
            .into_iter()
            .map(|(row, history)| mention(&text, &sections, row, history))
            .collect(),
    })
}

fn with_history(
    view: &View<'_>,
    query: &EvidenceQuery,
    sources: &BTreeSet<TargetId>,
) -> Result<Vec<(TargetRow, Vec<HistoryEvent>)>, StoreError> {
    view.checked_targets(query.plan)?
        .into_iter()
        .filter(|row| {
            sources.contains(&row.id)
                || (row.target.indicator == query.indicator && row.target.measure == query.measure)
        })
        .map(|row| {
            let history = history(view, row.id)?;
            Ok((row, history))
        })
        .collect()
}

pub(crate) fn mention(
    text: &str,
    sections: &[Section],
    row: TargetRow,
    history: Vec<HistoryEvent>,
) -> Mention {
    // What a person has looked at needs no second look.
    let needs_review = row.status == Status::Extracted && plan_extract::needs_review(&row.target);
    let target = row.target;
    let sentence = sentence::around(text, target.quote);
    let words = sentence.of(text).unwrap_or_default();
    let table = OffsetTable::new(words);
    let mark = |span: Span| {
        sentence.contains(span).then(|| {
            let within = Span::new(span.from() - sentence.from(), span.to() - sentence.from());
            let units = table.utf16(within);
            Mark {
                start: units.start,
                end: units.end,
            }
        })
    };
    Mention {
        target: row.id,
        quote: mark(target.quote).unwrap_or(Mark { start: 0, end: 0 }),
        value_mark: target.value_span.and_then(mark),
        sections: section_steps(sections, target.quote)
            .into_iter()
            .map(|(number, title)| SectionStep { number, title })
            .collect(),
        sentence: words.to_owned(),
        name: target.name,
        op: target.op,
        value: target.value,
        value_max: target.value_max,
        unit: target.unit,
        year: target.year,
        year_from: target.year_from,
        scope: target.scope,
        relative_to: target.relative_to,
        firmness: target.firmness,
        status: row.status,
        confidence: target.confidence,
        fields: target.fields,
        needs_review,
        rule: target.rule,
        responsible: target.responsible,
        history: history
            .into_iter()
            .map(|event| HistoryEntry {
                at: event.at,
                action: event.action,
                by: event.by,
            })
            .collect(),
    }
}

/// Number and heading of every section around a place, from the top. The sections stand in document order and
/// nest, so the last one that begins before the place, or one around it, is the innermost.
pub(crate) fn section_steps(sections: &[Section], place: Span) -> Vec<(String, String)> {
    let begun = sections.partition_point(|section| section.span.start <= place.start);
    let mut at = begun.checked_sub(1);
    let mut steps = Vec::new();
    while let Some(section) = at.and_then(|index| sections.get(index)) {
        if section.span.contains(place) {
            steps.push((section.number.clone(), section.title.clone()));
        }
        // A parent stands before its children; whatever says otherwise is not followed.
        at = section
            .parent
            .map(|parent| parent.0 as usize)
            .filter(|parent| Some(*parent) < at);
    }
    steps.reverse();
    steps
}

/// What the other plans say, first in the same measure, then in the others, within that in library order; and the
/// derived figures of the cell.
fn compared(
    library: &OpenLibrary,
    query: &EvidenceQuery,
    choices: &Choices,
) -> Result<(Vec<Comparison>, Vec<Statement>), Error> {
    let loaded = loaded(library)?;
    let ground = ground(library, choices)?;
    // Only this indicator's targets, and those converted into it: no verdict depends on any other.
    let matters = |indicator: &str| {
        let converted = |conversion: &Conversion| conversion.indicator() == indicator;
        indicator == query.indicator || choices.conversions.iter().any(converted)
    };
    let plans: Vec<ComparedPlan> = loaded
        .plans
        .iter()
        .map(|plan| plan.with_targets(|said| matters(&said.target.indicator).then(|| said.clone())))
        .collect();
    let (matrix, _) = plan_compare::compare_assuming(
        &plans,
        &Filter::default(),
        &ground.assuming(choices),
        library.lexicon,
    );
    let own = stated(&matrix, query.plan, &query.indicator);
    let own: Vec<&Statement> = own
        .into_iter()
        .filter(|said| said.0 == query.measure)
        .map(|said| said.1)
        .collect();
    let Some(own_plan) = plans.iter().find(|plan| plan.plan == query.plan) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let mut found = Vec::new();
    for plan in plans.iter().filter(|plan| plan.plan != query.plan) {
        for (measure, statement) in stated(&matrix, plan.plan, &query.indicator) {
            let theirs = Spoken {
                meta: &plan.meta,
                indicator: &query.indicator,
                measure,
                statement,
            };
            let judged = own.iter().map(|statement| {
                let ours = Spoken {
                    meta: &own_plan.meta,
                    indicator: &query.indicator,
                    measure: query.measure,
                    statement,
                };
                plan_compare::verdict_between(&ours, &theirs, library.lexicon)
            });
            // A cell with several statements compares as well as the one nearest to theirs.
            let Some((verdict, reasons)) =
                judged.min_by_key(|(verdict, _): &(Verdict, _)| *verdict)
            else {
                continue;
            };
            found.push(Comparison {
                plan: plan.plan,
                region: plan_name(&plan.meta, &plan.fallback_name),
                measure,
                statement: statement.clone(),
                verdict,
                reasons,
            });
        }
    }
    found.sort_by_key(|comparison| comparison.measure != query.measure);
    let derived = own.into_iter().filter(|said| said.derived.is_some());
    Ok((found, derived.cloned().collect()))
}

/// What one plan states of an indicator, measure by measure.
fn stated<'m>(matrix: &'m Matrix, plan: PlanId, indicator: &str) -> Vec<(Measure, &'m Statement)> {
    let Some(column) = matrix.plans.iter().position(|column| column.plan == plan) else {
        return Vec::new();
    };
    let sub_rows = matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter(|row| row.indicator == indicator)
        .flat_map(|row| &row.sub_rows);
    sub_rows
        .filter_map(|sub_row| Some((sub_row.measure, sub_row.cells.get(column)?)))
        .flat_map(|(measure, cell)| match cell {
            Cell::Empty { .. } => Vec::new(),
            Cell::Stated {
                statements,
                set_aside,
            } => statements
                .iter()
                .chain(set_aside)
                .map(|statement| (measure, statement))
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_model::{SectionId, SectionKind};

    fn section(id: u32, parent: Option<u32>, start: usize, end: usize) -> Section {
        Section {
            id: SectionId(id),
            parent: parent.map(SectionId),
            depth: 1,
            number: id.to_string(),
            path: String::new(),
            title: String::new(),
            heading: Span::new(start, start + 1),
            span: Span::new(start, end),
            kind: SectionKind::General,
        }
    }

    #[test]
    fn steps_lead_from_the_top_to_the_innermost_section() {
        let sections = [
            section(0, None, 10, 100),
            section(1, Some(0), 20, 40),
            section(2, Some(0), 40, 90),
            section(3, Some(2), 50, 60),
        ];
        let steps = |start, end| -> String {
            section_steps(&sections, Span::new(start, end))
                .into_iter()
                .map(|step| step.0)
                .collect()
        };
        assert_eq!(steps(25, 30), "01");
        assert_eq!(steps(52, 55), "023");
        assert_eq!(steps(70, 75), "02", "behind a child, still in its parent");
        assert_eq!(steps(92, 95), "0");
        assert_eq!(steps(0, 5), "", "before the first section");
        assert_eq!(steps(150, 160), "", "after the last one");
    }
}
