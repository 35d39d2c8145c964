//! Whether the words bind or aim.

use super::Scene;
use crate::clause::Sentence;
use plan_lexicon::words::prefix_of;
use plan_model::{Firmness, Span};

/// A word of endeavour governs the coordinated clauses that follow it, up to a clause with a verb or a year of
/// its own.
pub(super) fn firmness(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> Firmness {
    let before = &scene.text()[sentence.span.from()..at];
    let Some(place) = scene
        .words
        .soft
        .iter()
        .filter_map(|word| before.rfind(word.as_str()).map(|p| p + word.len()))
        .max()
    else {
        return Firmness::Firm;
    };
    let from = sentence.span.from() + place;
    let mut had_predicate = false;
    for clause in sentence
        .clauses
        .iter()
        .filter(|clause| clause.to() > from && clause.from() < at)
    {
        let begin = clause.from().max(from);
        let text = &scene.text()[begin..clause.to().min(at.max(begin))];
        let begins_new = clause.from() >= from;
        let own_verb = prefix_of(text.trim_start(), &scene.words.increment_verbs).is_some()
            || prefix_of(text.trim_start(), &scene.words.date_level_verbs).is_some();
        let first_date = scene
            .dates
            .partition_point(|date| date.from() < clause.from());
        let own_year = scene
            .dates
            .get(first_date)
            .is_some_and(|date| date.to() <= at.min(clause.to()));
        if begins_new && (own_year || own_verb && had_predicate) {
            return Firmness::Firm;
        }
        had_predicate |= !scene.numerals_in(Span::new(begin, clause.to())).is_empty();
    }
    Firmness::Soft
}
