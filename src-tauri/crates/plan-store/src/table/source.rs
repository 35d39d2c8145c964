//! What a plan's document came as, and how well its text came out of it. Apart from the plan's own row, because that
//! row ends in two long texts and a list of plans must not read across them. A plan that was stored before this was
//! kept has no row here until it is read anew.

use crate::row::{self, Word};
use plan_model::{PlanId, SourceFormat, TextQuality};
use rusqlite::{Connection, OptionalExtension, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE plan_source (
    id             INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    format         TEXT NOT NULL CHECK (format <> ''),
    -- All in parts of ten thousand.
    not_text       INTEGER NOT NULL CHECK (not_text >= 0),
    missing_spaces INTEGER NOT NULL CHECK (missing_spaces >= 0),
    stray_spaces   INTEGER NOT NULL CHECK (stray_spaces >= 0),
    broken_lines   INTEGER NOT NULL CHECK (broken_lines >= 0)
) STRICT;
";

/// Reading what plans came as.
pub struct SourceTable<'c>(pub(crate) &'c Connection);

impl SourceTable<'_> {
    /// Format and quality of a plan's text; `None` when nobody has measured them yet.
    pub fn of(&self, plan: PlanId) -> Result<Option<(SourceFormat, TextQuality)>> {
        self.0
            .prepare_cached(
                "SELECT format, not_text, missing_spaces, stray_spaces, broken_lines FROM plan_source WHERE id = ?1",
            )?
            .query_row([plan.0], |row| {
                let quality = TextQuality {
                    not_text: row.get("not_text")?,
                    missing_spaces: row.get("missing_spaces")?,
                    stray_spaces: row.get("stray_spaces")?,
                    broken_lines: row.get("broken_lines")?,
                };
                Ok((row::word(row, "format")?, quality))
            })
            .optional()
    }
}

/// Writes what a plan came as.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    plan: PlanId,
    format: SourceFormat,
    quality: TextQuality,
) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO plan_source (id, format, not_text, missing_spaces, stray_spaces, broken_lines) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        plan.0,
        Word(format),
        quality.not_text,
        quality.missing_spaces,
        quality.stray_spaces,
        quality.broken_lines,
    ))?;
    Ok(())
}
