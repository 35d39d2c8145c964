//! One document into the library, in one transaction: new, as the new version of a plan, or back again.

use super::Way;
use super::version;
use crate::change::BY_HAND;
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::import::{ImportDecision, LostDecision};
use plan_model::{BatchKind, Extraction, FrozenPlan, PlanId};
use plan_store::{Added, Change, Journal, NewBatch, NewPlan, Place, StoreError, sha256_hex};

/// A document that was read and extracted.
pub(super) struct Document<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) plan: &'a FrozenPlan,
    pub(super) extraction: &'a Extraction,
    pub(super) tags: &'a [String],
    pub(super) place: Place,
    pub(super) decision: ImportDecision,
}

/// What became of it.
pub(super) enum Stored {
    New {
        carried: u32,
        lost: Vec<LostDecision>,
    },
    Restored,
    Known,
}

/// The same bytes are known: a removed plan comes back, another is left as it is.
pub(super) fn known(
    library: &OpenLibrary,
    host: &dyn Host,
    bytes: &[u8],
    way: &Way,
    step: &mut Option<i64>,
) -> Result<Option<Stored>, Error> {
    let sha256 = sha256_hex(bytes);
    let row = library.read(|view| {
        match view.plans().by_sha256(&sha256)? {
            Some(plan) => view.plans().get(plan),
            None => Ok(None),
        }
        .map_err(StoreError::from)
    })?;
    let Some(row) = row else { return Ok(None) };
    match way {
        Way::OfAPerson if row.shelf.removed => {
            let name = plan_name(&row.meta, &row.source_name);
            restore(library, host, row.id, &name, step).map(Some)
        }
        _ => Ok(Some(Stored::Known)),
    }
}

fn restore(
    library: &OpenLibrary,
    host: &dyn Host,
    plan: PlanId,
    name: &str,
    step: &mut Option<i64>,
) -> Result<Stored, Error> {
    let at = host.stamp();
    library.write(|change| {
        journalled(change, &at, name, step, |journal| {
            journal.set_removed(plan, false)?;
            Ok(Stored::Restored)
        })
    })
}

/// Writes a document.
pub(super) fn store(
    library: &OpenLibrary,
    host: &dyn Host,
    document: &Document<'_>,
    way: &Way,
    step: &mut Option<i64>,
) -> Result<Stored, Error> {
    let imported_at = host.stamp();
    let earlier = match document.decision {
        ImportDecision::AsVersion { of } => Some(of),
        _ => None,
    };
    let new = |place| NewPlan {
        source_name: document.name,
        source: document.bytes,
        frozen: document.plan,
        extraction: document.extraction,
        imported_at: &imported_at,
        place,
    };
    // The place of the plan that it takes over from: a new version keeps the colour.
    let place = match earlier {
        None => document.place,
        Some(of) => {
            let row = library.read(|view| Ok(view.plans().get(of)?))?;
            Place::At(
                row.ok_or_else(|| library.error(StoreError::NoSuchPlan(of)))?
                    .position,
            )
        }
    };
    let checked = new(place).checked().map_err(|source| Error::SpanMismatch {
        subject: document.name.to_owned(),
        source: Box::new(source),
    })?;
    // Whether it is known is asked again within the transaction: another process may have been faster.
    library.write(|change| match way {
        Way::OfTheProgram(wanted) => {
            if !wanted(change)? {
                return Ok(Stored::Known);
            }
            Ok(match change.add_plan(&checked)? {
                Added::New(_) => Stored::New {
                    carried: 0,
                    lost: Vec::new(),
                },
                Added::Known(_) => Stored::Known,
            })
        }
        Way::OfAPerson => journalled(change, &imported_at, document.name, step, |journal| {
            let plan = match change.add_plan(&checked)? {
                Added::Known(_) => return Ok(Stored::Known),
                Added::New(plan) => plan,
            };
            journal.imported(plan)?;
            for tag in document.tags {
                let tag = tag.trim();
                if !tag.is_empty() {
                    journal.add_tag(plan, tag)?;
                }
            }
            let (carried, lost) = match earlier {
                Some(of) => version::take_over(journal, of, plan)?,
                None => (0, Vec::new()),
            };
            Ok(Stored::New { carried, lost })
        }),
    })
}

/// One more document of the import's step.
fn journalled<T>(
    change: &Change<'_>,
    at: &str,
    name: &str,
    step: &mut Option<i64>,
    work: impl FnOnce(&Journal<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let new = NewBatch {
        at,
        kind: BatchKind::PlansImported,
        by: BY_HAND,
        subject: Some(name),
        goes_on: *step,
    };
    let (answer, batch) = change.journalled(new, work)?;
    if let Some(batch) = batch {
        *step = Some(batch.id);
    }
    Ok(answer)
}
