//! Targets: commitments to quantities, found clause by clause.

mod build;
mod confidence;
mod endeavour;
mod items;
mod marks;
mod measure;
mod naming;
mod past;
mod rank;
mod relative;
mod scope;
mod strip;
mod table;
mod wording;
mod year;

pub use confidence::{REVIEW_BELOW, RULES, needs_review};
pub use table::columns::sheet_mapping;
pub use table::sheet::{RowFault, UnreadRow, mapping_of, unread_rows};

use crate::clause::{Sentence, sentences};
use crate::numerals::{Numeral, Shape};
use plan_lexicon::Lexicon;
use plan_lexicon::words::Words;
use plan_model::{FrozenPlan, NumberClass, PlanMeta, Span, Target, Task};

/// Everything the rules look at.
pub(crate) struct Scene<'a> {
    pub(crate) plan: &'a FrozenPlan,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) words: &'a Words,
    pub(crate) meta: &'a PlanMeta,
    pub(crate) tasks: &'a [Task],
    pub(crate) numerals: &'a [Numeral],
    /// Spans of numerals that are dates, ascending.
    pub(crate) dates: Vec<Span>,
    /// Spans of numerals that are dates or lengths of time (三年内), ascending.
    pub(crate) times: Vec<Span>,
    /// Words that few clauses hold.
    pub(crate) marks: marks::Marks,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        plan: &'a FrozenPlan,
        lexicon: &'a Lexicon,
        meta: &'a PlanMeta,
        tasks: &'a [Task],
        numerals: &'a [Numeral],
    ) -> Self {
        let dates = numerals
            .iter()
            .filter(|n| n.shape == Shape::Date)
            .map(|n| n.span)
            .collect();
        let times = numerals
            .iter()
            .filter(|n| matches!(n.shape, Shape::Date | Shape::Duration))
            .map(|n| n.span)
            .collect();
        Self {
            plan,
            lexicon,
            words: Words::builtin(),
            meta,
            tasks,
            numerals,
            dates,
            times,
            marks: marks::Marks::of(&plan.text),
        }
    }

    pub(crate) fn text(&self) -> &'a str {
        &self.plan.text
    }

    pub(crate) fn slice(&self, span: Span) -> &'a str {
        span.of(&self.plan.text).unwrap_or("")
    }

    /// Numerals that begin inside `span`.
    pub(crate) fn numerals_in(&self, span: Span) -> &'a [Numeral] {
        let from = self.numerals.partition_point(|n| n.span.start < span.start);
        let to = self.numerals.partition_point(|n| n.span.start < span.end);
        &self.numerals[from..to]
    }
}

/// What the rules found, and why they left a quantity out.
pub(crate) struct Found {
    /// Targets in order of place.
    pub(crate) targets: Vec<Target>,
    /// Quantities that are no targets, with the class their surroundings give them.
    pub(crate) refused: Vec<(Span, NumberClass)>,
}

/// Finds the targets of a plan.
pub(crate) fn targets(scene: &Scene<'_>) -> Found {
    let mut found = Found {
        targets: Vec::new(),
        refused: Vec::new(),
    };
    let past = past::Past::of(scene);
    let years = year::GoalYears::of(scene);
    let tables = table::targets(scene, &mut found);
    for sentence in sentences(scene.text()) {
        let before = tables.partition_point(|table| table.start <= sentence.span.start);
        if tables[..before]
            .last()
            .is_some_and(|table| table.overlaps(sentence.span))
        {
            continue;
        }
        if scene.plan.is_furniture(sentence.span.from()) {
            continue;
        }
        in_sentence(scene, &sentence, &past, &years, &mut found);
    }
    found
        .targets
        .sort_by_key(|t| (t.value_span.unwrap_or(t.quote), t.quote, t.name.clone()));
    found
}

fn in_sentence(
    scene: &Scene<'_>,
    sentence: &Sentence,
    past: &past::Past,
    years: &year::GoalYears,
    found: &mut Found,
) {
    let mut state = build::State::default();
    for clause in &sentence.clauses {
        rank::in_clause(scene, sentence, *clause, past, years, &mut state, found);
        let items = items::items(scene, *clause);
        if items.is_empty() {
            relative::in_clause(scene, sentence, *clause, years, &mut state, found);
            continue;
        }
        for item in &items {
            if let Some(class) = past.class_of(scene, sentence, *clause, item) {
                found.refused.push((item.quantity.span, class));
                build::hold(scene, item, class, &mut state);
                continue;
            }
            build::target(scene, sentence, *clause, item, years, &mut state, found);
        }
    }
}

#[cfg(test)]
mod tests;
