//! The check every span passes before it is written, and again whenever the library is checked: does the
//! frozen text say, at this place, what was found?

mod numeral;

use plan_model::{
    CitedDocument, Decimal, Extraction, FrozenPlan, Note, NoteCode, OtherNumber, Section, Span,
    Target, Task, TextTables,
};
use std::fmt;

/// A span that does not agree with the frozen text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} {ordinal} at bytes {}..{}: {mismatch}", span.start, span.end)]
pub struct SpanMismatch {
    /// Kind of thing: `target`, `section`, …
    pub what: &'static str,
    /// Which one, counted from 1 in the order of the text.
    pub ordinal: usize,
    /// The place.
    pub span: Span,
    /// What is wrong with it.
    pub mismatch: Mismatch,
}

/// What is wrong with a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// It does not lie on character borders within the text, or holds nothing.
    Borders,
    /// The text at this place is not the stored quotation.
    Words {
        /// The quotation as stored.
        stored: String,
        /// What the text says.
        text: String,
    },
    /// The words at this place do not say the value.
    Numeral {
        /// The value.
        value: String,
        /// What the text says.
        text: String,
    },
    /// A value is given without its place.
    Unplaced,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Borders => f.write_str("not a place in the text"),
            Self::Words { stored, text } => {
                write!(f, "stored as “{stored}”, but the text says “{text}”")
            }
            Self::Numeral { value, text } => {
                write!(f, "the value {value} is not what “{text}” says")
            }
            Self::Unplaced => f.write_str("a value without its place in the text"),
        }
    }
}

/// Looks spans up in one frozen text.
pub(crate) struct SpanCheck<'t> {
    text: &'t str,
    what: &'static str,
    ordinal: usize,
}

type Checked = Result<(), SpanMismatch>;

impl<'t> SpanCheck<'t> {
    /// A check of the thing `what` at `index`, counted from 0.
    pub(crate) fn new(text: &'t str, what: &'static str, index: usize) -> Self {
        Self {
            text,
            what,
            ordinal: index + 1,
        }
    }

    /// The words at `span`; equal to `stored` when there is a stored quotation.
    pub(crate) fn words(&self, span: Span, stored: Option<&str>) -> Result<&'t str, SpanMismatch> {
        let words = span.of(self.text).filter(|words| !words.is_empty());
        let words = words.ok_or_else(|| self.wrong(span, Mismatch::Borders))?;
        match stored {
            Some(stored) if stored != words => Err(self.wrong(
                span,
                Mismatch::Words {
                    stored: stored.to_owned(),
                    text: words.to_owned(),
                },
            )),
            _ => Ok(words),
        }
    }

    pub(crate) fn target(&self, target: &Target, stored: Option<(&str, Option<&str>)>) -> Checked {
        self.words(target.quote, stored.map(|(quote, _)| quote))?;
        let Some(place) = target.value_span else {
            return match target.value {
                Some(_) => Err(self.wrong(target.quote, Mismatch::Unplaced)),
                None => Ok(()),
            };
        };
        let words = self.words(place, stored.and_then(|(_, value)| value))?;
        for value in [target.value, target.value_max].into_iter().flatten() {
            if !numeral::says(words, value) {
                let mismatch = Mismatch::Numeral {
                    value: value.to_string(),
                    text: words.to_owned(),
                };
                return Err(self.wrong(place, mismatch));
            }
        }
        Ok(())
    }

    pub(crate) fn section(&self, section: &Section, stored: Option<&str>) -> Checked {
        self.words(section.heading, stored)?;
        self.words(section.span, None).map(drop)
    }

    pub(crate) fn task(&self, task: &Task, stored: Option<&str>) -> Checked {
        self.words(task.heading, stored)?;
        self.words(task.span, None)?;
        for topic in &task.topics {
            self.all_words(&topic.words, task.span)?;
        }
        for used in &task.instruments {
            self.words(used.clause, None)?;
            self.all_words(&used.words, used.clause)?;
        }
        Ok(())
    }

    pub(crate) fn other_number(&self, number: OtherNumber, stored: Option<&str>) -> Checked {
        self.words(number.span, stored).map(drop)
    }

    /// Words that caused an assignment: at least one, and all of them within `around`.
    fn all_words(&self, words: &[Span], around: Span) -> Checked {
        if words.is_empty() {
            return Err(self.wrong(around, Mismatch::Unplaced));
        }
        for &word in words {
            self.words(word, None)?;
            if !around.contains(word) {
                return Err(self.wrong(word, Mismatch::Borders));
            }
        }
        Ok(())
    }

    /// The citation must hold the title and the number that it is stored with.
    pub(crate) fn cited(&self, cited: &CitedDocument, stored: Option<&str>) -> Checked {
        let text = self.words(cited.span, stored)?;
        let parts = [cited.title.as_deref(), cited.doc_no.as_deref()];
        for part in parts.into_iter().flatten() {
            if !text.contains(part) {
                let mismatch = Mismatch::Words {
                    stored: part.to_owned(),
                    text: text.to_owned(),
                };
                return Err(self.wrong(cited.span, mismatch));
            }
        }
        match parts {
            [None, None] => Err(self.wrong(cited.span, Mismatch::Unplaced)),
            _ => Ok(()),
        }
    }

    /// A note may point between two characters, so its span may be empty.
    pub(crate) fn note(&self, note: &Note, stored: Option<&str>) -> Checked {
        let Some(span) = note.span else { return Ok(()) };
        match span.of(self.text) {
            Some("") if stored.is_none_or(str::is_empty) => Ok(()),
            _ => self.words(span, stored).map(drop),
        }
    }

    fn wrong(&self, span: Span, mismatch: Mismatch) -> SpanMismatch {
        SpanMismatch {
            what: self.what,
            ordinal: self.ordinal,
            span,
            mismatch,
        }
    }
}

/// Takes out of an extraction what does not agree with its text, each with a note: one wrong finding is no reason to
/// refuse a document. What the reader found (sections, furniture) is left alone; without it there is no document.
pub fn drop_unplaced(plan: &FrozenPlan, extraction: &mut Extraction) {
    let text = plan.text.as_str();
    let mut dropped: Vec<SpanMismatch> = Vec::new();
    let mut keep = |checked: Checked| checked.map_err(|mismatch| dropped.push(mismatch)).is_ok();
    let at = |what| SpanCheck::new(text, what, 0);
    extraction
        .targets
        .retain(|target| keep(at("target").target(target, None)));
    extraction
        .tasks
        .retain(|task| keep(at("task").task(task, None)));
    extraction
        .cited
        .retain(|cited| keep(at("cited document").cited(cited, None)));
    extraction
        .other_numbers
        .retain(|number| keep(at("other number").other_number(*number, None)));
    extraction
        .notes
        .retain(|note| keep(at("note").note(note, None)));
    let place = |span: Span| {
        span.of(text)
            .filter(|words| !words.is_empty())
            .map(|_| span)
    };
    extraction
        .notes
        .extend(dropped.into_iter().map(|mismatch| Note {
            code: NoteCode::FindingDropped,
            span: place(mismatch.span),
            detail: Some(format!("{}: {}", mismatch.what, mismatch.mismatch)),
        }));
}

/// Whether `words` of a text say `value`.
#[must_use]
pub fn says(words: &str, value: Decimal) -> bool {
    numeral::says(words, value)
}

/// Checks the places of sheets and merged cells.
pub(crate) fn check_tables(text: &str, tables: &TextTables) -> impl Iterator<Item = Checked> {
    let sheets = tables.sheets.iter().map(|sheet| ("sheet", sheet.span));
    let merged = tables.merged.iter().flat_map(|one| {
        // The empty cell and the words above it: all of it is one stretch of the text.
        let whole = Span {
            start: one.words.start,
            end: one.at,
        };
        [("merged cell", one.words), ("merged cell", whole)]
    });
    let places: Vec<_> = sheets.chain(merged).collect();
    places
        .into_iter()
        .enumerate()
        .map(move |(index, (what, span))| {
            SpanCheck::new(text, what, index)
                .words(span, None)
                .map(drop)
        })
}

/// Checks everything found in a document before any of it is written.
pub(crate) fn check_document(plan: &FrozenPlan, extraction: &Extraction) -> Checked {
    let text = plan.text.as_str();
    for (index, section) in plan.sections.iter().enumerate() {
        SpanCheck::new(text, "section", index).section(section, None)?;
    }
    for (index, furniture) in plan.furniture.iter().enumerate() {
        SpanCheck::new(text, "furniture", index).words(furniture.span, None)?;
    }
    check_tables(text, &plan.tables).try_for_each(|checked| checked)?;
    for (index, target) in extraction.targets.iter().enumerate() {
        SpanCheck::new(text, "target", index).target(target, None)?;
    }
    for (index, task) in extraction.tasks.iter().enumerate() {
        SpanCheck::new(text, "task", index).task(task, None)?;
    }
    for (index, cited) in extraction.cited.iter().enumerate() {
        SpanCheck::new(text, "cited document", index).cited(cited, None)?;
    }
    for (index, number) in extraction.other_numbers.iter().enumerate() {
        SpanCheck::new(text, "other number", index).other_number(*number, None)?;
    }
    for (index, note) in plan.notes.iter().chain(&extraction.notes).enumerate() {
        SpanCheck::new(text, "note", index).note(note, None)?;
    }
    Ok(())
}
