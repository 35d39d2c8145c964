//! Reading plans anew with the rules and the vocabulary of this program. What nobody has decided is replaced; what a
//! person decided stays as it is and is listed where the rules say otherwise. What a plan says about itself was
//! confirmed when it came in and is left alone.

use crate::care::values;
use crate::change::{self, Step};
use crate::error::Error;
use crate::host::Host;
use crate::import::is_decided;
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::review::{extracted, plan_name};
use crate::wire::job::{JobKind, JobPhase, JobSummary};
use crate::wire::plan::{
    ReextractAnswer, ReextractOutcome, ReextractedField, ReextractedPlan, ReextractedTarget,
};
use plan_extract::EXTRACTOR_VERSION;
use plan_lexicon::Lexicon;
use plan_model::{
    BatchKind, Extraction, FrozenPlan, PlanId, SourceFormat, Status, Target, TextQuality,
};
use plan_store::{ChangeTable, Journal, PlanRow, StoreError, TargetRow, TargetTable, View};

/// Whether a reading is only shown, or takes the place of what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is written.
    Shown,
    /// One undoable step.
    Applied,
}

/// A plan as it would be read now.
struct Read {
    row: PlanRow,
    frozen: FrozenPlan,
    /// What the document came as and how well its text came out, where that is known or could be found out now.
    source: Option<(SourceFormat, TextQuality)>,
    found: Extraction,
}

/// Reads plans anew. Cancelled, nothing is written.
pub fn reextract(
    library: &OpenLibrary,
    host: &dyn Host,
    plans: &[PlanId],
    reading: Reading,
    job: &mut Job<'_>,
) -> Result<ReextractAnswer, Error> {
    let lexicon = library.taught_lexicon()?;
    job.start(JobKind::Reextract, plans.len());
    let mut read = Vec::new();
    for plan in plans {
        if job.is_cancelled() {
            job.finish(JobSummary::default(), true);
            return Ok(ReextractAnswer {
                plans: Vec::new(),
                change: change::nothing(library)?,
            });
        }
        let (row, frozen) = library.read(|view| frozen(view, *plan))?;
        let source = library.read(|view| measured(view, &row, &frozen.text))?;
        job.step(JobPhase::Extracting, &row.source_name);
        let mut found = plan_extract::extract(&frozen, &lexicon);
        plan_store::drop_unplaced(&frozen, &mut found);
        read.push(Read {
            row,
            frozen,
            source,
            found,
        });
        job.document_done();
    }
    let by = format!(
        "extractor {EXTRACTOR_VERSION}, lexicon {}",
        lexicon.version()
    );
    let answer = match reading {
        Reading::Shown => ReextractAnswer {
            plans: library.read(|view| {
                read.iter()
                    .map(|read| {
                        let (answer, _) =
                            compare(read, &view.targets(), &view.journal(), &lexicon)?;
                        Ok(answer)
                    })
                    .collect()
            })?,
            change: change::nothing(library)?,
        },
        Reading::Applied => {
            let subject = match read.as_slice() {
                [one] => Some(plan_name(&one.row.meta, &one.row.source_name)),
                _ => None,
            };
            let step = Step {
                kind: BatchKind::PlansReextracted,
                by: &by,
                subject: subject.as_deref(),
            };
            let (plans, change) = library.change(host, &step, |journal| {
                read.iter()
                    .map(|read| apply(journal, read, &lexicon, &by))
                    .collect()
            })?;
            ReextractAnswer { plans, change }
        }
    };
    job.finish(JobSummary::default(), false);
    Ok(answer)
}

/// The plan as it was frozen. The notes of its reading were copied into what was found.
fn frozen(view: &View<'_>, plan: PlanId) -> Result<(PlanRow, FrozenPlan), StoreError> {
    let missing = || StoreError::NoSuchPlan(plan);
    let row = view.plans().get(plan)?.ok_or_else(missing)?;
    let (sections, furniture) = (view.sections().of(plan)?, view.plans().furniture(plan)?);
    let frozen = FrozenPlan {
        text: view.plans().text(plan)?.ok_or_else(missing)?,
        encoding: row.encoding.clone(),
        sections: sections.into_iter().map(|(one, _)| one).collect(),
        furniture: furniture.into_iter().map(|(one, _)| one).collect(),
        tables: view.text_tables().of(plan)?,
        notes: view
            .notes()
            .of(plan)?
            .into_iter()
            .map(|(note, _)| note)
            .filter(|note| note.code.is_of_reading())
            .collect(),
        ..FrozenPlan::default()
    };
    Ok((row, frozen))
}

/// What the document of a plan came as and how well its text came out: as kept, else found out from its bytes.
pub(crate) fn measured(
    view: &View<'_>,
    row: &PlanRow,
    text: &str,
) -> Result<Option<(SourceFormat, TextQuality)>, StoreError> {
    if row.source.is_some() {
        return Ok(row.source);
    }
    let bytes = view.plans().source(row.id)?.unwrap_or_default();
    Ok(plan_read::measure(&bytes, &row.source_name, text))
}

/// What happens to the stored rows.
enum Fate {
    /// Found again: the row takes what was found, which may be what it holds.
    Takes(Box<TargetRow>),
    /// Not found any more.
    Goes(Box<TargetRow>),
    /// Found for the first time.
    Comes(Box<Target>),
}

fn compare(
    read: &Read,
    targets: &TargetTable<'_>,
    journal: &ChangeTable<'_>,
    lexicon: &Lexicon,
) -> Result<(ReextractedPlan, Vec<Fate>), StoreError> {
    let (text, row) = (read.frozen.text.as_str(), &read.row);
    let mut free: Vec<&Target> = read.found.targets.iter().collect();
    let mut answer = ReextractedPlan {
        plan: row.id,
        plan_name: plan_name(&row.meta, &row.source_name),
        from_version: format!("{} / {}", row.extractor_version, row.lexicon_version),
        to_version: format!("{EXTRACTOR_VERSION} / {}", lexicon.version()),
        same: 0,
        kept: 0,
        differences: Vec::new(),
    };
    let mut fates = Vec::new();
    let mut listed: Vec<(u32, ReextractedTarget)> = Vec::new();
    for stored in targets.of(row.id)? {
        let decided = is_decided(&stored);
        // A decision is compared with what it was made about.
        let mut before = stored.clone();
        if decided {
            extracted(&mut before, &journal.as_extracted(stored.id)?);
        }
        let found = take(&mut free, &before.target);
        let new = found.map(|target| TargetRow {
            target: target.clone(),
            extractor_version: EXTRACTOR_VERSION,
            lexicon_version: lexicon.version().to_owned(),
            ..before.clone()
        });
        let differs = new
            .as_ref()
            .is_some_and(|new| values(new) != values(&before));
        answer.kept += u32::from(decided);
        answer.same += u32::from(!decided && new.is_some() && !differs);
        let outcome = match (decided, found) {
            (true, Some(_)) if differs => Some(ReextractOutcome::KeptThoughDifferent),
            (false, Some(_)) if differs => Some(ReextractOutcome::Changed),
            (_, Some(_)) => None,
            // What a person added was never found.
            (true, None) if stored.target.rule == crate::review::BY_HAND_RULE => None,
            (true, None) => Some(ReextractOutcome::KeptThoughGone),
            (false, None) => Some(ReextractOutcome::Gone),
        };
        if let Some(outcome) = outcome {
            let quote = found.map_or(stored.target.quote, |target| target.quote);
            listed.push((
                quote.start,
                ReextractedTarget {
                    target: Some(stored.id),
                    outcome,
                    quote: quote.of(text).unwrap_or_default().to_owned(),
                    fields: fields(Some(&stored), new.as_ref()),
                },
            ));
        }
        match new {
            _ if decided => {}
            // Versions alone are no reason to touch a row that is found as it was.
            Some(new) if new.target == stored.target => {}
            Some(new) => fates.push(Fate::Takes(Box::new(new))),
            None => fates.push(Fate::Goes(Box::new(stored))),
        }
    }
    for target in free {
        let row = blank(read, target, lexicon);
        listed.push((
            target.quote.start,
            ReextractedTarget {
                target: None,
                outcome: ReextractOutcome::New,
                quote: target.quote.of(text).unwrap_or_default().to_owned(),
                fields: fields(None, Some(&row)),
            },
        ));
        fates.push(Fate::Comes(Box::new(target.clone())));
    }
    listed.sort_by_key(|(start, _)| *start);
    answer.differences = listed.into_iter().map(|(_, one)| one).collect();
    Ok((answer, fates))
}

/// The found target that stands at the place of a stored one.
fn take<'f>(free: &mut Vec<&'f Target>, stored: &Target) -> Option<&'f Target> {
    let value = |one: &&Target| one.value_span == stored.value_span;
    let at = free
        .iter()
        .position(|one| one.quote == stored.quote && value(one) && one.name == stored.name)
        .or_else(|| {
            free.iter()
                .position(|one| one.quote == stored.quote && value(one))
        })
        .or_else(|| {
            free.iter()
                .position(|one| stored.value_span.is_some() && value(one))
        })?;
    Some(free.remove(at))
}

fn blank(read: &Read, target: &Target, lexicon: &Lexicon) -> TargetRow {
    TargetRow {
        id: plan_model::TargetId(0),
        plan: read.row.id,
        target: target.clone(),
        quote: String::new(),
        value_quote: None,
        status: Status::Extracted,
        comment: None,
        extractor_version: EXTRACTOR_VERSION,
        lexicon_version: lexicon.version().to_owned(),
    }
}

/// The fields that differ; of a target that comes, all that it has.
fn fields(stored: Option<&TargetRow>, found: Option<&TargetRow>) -> Vec<ReextractedField> {
    let Some(found) = found else {
        return Vec::new();
    };
    let stored: Vec<Option<String>> = match stored {
        Some(stored) => values(stored).into_iter().map(|(_, value)| value).collect(),
        None => vec![None; values(found).len()],
    };
    values(found)
        .into_iter()
        .zip(stored)
        .filter(|((field, found), stored)| *field != "comment" && found != stored)
        .map(|((field, found), stored)| ReextractedField {
            field: field.to_owned(),
            stored,
            found,
        })
        .collect()
}

fn apply(
    journal: &Journal<'_>,
    read: &Read,
    lexicon: &Lexicon,
    by: &str,
) -> Result<ReextractedPlan, StoreError> {
    let tables = journal.tables();
    let (plan, text) = (read.row.id, read.frozen.text.as_str());
    // Compared within the transaction: a decision made meanwhile is a decision.
    let (answer, fates) = compare(read, &tables.targets(), &tables.journal(), lexicon)?;
    for fate in &fates {
        match fate {
            Fate::Takes(row) => {
                journal.replace_found_target(text, row)?;
            }
            Fate::Goes(row) => journal.remove_target(plan, row.id)?,
            Fate::Comes(target) => {
                let version = (EXTRACTOR_VERSION, lexicon.version());
                let how = ("extracted", by);
                journal.add_target(plan, text, target, version, Status::Extracted, how)?;
            }
        }
    }
    journal.replace_findings(plan, text, &read.found, &[])?;
    if let Some((format, quality)) = read.source {
        journal.set_source(plan, format, quality)?;
    }
    Ok(answer)
}
