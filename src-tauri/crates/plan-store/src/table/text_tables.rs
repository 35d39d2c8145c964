//! What is known of the tables in a frozen text: how the sheets of a workbook are read, and which cells are merged.
//! Kept as one value per plan, because it is read whole, when the plan is read anew, and asked nothing else.

use plan_model::{PlanId, TextTables};
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE text_tables (
    plan  INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    -- JSON; a plan without tables has no row.
    known TEXT NOT NULL CHECK (json_valid(known))
) STRICT;
";

/// Reading what is known of tables.
pub struct TextTablesTable<'c>(pub(crate) &'c Connection);

impl TextTablesTable<'_> {
    /// What is known of the tables in the text of a plan.
    pub fn of(&self, plan: PlanId) -> Result<TextTables> {
        let known: Option<String> = self
            .0
            .prepare_cached("SELECT known FROM text_tables WHERE plan = ?1")?
            .query_row([plan.0], |row| row.get(0))
            .optional()?;
        known.map_or_else(
            || Ok(TextTables::default()),
            |known| {
                serde_json::from_str(&known)
                    .map_err(|error| Error::FromSqlConversionFailure(0, Type::Text, error.into()))
            },
        )
    }
}

/// Writes what is known of the tables in the text of a plan.
pub(crate) fn insert(tx: &Transaction<'_>, plan: PlanId, tables: &TextTables) -> Result<()> {
    if tables.is_empty() {
        return Ok(());
    }
    let known = serde_json::to_string(tables)
        .map_err(|error| Error::ToSqlConversionFailure(error.into()))?;
    tx.prepare_cached("INSERT INTO text_tables (plan, known) VALUES (?1, ?2)")?
        .execute((plan.0, known))?;
    Ok(())
}
