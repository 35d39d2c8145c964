//! Wordings that the analyst taught the program, each with its canonical indicator.

use rusqlite::{Connection, OptionalExtension, Result};

pub(crate) const CREATE: &str = "
CREATE TABLE synonym (
    wording   TEXT PRIMARY KEY NOT NULL CHECK (wording <> ''),
    indicator TEXT NOT NULL CHECK (indicator <> '')
) STRICT, WITHOUT ROWID;
";

/// Reading synonyms.
pub struct SynonymTable<'c>(pub(crate) &'c Connection);

impl SynonymTable<'_> {
    /// Every wording with its indicator, in order of wording.
    pub fn list(&self) -> Result<Vec<(String, String)>> {
        self.0
            .prepare_cached("SELECT wording, indicator FROM synonym ORDER BY wording")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
    }

    /// The indicator of a wording, spelt exactly so.
    pub fn get(&self, wording: &str) -> Result<Option<String>> {
        self.0
            .prepare_cached("SELECT indicator FROM synonym WHERE wording = ?1")?
            .query_row([wording], |row| row.get(0))
            .optional()
    }
}
