//! At which generation of the library each plan changed last, so that whoever keeps plans in memory reads only
//! those anew that changed meanwhile.

use plan_model::PlanId;
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE plan_generation (
    plan       INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    generation INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_generation_latest ON plan_generation (generation);
INSERT INTO plan_generation (plan, generation)
    SELECT plan.id, CAST(setting.value AS INTEGER) FROM plan, setting WHERE setting.key = 'generation';
";

/// Reading which plans changed.
pub struct PlanGenerationTable<'c>(pub(crate) &'c Connection);

impl PlanGenerationTable<'_> {
    /// The plans that were added, changed, removed or brought back after `generation`, by number.
    pub fn changed_after(&self, generation: i64) -> Result<Vec<PlanId>> {
        self.0
            .prepare_cached("SELECT plan FROM plan_generation WHERE generation > ?1 ORDER BY plan")?
            .query_map([generation], |row| Ok(PlanId(row.get(0)?)))?
            .collect()
    }
}

/// A new plan belongs to the present generation.
pub(crate) fn insert(tx: &Transaction<'_>, plan: PlanId) -> Result<()> {
    mark(tx, "SELECT ?1 AS plan", plan.0)
}

/// The plans that a step of the journal touched belong to the present generation.
pub(crate) fn mark_changed(tx: &Transaction<'_>, batch: i64) -> Result<()> {
    mark(
        tx,
        "SELECT DISTINCT plan FROM change WHERE batch = ?1 AND plan IN (SELECT id FROM plan)",
        batch,
    )
}

fn mark(tx: &Transaction<'_>, which: &str, value: i64) -> Result<()> {
    tx.prepare_cached(&format!(
        "INSERT INTO plan_generation (plan, generation) \
         SELECT changed.plan, CAST(setting.value AS INTEGER) \
         FROM ({which}) AS changed, setting WHERE setting.key = 'generation' \
         ON CONFLICT (plan) DO UPDATE SET generation = excluded.generation"
    ))?
    .execute([value])?;
    Ok(())
}
