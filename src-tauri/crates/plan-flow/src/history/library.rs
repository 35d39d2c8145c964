//! The history of the library: its steps, and what each of them changed.

use super::field::{column, fields};
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::change::{ChangeBatch, ChangePage, ChangeQuery, ChangeStep, ChangedThing};
use plan_lexicon::Lexicon;
use plan_model::{PlanId, TargetId};
use plan_store::{BatchRow, ChangeRow, PlanRow, StoreError, View};
use std::collections::BTreeMap;

/// More steps than this are not given at once.
const STEPS_LIMIT: u32 = 200;
/// Things told of each step in a page of steps.
const FEW: Extent = Extent {
    rows: 48,
    things: 3,
};
/// Things told of one step that is asked for by itself.
const MANY: Extent = Extent {
    rows: 6000,
    things: 500,
};

/// How much of a step is told.
#[derive(Clone, Copy)]
struct Extent {
    /// Rows of the journal that are read.
    rows: u32,
    things: usize,
}

/// A page of the library's steps, newest first, each with the first things it changed.
pub fn page(library: &OpenLibrary, query: &ChangeQuery) -> Result<ChangePage, Error> {
    library.read(|view| {
        let mut teller = Teller::new(library.lexicon, view, query.plan);
        let limit = query.limit.min(STEPS_LIMIT);
        let batches = view.journal().list(query.plan, query.offset, limit)?;
        Ok(ChangePage {
            steps: batches
                .into_iter()
                .map(|batch| teller.step(batch, FEW))
                .collect::<Result<_, _>>()?,
            total: view.journal().count(query.plan)?,
        })
    })
}

/// One step with everything it changed, or what it changed of one plan; of very large steps the first five hundred
/// things.
pub fn step(library: &OpenLibrary, batch: i64, plan: Option<PlanId>) -> Result<ChangeStep, Error> {
    let found = library.read(|view| {
        let Some(row) = view.journal().done(batch)? else {
            return Ok(None);
        };
        Teller::new(library.lexicon, view, plan)
            .step(row, MANY)
            .map(Some)
    })?;
    found.ok_or_else(|| Error::NotFound(format!("step {batch}")))
}

/// Tells steps, and remembers the plans it has met.
struct Teller<'v> {
    lexicon: &'v Lexicon,
    view: &'v View<'v>,
    only: Option<PlanId>,
    plans: BTreeMap<PlanId, Option<PlanRow>>,
}

impl<'v> Teller<'v> {
    fn new(lexicon: &'v Lexicon, view: &'v View<'v>, only: Option<PlanId>) -> Self {
        Self {
            lexicon,
            view,
            only,
            plans: BTreeMap::new(),
        }
    }

    fn step(&mut self, batch: BatchRow, extent: Extent) -> Result<ChangeStep, StoreError> {
        let journal = self.view.journal();
        let rows = journal.told(batch.id, self.only, extent.rows)?;
        let count = journal.told_count(batch.id, self.only)?;
        let cut = rows.len() == extent.rows as usize;
        let mut things = grouped(rows);
        if cut && things.len() > 1 {
            // The last one may lack some of its fields.
            things.pop();
        }
        things.truncate(extent.things);
        Ok(ChangeStep {
            things: things
                .into_iter()
                .map(|rows| self.thing(&rows))
                .collect::<Result<_, _>>()?,
            count,
            by: batch.by.clone(),
            batch: ChangeBatch::from(batch),
        })
    }

    fn plan(&mut self, id: PlanId) -> Result<Option<&PlanRow>, StoreError> {
        if !self.plans.contains_key(&id) {
            let row = self.view.plans().get(id)?;
            self.plans.insert(id, row);
        }
        Ok(self.plans.get(&id).and_then(Option::as_ref))
    }

    fn thing(&mut self, rows: &[ChangeRow]) -> Result<ChangedThing, StoreError> {
        let first = rows.first();
        let plan = first.and_then(|row| row.plan);
        let (plan_name, in_use) = match plan.map(|id| self.plan(id)).transpose()?.flatten() {
            Some(row) => (
                Some(plan_name(&row.meta, &row.source_name)),
                row.shelf.in_use(),
            ),
            None => (None, false),
        };
        let target = first.and_then(target_of);
        let (indicator, there) = match target {
            None => (None, true),
            Some(id) => match self.view.targets().get(id)? {
                Some(row) => (Some(row.target.indicator), true),
                // It went: the step that took it away, or brought it, has its row.
                None => (whole(rows, "indicator"), false),
            },
        };
        let known = indicator
            .as_deref()
            .and_then(|name| self.lexicon.indicator(name));
        Ok(ChangedThing {
            plan,
            plan_name,
            target,
            indicator_en: known.map(|known| known.name_en.clone()),
            indicator,
            here: in_use && there,
            fields: fields(self.view, rows)?,
        })
    }
}

fn target_of(row: &ChangeRow) -> Option<TargetId> {
    (row.entity == "target").then_some(TargetId(row.entity_id))
}

/// A column of a row that came or went as a whole.
fn whole(rows: &[ChangeRow], name: &str) -> Option<String> {
    rows.iter()
        .filter(|row| row.field.is_none())
        .find_map(|row| {
            column(row.before.as_deref(), name).or_else(|| column(row.after.as_deref(), name))
        })
}

/// The changes of each target, plan or wording together, in the order in which they were first touched.
fn grouped(rows: Vec<ChangeRow>) -> Vec<Vec<ChangeRow>> {
    type Key = (Option<PlanId>, Option<TargetId>);
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut things: Vec<Vec<ChangeRow>> = Vec::new();
    for row in rows {
        let key = (row.plan, target_of(&row));
        let place = *places.entry(key).or_insert(things.len());
        match things.get_mut(place) {
            Some(thing) => thing.push(row),
            None => things.push(vec![row]),
        }
    }
    things
}
