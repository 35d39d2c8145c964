//! Merging another library in: what it has that this one has not, shown first and then taken over in one step.
//! The other file is never touched: a copy of it is read.

use super::backup::make;
use super::merge_write;
use crate::change::{BY_HAND, Step};
use crate::error::Error;
use crate::host::Host;
use crate::import::is_decided;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::care::{
    BackupReason, MergeAnswer, MergeDifference, MergeField, MergePlan, MergePreference,
    MergePreview,
};
use plan_model::{BatchKind, PlanId, Status};
use plan_store::{Library, PlanRow, StoreError, TargetRow, View};
use std::path::{Path, PathBuf};

/// The other library, as a copy that may be brought up to date. The copy goes when this goes.
pub(super) struct Other {
    pub(super) library: Library,
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
pub(super) struct Plan {
    pub(super) new: Vec<PlanRow>,
    pub(super) same: Vec<Pair>,
    pub(super) synonyms: Vec<(String, String)>,
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
    })
}

/// Merges the library at `path` in: one undoable step, a backup before.
pub fn merge(
    library: &OpenLibrary,
    host: &dyn Host,
    path: &Path,
    prefer: MergePreference,
) -> Result<MergeAnswer, Error> {
    let other = Other::open(path, host)?;
    let backup = make(library.store.path(), host, BackupReason::Merge)?;
    let name = crate::files::name_of(path);
    let step = Step {
        kind: BatchKind::LibraryMerged,
        by: BY_HAND,
        subject: Some(&name),
    };
    let plan = compare(library, &other)?;
    let ((plans, decisions), change) = other
        .library
        .read(|theirs| {
            Ok(library.change(host, &step, |journal| {
                merge_write::write(journal, theirs, &plan, prefer)
            }))
        })
        .map_err(|source| library.error(source))??;
    Ok(MergeAnswer {
        plans,
        decisions,
        backup,
        change,
    })
}

fn compare(library: &OpenLibrary, other: &Other) -> Result<Plan, Error> {
    let theirs = other
        .library
        .read(|view| Ok((view.plans().list()?, view.synonyms().list()?)))
        .map_err(|source| library.error(source))?;
    let (rows, synonyms) = theirs;
    let mut plan = Plan {
        new: Vec::new(),
        same: Vec::new(),
        synonyms: library.read(|view| {
            let mut unknown = Vec::new();
            for (wording, indicator) in synonyms {
                if view.synonyms().get(&wording)?.is_none() {
                    unknown.push((wording, indicator));
                }
            }
            Ok(unknown)
        })?,
    };
    for row in rows {
        let ours = library.read(|view| match view.plans().by_sha256(&row.source_sha256)? {
            Some(known) => Ok(view.plans().get(known)?),
            None => Ok(None),
        })?;
        match ours {
            None => plan.new.push(row),
            Some(ours) => {
                let removed = library.read(|view| Ok(view.journal().removed_at(ours.id)?))?;
                let again = ours.shelf.removed && removed.is_none();
                let targets = if again || ours.shelf.in_use() {
                    pairs(library, other, ours.id, row.id)?
                } else {
                    Vec::new()
                };
                plan.same.push(Pair {
                    ours,
                    theirs: row,
                    again,
                    targets,
                });
            }
        }
    }
    Ok(plan)
}

/// Their decisions that are not ours. The same bytes read by another version of the program can give another
/// text; then no place of theirs is a place of ours.
fn pairs(
    library: &OpenLibrary,
    other: &Other,
    ours: PlanId,
    theirs: PlanId,
) -> Result<Vec<TargetPair>, Error> {
    let read = |view: &View<'_>, plan| Ok((view.plans().text(plan)?, view.targets().of(plan)?));
    let (our_text, our_rows) = library.read(|view| read(view, ours))?;
    let (their_text, their_rows) = other
        .library
        .read(|view| read(view, theirs))
        .map_err(|source| library.error(source))?;
    if our_text != their_text {
        return Ok(Vec::new());
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
    Ok(pairs)
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
