//! Changes of columns and rows as a person reads them.

use crate::change::{plain, text_of};
use crate::review::plan_name;
use crate::wire::change::FieldChange;
use plan_model::{PlanId, TargetId};
use plan_store::{ChangeRow, StoreError, View};
use serde_json::Value;

/// Columns that say nothing to a reader: places and what follows from them, versions of a target's rules, which
/// change with those of its plan; and the shelf, whose changes are what the step itself says.
const SILENT: [&str; 12] = [
    "quote_start",
    "quote_end",
    "value_start",
    "value_end",
    "value_quote",
    "section",
    "confidence",
    "rule",
    "position",
    "removed",
    "target.extractor_version",
    "target.lexicon_version",
];

/// The fields that changed. The goal years of a plan, which are rows of their own, make one field.
pub(super) fn fields(
    view: &View<'_>,
    changes: &[ChangeRow],
) -> Result<Vec<FieldChange>, StoreError> {
    let mut fields: Vec<FieldChange> = Vec::new();
    for change in changes {
        let Some(mut field) = shown(change) else {
            continue;
        };
        if field.field == "version_of" {
            field.before = named(view, field.before)?;
            field.after = named(view, field.after)?;
        }
        match fields.last_mut() {
            Some(last)
                if field.field == "horizons"
                    && last.field == field.field
                    && last.plan == field.plan =>
            {
                last.before = joined(last.before.take(), field.before);
                last.after = joined(last.after.take(), field.after);
            }
            _ => fields.push(field),
        }
    }
    for field in &mut fields {
        if field.field == "horizons" {
            // Rows go from the last to the first.
            field.before = field.before.take().map(|years| {
                let mut years: Vec<&str> = years.split(' ').collect();
                years.sort_unstable();
                years.join(" ")
            });
        }
    }
    Ok(fields)
}

fn joined(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some(format!("{one} {other}")),
        (one, other) => one.or(other),
    }
}

/// The name of a plan instead of its number.
fn named(view: &View<'_>, id: Option<String>) -> Result<Option<String>, StoreError> {
    let Some(plan) = id.and_then(|id| id.parse().ok()).map(PlanId) else {
        return Ok(None);
    };
    let row = view.plans().get(plan)?;
    Ok(row.map(|row| plan_name(&row.meta, &row.source_name)))
}

fn shown(change: &ChangeRow) -> Option<FieldChange> {
    let target = (change.entity == "target").then_some(TargetId(change.entity_id));
    let (field, before, after) = match (change.entity.as_str(), change.field.as_deref()) {
        (entity, Some(field)) => {
            let full = format!("{entity}.{field}");
            if SILENT.contains(&field) || SILENT.contains(&full.as_str()) {
                return None;
            }
            (
                field.to_owned(),
                plain(change.before.as_deref()),
                plain(change.after.as_deref()),
            )
        }
        ("target", None) => whole(change, "target", "quote"),
        ("plan_tag", None) => whole(change, "tag", "tag"),
        ("plan_horizon", None) => whole(change, "horizons", "year"),
        ("synonym", None) => taught(change),
        ("context_figure", None) => entered(change),
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

/// A column of a row that came or went.
pub(super) fn column(row: Option<&str>, column: &str) -> Option<String> {
    let row: Value = serde_json::from_str(row?).ok()?;
    text_of(row.get(column)?)
}

fn whole(change: &ChangeRow, field: &str, name: &str) -> (String, Option<String>, Option<String>) {
    (
        field.to_owned(),
        column(change.before.as_deref(), name),
        column(change.after.as_deref(), name),
    )
}

/// A figure of the context table with its region and year.
fn entered(change: &ChangeRow) -> (String, Option<String>, Option<String>) {
    let figure = |row: Option<&str>| {
        let part = |name| column(row, name);
        Some(format!(
            "{} {} {}{}",
            part("region")?,
            part("year")?,
            part("value")?,
            part("unit")?
        ))
    };
    (
        "context".to_owned(),
        figure(change.before.as_deref()),
        figure(change.after.as_deref()),
    )
}

/// A wording with its indicator: what it stands for is half of what was taught.
fn taught(change: &ChangeRow) -> (String, Option<String>, Option<String>) {
    let pair = |row: Option<&str>| {
        let indicator = column(row, "indicator")?;
        Some(format!("{} = {indicator}", column(row, "wording")?))
    };
    (
        "synonym".to_owned(),
        pair(change.before.as_deref()),
        pair(change.after.as_deref()),
    )
}
