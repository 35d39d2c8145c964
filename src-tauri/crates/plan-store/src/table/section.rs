//! The section tree of each plan.

use crate::row::{self, Word};
use plan_model::{PlanId, Section, SectionId};
use rusqlite::{Connection, Result, Transaction, named_params};

pub(crate) const CREATE: &str = "
CREATE TABLE section (
    plan          INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    id            INTEGER NOT NULL CHECK (id >= 0),
    parent        INTEGER,
    depth         INTEGER NOT NULL CHECK (depth >= 1),
    number        TEXT NOT NULL,
    path          TEXT NOT NULL,
    title         TEXT NOT NULL,
    heading_start INTEGER NOT NULL CHECK (heading_start >= 0),
    heading_end   INTEGER NOT NULL CHECK (heading_end > heading_start),
    heading       TEXT NOT NULL,
    start         INTEGER NOT NULL CHECK (start >= 0),
    end           INTEGER NOT NULL CHECK (end > start),
    kind          TEXT NOT NULL CHECK (kind IN ('general', 'goal', 'task', 'incentive', 'safeguard', 'annex')),
    PRIMARY KEY (plan, id),
    FOREIGN KEY (plan, parent) REFERENCES section (plan, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX section_parent ON section (plan, parent);
";

/// Reading sections.
pub struct SectionTable<'c>(pub(crate) &'c Connection);

impl SectionTable<'_> {
    /// The sections of a plan with the words of their headings, in document order.
    pub fn of(&self, plan: PlanId) -> Result<Vec<(Section, String)>> {
        self.0
            .prepare_cached(
                "SELECT id, parent, depth, number, path, title, heading_start, heading_end, heading, start, end, \
                 kind FROM section WHERE plan = ?1 ORDER BY id",
            )?
            .query_map([plan.0], |row| {
                let section = Section {
                    id: SectionId(row.get("id")?),
                    parent: row.get::<_, Option<u32>>("parent")?.map(SectionId),
                    depth: row.get("depth")?,
                    number: row.get("number")?,
                    path: row.get("path")?,
                    title: row.get("title")?,
                    heading: row::span(row, "heading_start", "heading_end")?,
                    span: row::span(row, "start", "end")?,
                    kind: row::word(row, "kind")?,
                };
                Ok((section, row.get("heading")?))
            })?
            .collect()
    }
}

/// Writing sections.
pub(crate) struct SectionTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl SectionTableMut<'_> {
    pub(crate) fn insert(&self, plan: PlanId, text: &str, sections: &[Section]) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO section (plan, id, parent, depth, number, path, title, heading_start, heading_end, \
             heading, start, end, kind) VALUES (:plan, :id, :parent, :depth, :number, :path, :title, \
             :heading_start, :heading_end, :heading, :start, :end, :kind)",
        )?;
        for section in sections {
            insert.execute(named_params! {
                ":plan": plan.0,
                ":id": section.id.0,
                ":parent": section.parent.map(|parent| parent.0),
                ":depth": section.depth,
                ":number": section.number,
                ":path": section.path,
                ":title": section.title,
                ":heading_start": section.heading.start,
                ":heading_end": section.heading.end,
                ":heading": section.heading.of(text),
                ":start": section.span.start,
                ":end": section.span.end,
                ":kind": Word(section.kind),
            })?;
        }
        Ok(())
    }
}
