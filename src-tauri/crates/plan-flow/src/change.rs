//! Undo and redo, and the one way in which every use case here changes data: through the journal.

use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::change::{ChangeAnswer, ChangeBatch, ChangeState};
use plan_model::BatchKind;
use plan_store::{BatchRow, Journal, NewBatch, StoreError, View};
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

/// The text of a JSON value.
pub(crate) fn plain(json: Option<&str>) -> Option<String> {
    text_of(&serde_json::from_str(json?).ok()?)
}

/// A text or a whole number as text.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
