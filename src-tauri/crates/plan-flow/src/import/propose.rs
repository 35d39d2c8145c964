//! Looking at documents before they are imported: what they say about themselves, what was noticed, and whether
//! the library has them already. Nothing is written.

use super::likeness::{NEAR, Sketches, passages, share};
use super::sheets;
use crate::error::Error;
use crate::extract::{Extracted, extract};
use crate::files;
use crate::host::Host;
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::import::{ImportDecision, ImportNote, ImportProposal, KnownAs};
use crate::wire::job::{JobKind, JobPhase, JobSummary};
use plan_model::plan::document_key;
use plan_model::{PlanMeta, SheetMapping, SourceFormat};
use plan_read::ReadError;
use plan_store::{PlanRow, StoreError, sha256_hex};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What the files are, and of folders every document within; each with its place on disk, which a name as text
/// cannot always say. Cancelled, it gives those looked at so far.
pub fn propose(
    library: &OpenLibrary,
    host: &dyn Host,
    paths: &[PathBuf],
    job: &mut Job<'_>,
) -> Result<Vec<(PathBuf, ImportProposal)>, Error> {
    let found = files::expand(paths);
    let plans = library.read(|view| Ok(view.plans().list()?))?;
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut proposals = Vec::new();
    job.start(JobKind::Propose, found.len());
    for one in found {
        if job.is_cancelled() {
            break;
        }
        let path = match &one {
            Ok(path) => path.clone(),
            Err(error) => PathBuf::from(error.subject().unwrap_or_default()),
        };
        let name = files::name_of(&path);
        job.step(JobPhase::Reading, &name);
        let mut proposal = blank(&path);
        let looking = Looking {
            library,
            host,
            plans: &plans,
            sheets: None,
        };
        let looked = one.and_then(|path| looking.look(&path, &mut seen, &mut proposal));
        match looked {
            Ok(()) => {}
            Err(error @ Error::Library { .. }) => return Err(job.failed(error)),
            Err(error) => proposal.error = Some(error.to_wire()),
        }
        proposals.push((path, proposal));
        job.document_done();
    }
    job.finish(JobSummary::default(), job.is_cancelled());
    Ok(proposals)
}

/// Looks again at a workbook whose sheets the analyst mapped.
pub fn propose_mapped(
    library: &OpenLibrary,
    host: &dyn Host,
    path: &Path,
    sheets: &[SheetMapping],
) -> Result<ImportProposal, Error> {
    let plans = library.read(|view| Ok(view.plans().list()?))?;
    let mut proposal = blank(path);
    let looking = Looking {
        library,
        host,
        plans: &plans,
        sheets: Some(sheets),
    };
    match looking.look(path, &mut BTreeMap::new(), &mut proposal) {
        Ok(()) => {}
        Err(error @ Error::Library { .. }) => return Err(error),
        Err(error) => proposal.error = Some(error.to_wire()),
    }
    Ok(proposal)
}

/// A proposal of which nothing is known yet.
fn blank(path: &Path) -> ImportProposal {
    ImportProposal {
        path: path.to_string_lossy().into_owned(),
        name: files::name_of(path),
        format: None,
        quality: None,
        bytes: 0,
        meta: None,
        targets: 0,
        characters: 0,
        notes: Vec::new(),
        sheets: Vec::new(),
        known: None,
        decision: ImportDecision::Skip,
        error: None,
    }
}

/// What a file is looked at with.
struct Looking<'a> {
    library: &'a OpenLibrary,
    host: &'a dyn Host,
    /// The plans in use.
    plans: &'a [PlanRow],
    /// Of a workbook: its sheets as an analyst mapped them.
    sheets: Option<&'a [SheetMapping]>,
}

impl Looking<'_> {
    fn look(
        &self,
        path: &Path,
        seen: &mut BTreeMap<String, String>,
        proposal: &mut ImportProposal,
    ) -> Result<(), Error> {
        let Self {
            library,
            host,
            plans,
            sheets: mapped,
        } = *self;
        let bytes = files::load(path)?;
        proposal.bytes = bytes.len() as u64;
        let sha256 = sha256_hex(&bytes);
        let lexicon = library.taught_lexicon()?;
        let name = &proposal.name;
        let extracted = extract(name, &bytes, &lexicon, Some(host), mapped, || {});
        let Extracted { plan, extraction } = match extracted {
            // There may be sheets that an analyst knows to read.
            Err(
                error @ Error::Read {
                    source: ReadError::NoTable,
                    ..
                },
            ) => {
                proposal.sheets = sheets::propose(&bytes, None).unwrap_or_default();
                return Err(error);
            }
            other => other?,
        };
        if plan.format == SourceFormat::Xlsx {
            let read = Some((&plan, &extraction));
            proposal.sheets = sheets::propose(&bytes, read).unwrap_or_default();
        }
        proposal.format = Some(plan.format);
        proposal.quality = Some(plan.quality);
        proposal.characters = u32::try_from(plan.text.chars().count()).unwrap_or(u32::MAX);
        proposal.targets = u32::try_from(extraction.targets.len()).unwrap_or(u32::MAX);
        proposal.notes = extraction.notes.iter().map(ImportNote::from).collect();
        let earlier = seen.get(&sha256).cloned();
        seen.entry(sha256.clone())
            .or_insert_with(|| proposal.name.clone());
        let known = match earlier {
            Some(name) => Some(KnownAs::EarlierFile { name }),
            None => match same_bytes(library, &sha256)? {
                Some(known) => Some(known),
                None => near(library, plans, &plan.text, &extraction.meta)?,
            },
        };
        proposal.decision = decision(known.as_ref());
        proposal.known = known;
        proposal.meta = Some(extraction.meta);
        Ok(())
    }
}

/// What to do unless the analyst says otherwise.
fn decision(known: Option<&KnownAs>) -> ImportDecision {
    match known {
        None => ImportDecision::AsNew,
        Some(KnownAs::SameBytes { .. } | KnownAs::EarlierFile { .. }) => ImportDecision::Skip,
        Some(KnownAs::Removed { .. }) => ImportDecision::BringBack,
        // Word for word the same: the copy of another site tells nothing new.
        Some(KnownAs::NearText { likeness: 100, .. }) => ImportDecision::Skip,
        Some(KnownAs::NearText { plan, .. } | KnownAs::SameDocument { plan, .. }) => {
            ImportDecision::AsVersion { of: *plan }
        }
    }
}

fn same_bytes(library: &OpenLibrary, sha256: &str) -> Result<Option<KnownAs>, Error> {
    let row = library.read(|view| match view.plans().by_sha256(sha256)? {
        Some(plan) => Ok(view.plans().get(plan)?),
        None => Ok(None),
    })?;
    Ok(row.map(|row| {
        let (plan, plan_name) = (row.id, plan_name(&row.meta, &row.source_name));
        if row.shelf.removed {
            KnownAs::Removed { plan, plan_name }
        } else {
            KnownAs::SameBytes { plan, plan_name }
        }
    }))
}

/// The plan in use with nearly the same text, else with the same title, number and region.
fn near(
    library: &OpenLibrary,
    plans: &[PlanRow],
    text: &str,
    meta: &PlanMeta,
) -> Result<Option<KnownAs>, Error> {
    let own = passages(text);
    let text_of = |row: &PlanRow| {
        library.read(|view| {
            view.plans()
                .text(row.id)?
                .ok_or(StoreError::NoSuchPlan(row.id))
        })
    };
    let mut nearest: Option<(u8, &PlanRow)> = None;
    for row in plans {
        let sketch = library.sketches.of(row.id, || text_of(row))?;
        let named = same_document(meta, &row.meta);
        if !named && !Sketches::may_be_near(&own, &sketch) {
            continue;
        }
        let likeness = share(&own, &passages(&text_of(row)?));
        if (named || likeness >= NEAR) && nearest.is_none_or(|(best, _)| likeness > best) {
            nearest = Some((likeness, row));
        }
    }
    Ok(nearest.map(|(likeness, row)| {
        let (plan, plan_name) = (row.id, plan_name(&row.meta, &row.source_name));
        if likeness >= NEAR {
            KnownAs::NearText {
                plan,
                plan_name,
                likeness,
            }
        } else {
            KnownAs::SameDocument {
                plan,
                plan_name,
                likeness,
            }
        }
    }))
}

/// Whether title, document number and region are all known and the same.
fn same_document(one: &PlanMeta, other: &PlanMeta) -> bool {
    let keys = |meta: &PlanMeta| {
        let key = |field: &Option<String>| field.as_deref().map(document_key);
        Some((key(&meta.title)?, key(&meta.doc_no)?, key(&meta.region)?))
    };
    keys(one).is_some() && keys(one) == keys(other)
}
