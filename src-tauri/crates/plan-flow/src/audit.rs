//! The audit of one document: what became of every numeral of its text, which of them nobody can explain, and
//! which targets a person should look at.

use crate::error::Error;
use crate::extract::{Extracted, extract};
use crate::host::Host;
use crate::sentence;
use plan_lexicon::Lexicon;
use plan_model::{FieldConfidence, NumberClass, OffsetTable, Span};
use serde::Serialize;
use std::collections::BTreeSet;

pub use plan_extract::{REVIEW_BELOW, RULES};

/// What became of the numerals of one document.
#[derive(Debug, Clone, Serialize)]
pub struct Audit {
    /// File name.
    pub source_name: String,
    /// Numerals that are the value of a target, each counted once.
    pub in_targets: usize,
    /// All other numerals by class, in the order of the domain.
    pub classes: Vec<ClassCount>,
    /// Numerals that are neither target nor explained, in order of place.
    pub unexplained: Vec<Unexplained>,
    /// Number of targets.
    pub targets: usize,
    /// Targets that a person should look at, in order of place.
    pub to_review: Vec<ToReview>,
}

/// Numerals of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ClassCount {
    /// The class.
    pub class: NumberClass,
    /// How many.
    pub count: usize,
}

/// A place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path of the section, empty before the first one.
    pub section: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words there.
    pub quote: String,
    /// The sentence around them.
    pub sentence: String,
}

/// A numeral that nobody can explain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unexplained {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
}

/// A target that is less sure than the bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToReview {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// As worded.
    pub name: String,
    /// 0 to 100.
    pub confidence: u8,
    /// The fields below the bound that make or break the figure, least sure first.
    pub because: Vec<FieldConfidence>,
}

/// Audits the file at `path`.
pub fn file(path: &std::path::Path) -> Result<Audit, Error> {
    let bytes = crate::files::load(path)?;
    document(&crate::files::name_of(path), &bytes)
}

/// As [`file`], with what `host` has for reading PDF.
pub fn file_with(host: &dyn Host, path: &std::path::Path) -> Result<Audit, Error> {
    let bytes = crate::files::load(path)?;
    audited(&crate::files::name_of(path), &bytes, Some(host))
}

/// Audits one document.
pub fn document(name: &str, bytes: &[u8]) -> Result<Audit, Error> {
    audited(name, bytes, None)
}

fn audited(name: &str, bytes: &[u8], host: Option<&dyn Host>) -> Result<Audit, Error> {
    let lexicon = Lexicon::builtin();
    let Extracted { plan, extraction } = extract(name, bytes, lexicon, host, None, || {})?;
    let table = OffsetTable::new(&plan.text);
    let place = |span: Span| {
        let offsets = table.code_points(span);
        let sentence = sentence::around(&plan.text, span);
        let words = |span: Span| span.of(&plan.text).unwrap_or_default().to_owned();
        Place {
            section: plan
                .section_at(span.from())
                .map(|section| section.path.clone())
                .unwrap_or_default(),
            start: offsets.start,
            end: offsets.end,
            quote: words(span),
            sentence: words(sentence),
        }
    };
    let values: BTreeSet<Span> = extraction
        .targets
        .iter()
        .filter_map(|target| target.value_span)
        .collect();
    let others = &extraction.other_numbers;
    let count = |class| ClassCount {
        class,
        count: others.iter().filter(|one| one.class == class).count(),
    };
    let to_review = extraction
        .targets
        .iter()
        .filter(|target| plan_extract::needs_review(target))
        .map(|target| {
            let mut because: Vec<FieldConfidence> = target
                .fields
                .iter()
                .filter(|known| known.field.is_strict() && known.confidence < REVIEW_BELOW)
                .cloned()
                .collect();
            because.sort_by_key(|known| known.confidence);
            ToReview {
                place: place(target.quote),
                name: target.name.clone(),
                confidence: target.confidence,
                because,
            }
        })
        .collect();
    Ok(Audit {
        source_name: name.to_owned(),
        in_targets: values.len(),
        classes: NumberClass::ALL.iter().map(|class| count(*class)).collect(),
        unexplained: others
            .iter()
            .filter(|one| one.class == NumberClass::Other)
            .map(|one| Unexplained {
                place: place(one.span),
            })
            .collect(),
        targets: extraction.targets.len(),
        to_review,
    })
}
