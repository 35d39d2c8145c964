//! Importing documents: read, extract, check, store; one transaction each. A document that cannot be taken is
//! reported and the others go on; a library that cannot be written ends the job.

use crate::error::Error;
use crate::extract::{Extracted, extract};
use crate::files;
use crate::host::Host;
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::seeds::Confirmed;
use crate::wire::job::{JobKind, JobPhase, JobSummary};
use plan_model::Note;
use plan_store::{Added, Change, NewPlan, Place, StoreError, sha256_hex};
use std::borrow::Cow;
use std::path::PathBuf;

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
    /// What a person has confirmed about it.
    pub(crate) confirmed: Option<Confirmed>,
    /// Where it goes in the library's order.
    pub(crate) place: Place,
}

/// Imports files, and of folders every document within.
pub fn paths(
    library: &OpenLibrary,
    host: &dyn Host,
    paths: &[PathBuf],
    job: &mut Job<'_>,
) -> Result<JobSummary, Error> {
    let incoming = files::expand(paths)
        .into_iter()
        .map(|found| {
            let (name, origin) = match found {
                Ok(path) => (files::name_of(&path), Origin::Path(path)),
                Err(error) => (
                    error.subject().unwrap_or_default(),
                    Origin::Unreachable(error),
                ),
            };
            Incoming {
                name,
                origin,
                confirmed: None,
                place: Place::Last,
            }
        })
        .collect();
    import(library, host, JobKind::Import, incoming, job, |_| Ok(true))
}

/// What became of one document.
enum Taken {
    New { targets: usize, notes: Vec<Note> },
    Known,
}

/// Imports `documents` one after the other. `wanted` is asked inside each transaction whether the document is
/// still to be added; when not, it counts as known.
pub(crate) fn import(
    library: &OpenLibrary,
    host: &dyn Host,
    kind: JobKind,
    documents: Vec<Incoming>,
    job: &mut Job<'_>,
    wanted: fn(&Change<'_>) -> Result<bool, StoreError>,
) -> Result<JobSummary, Error> {
    let mut summary = JobSummary::default();
    job.start(kind, documents.len());
    for document in documents {
        if job.is_cancelled() {
            job.finish(summary.clone(), true);
            return Ok(summary);
        }
        let name = document.name.clone();
        match take(library, host, document, job, wanted) {
            Ok(Taken::New { targets, notes }) => {
                summary.imported += 1;
                summary.targets = summary
                    .targets
                    .saturating_add(u32::try_from(targets).unwrap_or(u32::MAX));
                for note in &notes {
                    job.note(&name, note);
                }
            }
            Ok(Taken::Known) => summary.duplicates += 1,
            // The library itself is the trouble: the next document would meet the same.
            Err(error @ Error::Library { .. }) => return Err(job.failed(error)),
            Err(error) => {
                summary.refused += 1;
                job.refused(&name, &error);
            }
        }
        job.document_done();
    }
    job.finish(summary.clone(), false);
    Ok(summary)
}

fn take(
    library: &OpenLibrary,
    host: &dyn Host,
    document: Incoming,
    job: &mut Job<'_>,
    wanted: fn(&Change<'_>) -> Result<bool, StoreError>,
) -> Result<Taken, Error> {
    let Incoming {
        name,
        origin,
        confirmed,
        place,
    } = document;
    job.step(JobPhase::Reading, &name);
    let bytes = match origin {
        Origin::Path(path) => Cow::Owned(files::load(&path)?),
        Origin::Bytes(bytes) => bytes,
        Origin::Unreachable(error) => return Err(error),
    };
    let sha256 = sha256_hex(&bytes);
    if library
        .read(|view| Ok(view.plans().by_sha256(&sha256)?))?
        .is_some()
    {
        return Ok(Taken::Known);
    }
    let lexicon = library.taught_lexicon()?;
    let Extracted {
        plan,
        mut extraction,
    } = extract(&name, &bytes, &lexicon, Some(host), || {
        job.step(JobPhase::Extracting, &name);
    })?;
    if let Some(confirmed) = confirmed {
        confirmed.apply(&mut extraction.meta);
    }
    job.step(JobPhase::Storing, &name);
    let imported_at = host.stamp();
    let checked = NewPlan {
        source_name: &name,
        source: &bytes,
        frozen: &plan,
        extraction: &extraction,
        imported_at: &imported_at,
        place,
    }
    .checked()
    .map_err(|source| Error::SpanMismatch {
        subject: name.clone(),
        source: Box::new(source),
    })?;
    // Asked a second time within the transaction: another process may have been faster.
    let added = library.write(|change| {
        if wanted(change)? {
            change.add_plan(&checked).map(Some)
        } else {
            Ok(None)
        }
    })?;
    Ok(match added {
        Some(Added::New(_)) => {
            let notes = plan.notes.into_iter().chain(extraction.notes).collect();
            Taken::New {
                targets: extraction.targets.len(),
                notes,
            }
        }
        Some(Added::Known(_)) | None => Taken::Known,
    })
}
