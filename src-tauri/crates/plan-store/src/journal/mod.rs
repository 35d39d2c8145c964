//! Every change that a person makes goes through here: applied and written down in one transaction, so that it can
//! be taken back and done again, after a restart and by another process alike.
//!
//! Invariants: what the journal says and what the tables hold always agree, so that taking back everything gives
//! every row as it was; a step is whole or not at all; a new change forgets the steps that were taken back.

mod context;
pub(crate) mod entity;
pub(crate) mod image;
mod plans;
mod replay;
mod targets;

use crate::error::StoreError;
use crate::library::Change;
use crate::table::change::BatchRow;
use crate::table::plan_generation;
use crate::table::setting::SettingTableMut;
use entity::Entity;
use image::Image;
use plan_model::{BatchKind, PlanId, TargetId};
use replay::{FieldStep, Way, apply_fields, steps};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, ToSql, Transaction};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// A step about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewBatch<'a> {
    /// When, RFC 3339.
    pub at: &'a str,
    /// What it does.
    pub kind: BatchKind,
    /// `hand`, or the rule that does it on a person's word.
    pub by: &'a str,
    /// What it is about.
    pub subject: Option<&'a str>,
    /// A step of the same work that this one goes on with, if it is still the newest: the documents of one import
    /// are stored one by one, and taken back together.
    pub goes_on: Option<i64>,
}

/// The journal of one step, open for writing. The step comes to be with its first change.
pub struct Journal<'c> {
    change: &'c Change<'c>,
    batch: NewBatch<'c>,
    id: Cell<Option<i64>>,
    seq: Cell<i64>,
    touched: RefCell<BTreeSet<(Entity, i64)>>,
}

impl Change<'_> {
    /// Does `work` as one undoable step. Gives the step, or nothing when `work` changed nothing.
    pub fn journalled<'c, T>(
        &'c self,
        batch: NewBatch<'c>,
        work: impl FnOnce(&Journal<'c>) -> Result<T, StoreError>,
    ) -> Result<(T, Option<BatchRow>), StoreError> {
        let journal = Journal {
            change: self,
            batch,
            id: Cell::new(None),
            seq: Cell::new(0),
            touched: RefCell::default(),
        };
        let answer = work(&journal)?;
        let Some(id) = journal.id.get() else {
            return Ok((answer, None));
        };
        self.transaction().execute(
            "UPDATE change_batch SET count = count + ?2 WHERE id = ?1",
            (id, journal.count()),
        )?;
        SettingTableMut(self.transaction()).next_generation()?;
        plan_generation::mark_changed(self.transaction(), id)?;
        Ok((answer, self.journal().undoable()?))
    }

    /// Takes the newest step back. Gives the step, or nothing when there is none.
    pub fn undo(&self) -> Result<Option<BatchRow>, StoreError> {
        let Some(batch) = self.journal().undoable()? else {
            return Ok(None);
        };
        for step in steps(&self.journal().changes(batch.id)?)?.iter().rev() {
            step.apply(self.transaction(), Way::Back)?;
        }
        self.mark(batch.id, "undone")?;
        Ok(Some(batch))
    }

    /// Does the step that was taken back last again. Gives the step, or nothing when there is none.
    pub fn redo(&self) -> Result<Option<BatchRow>, StoreError> {
        let Some(batch) = self.journal().redoable()? else {
            return Ok(None);
        };
        for step in &steps(&self.journal().changes(batch.id)?)? {
            step.apply(self.transaction(), Way::Forth)?;
        }
        self.mark(batch.id, "done")?;
        Ok(Some(batch))
    }

    fn mark(&self, batch: i64, state: &str) -> Result<(), StoreError> {
        self.transaction().execute(
            "UPDATE change_batch SET state = ?2 WHERE id = ?1",
            (batch, state),
        )?;
        SettingTableMut(self.transaction()).next_generation()?;
        Ok(plan_generation::mark_changed(self.transaction(), batch)?)
    }
}

impl<'c> Journal<'c> {
    /// The transaction's tables, as changed so far.
    #[must_use]
    pub fn tables(&self) -> &'c Change<'c> {
        self.change
    }

    /// When the step is made.
    #[must_use]
    pub fn at(&self) -> &str {
        self.batch.at
    }

    fn tx(&self) -> &'c Transaction<'c> {
        self.change.transaction()
    }

    /// Puts `after` in one column of one row. What stands there already is no change.
    fn update(
        &self,
        entity: Entity,
        id: i64,
        plan: Option<PlanId>,
        field: &str,
        after: &dyn ToSql,
    ) -> Result<bool, StoreError> {
        self.update_row(entity, id, plan, &[(field, image::of(after)?)])
    }

    /// Puts values in columns of one row, all at once: some columns go only together.
    fn update_row(
        &self,
        entity: Entity,
        id: i64,
        plan: Option<PlanId>,
        fields: &[(&str, Value)],
    ) -> Result<bool, StoreError> {
        let columns = fields
            .iter()
            .map(|(field, _)| image::identifier(field))
            .collect::<Result<Vec<_>, _>>()?;
        let before: Vec<Value> = self
            .tx()
            .prepare_cached(&format!(
                "SELECT {} FROM {} WHERE id = ?1",
                columns.join(", "),
                entity.table()
            ))?
            .query_row([id], |row| {
                (0..columns.len()).map(|at| row.get(at)).collect()
            })
            .optional()?
            .ok_or_else(|| missing(entity, id))?;
        let mut steps = Vec::new();
        for ((field, after), before) in fields.iter().zip(before) {
            if before != *after {
                steps.push(FieldStep {
                    column: (*field).to_owned(),
                    before,
                    after: after.clone(),
                });
            }
        }
        if steps.is_empty() {
            return Ok(false);
        }
        apply_fields(self.tx(), entity, id, &steps, Way::Forth)?;
        for step in &steps {
            let (before, after) = (image::written(&step.before)?, image::written(&step.after)?);
            self.record(
                entity,
                id,
                plan,
                Some(&step.column),
                Some(&before),
                Some(&after),
            )?;
        }
        Ok(true)
    }

    /// Writes down the rows that were just written.
    fn inserted(
        &self,
        entity: Entity,
        plan: Option<PlanId>,
        column: &str,
        value: &dyn ToSql,
    ) -> Result<(), StoreError> {
        for row in Image::rows(self.tx(), entity, column, value)? {
            self.record(
                entity,
                owner(entity, &row)?,
                plan,
                None,
                None,
                Some(&row.text()),
            )?;
        }
        Ok(())
    }

    /// Takes rows away.
    fn delete(
        &self,
        entity: Entity,
        plan: Option<PlanId>,
        column: &str,
        value: &dyn ToSql,
    ) -> Result<(), StoreError> {
        for row in Image::rows(self.tx(), entity, column, value)?.iter().rev() {
            row.delete(self.tx(), entity)?;
            self.record(
                entity,
                owner(entity, row)?,
                plan,
                None,
                Some(&row.text()),
                None,
            )?;
        }
        Ok(())
    }

    fn record(
        &self,
        entity: Entity,
        id: i64,
        plan: Option<PlanId>,
        field: Option<&str>,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), StoreError> {
        let batch = match self.id.get() {
            Some(batch) => batch,
            None => self.begin()?,
        };
        let seq = self.seq.get();
        self.seq.set(seq + 1);
        self.touched.borrow_mut().insert((entity, id));
        self.tx()
            .prepare_cached(
                "INSERT INTO change (batch, seq, entity, entity_id, plan, field, before, after) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                batch,
                seq,
                entity.table(),
                id,
                plan.map(|plan| plan.0),
                field,
                before,
                after,
            ))?;
        Ok(())
    }

    /// The step comes to be, and what was taken back can no longer be done again.
    fn begin(&self) -> Result<i64, StoreError> {
        let tx = self.tx();
        let newest: Option<i64> = self.change.journal().undoable()?.map(|batch| batch.id);
        if let Some(id) = self.batch.goes_on
            && newest == Some(id)
            && self.change.journal().redoable()?.is_none()
        {
            let next = tx.query_row(
                "SELECT coalesce(max(seq) + 1, 0) FROM change WHERE batch = ?1",
                [id],
                |row| row.get(0),
            )?;
            self.seq.set(next);
            self.id.set(Some(id));
            return Ok(id);
        }
        tx.execute("DELETE FROM change_batch WHERE state = 'undone'", [])?;
        tx.prepare_cached(
            "INSERT INTO change_batch (at, kind, by, subject, count, state) VALUES (?1, ?2, ?3, ?4, 0, 'done')",
        )?
        .execute((
            self.batch.at,
            self.batch.kind.word(),
            self.batch.by,
            self.batch.subject,
        ))?;
        let id = tx.last_insert_rowid();
        self.id.set(Some(id));
        Ok(id)
    }

    /// How many things the step touched: targets, else plans, else words.
    fn count(&self) -> u32 {
        let touched = self.touched.borrow();
        let of = |entities: &[Entity]| {
            let ids: BTreeSet<i64> = touched
                .iter()
                .filter(|(entity, _)| entities.contains(entity))
                .map(|(_, id)| *id)
                .collect();
            u32::try_from(ids.len()).unwrap_or(u32::MAX)
        };
        let about_plans = matches!(
            self.batch.kind,
            BatchKind::PlansImported | BatchKind::PlansReextracted | BatchKind::LibraryMerged
        );
        let targets = if about_plans {
            0
        } else {
            of(&[Entity::Target])
        };
        let plans = of(&[
            Entity::Plan,
            Entity::PlanShelf,
            Entity::PlanTag,
            Entity::PlanHorizon,
        ]);
        [targets, plans, of(Entity::ALL)]
            .into_iter()
            .find(|count| *count > 0)
            .unwrap_or(0)
    }
}

fn missing(entity: Entity, id: i64) -> StoreError {
    match entity {
        Entity::Target => StoreError::NoSuchTarget(TargetId(id)),
        Entity::Plan | Entity::PlanShelf => StoreError::NoSuchPlan(PlanId(id)),
        _ => StoreError::Journal("a row that should be there is not"),
    }
}

fn owner(entity: Entity, row: &Image) -> Result<i64, StoreError> {
    match entity.owner().map(|column| row.get(column)).transpose()? {
        Some(Value::Integer(id)) => Ok(id),
        _ => Ok(0),
    }
}
