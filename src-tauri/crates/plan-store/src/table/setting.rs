//! Key and value: the state of the view, the state of seeding, the generation of the content.

use rusqlite::{Connection, OptionalExtension, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting (key, value) VALUES ('generation', '0');
";

/// Counts every change of plans or targets, so that whoever remembers a result knows when it is stale.
const GENERATION: &str = "generation";

/// Reading settings.
pub struct SettingTable<'c>(pub(crate) &'c Connection);

impl SettingTable<'_> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Result<Option<String>> {
        self.0
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()
    }

    /// A number that grows with every change of plans or targets, by whichever process.
    pub fn generation(&self) -> Result<i64> {
        self.0
            .prepare_cached("SELECT CAST(value AS INTEGER) FROM setting WHERE key = ?1")?
            .query_row([GENERATION], |row| row.get(0))
    }
}

/// Writing settings.
pub(crate) struct SettingTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl SettingTableMut<'_> {
    pub(crate) fn set(&self, key: &str, value: &str) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?;
        Ok(())
    }

    pub(crate) fn next_generation(&self) -> Result<()> {
        self.0
            .prepare_cached("UPDATE setting SET value = CAST(value AS INTEGER) + 1 WHERE key = ?1")?
            .execute([GENERATION])?;
        Ok(())
    }
}
