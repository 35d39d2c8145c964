//! The context table under the journal.

use super::entity::Entity;
use super::{Journal, image};
use crate::error::StoreError;
use crate::row::{DecimalText, Word};
use plan_model::{ContextFigure, ContextVariable, Year};

impl Journal<'_> {
    /// Puts a figure into the context table, in the place of one about the same region, variable and year. Gives
    /// whether anything changed.
    pub fn set_context(&self, figure: &ContextFigure) -> Result<bool, StoreError> {
        let table = self.tables().context_figures();
        let value = DecimalText(figure.value);
        if let Some(id) = table.id(&figure.region, figure.variable, figure.year)? {
            let fields = [
                ("value", image::of(&value)?),
                ("unit", image::of(&figure.unit)?),
                ("source", image::of(&figure.source)?),
                ("note", image::of(&figure.note)?),
            ];
            return self.update_row(Entity::ContextFigure, id, None, &fields);
        }
        self.tx()
            .prepare_cached(
                "INSERT INTO context_figure (region, variable, year, value, unit, source, note) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                &figure.region,
                Word(figure.variable),
                figure.year.0,
                value,
                &figure.unit,
                &figure.source,
                &figure.note,
            ))?;
        let id = self.tx().last_insert_rowid();
        self.inserted(Entity::ContextFigure, None, "id", &id)?;
        Ok(true)
    }

    /// Takes a figure out of the context table. Gives whether there was one.
    pub fn remove_context(
        &self,
        region: &str,
        variable: ContextVariable,
        year: Year,
    ) -> Result<bool, StoreError> {
        let Some(id) = self.tables().context_figures().id(region, variable, year)? else {
            return Ok(false);
        };
        self.delete(Entity::ContextFigure, None, "id", &id)?;
        Ok(true)
    }
}
