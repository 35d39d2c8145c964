//! What happened to a target, to a plan, to the whole library: when, what, from what to what, by rule or by hand.

mod field;
mod library;

pub use library::{page, step};

use crate::error::Error;
use crate::library::OpenLibrary;
use crate::wire::change::HistoryStep;
use field::fields;
use plan_model::{PlanId, TargetId};
use plan_store::{BatchRow, CarriedRow, ChangeRow, StoreError, View};

/// What happened to a target, oldest first, beginning with how it came to be.
pub fn of_target(library: &OpenLibrary, target: TargetId) -> Result<Vec<HistoryStep>, Error> {
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
        steps.extend(elsewhere(view, view.carried().of_target(target)?)?);
        steps.extend(gathered(view, view.journal().of_target(target)?)?);
        Ok(in_time(steps))
    })
}

/// What happened to a plan and its targets, oldest first.
pub fn of_plan(library: &OpenLibrary, plan: PlanId) -> Result<Vec<HistoryStep>, Error> {
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
        steps.extend(elsewhere(view, view.carried().of_plan(plan)?)?);
        steps.extend(gathered(view, view.journal().of_plan(plan)?)?);
        Ok(in_time(steps))
    })
}

/// The changes of each step together.
fn gathered(
    view: &View<'_>,
    changes: Vec<(BatchRow, ChangeRow)>,
) -> Result<Vec<HistoryStep>, StoreError> {
    let mut steps: Vec<(BatchRow, Vec<ChangeRow>)> = Vec::new();
    for (batch, change) in changes {
        match steps.last_mut() {
            Some((last, rows)) if last.id == batch.id => rows.push(change),
            _ => steps.push((batch, vec![change])),
        }
    }
    steps
        .into_iter()
        .map(|(batch, rows)| {
            Ok(HistoryStep {
                at: batch.at,
                action: batch.kind.word().to_owned(),
                by: batch.by,
                library: None,
                subject: batch.subject,
                fields: fields(view, &rows)?,
            })
        })
        .collect()
}

/// The steps of libraries that were merged in.
fn elsewhere(view: &View<'_>, rows: Vec<CarriedRow>) -> Result<Vec<HistoryStep>, StoreError> {
    let mut steps: Vec<((String, i64), HistoryStep, Vec<ChangeRow>)> = Vec::new();
    for row in rows {
        let key = (row.origin.clone(), row.step);
        if steps.last().is_none_or(|(last, ..)| *last != key) {
            let step = HistoryStep {
                at: row.at,
                action: row.kind.word().to_owned(),
                by: row.by,
                library: Some(row.origin),
                subject: row.subject,
                fields: Vec::new(),
            };
            steps.push((key, step, Vec::new()));
        }
        // The number of a plan in another library is none of this one.
        if row.field.as_deref() == Some("version_of") {
            continue;
        }
        if let Some((.., changes)) = steps.last_mut() {
            changes.push(ChangeRow {
                entity: row.entity,
                entity_id: row.target.map_or(row.plan.0, |target| target.0),
                plan: Some(row.plan),
                field: row.field,
                before: row.before,
                after: row.after,
            });
        }
    }
    steps
        .into_iter()
        .map(|(_, step, changes)| {
            Ok(HistoryStep {
                fields: fields(view, &changes)?,
                ..step
            })
        })
        .collect()
}

/// Steps made here and elsewhere in the order of their moments; those of one second stay as they are.
fn in_time(mut steps: Vec<HistoryStep>) -> Vec<HistoryStep> {
    steps.sort_by(|one, other| one.at.cmp(&other.at));
    steps
}
