//! What has happened to each target, oldest first. Rows are added, never changed.

use plan_model::TargetId;
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE history (
    id     INTEGER PRIMARY KEY,
    target INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    at     TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    by     TEXT NOT NULL
) STRICT;
CREATE INDEX history_target ON history (target, id);
";

/// One event in a target's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEvent {
    /// When, RFC 3339.
    pub at: String,
    /// What, a stable snake_case word: `extracted`.
    pub action: String,
    /// By what: extractor and lexicon version, or a person.
    pub by: String,
}

/// Reading the history.
pub struct HistoryTable<'c>(pub(crate) &'c Connection);

impl HistoryTable<'_> {
    /// The events of a target, oldest first.
    pub fn of(&self, target: TargetId) -> Result<Vec<HistoryEvent>> {
        self.0
            .prepare_cached("SELECT at, action, by FROM history WHERE target = ?1 ORDER BY id")?
            .query_map([target.0], |row| {
                Ok(HistoryEvent {
                    at: row.get(0)?,
                    action: row.get(1)?,
                    by: row.get(2)?,
                })
            })?
            .collect()
    }
}

/// Writing the history.
pub(crate) struct HistoryTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl HistoryTableMut<'_> {
    pub(crate) fn append(&self, target: TargetId, at: &str, action: &str, by: &str) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO history (target, at, action, by) VALUES (?1, ?2, ?3, ?4)")?
            .execute((target.0, at, action, by))?;
        Ok(())
    }
}
