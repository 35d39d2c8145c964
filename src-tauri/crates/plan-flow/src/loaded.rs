//! The plans in memory. They are read once and kept; of a library that changed only the plans that changed are
//! read and checked anew, so that a correction costs the reading of one plan however many there are.

use crate::error::Error;
use crate::library::OpenLibrary;
use plan_compare::{ComparedPlan, ComparedTarget};
use plan_model::PlanId;
use plan_store::{PlanRow, StoreError, View};
use std::sync::{Arc, PoisonError};

/// Every plan of the library at one generation.
#[derive(Clone)]
pub(crate) struct Loaded {
    pub(crate) generation: i64,
    /// In library order.
    pub(crate) plans: Vec<Arc<ComparedPlan>>,
}

/// The plans as they are now.
pub(crate) fn loaded(library: &OpenLibrary) -> Result<Arc<Loaded>, Error> {
    let mut kept = library
        .loaded
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let now = library.read(|view| {
        let generation = view.settings().generation()?;
        Ok(match &*kept {
            Some(known) if known.generation == generation => Arc::clone(known),
            Some(known) => Arc::new(caught_up(view, known, generation)?),
            None => Arc::new(Loaded {
                generation,
                plans: view
                    .plans()
                    .list()?
                    .into_iter()
                    .map(|row| Ok(Arc::new(compared_plan(view, row)?)))
                    .collect::<Result<_, StoreError>>()?,
            }),
        })
    })?;
    *kept = Some(Arc::clone(&now));
    Ok(now)
}

/// `known` with what changed since.
fn caught_up(view: &View<'_>, known: &Loaded, generation: i64) -> Result<Loaded, StoreError> {
    let mut plans = known.plans.clone();
    for changed in view.plan_generations().changed_after(known.generation)? {
        plans.retain(|plan| plan.plan != changed);
        let row = view.plans().get(changed)?;
        if let Some(row) = row.filter(|row| row.shelf.in_use()) {
            let order = |position: u32, plan: PlanId| (position, plan);
            let place = order(row.position, row.id);
            let at = plans.partition_point(|plan| order(plan.colour, plan.plan) < place);
            plans.insert(at, Arc::new(compared_plan(view, row)?));
        }
    }
    Ok(Loaded { generation, plans })
}

fn compared_plan(view: &View<'_>, row: PlanRow) -> Result<ComparedPlan, StoreError> {
    let targets = view.checked_targets(row.id)?;
    Ok(ComparedPlan {
        plan: row.id,
        colour: row.position,
        meta: row.meta,
        fallback_name: row.source_name,
        targets: targets
            .into_iter()
            .map(|row| ComparedTarget {
                id: row.id,
                target: row.target,
                status: row.status,
            })
            .collect(),
    })
}
