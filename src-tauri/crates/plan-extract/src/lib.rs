//! Section tree to targets, tasks, metadata and other numbers. Pure: no clock, no files, no environment; the
//! same text with the same lexicon and [`EXTRACTOR_VERSION`] gives the same result, byte for byte.
//!
//! Invariants: every span lies on character borders of the frozen text; every numeral of the text is a target
//! or has a class; rules know the language of plans, never a single plan.

mod clause;
pub mod meta;
pub mod numerals;
mod other;
mod script;
mod targets;
pub mod tasks;

pub use targets::{
    REVIEW_BELOW, RULES, RowFault, UnreadRow, mapping_of, needs_review, sheet_mapping, unread_rows,
};

use plan_lexicon::Lexicon;
use plan_lexicon::words::Words;
use plan_model::{Extraction, FrozenPlan, Note, NoteCode, NumberClass};

/// Version of the rules. It is stored with every row they make, and rises with every change of results.
pub const EXTRACTOR_VERSION: u32 = 4;

/// Finds everything there is to find in one frozen text.
#[must_use]
pub fn extract(plan: &FrozenPlan, lexicon: &Lexicon) -> Extraction {
    let folded = script::folded(plan);
    let original = plan;
    let plan = folded.as_ref().unwrap_or(original);
    let meta = meta::plan_meta(plan, lexicon);
    let mut cited = meta::cited::cited(plan, lexicon, &meta);
    // A damaged text can tear a citation apart; one that its own words do not hold is not shown.
    cited.retain(|document| {
        let words = document.span.of(&original.text).unwrap_or("");
        let parts = [document.title.as_deref(), document.doc_no.as_deref()];
        parts.into_iter().flatten().all(|part| words.contains(part))
    });
    let mut tasks = tasks::tasks(plan, lexicon);
    // Damaged numbering can leave an item without a single character; there is nothing to show for it.
    tasks.retain(|task| !task.span.is_empty() && !task.heading.is_empty());
    let numerals = numerals::numerals(&plan.text, Words::builtin());
    let scene = targets::Scene::new(plan, lexicon, &meta, &tasks, &numerals);
    let found = targets::targets(&scene);
    let other_numbers = other::other_numbers(&scene, &found);
    let mut notes = plan.notes.clone();
    if found.targets.is_empty() {
        notes.push(Note {
            code: NoteCode::NoTargets,
            span: None,
            detail: None,
        });
    }
    let unexplained = other_numbers
        .iter()
        .filter(|number| number.class == NumberClass::Other)
        .count();
    if unexplained > 0 {
        notes.push(Note {
            code: NoteCode::UnexplainedNumbers,
            span: None,
            detail: Some(unexplained.to_string()),
        });
    }
    let mut targets = found.targets;
    let sheets = plan.tables.sheets.iter();
    let unread: usize = sheets
        .map(|sheet| unread_rows(plan, sheet, &mapping_of(plan, sheet, &meta), &targets).len())
        .sum();
    if unread > 0 {
        notes.push(Note {
            code: NoteCode::RowsNotUnderstood,
            span: None,
            detail: Some(unread.to_string()),
        });
    }
    if folded.is_some() {
        script::reword(&mut targets, &plan.text, &original.text);
    }
    Extraction {
        extractor_version: EXTRACTOR_VERSION,
        lexicon_version: lexicon.version().to_owned(),
        meta,
        cited,
        targets,
        tasks,
        other_numbers,
        notes,
    }
}
