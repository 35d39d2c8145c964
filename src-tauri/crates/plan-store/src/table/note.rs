//! What the reader and the extractor noticed in a document.

use crate::row::{self, Word};
use plan_model::{Note, PlanId};
use rusqlite::{Connection, Result, Transaction};

// The codes are not enumerated here: new versions of the rules notice new things, and an old file must be
// able to hold them without being rebuilt.
pub(crate) const CREATE: &str = "
CREATE TABLE note (
    plan    INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    code    TEXT NOT NULL CHECK (code <> ''),
    start   INTEGER CHECK (start >= 0),
    end     INTEGER CHECK (end >= start),
    quote   TEXT,
    detail  TEXT,
    PRIMARY KEY (plan, ordinal),
    CHECK ((start IS NULL) = (end IS NULL) AND (start IS NULL) = (quote IS NULL))
) STRICT, WITHOUT ROWID;
";

/// Reading notes.
pub struct NoteTable<'c>(pub(crate) &'c Connection);

impl NoteTable<'_> {
    /// The notes of a plan with the words they are about, in the order they were made.
    pub fn of(&self, plan: PlanId) -> Result<Vec<(Note, Option<String>)>> {
        self.0
            .prepare_cached(
                "SELECT code, start, end, quote, detail FROM note WHERE plan = ?1 ORDER BY ordinal",
            )?
            .query_map([plan.0], |row| {
                let note = Note {
                    code: row::word(row, "code")?,
                    span: row::span_or_none(row, "start", "end")?,
                    detail: row.get("detail")?,
                };
                Ok((note, row.get("quote")?))
            })?
            .collect()
    }
}

/// Writing notes.
pub(crate) struct NoteTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl NoteTableMut<'_> {
    pub(crate) fn insert<'n>(
        &self,
        plan: PlanId,
        text: &str,
        notes: impl IntoIterator<Item = &'n Note>,
    ) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO note (plan, ordinal, code, start, end, quote, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (ordinal, note) in (0i64..).zip(notes) {
            let (start, end) = (
                note.span.map(|span| span.start),
                note.span.map(|span| span.end),
            );
            let quote = note.span.and_then(|span| span.of(text));
            insert.execute((
                plan.0,
                ordinal,
                Word(note.code),
                start,
                end,
                quote,
                &note.detail,
            ))?;
        }
        Ok(())
    }
}
