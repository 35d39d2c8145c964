//! The journal: what changed, step by step, with what stood there before and after. It is read here; it is
//! written, undone and done again only by [`crate::journal`].

use crate::row;
use plan_model::{BatchKind, PlanId, TargetId};
use rusqlite::{Connection, OptionalExtension, Result, Row};

// The kinds are not enumerated here: a newer program may know more of them, and an old file must be able to hold
// them without being rebuilt.
pub(crate) const CREATE: &str = "
CREATE TABLE change_batch (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind <> ''),
    by      TEXT NOT NULL CHECK (by <> ''),
    subject TEXT,
    count   INTEGER NOT NULL CHECK (count >= 0),
    state   TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE INDEX change_batch_state ON change_batch (state, id);

CREATE TABLE change (
    batch     INTEGER NOT NULL REFERENCES change_batch (id) ON DELETE CASCADE,
    seq       INTEGER NOT NULL,
    entity    TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    plan      INTEGER,
    -- One column of a row that stays, or nothing: then the whole row came (no before) or went (no after).
    field     TEXT,
    before    TEXT,
    after     TEXT,
    PRIMARY KEY (batch, seq),
    CHECK (field IS NOT NULL OR (before IS NULL) <> (after IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX change_entity ON change (entity, entity_id, batch);
CREATE INDEX change_plan ON change (plan, batch);
";

/// One undoable step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    /// Its number. Later steps have higher ones.
    pub id: i64,
    /// When, RFC 3339.
    pub at: String,
    /// What it did.
    pub kind: BatchKind,
    /// `hand`, or the rule that did it on a person's word.
    pub by: String,
    /// What it was about.
    pub subject: Option<String>,
    /// How many things it touched.
    pub count: u32,
}

/// One change within a step. Values are JSON: of one column when `field` is given, else of the whole row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The table.
    pub entity: String,
    /// The row, or the row that it belongs to.
    pub entity_id: i64,
    /// The plan concerned.
    pub plan: Option<PlanId>,
    /// The column.
    pub field: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
}

/// Reading the journal. Steps that were taken back are no part of the history.
pub struct ChangeTable<'c>(pub(crate) &'c Connection);

const BATCH: &str = "b.id, b.at, b.kind, b.by, b.subject, b.count";
/// Whether the step touched the plan, when one is asked for.
const TOUCHED: &str = "(?1 IS NULL OR EXISTS \
     (SELECT 1 FROM change t WHERE t.plan = ?1 AND t.batch = b.id))";
/// The rows that mean something to a reader.
const TOLD: &str =
    "c.entity IN ('target', 'plan', 'plan_shelf', 'plan_tag', 'plan_horizon', 'synonym')";
const CHANGE: &str = "c.entity, c.entity_id, c.plan, c.field, c.before, c.after";

impl ChangeTable<'_> {
    /// The step that an undo would take back.
    pub fn undoable(&self) -> Result<Option<BatchRow>> {
        self.one("state = 'done' ORDER BY b.id DESC")
    }

    /// The step that a redo would do again.
    pub fn redoable(&self) -> Result<Option<BatchRow>> {
        self.one("state = 'undone' ORDER BY b.id")
    }

    fn one(&self, which: &str) -> Result<Option<BatchRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {BATCH} FROM change_batch b WHERE {which} LIMIT 1"
            ))?
            .query_row([], batch)
            .optional()
    }

    /// The steps of the library, or those that touched one plan, newest first.
    pub fn list(&self, plan: Option<PlanId>, offset: u32, limit: u32) -> Result<Vec<BatchRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {BATCH} FROM change_batch b WHERE state = 'done' AND {TOUCHED} \
                 ORDER BY b.id DESC LIMIT ?3 OFFSET ?2"
            ))?
            .query_map((plan.map(|plan| plan.0), offset, limit), batch)?
            .collect()
    }

    /// How many steps there are, or how many touched one plan.
    pub fn count(&self, plan: Option<PlanId>) -> Result<u32> {
        self.0
            .prepare_cached(&format!(
                "SELECT count(*) FROM change_batch b WHERE state = 'done' AND {TOUCHED}"
            ))?
            .query_row([plan.map(|plan| plan.0)], |row| row.get(0))
    }

    /// A step that is done.
    pub fn done(&self, id: i64) -> Result<Option<BatchRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {BATCH} FROM change_batch b WHERE b.id = ?1 AND state = 'done'"
            ))?
            .query_row([id], batch)
            .optional()
    }

    /// The first changes of a step that a person can read, or those of one plan: to targets, to plans, to the
    /// vocabulary. What hangs on these rows (units, confidences, tasks) is left out.
    pub fn told(&self, id: i64, plan: Option<PlanId>, limit: u32) -> Result<Vec<ChangeRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {CHANGE} FROM change c WHERE c.batch = ?1 AND (?2 IS NULL OR c.plan = ?2) \
                 AND {TOLD} ORDER BY c.seq LIMIT ?3"
            ))?
            .query_map((id, plan.map(|plan| plan.0), limit), change)?
            .collect()
    }

    /// How many targets, plans and wordings a step changed, or how many of one plan: those of [`Self::told`].
    pub fn told_count(&self, id: i64, plan: Option<PlanId>) -> Result<u32> {
        self.0
            .prepare_cached(&format!(
                "SELECT count(*) FROM (SELECT DISTINCT c.plan, CASE c.entity WHEN 'target' THEN c.entity_id END \
                 FROM change c WHERE c.batch = ?1 AND (?2 IS NULL OR c.plan = ?2) AND {TOLD})"
            ))?
            .query_row((id, plan.map(|plan| plan.0)), |row| row.get(0))
    }

    /// When each wording was taught what it stands for now, as far as the journal goes back.
    pub fn taught_at(&self) -> Result<Vec<(String, String)>> {
        self.0
            .prepare_cached(
                "SELECT json_extract(c.after, '$.wording'), b.at FROM change c \
                 JOIN change_batch b ON b.id = c.batch \
                 WHERE c.entity = 'synonym' AND c.field IS NULL AND c.after IS NOT NULL AND b.state = 'done' \
                 ORDER BY c.batch, c.seq",
            )?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
    }

    /// What happened to a target, oldest first.
    pub fn of_target(&self, target: TargetId) -> Result<Vec<(BatchRow, ChangeRow)>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {BATCH}, {CHANGE} FROM change c JOIN change_batch b ON b.id = c.batch \
                 WHERE c.entity = 'target' AND c.entity_id = ?1 AND b.state = 'done' ORDER BY c.batch, c.seq"
            ))?
            .query_map([target.0], both)?
            .collect()
    }

    /// What happened to a plan and its targets, oldest first.
    pub fn of_plan(&self, plan: PlanId) -> Result<Vec<(BatchRow, ChangeRow)>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {BATCH}, {CHANGE} FROM change c JOIN change_batch b ON b.id = c.batch \
                 WHERE c.plan = ?1 AND b.state = 'done' ORDER BY c.batch, c.seq"
            ))?
            .query_map([plan.0], both)?
            .collect()
    }

    /// What the extractor had put into each field of a target that was changed since, as JSON. Reading a plan
    /// anew is a new beginning.
    pub fn as_extracted(&self, target: TargetId) -> Result<Vec<(String, Option<String>)>> {
        let mut select = self.0.prepare_cached(
            "SELECT c.field, c.before FROM change c JOIN change_batch b ON b.id = c.batch \
             WHERE c.entity = 'target' AND c.entity_id = ?1 AND c.field IS NOT NULL AND b.state = 'done' \
             AND c.batch > (SELECT coalesce(max(n.batch), 0) FROM change n JOIN change_batch m ON m.id = n.batch \
                            WHERE n.entity = 'target' AND n.entity_id = ?1 AND m.kind = ?2 AND m.state = 'done') \
             ORDER BY c.batch, c.seq",
        )?;
        let mut rows = select.query((target.0, BatchKind::PlansReextracted.word()))?;
        let mut first: Vec<(String, Option<String>)> = Vec::new();
        while let Some(row) = rows.next()? {
            let field: String = row.get(0)?;
            if first.iter().all(|(known, _)| *known != field) {
                first.push((field, row.get(1)?));
            }
        }
        Ok(first)
    }

    /// When a plan was last removed.
    pub fn removed_at(&self, plan: PlanId) -> Result<Option<String>> {
        self.0
            .prepare_cached(
                "SELECT b.at FROM change c JOIN change_batch b ON b.id = c.batch \
                 WHERE c.entity = 'plan_shelf' AND c.entity_id = ?1 AND c.field = 'removed' AND c.after = '1' \
                 AND b.state = 'done' ORDER BY c.batch DESC LIMIT 1",
            )?
            .query_row([plan.0], |row| row.get(0))
            .optional()
    }

    /// Whether a person ever changed this column of the plan's own row.
    pub fn plan_edited(&self, plan: PlanId, field: &str) -> Result<bool> {
        self.0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM change c JOIN change_batch b ON b.id = c.batch \
                 WHERE c.entity = 'plan' AND c.entity_id = ?1 AND c.field = ?2 AND b.state = 'done')",
            )?
            .query_row((plan.0, field), |row| row.get(0))
    }

    /// The changes of one step, in the order in which they were made.
    pub fn changes(&self, batch: i64) -> Result<Vec<ChangeRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {CHANGE} FROM change c WHERE c.batch = ?1 ORDER BY c.seq"
            ))?
            .query_map([batch], change)?
            .collect()
    }
}

fn both(row: &Row<'_>) -> Result<(BatchRow, ChangeRow)> {
    Ok((batch(row)?, change(row)?))
}

fn batch(row: &Row<'_>) -> Result<BatchRow> {
    Ok(BatchRow {
        id: row.get("id")?,
        at: row.get("at")?,
        kind: row::word(row, "kind")?,
        by: row.get("by")?,
        subject: row.get("subject")?,
        count: row.get("count")?,
    })
}

fn change(row: &Row<'_>) -> Result<ChangeRow> {
    Ok(ChangeRow {
        entity: row.get("entity")?,
        entity_id: row.get("entity_id")?,
        plan: row.get::<_, Option<i64>>("plan")?.map(PlanId),
        field: row.get("field")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}
