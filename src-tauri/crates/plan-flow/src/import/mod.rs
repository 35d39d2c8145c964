//! Importing documents: read, extract, check, store; one transaction each. A document that cannot be taken is
//! reported and the others go on; a library that cannot be written ends the job.

mod likeness;
mod propose;
mod sheets;
mod store;
mod version;

pub use propose::{propose, propose_mapped};

pub(crate) use likeness::Sketches;
pub(crate) use version::is_decided;

use crate::error::Error;
use crate::extract::{Extracted, extract};
use crate::files;
use crate::host::Host;
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::seeds::Confirmed;
use crate::wire::import::{ImportAnswer, ImportDecision, ImportItem};
use crate::wire::job::{JobKind, JobPhase, JobSummary};
use plan_model::{Note, PlanMeta, SheetMapping};
use plan_store::{Change, Place, StoreError};
use std::borrow::Cow;
use std::path::PathBuf;
use store::{Document, Stored};

/// Where a document's bytes come from.
pub(crate) enum Origin {
    /// A file, read when its turn comes.
    Path(PathBuf),
    /// Bytes at hand.
    Bytes(Cow<'static, [u8]>),
    /// A place that could not even be looked at.
    Unreachable(Error),
}

/// A document on its way in.
pub(crate) struct Incoming {
    /// Name of the file.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) origin: Origin,
    /// What it says about itself, where a person or the program's own index says it better than the text.
    pub(crate) meta: Meta,
    /// Tags it gets.
    pub(crate) tags: Vec<String>,
    /// Where it goes in the library's order.
    pub(crate) place: Place,
    /// What shall become of it.
    pub(crate) decision: ImportDecision,
    /// Of a workbook: its sheets as an analyst mapped them.
    pub(crate) sheets: Option<Vec<SheetMapping>>,
}

/// Where the metadata of a document come from.
pub(crate) enum Meta {
    /// From its text.
    AsRead,
    /// From its text, with what the index of the program's own plans confirms.
    Confirmed(Confirmed),
    /// From a person.
    Given(Box<PlanMeta>),
}

impl Incoming {
    fn found(found: Result<PathBuf, Error>) -> Self {
        let (name, origin) = match found {
            Ok(path) => (files::name_of(&path), Origin::Path(path)),
            Err(error) => (
                error.subject().unwrap_or_default(),
                Origin::Unreachable(error),
            ),
        };
        Self {
            name,
            origin,
            meta: Meta::AsRead,
            tags: Vec::new(),
            place: Place::Last,
            decision: ImportDecision::AsNew,
            sheets: None,
        }
    }
}

/// Imports files, and of folders every document within. A removed plan with the same bytes comes back.
pub fn paths(
    library: &OpenLibrary,
    host: &dyn Host,
    paths: &[PathBuf],
    job: &mut Job<'_>,
) -> Result<JobSummary, Error> {
    let incoming = files::expand(paths)
        .into_iter()
        .map(Incoming::found)
        .collect();
    let answer = import(library, host, incoming, job, &Way::OfAPerson)?;
    Ok(summary(&answer))
}

/// Imports documents as the analyst decided. All of them together are one undoable step.
pub fn apply(
    library: &OpenLibrary,
    host: &dyn Host,
    items: Vec<(PathBuf, ImportItem)>,
    job: &mut Job<'_>,
) -> Result<ImportAnswer, Error> {
    let incoming = items
        .into_iter()
        .map(|(path, item)| Incoming {
            meta: item
                .meta
                .map_or(Meta::AsRead, |meta| Meta::Given(Box::new(meta))),
            tags: item.tags,
            decision: item.decision,
            sheets: item.sheets,
            ..Incoming::found(Ok(path))
        })
        .collect();
    import(library, host, incoming, job, &Way::OfAPerson)
}

/// Asked inside a transaction whether a document is still to be added.
pub(crate) type Wanted = fn(&Change<'_>) -> Result<bool, StoreError>;

/// Who imports.
pub(crate) enum Way {
    /// A person: an undoable step.
    OfAPerson,
    /// The program fills a new library. When a document is not wanted any more, it counts as known.
    OfTheProgram(Wanted),
}

impl Way {
    fn kind(&self) -> JobKind {
        match self {
            Self::OfAPerson => JobKind::Import,
            Self::OfTheProgram(_) => JobKind::Seed,
        }
    }
}

/// Imports `documents` one after the other.
pub(crate) fn import(
    library: &OpenLibrary,
    host: &dyn Host,
    documents: Vec<Incoming>,
    job: &mut Job<'_>,
    way: &Way,
) -> Result<ImportAnswer, Error> {
    let mut answer = ImportAnswer::default();
    let mut step = None;
    job.start(way.kind(), documents.len());
    let total = documents.len();
    for (reached, document) in documents.into_iter().enumerate() {
        if job.is_cancelled() {
            answer.left = u32::try_from(total - reached).unwrap_or(u32::MAX);
            job.finish(summary(&answer), true);
            return Ok(answer);
        }
        let name = document.name.clone();
        match take(library, host, document, job, way, &mut step) {
            Ok(Taken::Stored(Stored::New { carried, lost }, targets, notes)) => {
                answer.imported += 1;
                answer.carried += carried;
                answer.lost.extend(lost);
                answer.targets = answer
                    .targets
                    .saturating_add(u32::try_from(targets).unwrap_or(u32::MAX));
                for note in &notes {
                    job.note(&name, note);
                }
            }
            Ok(Taken::Stored(Stored::Restored, ..)) => answer.restored += 1,
            Ok(Taken::Stored(Stored::Known, ..)) => answer.duplicates += 1,
            Ok(Taken::Skipped) => answer.skipped += 1,
            // The library itself is the trouble: the next document would meet the same.
            Err(error @ Error::Library { .. }) => return Err(job.failed(error)),
            Err(error) => {
                answer.refused += 1;
                job.refused(&name, &error);
            }
        }
        job.document_done();
    }
    job.finish(summary(&answer), false);
    Ok(answer)
}

fn summary(answer: &ImportAnswer) -> JobSummary {
    JobSummary {
        imported: answer.imported + answer.restored,
        duplicates: answer.duplicates,
        refused: answer.refused,
        targets: answer.targets,
    }
}

/// What became of one document.
enum Taken {
    Stored(Stored, usize, Vec<Note>),
    Skipped,
}

fn take(
    library: &OpenLibrary,
    host: &dyn Host,
    document: Incoming,
    job: &mut Job<'_>,
    way: &Way,
    step: &mut Option<i64>,
) -> Result<Taken, Error> {
    let Incoming { name, origin, .. } = document;
    if document.decision == ImportDecision::Skip {
        return Ok(Taken::Skipped);
    }
    job.step(JobPhase::Reading, &name);
    let bytes = match origin {
        Origin::Path(path) => Cow::Owned(files::load(&path)?),
        Origin::Bytes(bytes) => bytes,
        Origin::Unreachable(error) => return Err(error),
    };
    if let Some(known) = store::known(library, host, &bytes, way, step)? {
        return Ok(Taken::Stored(known, 0, Vec::new()));
    }
    let lexicon = library.taught_lexicon()?;
    let Extracted {
        plan,
        mut extraction,
    } = extract(
        &name,
        &bytes,
        &lexicon,
        Some(host),
        document.sheets.as_deref(),
        || {
            job.step(JobPhase::Extracting, &name);
        },
    )?;
    match document.meta {
        Meta::AsRead => {}
        Meta::Confirmed(confirmed) => confirmed.apply(&mut extraction.meta),
        // What cannot stand in a field was refused when it was proposed; here it is as if nothing was typed.
        Meta::Given(meta) => match crate::plans::checked(&meta) {
            (meta, problems) if problems.is_empty() => extraction.meta = meta,
            _ => {}
        },
    }
    job.step(JobPhase::Storing, &name);
    let stored = store::store(
        library,
        host,
        &Document {
            name: &name,
            bytes: &bytes,
            plan: &plan,
            extraction: &extraction,
            tags: &document.tags,
            place: document.place,
            decision: document.decision,
        },
        way,
        step,
    )?;
    let notes = plan.notes.into_iter().chain(extraction.notes).collect();
    Ok(Taken::Stored(stored, extraction.targets.len(), notes))
}
