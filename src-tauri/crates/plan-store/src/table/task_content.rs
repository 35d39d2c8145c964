//! Topics and policy instruments of tasks, one row for each word that caused an assignment. The order of the
//! assignments is kept in `position`.

use crate::row;
use plan_model::{Assignment, InstrumentUse, PlanId, Span, Task};
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE task_topic (
    task     INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    ordinal  INTEGER NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),
    end      INTEGER NOT NULL CHECK (end > start),
    words    TEXT NOT NULL,
    PRIMARY KEY (task, position, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_instrument (
    task         INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    instrument   TEXT NOT NULL,
    clause_start INTEGER NOT NULL CHECK (clause_start >= 0),
    clause_end   INTEGER NOT NULL CHECK (clause_end > clause_start),
    ordinal      INTEGER NOT NULL,
    start        INTEGER NOT NULL CHECK (start >= clause_start),
    end          INTEGER NOT NULL CHECK (end > start AND end <= clause_end),
    words        TEXT NOT NULL,
    PRIMARY KEY (task, position, ordinal)
) STRICT, WITHOUT ROWID;
";

/// The topics of one task, in their order.
pub(crate) fn topics(conn: &Connection, task: i64) -> Result<Vec<Assignment>> {
    let mut select = conn.prepare_cached(
        "SELECT position, topic, start, end FROM task_topic WHERE task = ?1 ORDER BY position, ordinal",
    )?;
    let mut rows = select.query([task])?;
    let mut found: Vec<(i64, Assignment)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (position, word) = (row.get("position")?, row::span(row, "start", "end")?);
        match found.last_mut() {
            Some((last, topic)) if *last == position => topic.words.push(word),
            _ => {
                let key = row.get("topic")?;
                let words = vec![word];
                found.push((position, Assignment { key, words }));
            }
        }
    }
    Ok(found.into_iter().map(|(_, topic)| topic).collect())
}

/// The instruments of one task, in their order.
pub(crate) fn instruments(conn: &Connection, task: i64) -> Result<Vec<InstrumentUse>> {
    let mut select = conn.prepare_cached(
        "SELECT position, instrument, clause_start, clause_end, start, end FROM task_instrument \
         WHERE task = ?1 ORDER BY position, ordinal",
    )?;
    let mut rows = select.query([task])?;
    let mut found: Vec<(i64, InstrumentUse)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (position, word) = (row.get("position")?, row::span(row, "start", "end")?);
        match found.last_mut() {
            Some((last, used)) if *last == position => used.words.push(word),
            _ => {
                let used = InstrumentUse {
                    key: row.get("instrument")?,
                    clause: row::span(row, "clause_start", "clause_end")?,
                    words: vec![word],
                };
                found.push((position, used));
            }
        }
    }
    Ok(found.into_iter().map(|(_, used)| used).collect())
}

/// Every stored word of a plan's topics and instruments with its place.
pub(crate) fn quotations(conn: &Connection, plan: PlanId) -> Result<Vec<(Span, String)>> {
    conn.prepare_cached(
        "SELECT c.start, c.end, c.words FROM task_topic c JOIN task t ON t.id = c.task WHERE t.plan = ?1 \
         UNION ALL \
         SELECT c.start, c.end, c.words FROM task_instrument c JOIN task t ON t.id = c.task WHERE t.plan = ?1",
    )?
    .query_map([plan.0], |row| {
        Ok((row::span(row, "start", "end")?, row.get("words")?))
    })?
    .collect()
}

/// Writes topics and instruments of the task with the row id `id`.
pub(crate) fn insert(tx: &Transaction<'_>, id: i64, text: &str, task: &Task) -> Result<()> {
    let mut topic = tx.prepare_cached(
        "INSERT INTO task_topic (task, position, topic, ordinal, start, end, words) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, found) in (0i64..).zip(&task.topics) {
        for (ordinal, word) in (0i64..).zip(&found.words) {
            topic.execute((
                id,
                position,
                &found.key,
                ordinal,
                word.start,
                word.end,
                word.of(text),
            ))?;
        }
    }
    let mut instrument = tx.prepare_cached(
        "INSERT INTO task_instrument (task, position, instrument, clause_start, clause_end, ordinal, start, end, words) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (position, found) in (0i64..).zip(&task.instruments) {
        for (ordinal, word) in (0i64..).zip(&found.words) {
            instrument.execute((
                id,
                position,
                &found.key,
                found.clause.start,
                found.clause.end,
                ordinal,
                word.start,
                word.end,
                word.of(text),
            ))?;
        }
    }
    Ok(())
}
