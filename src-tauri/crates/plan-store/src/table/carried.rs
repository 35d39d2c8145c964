//! What was changed in another library before it was merged in here: when, what, by whom, from what to what. It tells
//! a history; it is never taken back or done again by itself.

use crate::row::{self, Word};
use plan_model::{BatchKind, PlanId, TargetId};
use rusqlite::{Connection, OptionalExtension, Result, Row, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE carried_change (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    plan    INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    -- The target concerned, or nothing: then the plan itself. A target may go while this tells of it.
    target  INTEGER,
    -- The library it came from, and its step there: the changes of one step belong together.
    origin  TEXT NOT NULL,
    step    INTEGER NOT NULL,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind <> ''),
    by      TEXT NOT NULL CHECK (by <> ''),
    subject TEXT,
    entity  TEXT NOT NULL,
    field   TEXT,
    before  TEXT,
    after   TEXT
) STRICT;
CREATE INDEX carried_change_target ON carried_change (target, id);
CREATE INDEX carried_change_plan ON carried_change (plan, id);
";

/// One change that was made in another library. Values are JSON, as in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedRow {
    /// The plan here.
    pub plan: PlanId,
    /// The target here, when it is about one.
    pub target: Option<TargetId>,
    /// Name of the library it came from.
    pub origin: String,
    /// Number of its step there.
    pub step: i64,
    /// When, RFC 3339.
    pub at: String,
    /// What the step did.
    pub kind: BatchKind,
    /// `hand`, or the rule.
    pub by: String,
    /// What the step was about.
    pub subject: Option<String>,
    /// The table.
    pub entity: String,
    /// The column; nothing when a whole row came or went.
    pub field: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stood there afterwards.
    pub after: Option<String>,
}

/// Reading what was carried over.
pub struct CarriedTable<'c>(pub(crate) &'c Connection);

const COLUMNS: &str =
    "plan, target, origin, step, at, kind, by, subject, entity, field, before, after";

impl CarriedTable<'_> {
    /// What happened to a target elsewhere, oldest first.
    pub fn of_target(&self, target: TargetId) -> Result<Vec<CarriedRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM carried_change WHERE target = ?1 ORDER BY at, id"
            ))?
            .query_map([target.0], read)?
            .collect()
    }

    /// What happened to a plan and its targets elsewhere, oldest first.
    pub fn of_plan(&self, plan: PlanId) -> Result<Vec<CarriedRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM carried_change WHERE plan = ?1 ORDER BY at, id"
            ))?
            .query_map([plan.0], read)?
            .collect()
    }
}

fn read(row: &Row<'_>) -> Result<CarriedRow> {
    Ok(CarriedRow {
        plan: PlanId(row.get("plan")?),
        target: row.get::<_, Option<i64>>("target")?.map(TargetId),
        origin: row.get("origin")?,
        step: row.get("step")?,
        at: row.get("at")?,
        kind: row::word(row, "kind")?,
        by: row.get("by")?,
        subject: row.get("subject")?,
        entity: row.get("entity")?,
        field: row.get("field")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}

/// Writes one change down, unless it is known already: from an earlier merge, or because it was made here and went
/// there and back. Gives its number.
pub(crate) fn insert(tx: &Transaction<'_>, row: &CarriedRow) -> Result<Option<i64>> {
    let known = "SELECT 1 FROM carried_change WHERE plan = ?1 AND target IS ?2 AND at = ?3 AND kind = ?4 \
         AND entity = ?5 AND field IS ?6 AND before IS ?7 AND after IS ?8 \
         UNION ALL SELECT 1 FROM change c JOIN change_batch b ON b.id = c.batch \
         WHERE c.plan = ?1 AND (?2 IS NULL OR c.entity_id = ?2) AND b.at = ?3 AND b.kind = ?4 \
         AND c.entity = ?5 AND c.field IS ?6 AND c.before IS ?7 AND c.after IS ?8 LIMIT 1";
    let target = row.target.map(|target| target.0);
    let found = tx
        .prepare_cached(known)?
        .query_row(
            (
                row.plan.0,
                target,
                &row.at,
                Word(row.kind),
                &row.entity,
                &row.field,
                &row.before,
                &row.after,
            ),
            |_| Ok(()),
        )
        .optional()?;
    if found.is_some() {
        return Ok(None);
    }
    tx.prepare_cached(&format!(
        "INSERT INTO carried_change ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
    ))?
    .execute((
        row.plan.0,
        target,
        &row.origin,
        row.step,
        &row.at,
        Word(row.kind),
        &row.by,
        &row.subject,
        &row.entity,
        &row.field,
        &row.before,
        &row.after,
    ))?;
    Ok(Some(tx.last_insert_rowid()))
}
