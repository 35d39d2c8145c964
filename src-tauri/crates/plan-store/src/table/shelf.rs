//! Where a plan stands in the library: in use, removed, or an earlier version of another. Apart from the plan's
//! own row, because that row ends in two long texts and a list of plans must not read across them.

use plan_model::PlanId;
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE plan_shelf (
    id         INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
    -- The plan of which this one is an earlier version.
    version_of INTEGER REFERENCES plan (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX plan_shelf_version ON plan_shelf (version_of);
INSERT INTO plan_shelf (id, removed) SELECT id, 0 FROM plan;

CREATE TABLE plan_tag (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    tag  TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (plan, tag)
) STRICT, WITHOUT ROWID;
";

/// Where a plan stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shelf {
    /// It was removed: shown nowhere, brought back by undo or by importing it again.
    pub removed: bool,
    /// The plan of which it is an earlier version.
    pub version_of: Option<PlanId>,
}

impl Shelf {
    /// Whether it takes part in lists and comparisons.
    #[must_use]
    pub fn in_use(self) -> bool {
        !self.removed && self.version_of.is_none()
    }
}

/// Reading tags.
pub struct TagTable<'c>(pub(crate) &'c Connection);

impl TagTable<'_> {
    /// The tags of a plan, in order.
    pub fn of(&self, plan: PlanId) -> Result<Vec<String>> {
        self.0
            .prepare_cached("SELECT tag FROM plan_tag WHERE plan = ?1 ORDER BY tag")?
            .query_map([plan.0], |row| row.get(0))?
            .collect()
    }
}

/// Puts a new plan on the shelf.
pub(crate) fn insert(tx: &Transaction<'_>, plan: PlanId) -> Result<()> {
    tx.prepare_cached("INSERT INTO plan_shelf (id, removed) VALUES (?1, 0)")?
        .execute([plan.0])?;
    Ok(())
}
