//! The context table: figures about regions that the analyst entered, each with source and year.

use crate::row::{DecimalText, Word};
use plan_model::{ContextFigure, ContextVariable, Year};
use rusqlite::{Connection, OptionalExtension, Result, Row};

// The variables are not enumerated here: a newer program may know more of them.
pub(crate) const CREATE: &str = "
CREATE TABLE context_figure (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    region   TEXT NOT NULL CHECK (region <> ''),
    variable TEXT NOT NULL CHECK (variable <> ''),
    year     INTEGER NOT NULL,
    value    TEXT NOT NULL,
    unit     TEXT NOT NULL CHECK (unit <> ''),
    source   TEXT NOT NULL CHECK (source <> ''),
    note     TEXT,
    UNIQUE (region, variable, year)
) STRICT;
";

const COLUMNS: &str = "region, variable, year, value, unit, source, note";

/// Reading the context table.
pub struct ContextFigureTable<'c>(pub(crate) &'c Connection);

impl ContextFigureTable<'_> {
    /// Every figure, by region, variable and year.
    pub fn list(&self) -> Result<Vec<ContextFigure>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM context_figure ORDER BY region, variable, year"
            ))?
            .query_map([], figure)?
            .collect()
    }

    /// The figure of a region for a year.
    pub fn get(
        &self,
        region: &str,
        variable: ContextVariable,
        year: Year,
    ) -> Result<Option<ContextFigure>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM context_figure WHERE region = ?1 AND variable = ?2 AND year = ?3"
            ))?
            .query_row((region, Word(variable), year.0), figure)
            .optional()
    }

    pub(crate) fn id(
        &self,
        region: &str,
        variable: ContextVariable,
        year: Year,
    ) -> Result<Option<i64>> {
        self.0
            .prepare_cached(
                "SELECT id FROM context_figure WHERE region = ?1 AND variable = ?2 AND year = ?3",
            )?
            .query_row((region, Word(variable), year.0), |row| row.get(0))
            .optional()
    }
}

fn figure(row: &Row<'_>) -> Result<ContextFigure> {
    let Word(variable) = row.get("variable")?;
    let DecimalText(value) = row.get("value")?;
    Ok(ContextFigure {
        region: row.get("region")?,
        variable,
        year: Year(row.get("year")?),
        value,
        unit: row.get("unit")?,
        source: row.get("source")?,
        note: row.get("note")?,
    })
}
