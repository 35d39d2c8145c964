//! Targets under the journal: corrected, added, taken away.

use super::Journal;
use super::entity::Entity;
use crate::error::StoreError;
use crate::span_check::SpanCheck;
use crate::table::history::HistoryTableMut;
use crate::table::target::{TargetRow, TargetTableMut};
use plan_model::{PlanId, Status, Target, TargetId};

impl Journal<'_> {
    /// Puts `row` in the place of the stored target of the same id. Every column that differs is a change of its
    /// own. The row must agree with the frozen text `text` of its plan.
    pub fn replace_target(&self, text: &str, row: &TargetRow) -> Result<bool, StoreError> {
        SpanCheck::new(text, "target", 0).target(&row.target, None)?;
        self.update_row(Entity::Target, row.id.0, Some(row.plan), &row.columns(text))
    }

    /// The same, and the units and field confidences as well: for a target that a rule found anew.
    pub fn replace_found_target(&self, text: &str, row: &TargetRow) -> Result<bool, StoreError> {
        let mut changed = self.replace_target(text, row)?;
        let stored = self
            .tables()
            .targets()
            .get(row.id)?
            .ok_or(StoreError::NoSuchTarget(row.id))?;
        let (new, old) = (&row.target, &stored.target);
        if new.responsible != old.responsible || new.fields != old.fields {
            let plan = Some(row.plan);
            for entity in [Entity::TargetField, Entity::TargetUnit] {
                self.delete(entity, plan, "target", &row.id.0)?;
            }
            TargetTableMut(self.tx()).insert_lists(row.id, new)?;
            for entity in [Entity::TargetUnit, Entity::TargetField] {
                self.inserted(entity, plan, "target", &row.id.0)?;
            }
            changed = true;
        }
        Ok(changed)
    }

    /// Puts a target in another state of review.
    pub fn set_status(
        &self,
        plan: PlanId,
        target: TargetId,
        status: Status,
    ) -> Result<bool, StoreError> {
        self.update(
            Entity::Target,
            target.0,
            Some(plan),
            "status",
            &status.word(),
        )
    }

    /// Adds a target; `action` is the first word of its history.
    pub fn add_target(
        &self,
        plan: PlanId,
        text: &str,
        target: &Target,
        version: (u32, &str),
        status: Status,
        action: (&str, &str),
    ) -> Result<TargetId, StoreError> {
        SpanCheck::new(text, "target", 0).target(target, None)?;
        let id = TargetTableMut(self.tx()).insert(plan, text, target, version, status)?;
        HistoryTableMut(self.tx()).append(id, self.at(), action.0, action.1)?;
        let plan = Some(plan);
        self.inserted(Entity::Target, plan, "id", &id.0)?;
        for entity in [Entity::TargetUnit, Entity::TargetField, Entity::History] {
            self.inserted(entity, plan, "target", &id.0)?;
        }
        Ok(id)
    }

    /// Takes a target away with everything that belongs to it.
    pub fn remove_target(&self, plan: PlanId, target: TargetId) -> Result<(), StoreError> {
        let plan = Some(plan);
        for entity in [Entity::History, Entity::TargetField, Entity::TargetUnit] {
            self.delete(entity, plan, "target", &target.0)?;
        }
        self.delete(Entity::Target, plan, "id", &target.0)
    }
}
