//! The numerals that are no target, each with its class: the other half of the number audit.

use crate::row::{self, Word};
use plan_model::{NumberClass, OtherNumber, PlanId};
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE other_number (
    plan    INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    end     INTEGER NOT NULL CHECK (end > start),
    quote   TEXT NOT NULL,
    class   TEXT NOT NULL CHECK (class IN ('date', 'docno', 'name', 'ordinal', 'baseline', 'condition', 'other')),
    PRIMARY KEY (plan, ordinal)
) STRICT, WITHOUT ROWID;
";

/// Reading other numbers.
pub struct OtherNumberTable<'c>(pub(crate) &'c Connection);

impl OtherNumberTable<'_> {
    /// The other numbers of a plan with their words, in order of place.
    pub fn of(&self, plan: PlanId) -> Result<Vec<(OtherNumber, String)>> {
        self.0
            .prepare_cached("SELECT start, end, quote, class FROM other_number WHERE plan = ?1 ORDER BY ordinal")?
            .query_map([plan.0], |row| {
                let number = OtherNumber { span: row::span(row, "start", "end")?, class: row::word(row, "class")? };
                Ok((number, row.get("quote")?))
            })?
            .collect()
    }

    /// How many there are, and how many of them are of class `other`.
    pub fn counts(&self, plan: PlanId) -> Result<(u32, u32)> {
        self.0
            .prepare_cached("SELECT count(*), count(*) FILTER (WHERE class = ?2) FROM other_number WHERE plan = ?1")?
            .query_row((plan.0, Word(NumberClass::Other)), |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

/// Writing other numbers.
pub(crate) struct OtherNumberTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl OtherNumberTableMut<'_> {
    pub(crate) fn insert(&self, plan: PlanId, text: &str, numbers: &[OtherNumber]) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO other_number (plan, ordinal, start, end, quote, class) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (ordinal, number) in (0i64..).zip(numbers) {
            let (span, quote) = (number.span, number.span.of(text));
            insert.execute((
                plan.0,
                ordinal,
                span.start,
                span.end,
                quote,
                Word(number.class),
            ))?;
        }
        Ok(())
    }
}
