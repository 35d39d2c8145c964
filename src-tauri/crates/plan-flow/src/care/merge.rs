//! Merging another library in: what it has that this one has not, shown first and then taken over in one step.
//! The other file is never touched: a copy of it is read.

use super::backup::make;
use super::merge_write;
use crate::change::{self, BY_HAND};
use crate::error::Error;
use crate::host::Host;
use crate::import::is_decided;
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::care::{
    BackupReason, MergeAnswer, MergeDifference, MergeField, MergePlan, MergePreference,
    MergePreview,
};
use crate::wire::change::ChangeAnswer;
use crate::wire::job::{JobKind, JobPhase, JobSummary};
use plan_model::{BatchKind, ContextFigure, PlanId, Status};
use plan_store::{Change, Journal, Library, NewBatch, PlanRow, StoreError, TargetRow, View, peek};
use std::path::{Path, PathBuf};

/// The other library, as a copy that may be brought up to date. The copy goes when this goes.
struct Other {
    library: Library,
    folder: PathBuf,
}

impl Other {
    fn open(path: &Path, host: &dyn Host) -> Result<Self, Error> {
        let failed = |source: StoreError| Error::Library {
            path: path.to_owned(),
            source: Box::new(source),
        };
        let moment = host.now().timestamp_nanos_opt().unwrap_or_default();
        let folder = host
            .data_dir()
            .join(format!("merge-{}-{moment}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|source| Error::Unwritable {
            path: folder.clone(),
            source,
        })?;
        let copy = folder.join("other.planlens");
        let opened = plan_store::copy(path, &copy).and_then(|()| Library::open(&copy));
        match opened {
            Ok(library) => Ok(Self { library, folder }),
            Err(error) => {
                let _ = std::fs::remove_dir_all(&folder);
                Err(failed(error))
            }
        }
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        // What cannot be deleted while it is still open here lies in a folder of the program's own.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A plan that both libraries have.
pub(super) struct Pair {
    pub(super) ours: PlanRow,
    pub(super) theirs: PlanRow,
    /// Its import here was taken back, and nobody removed it: the merge brings it again.
    pub(super) again: bool,
    pub(super) targets: Vec<TargetPair>,
}

/// A decision of theirs, with the target it is about here.
pub(super) struct TargetPair {
    pub(super) ours: Option<TargetRow>,
    pub(super) theirs: TargetRow,
    /// Both sides decided, and differently.
    pub(super) conflict: bool,
}

/// Everything that a merge would do.
#[derive(Default)]
struct Plan {
    new: Vec<PlanRow>,
    same: Vec<Pair>,
    synonyms: Vec<(String, String)>,
    context: Vec<ContextFigure>,
}

/// What merging the library at `path` would do.
pub fn merge_preview(
    library: &OpenLibrary,
    host: &dyn Host,
    path: &Path,
) -> Result<MergePreview, Error> {
    let other = Other::open(path, host)?;
    let plan = compare(library, &other)?;
    let listed = |rows: &mut dyn Iterator<Item = &PlanRow>| {
        other
            .library
            .read(|view| rows.map(|row| listed(view, row)).collect())
            .map_err(|source| library.error(source))
    };
    let pairs = |wanted: fn(&Pair) -> bool| {
        let of = move |pair: &&Pair| wanted(pair);
        plan.same.iter().filter(of).map(|pair| &pair.theirs)
    };
    let differences = |conflict: bool| {
        plan.same
            .iter()
            .flat_map(|pair| pair.targets.iter().map(move |target| (pair, target)))
            .filter(|(_, target)| target.conflict == conflict)
            .map(|(pair, target)| difference(pair, target))
            .collect()
    };
    Ok(MergePreview {
        path: path.to_string_lossy().into_owned(),
        new_plans: listed(&mut plan.new.iter().chain(pairs(|pair| pair.again)))?,
        same_plans: listed(&mut pairs(|pair| !pair.ours.shelf.removed))?,
        removed_plans: listed(&mut pairs(|pair| pair.ours.shelf.removed && !pair.again))?,
        taken: differences(false),
        conflicts: differences(true),
        synonyms: u32::try_from(plan.synonyms.len()).unwrap_or(u32::MAX),
        context: u32::try_from(plan.context.len()).unwrap_or(u32::MAX),
    })
}

/// Merges the library at `path` in: one undoable step, a backup before. Each plan is merged whole or not at all, so
/// that a cancelled merge leaves the plans that were finished.
pub fn merge(
    library: &OpenLibrary,
    host: &dyn Host,
    path: &Path,
    prefer: MergePreference,
    job: &mut Job<'_>,
) -> Result<MergeAnswer, Error> {
    let total = peek(path).ok().and_then(|peek| peek.plans);
    job.start(JobKind::Merge, total.unwrap_or_default() as usize);
    let done = merged(library, host, path, prefer, job);
    match done {
        Ok(answer) => {
            let summary = JobSummary {
                imported: answer.plans,
                targets: answer.decisions,
                ..JobSummary::default()
            };
            job.finish(summary, answer.cancelled);
            Ok(answer)
        }
        Err(error) => Err(job.failed(error)),
    }
}

fn merged(
    library: &OpenLibrary,
    host: &dyn Host,
    path: &Path,
    prefer: MergePreference,
    job: &mut Job<'_>,
) -> Result<MergeAnswer, Error> {
    let name = crate::files::name_of(path);
    job.step(JobPhase::Reading, &name);
    let other = Other::open(path, host)?;
    let backup = make(library.store.path(), host, BackupReason::Merge)?;
    let at = host.stamp();
    let mut merge = Merge {
        library,
        at: &at,
        origin: &name,
        prefer,
        step: None,
        plans: 0,
        decisions: 0,
    };
    let cancelled = other
        .library
        .read(|theirs| Ok(merge.everything(theirs, job)))
        .map_err(|source| library.error(source))??;
    let state = change::state(library)?;
    let batch = state
        .undo
        .clone()
        .filter(|batch| Some(batch.batch) == merge.step);
    Ok(MergeAnswer {
        cancelled,
        plans: merge.plans,
        decisions: merge.decisions,
        backup,
        change: ChangeAnswer { batch, state },
    })
}

/// A merge under way.
struct Merge<'m> {
    library: &'m OpenLibrary,
    at: &'m str,
    /// Name of the other library.
    origin: &'m str,
    prefer: MergePreference,
    /// The step so far; it goes on with every plan.
    step: Option<i64>,
    plans: u32,
    decisions: u32,
}

impl Merge<'_> {
    /// Plan after plan, then the synonyms and the context table. Whether it was cancelled.
    fn everything(&mut self, theirs: &View<'_>, job: &mut Job<'_>) -> Result<bool, Error> {
        let (library, prefer) = (self.library, self.prefer);
        let listed = || {
            let context = theirs.context_figures().list()?;
            Ok((theirs.plans().list()?, theirs.synonyms().list()?, context))
        };
        let (rows, synonyms, context) =
            listed().map_err(|source: StoreError| library.error(source))?;
        for row in rows {
            if job.is_cancelled() {
                return Ok(true);
            }
            job.step(JobPhase::Storing, &row.source_name);
            let origin = self.origin;
            let (plans, decisions) = self.one(|journal| {
                let known = known(journal.tables(), theirs, &row)?;
                merge_write::plan(journal, theirs, &row, known.as_ref(), prefer, origin)
            })?;
            self.plans += plans;
            self.decisions += decisions;
            job.document_done();
        }
        if job.is_cancelled() {
            return Ok(true);
        }
        self.one(|journal| {
            for (wording, indicator) in &synonyms {
                if journal.tables().synonyms().get(wording)?.is_none() {
                    journal.set_synonym(wording, indicator)?;
                }
            }
            for figure in &context {
                let known = journal.tables().context_figures();
                if known
                    .get(&figure.region, figure.variable, figure.year)?
                    .is_none()
                {
                    journal.set_context(figure)?;
                }
            }
            Ok(())
        })?;
        Ok(false)
    }

    /// One more piece of the step, in a transaction of its own.
    fn one<T>(
        &mut self,
        work: impl FnOnce(&Journal<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Error> {
        let new = NewBatch {
            at: self.at,
            kind: BatchKind::LibraryMerged,
            by: BY_HAND,
            subject: Some(self.origin),
            goes_on: self.step,
        };
        let (answer, batch) = self.library.write(|change| change.journalled(new, work))?;
        if let Some(batch) = batch {
            self.step = Some(batch.id);
        }
        Ok(answer)
    }
}

fn compare(library: &OpenLibrary, other: &Other) -> Result<Plan, Error> {
    let compared = other.library.read(|theirs| {
        Ok(library.read(|ours| {
            let mut plan = Plan::default();
            for (wording, indicator) in theirs.synonyms().list()? {
                if ours.synonyms().get(&wording)?.is_none() {
                    plan.synonyms.push((wording, indicator));
                }
            }
            for figure in theirs.context_figures().list()? {
                let known = ours.context_figures();
                if known
                    .get(&figure.region, figure.variable, figure.year)?
                    .is_none()
                {
                    plan.context.push(figure);
                }
            }
            for row in theirs.plans().list()? {
                match known(ours, theirs, &row)? {
                    None => plan.new.push(row),
                    Some(pair) => plan.same.push(pair),
                }
            }
            Ok(plan)
        }))
    });
    compared.map_err(|source| library.error(source))?
}

/// Where the plans and targets of this library are read: in a snapshot, or in the transaction that changes them.
trait Ours {
    /// The plan with these source bytes.
    fn by_sha256(&self, sha256: &str) -> Result<Option<PlanRow>, StoreError>;
    /// When a plan was last removed.
    fn removed_at(&self, plan: PlanId) -> Result<Option<String>, StoreError>;
    /// The text and the targets of a plan.
    fn content(&self, plan: PlanId) -> Result<(Option<String>, Vec<TargetRow>), StoreError>;
}

macro_rules! ours {
    ($($name:ty),+) => {
        $(impl Ours for $name {
            fn by_sha256(&self, sha256: &str) -> Result<Option<PlanRow>, StoreError> {
                match self.plans().by_sha256(sha256)? {
                    Some(known) => Ok(self.plans().get(known)?),
                    None => Ok(None),
                }
            }

            fn removed_at(&self, plan: PlanId) -> Result<Option<String>, StoreError> {
                Ok(self.journal().removed_at(plan)?)
            }

            fn content(&self, plan: PlanId) -> Result<(Option<String>, Vec<TargetRow>), StoreError> {
                Ok((self.plans().text(plan)?, self.targets().of(plan)?))
            }
        })+
    };
}
ours!(View<'_>, Change<'_>);

/// A plan of theirs that is known here, with what they decided about it and we did not.
fn known(ours: &impl Ours, theirs: &View<'_>, row: &PlanRow) -> Result<Option<Pair>, StoreError> {
    let Some(here) = ours.by_sha256(&row.source_sha256)? else {
        return Ok(None);
    };
    let again = here.shelf.removed && ours.removed_at(here.id)?.is_none();
    let targets = if again || here.shelf.in_use() {
        pairs(ours.content(here.id)?, theirs.content(row.id)?)
    } else {
        Vec::new()
    };
    Ok(Some(Pair {
        ours: here,
        theirs: row.clone(),
        again,
        targets,
    }))
}

/// The text and the targets of a plan.
type Content = (Option<String>, Vec<TargetRow>);

/// Their decisions that are not ours. The same bytes read by another version of the program can give another
/// text; then no place of theirs is a place of ours.
fn pairs((our_text, our_rows): Content, (their_text, their_rows): Content) -> Vec<TargetPair> {
    if our_text != their_text {
        return Vec::new();
    }
    let mut free = our_rows;
    let mut pairs = Vec::new();
    for theirs in their_rows {
        let place = |row: &TargetRow| (row.target.quote, row.target.value_span);
        let same = free
            .iter()
            .position(|row| place(row) == place(&theirs) && row.target.name == theirs.target.name)
            .or_else(|| free.iter().position(|row| place(row) == place(&theirs)))
            .or_else(|| {
                let value = theirs.target.value_span?;
                free.iter()
                    .position(|row| row.target.value_span == Some(value))
            });
        let ours = same.map(|at| free.remove(at));
        if !is_decided(&theirs) {
            continue;
        }
        let conflict = match &ours {
            Some(ours) if fields(ours, &theirs).is_empty() && ours.status == theirs.status => {
                continue;
            }
            Some(ours) => is_decided(ours),
            None => false,
        };
        pairs.push(TargetPair {
            ours,
            theirs,
            conflict,
        });
    }
    pairs
}

/// The fields a person can correct that differ.
pub(super) fn fields(ours: &TargetRow, theirs: &TargetRow) -> Vec<MergeField> {
    let ours = values(ours);
    values(theirs)
        .into_iter()
        .zip(ours)
        .filter(|((_, theirs), (_, ours))| theirs != ours)
        .map(|((field, theirs), (_, ours))| MergeField {
            field: field.to_owned(),
            ours,
            theirs,
        })
        .collect()
}

/// The fields of a target by name, as text.
pub(crate) fn values(row: &TargetRow) -> Vec<(&'static str, Option<String>)> {
    let target = &row.target;
    let text = |value: &dyn std::fmt::Display| Some(value.to_string());
    vec![
        ("name", Some(target.name.clone())),
        ("indicator", Some(target.indicator.clone())),
        ("type", text(&target.indicator_type)),
        ("measure", text(&target.measure)),
        ("op", text(&target.op)),
        ("value", target.value.map(|value| value.to_string())),
        ("value_max", target.value_max.map(|value| value.to_string())),
        ("unit", target.unit.clone()),
        ("year", target.year.map(|year| year.to_string())),
        ("year_from", target.year_from.map(|year| year.to_string())),
        ("scope", target.scope.clone()),
        ("firmness", text(&target.firmness)),
        ("comment", row.comment.clone()),
    ]
}

fn difference(pair: &Pair, target: &TargetPair) -> MergeDifference {
    MergeDifference {
        plan: pair.ours.id,
        plan_name: plan_name(&pair.ours.meta, &pair.ours.source_name),
        indicator: target.theirs.target.indicator.clone(),
        quote: target.theirs.quote.clone(),
        ours: target.ours.as_ref().map(|ours| ours.status),
        theirs: target.theirs.status,
        fields: target
            .ours
            .as_ref()
            .map(|ours| fields(ours, &target.theirs))
            .unwrap_or_default(),
    }
}

fn listed(view: &View<'_>, row: &PlanRow) -> Result<MergePlan, StoreError> {
    let targets = view.targets().of(row.id)?;
    let count = |wanted: &dyn Fn(&TargetRow) -> bool| {
        u32::try_from(targets.iter().filter(|row| wanted(row)).count()).unwrap_or(u32::MAX)
    };
    Ok(MergePlan {
        source_sha256: row.source_sha256.clone(),
        plan_name: plan_name(&row.meta, &row.source_name),
        title: row.meta.title.clone(),
        targets: count(&|row| row.status != Status::Rejected),
        decided: count(&is_decided),
    })
}
