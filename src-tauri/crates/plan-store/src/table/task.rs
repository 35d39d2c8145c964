//! Tasks: the lowest numbered work items, with leading and supporting units.

use crate::row::{self, Word};
use crate::table::task_content;
use plan_model::{PlanId, Span, Task};
use rusqlite::{Connection, Result, Transaction, named_params};

pub(crate) const CREATE: &str = "
CREATE TABLE task (
    id            INTEGER PRIMARY KEY,
    plan          INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    path          TEXT NOT NULL,
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('general', 'goal', 'task', 'incentive', 'safeguard', 'annex')),
    start         INTEGER NOT NULL CHECK (start >= 0),
    end           INTEGER NOT NULL CHECK (end > start),
    heading_start INTEGER NOT NULL CHECK (heading_start >= 0),
    heading_end   INTEGER NOT NULL CHECK (heading_end > heading_start),
    heading       TEXT NOT NULL
) STRICT;
CREATE INDEX task_plan ON task (plan, start);

CREATE TABLE task_unit (
    task    INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (role IN ('lead', 'support')),
    ordinal INTEGER NOT NULL,
    unit    TEXT NOT NULL,
    PRIMARY KEY (task, role, ordinal)
) STRICT, WITHOUT ROWID;
";

/// Reading tasks.
pub struct TaskTable<'c>(pub(crate) &'c Connection);

impl TaskTable<'_> {
    /// The tasks of a plan with the words of their headings, in order of place.
    pub fn of(&self, plan: PlanId) -> Result<Vec<(Task, String)>> {
        let mut units = self.0.prepare_cached(
            "SELECT unit FROM task_unit WHERE task = ?1 AND role = ?2 ORDER BY ordinal",
        )?;
        let mut named = |task: i64, role: &str| -> Result<Vec<String>> {
            units.query_map((task, role), |row| row.get(0))?.collect()
        };
        self.0
            .prepare_cached(
                "SELECT id, path, title, kind, start, end, heading_start, heading_end, heading FROM task \
                 WHERE plan = ?1 ORDER BY start, id",
            )?
            .query_map([plan.0], |row| {
                let id = row.get("id")?;
                let task = Task {
                    path: row.get("path")?,
                    title: row.get("title")?,
                    kind: row::word(row, "kind")?,
                    span: row::span(row, "start", "end")?,
                    heading: row::span(row, "heading_start", "heading_end")?,
                    lead: named(id, "lead")?,
                    support: named(id, "support")?,
                    topics: task_content::topics(self.0, id)?,
                    instruments: task_content::instruments(self.0, id)?,
                };
                Ok((task, row.get("heading")?))
            })?
            .collect()
    }

    /// Every word that gave a task of the plan a topic or an instrument, with its place, as stored.
    pub fn words(&self, plan: PlanId) -> Result<Vec<(Span, String)>> {
        task_content::quotations(self.0, plan)
    }
}

/// Writing tasks.
pub(crate) struct TaskTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl TaskTableMut<'_> {
    pub(crate) fn insert(&self, plan: PlanId, text: &str, tasks: &[Task]) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO task (plan, path, title, kind, start, end, heading_start, heading_end, heading) VALUES \
             (:plan, :path, :title, :kind, :start, :end, :heading_start, :heading_end, :heading)",
        )?;
        let mut unit = self.0.prepare_cached(
            "INSERT INTO task_unit (task, role, ordinal, unit) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for task in tasks {
            insert.execute(named_params! {
                ":plan": plan.0,
                ":path": task.path,
                ":title": task.title,
                ":kind": Word(task.kind),
                ":start": task.span.start,
                ":end": task.span.end,
                ":heading_start": task.heading.start,
                ":heading_end": task.heading.end,
                ":heading": task.heading.of(text),
            })?;
            let id = self.0.last_insert_rowid();
            for (role, named) in [("lead", &task.lead), ("support", &task.support)] {
                for (ordinal, name) in (0i64..).zip(named) {
                    unit.execute((id, role, ordinal, name))?;
                }
            }
            task_content::insert(self.0, id, text, task)?;
        }
        Ok(())
    }
}
