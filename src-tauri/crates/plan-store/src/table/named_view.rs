//! Views that the analyst gave a name: what was chosen to be seen, never what the plans say. They are no part of
//! the journal, so that undoing a change of data leaves them alone.

use rusqlite::{Connection, OptionalExtension, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE named_view (
    name  TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    state TEXT NOT NULL CHECK (json_valid(state)),
    saved TEXT NOT NULL CHECK (saved <> '')
) STRICT, WITHOUT ROWID;
";

/// A view with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedViewRow {
    /// Its name, unique in the library.
    pub name: String,
    /// The window's own state, a JSON object.
    pub state: String,
    /// When it was saved, RFC 3339 in UTC.
    pub saved: String,
}

/// Reading named views.
pub struct NamedViewTable<'c>(pub(crate) &'c Connection);

impl NamedViewTable<'_> {
    /// Every view, in order of name.
    pub fn list(&self) -> Result<Vec<NamedViewRow>> {
        self.0
            .prepare_cached("SELECT name, state, saved FROM named_view ORDER BY name")?
            .query_map([], row)?
            .collect()
    }

    /// The view of a name.
    pub fn get(&self, name: &str) -> Result<Option<NamedViewRow>> {
        self.0
            .prepare_cached("SELECT name, state, saved FROM named_view WHERE name = ?1")?
            .query_row([name], row)
            .optional()
    }
}

fn row(row: &rusqlite::Row<'_>) -> Result<NamedViewRow> {
    Ok(NamedViewRow {
        name: row.get(0)?,
        state: row.get(1)?,
        saved: row.get(2)?,
    })
}

/// Writing named views.
pub(crate) struct NamedViewTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl NamedViewTableMut<'_> {
    /// Writes a view; one of the same name gives way.
    pub(crate) fn put(&self, view: &NamedViewRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO named_view (name, state, saved) VALUES (?1, ?2, ?3)
                 ON CONFLICT (name) DO UPDATE SET state = excluded.state, saved = excluded.saved",
            )?
            .execute((&view.name, &view.state, &view.saved))?;
        Ok(())
    }

    /// Takes a view away; says whether there was one.
    pub(crate) fn remove(&self, name: &str) -> Result<bool> {
        let removed = self
            .0
            .prepare_cached("DELETE FROM named_view WHERE name = ?1")?
            .execute([name])?;
        Ok(removed > 0)
    }
}
