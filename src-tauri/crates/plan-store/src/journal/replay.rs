//! Going a stored step back or forth.

use super::entity::Entity;
use super::image::{self, Image};
use crate::error::StoreError;
use crate::table::change::ChangeRow;
use rusqlite::types::Value;
use rusqlite::{ToSql, Transaction};

/// Which way a step is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

/// One column from what to what.
pub(super) struct FieldStep {
    pub(super) column: String,
    pub(super) before: Value,
    pub(super) after: Value,
}

/// Stored changes, read with suspicion: the file may come from anywhere.
pub(super) enum Step {
    /// Columns of one row that stays, changed one after the other; they go only together.
    Fields {
        entity: Entity,
        id: i64,
        fields: Vec<FieldStep>,
    },
    Row {
        entity: Entity,
        image: Image,
        /// Whether the row came to be.
        came: bool,
    },
}

pub(super) fn steps(changes: &[ChangeRow]) -> Result<Vec<Step>, StoreError> {
    let mut steps: Vec<Step> = Vec::new();
    for change in changes {
        let entity = Entity::of_table(&change.entity)
            .ok_or(StoreError::Journal("a table that is not under it"))?;
        let (before, after) = (change.before.as_deref(), change.after.as_deref());
        match (&change.field, before, after) {
            (Some(field), before, after) => {
                let step = FieldStep {
                    column: field.clone(),
                    before: before.map_or(Ok(Value::Null), image::value_of)?,
                    after: after.map_or(Ok(Value::Null), image::value_of)?,
                };
                match steps.last_mut() {
                    Some(Step::Fields {
                        entity: last,
                        id,
                        fields,
                    }) if *last == entity
                        && *id == change.entity_id
                        && fields.iter().all(|known| known.column != step.column) =>
                    {
                        fields.push(step);
                    }
                    _ => steps.push(Step::Fields {
                        entity,
                        id: change.entity_id,
                        fields: vec![step],
                    }),
                }
            }
            (None, None, Some(row)) => steps.push(Step::Row {
                entity,
                image: Image::parse(row)?,
                came: true,
            }),
            (None, Some(row), None) => steps.push(Step::Row {
                entity,
                image: Image::parse(row)?,
                came: false,
            }),
            _ => return Err(StoreError::Journal("neither a field nor a row")),
        }
    }
    Ok(steps)
}

impl Step {
    pub(super) fn apply(&self, tx: &Transaction<'_>, way: Way) -> Result<(), StoreError> {
        match self {
            Self::Fields { entity, id, fields } => apply_fields(tx, *entity, *id, fields, way),
            Self::Row {
                entity,
                image,
                came,
            } => {
                if *came == (way == Way::Forth) {
                    image.insert(tx, *entity)
                } else {
                    image.delete(tx, *entity)
                }
            }
        }
    }
}

/// Sets the columns of one row. Compared as well as set: a row that is not as the journal left it must not be
/// overwritten.
pub(super) fn apply_fields(
    tx: &Transaction<'_>,
    entity: Entity,
    id: i64,
    fields: &[FieldStep],
    way: Way,
) -> Result<(), StoreError> {
    let (mut set, mut met) = (Vec::new(), Vec::new());
    let mut values: Vec<&dyn ToSql> = vec![&id];
    for field in fields {
        let column = image::identifier(&field.column)?;
        let (from, to) = match way {
            Way::Back => (&field.after, &field.before),
            Way::Forth => (&field.before, &field.after),
        };
        set.push(format!("{column} = ?{}", values.len() + 1));
        met.push(format!("{column} IS ?{}", values.len() + 2));
        values.push(to);
        values.push(from);
    }
    let done = tx
        .prepare_cached(&format!(
            "UPDATE {} SET {} WHERE id = ?1 AND {}",
            entity.table(),
            set.join(", "),
            met.join(" AND ")
        ))?
        .execute(values.as_slice())?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::Journal("a field is not as it was left"))
    }
}
