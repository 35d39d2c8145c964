//! Undo, redo and history, and the one way in which every use case here changes data: through the journal.

use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::change::{
    ChangeAnswer, ChangeBatch, ChangePage, ChangeState, FieldChange, HistoryStep,
};
use plan_model::{BatchKind, PlanId, TargetId};
use plan_store::{BatchRow, CarriedRow, ChangeRow, Journal, NewBatch, StoreError, View};
use serde_json::Value;

/// The one who decides.
pub(crate) const BY_HAND: &str = "hand";

/// A step about to be made.
pub(crate) struct Step<'a> {
    pub(crate) kind: BatchKind,
    pub(crate) by: &'a str,
    pub(crate) subject: Option<&'a str>,
}

impl<'a> Step<'a> {
    /// A step of a person.
    pub(crate) fn by_hand(kind: BatchKind, subject: Option<&'a str>) -> Self {
        Self {
            kind,
            by: BY_HAND,
            subject,
        }
    }
}

impl OpenLibrary {
    /// Does `work` as one undoable step, in one transaction.
    pub(crate) fn change<T>(
        &self,
        host: &dyn Host,
        step: &Step<'_>,
        work: impl FnOnce(&Journal<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, ChangeAnswer), Error> {
        let at = host.stamp();
        self.write(|change| {
            let new = NewBatch {
                at: &at,
                kind: step.kind,
                by: step.by,
                subject: step.subject,
                goes_on: None,
            };
            let (answer, batch) = change.journalled(new, work)?;
            let state = ChangeState {
                undo: change.journal().undoable()?.map(ChangeBatch::from),
                redo: change.journal().redoable()?.map(ChangeBatch::from),
            };
            let batch = batch.map(ChangeBatch::from);
            Ok((answer, ChangeAnswer { batch, state }))
        })
    }
}

impl From<BatchRow> for ChangeBatch {
    fn from(row: BatchRow) -> Self {
        Self {
            batch: row.id,
            at: row.at,
            kind: row.kind,
            subject: row.subject,
            count: row.count,
        }
    }
}

fn state_of(view: &View<'_>) -> Result<ChangeState, StoreError> {
    Ok(ChangeState {
        undo: view.journal().undoable()?.map(ChangeBatch::from),
        redo: view.journal().redoable()?.map(ChangeBatch::from),
    })
}

/// What Undo and Redo would do just now.
pub fn state(library: &OpenLibrary) -> Result<ChangeState, Error> {
    library.read(state_of)
}

/// An answer for when nothing was changed.
pub(crate) fn nothing(library: &OpenLibrary) -> Result<ChangeAnswer, Error> {
    Ok(ChangeAnswer {
        batch: None,
        state: state(library)?,
    })
}

/// Takes the newest step back.
pub fn undo(library: &OpenLibrary) -> Result<ChangeAnswer, Error> {
    let batch = library.write(|change| change.undo())?;
    Ok(ChangeAnswer {
        batch: batch.map(ChangeBatch::from),
        state: state(library)?,
    })
}

/// Does the step that was taken back last again.
pub fn redo(library: &OpenLibrary) -> Result<ChangeAnswer, Error> {
    let batch = library.write(|change| change.redo())?;
    Ok(ChangeAnswer {
        batch: batch.map(ChangeBatch::from),
        state: state(library)?,
    })
}

/// A page of the library's steps, newest first.
pub fn list(library: &OpenLibrary, offset: u32, limit: u32) -> Result<ChangePage, Error> {
    library.read(|view| {
        let batches = view.journal().list(offset, limit)?;
        Ok(ChangePage {
            batches: batches.into_iter().map(ChangeBatch::from).collect(),
            total: view.journal().count()?,
        })
    })
}

/// What happened to a target, oldest first, beginning with how it came to be.
pub fn target_history(library: &OpenLibrary, target: TargetId) -> Result<Vec<HistoryStep>, Error> {
    library.read(|view| {
        let began = view.history().of(target)?;
        let mut steps: Vec<HistoryStep> = began
            .into_iter()
            .map(|event| HistoryStep {
                at: event.at,
                action: event.action,
                by: event.by,
                library: None,
                subject: None,
                fields: Vec::new(),
            })
            .collect();
        steps.extend(elsewhere(view.carried().of_target(target)?));
        steps.extend(gathered(view.journal().of_target(target)?));
        Ok(in_time(steps))
    })
}

/// What happened to a plan and its targets, oldest first.
pub fn plan_history(library: &OpenLibrary, plan: PlanId) -> Result<Vec<HistoryStep>, Error> {
    library.read(|view| {
        let row = view
            .plans()
            .get(plan)?
            .ok_or(StoreError::NoSuchPlan(plan))?;
        let mut steps = vec![HistoryStep {
            at: row.imported_at,
            action: "imported".to_owned(),
            by: format!(
                "extractor {}, lexicon {}",
                row.extractor_version, row.lexicon_version
            ),
            library: None,
            subject: Some(row.source_name),
            fields: Vec::new(),
        }];
        steps.extend(elsewhere(view.carried().of_plan(plan)?));
        steps.extend(gathered(view.journal().of_plan(plan)?));
        Ok(in_time(steps))
    })
}

/// The changes of each step together.
fn gathered(changes: Vec<(BatchRow, ChangeRow)>) -> Vec<HistoryStep> {
    let mut steps: Vec<(i64, HistoryStep)> = Vec::new();
    for (batch, change) in changes {
        if steps.last().is_none_or(|(id, _)| *id != batch.id) {
            let step = HistoryStep {
                at: batch.at,
                action: batch.kind.word().to_owned(),
                by: batch.by,
                library: None,
                subject: batch.subject,
                fields: Vec::new(),
            };
            steps.push((batch.id, step));
        }
        if let (Some((_, step)), Some(field)) = (steps.last_mut(), shown(&change)) {
            step.fields.push(field);
        }
    }
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The steps of libraries that were merged in.
fn elsewhere(rows: Vec<CarriedRow>) -> Vec<HistoryStep> {
    let mut steps: Vec<((String, i64), HistoryStep)> = Vec::new();
    for row in rows {
        let key = (row.origin.clone(), row.step);
        if steps.last().is_none_or(|(last, _)| *last != key) {
            let step = HistoryStep {
                at: row.at,
                action: row.kind.word().to_owned(),
                by: row.by,
                library: Some(row.origin),
                subject: row.subject,
                fields: Vec::new(),
            };
            steps.push((key, step));
        }
        let change = ChangeRow {
            entity: row.entity,
            entity_id: row.target.map_or(row.plan.0, |target| target.0),
            plan: Some(row.plan),
            field: row.field,
            before: row.before,
            after: row.after,
        };
        if let (Some((_, step)), Some(field)) = (steps.last_mut(), shown(&change)) {
            step.fields.push(field);
        }
    }
    steps.into_iter().map(|(_, step)| step).collect()
}

/// Steps made here and elsewhere in the order of their moments; those of one second stay as they are.
fn in_time(mut steps: Vec<HistoryStep>) -> Vec<HistoryStep> {
    steps.sort_by(|one, other| one.at.cmp(&other.at));
    steps
}

/// A change as a person reads it. Places and the parts of lists say nothing to a reader; the quotation does.
fn shown(change: &ChangeRow) -> Option<FieldChange> {
    let target = (change.entity == "target").then_some(TargetId(change.entity_id));
    let (field, before, after) = match (change.entity.as_str(), change.field.as_deref()) {
        (
            _,
            Some("quote_start" | "quote_end" | "value_start" | "value_end" | "confidence" | "rule"),
        ) => return None,
        (_, Some(field)) => (
            field.to_owned(),
            plain(change.before.as_deref()),
            plain(change.after.as_deref()),
        ),
        ("target", None) => whole(change, "target", "quote"),
        ("plan_tag", None) => whole(change, "tag", "tag"),
        ("plan_horizon", None) => whole(change, "horizons", "year"),
        ("synonym", None) => whole(change, "synonym", "wording"),
        _ => return None,
    };
    Some(FieldChange {
        target,
        plan: change.plan,
        field,
        before,
        after,
    })
}

fn whole(
    change: &ChangeRow,
    field: &str,
    column: &str,
) -> (String, Option<String>, Option<String>) {
    let of = |row: Option<&str>| {
        let row: Value = serde_json::from_str(row?).ok()?;
        text_of(row.get(column)?)
    };
    (
        field.to_owned(),
        of(change.before.as_deref()),
        of(change.after.as_deref()),
    )
}

/// The text of a JSON value.
pub(crate) fn plain(json: Option<&str>) -> Option<String> {
    text_of(&serde_json::from_str(json?).ok()?)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
