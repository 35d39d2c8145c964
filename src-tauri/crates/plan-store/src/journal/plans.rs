//! Plans under the journal: what they say about themselves, tags, removal, versions, what was found in them; and
//! the analyst's synonyms.

use super::entity::Entity;
use super::{Journal, image};
use crate::error::StoreError;
use crate::span_check::SpanCheck;
use crate::table::carried::{self, CarriedRow};
use crate::table::cited_document::CitedDocumentTableMut;
use crate::table::note::NoteTableMut;
use crate::table::other_number::OtherNumberTableMut;
use crate::table::plan::meta_columns;
use crate::table::source;
use crate::table::task::TaskTableMut;
use plan_model::{Extraction, Note, PlanId, PlanMeta, SourceFormat, TextQuality};
use rusqlite::types::Value;

impl Journal<'_> {
    /// Puts `meta` in the place of what the plan says about itself.
    pub fn replace_meta(&self, plan: PlanId, meta: &PlanMeta) -> Result<bool, StoreError> {
        let mut changed = self.update_row(Entity::Plan, plan.0, Some(plan), &meta_columns(meta))?;
        let stored = self
            .tables()
            .plans()
            .get(plan)?
            .ok_or(StoreError::NoSuchPlan(plan))?;
        let mut years = meta.horizons.clone();
        years.sort_unstable();
        years.dedup();
        if years != stored.meta.horizons {
            self.delete(Entity::PlanHorizon, Some(plan), "plan", &plan.0)?;
            for year in years {
                self.tx()
                    .prepare_cached("INSERT INTO plan_horizon (plan, year) VALUES (?1, ?2)")?
                    .execute((plan.0, year.0))?;
            }
            self.inserted(Entity::PlanHorizon, Some(plan), "plan", &plan.0)?;
            changed = true;
        }
        Ok(changed)
    }

    /// Gives a plan a tag.
    pub fn add_tag(&self, plan: PlanId, tag: &str) -> Result<(), StoreError> {
        if self
            .tables()
            .tags()
            .of(plan)?
            .iter()
            .any(|known| known == tag)
        {
            return Ok(());
        }
        self.tx()
            .prepare_cached("INSERT INTO plan_tag (plan, tag) VALUES (?1, ?2)")?
            .execute((plan.0, tag))?;
        let row = format!(
            "{{\"plan\":{},\"tag\":{}}}",
            plan.0,
            image::written(&Value::Text(tag.to_owned()))?
        );
        self.record(Entity::PlanTag, plan.0, Some(plan), None, None, Some(&row))
    }

    /// Takes a tag from a plan.
    pub fn remove_tag(&self, plan: PlanId, tag: &str) -> Result<(), StoreError> {
        let gone = self
            .tx()
            .prepare_cached("DELETE FROM plan_tag WHERE plan = ?1 AND tag = ?2")?
            .execute((plan.0, tag))?;
        if gone == 0 {
            return Ok(());
        }
        let row = format!(
            "{{\"plan\":{},\"tag\":{}}}",
            plan.0,
            image::written(&Value::Text(tag.to_owned()))?
        );
        self.record(Entity::PlanTag, plan.0, Some(plan), None, Some(&row), None)
    }

    /// Removes a plan, or brings it back. Its rows stay as they are.
    pub fn set_removed(&self, plan: PlanId, removed: bool) -> Result<bool, StoreError> {
        self.update(Entity::PlanShelf, plan.0, Some(plan), "removed", &removed)
    }

    /// Makes a plan an earlier version of another, or a plan of its own.
    pub fn set_version_of(&self, plan: PlanId, of: Option<PlanId>) -> Result<bool, StoreError> {
        self.update(
            Entity::PlanShelf,
            plan.0,
            Some(plan),
            "version_of",
            &of.map(|of| of.0),
        )
    }

    /// Writes down that a plan came to be. Taking the step back removes the plan but keeps its rows: a document
    /// is too large to stand in the journal as well.
    pub fn imported(&self, plan: PlanId) -> Result<(), StoreError> {
        self.record(
            Entity::PlanShelf,
            plan.0,
            Some(plan),
            Some("removed"),
            Some("1"),
            Some("0"),
        )
    }

    /// Puts a plan at a place in the library's order.
    pub fn set_position(&self, plan: PlanId, position: u32) -> Result<bool, StoreError> {
        self.update(Entity::Plan, plan.0, Some(plan), "position", &position)
    }

    /// Puts what was found anew, targets and metadata left out, in the place of what is stored. `frozen` are the
    /// notes that were made when the document was read.
    pub fn replace_findings(
        &self,
        plan: PlanId,
        text: &str,
        found: &Extraction,
        frozen: &[Note],
    ) -> Result<(), StoreError> {
        let owner = Some(plan);
        for (index, task) in found.tasks.iter().enumerate() {
            SpanCheck::new(text, "task", index).task(task, None)?;
        }
        let stored = self.tables();
        if !same(&stored.tasks().of(plan)?, &found.tasks) {
            let ids = self.task_ids(plan)?;
            for task in ids.iter().rev() {
                for entity in [Entity::TaskInstrument, Entity::TaskTopic, Entity::TaskUnit] {
                    self.delete(entity, owner, "task", task)?;
                }
                self.delete(Entity::Task, owner, "id", task)?;
            }
            TaskTableMut(self.tx()).insert(plan, text, &found.tasks)?;
            for task in self.task_ids(plan)? {
                self.inserted(Entity::Task, owner, "id", &task)?;
                for entity in [Entity::TaskUnit, Entity::TaskTopic, Entity::TaskInstrument] {
                    self.inserted(entity, owner, "task", &task)?;
                }
            }
        }
        if !same(&stored.cited_documents().of(plan)?, &found.cited) {
            self.delete(Entity::CitedDocument, owner, "plan", &plan.0)?;
            CitedDocumentTableMut(self.tx()).insert(plan, text, &found.cited)?;
            self.inserted(Entity::CitedDocument, owner, "plan", &plan.0)?;
        }
        if !same(&stored.other_numbers().of(plan)?, &found.other_numbers) {
            self.delete(Entity::OtherNumber, owner, "plan", &plan.0)?;
            OtherNumberTableMut(self.tx()).insert(plan, text, &found.other_numbers)?;
            self.inserted(Entity::OtherNumber, owner, "plan", &plan.0)?;
        }
        let notes: Vec<Note> = frozen.iter().chain(&found.notes).cloned().collect();
        if !same(&stored.notes().of(plan)?, &notes) {
            self.delete(Entity::Note, owner, "plan", &plan.0)?;
            NoteTableMut(self.tx()).insert(plan, text, &notes)?;
            self.inserted(Entity::Note, owner, "plan", &plan.0)?;
        }
        self.update(
            Entity::Plan,
            plan.0,
            owner,
            "extractor_version",
            &found.extractor_version,
        )?;
        self.update(
            Entity::Plan,
            plan.0,
            owner,
            "lexicon_version",
            &found.lexicon_version,
        )?;
        Ok(())
    }

    /// Keeps what a plan came as and how well its text came out, where that is not kept or known otherwise.
    pub fn set_source(
        &self,
        plan: PlanId,
        format: SourceFormat,
        quality: TextQuality,
    ) -> Result<(), StoreError> {
        if self.tables().sources().of(plan)? == Some((format, quality)) {
            return Ok(());
        }
        self.delete(Entity::PlanSource, Some(plan), "id", &plan.0)?;
        source::insert(self.tx(), plan, format, quality)?;
        self.inserted(Entity::PlanSource, Some(plan), "id", &plan.0)
    }

    /// Writes down changes that were made in another library. What is known already is left out.
    pub fn carry(&self, rows: &[CarriedRow]) -> Result<(), StoreError> {
        for row in rows {
            if let Some(id) = carried::insert(self.tx(), row)? {
                self.inserted(Entity::CarriedChange, Some(row.plan), "id", &id)?;
            }
        }
        Ok(())
    }

    fn task_ids(&self, plan: PlanId) -> Result<Vec<i64>, StoreError> {
        let mut select = self
            .tx()
            .prepare_cached("SELECT id FROM task WHERE plan = ?1 ORDER BY id")?;
        let ids = select.query_map([plan.0], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Teaches a wording, or another indicator for a wording known already.
    pub fn set_synonym(&self, wording: &str, indicator: &str) -> Result<bool, StoreError> {
        if self.tables().synonyms().get(wording)?.as_deref() == Some(indicator) {
            return Ok(false);
        }
        self.delete(Entity::Synonym, None, "wording", &wording)?;
        self.tx()
            .prepare_cached("INSERT INTO synonym (wording, indicator) VALUES (?1, ?2)")?
            .execute((wording, indicator))?;
        self.inserted(Entity::Synonym, None, "wording", &wording)?;
        Ok(true)
    }

    /// Forgets a wording.
    pub fn remove_synonym(&self, wording: &str) -> Result<(), StoreError> {
        self.delete(Entity::Synonym, None, "wording", &wording)
    }
}

/// Whether the stored things are the found ones, quotations left out of the comparison.
fn same<T: PartialEq, Q>(stored: &[(T, Q)], found: &[T]) -> bool {
    stored.len() == found.len()
        && stored
            .iter()
            .zip(found)
            .all(|((one, _), other)| one == other)
}
