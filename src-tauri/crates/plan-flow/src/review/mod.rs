//! The review of targets: the queue, decisions, corrections, targets added by hand, indicators renamed, synonyms.
//! Everything shown here is counted by the same comparison that the other pages show.

mod add;
mod correct;
mod decide;
mod item;
mod rename;
mod synonym;

pub(crate) use add::BY_HAND_RULE;
pub use add::{add, draft};
pub use correct::{check, update};
pub use decide::decide;
pub(crate) use decide::extracted;
pub use item::get;
pub(crate) use item::history;
pub use rename::{indicators, preview, rename};
pub use synonym::{removal_preview, synonym_add, synonym_preview, synonym_remove, synonyms};

use crate::compare::statements;
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::loaded::{Loaded, loaded};
use crate::wire::review::{ReviewOrder, ReviewPage, ReviewQuery, ReviewScope};
use plan_compare::{ComparedPlan, ComparedTarget};
use plan_extract::REVIEW_BELOW;
use plan_model::{Exclusions, FacetCount, Filter, Matrix, Measure, Status, TargetId};
use std::collections::BTreeSet;

/// More than this is not given at once.
const PAGE_LIMIT: usize = 200;

/// A target with the plan it stands in.
type Shown<'l> = (&'l ComparedPlan, &'l ComparedTarget);

/// A page of the queue, with counts that agree with every other page under the same filter.
pub fn list(library: &OpenLibrary, query: &ReviewQuery) -> Result<ReviewPage, Error> {
    let loaded = loaded(library)?;
    let (shown, status) = shown(library, &loaded, &query.filter);
    let undecided = |said: &ComparedTarget| said.status == Status::Extracted;
    let to_review =
        |said: &ComparedTarget| undecided(said) && said.target.confidence < REVIEW_BELOW;
    let count = |wanted: &dyn Fn(&ComparedTarget) -> bool| {
        u32::try_from(shown.iter().filter(|(_, said)| wanted(said)).count()).unwrap_or(u32::MAX)
    };
    let mut queue: Vec<Shown<'_>> = shown
        .iter()
        .copied()
        .filter(|(_, said)| match query.scope {
            ReviewScope::ToReview => to_review(said),
            ReviewScope::Undecided => undecided(said),
            ReviewScope::All => true,
        })
        .collect();
    if query.order == ReviewOrder::Confidence {
        // Stable: those equally sure stay in the order of their places.
        queue.sort_by_key(|(_, said)| said.target.confidence);
    }
    let ids: Vec<TargetId> = queue.iter().map(|(_, said)| said.id).collect();
    let page: Vec<TargetId> = ids
        .iter()
        .skip(query.offset as usize)
        .take((query.limit as usize).min(PAGE_LIMIT))
        .copied()
        .collect();
    Ok(ReviewPage {
        items: item::items(library, &loaded, &page)?,
        queue: ids,
        to_review: count(&to_review),
        undecided: count(&undecided),
        shown: count(&|_| true),
        status,
        review_below: REVIEW_BELOW,
    })
}

/// The targets that the matrix shows under `filter`, as they stand in the plans, and the counts of the status
/// facet. Rejected targets, which no matrix shows, are among them when the filter asks for them.
fn shown<'l>(
    library: &OpenLibrary,
    loaded: &'l Loaded,
    filter: &Filter,
) -> (Vec<Shown<'l>>, Vec<FacetCount>) {
    let (matrix, facets) = plan_compare::compare(&loaded.plans, filter, library.lexicon);
    let mut ids: BTreeSet<TargetId> = mentions(&matrix);
    if filter.status.contains(&Status::Rejected)
        && !filter.exclude.status.contains(&Status::Rejected)
    {
        ids.extend(rejected(library, loaded, filter));
    }
    let shown = loaded
        .plans
        .iter()
        .flat_map(|plan| plan.targets.iter().map(move |said| (&**plan, said)))
        .filter(|(_, said)| ids.contains(&said.id))
        .collect();
    (shown, facets.status)
}

fn mentions(matrix: &Matrix) -> BTreeSet<TargetId> {
    statements(matrix)
        .flat_map(|statement| statement.mentions.iter().copied())
        .collect()
}

/// The rejected targets that the rest of the filter would show, were they not rejected. What it asks of whole
/// sub-rows is asked of those that are shown.
fn rejected(library: &OpenLibrary, loaded: &Loaded, filter: &Filter) -> BTreeSet<TargetId> {
    let open = Filter {
        status: Vec::new(),
        exclude: Exclusions {
            status: Vec::new(),
            ..filter.exclude.clone()
        },
        ..filter.clone()
    };
    let own = Filter {
        verdict: Vec::new(),
        shared: None,
        shared_max: None,
        differences: false,
        exclude: Exclusions {
            verdict: Vec::new(),
            ..open.exclude.clone()
        },
        ..open.clone()
    };
    let plans: Vec<ComparedPlan> = loaded
        .plans
        .iter()
        .map(|plan| {
            plan.with_targets(|said| {
                (said.status == Status::Rejected).then(|| ComparedTarget {
                    status: Status::Extracted,
                    ..said.clone()
                })
            })
        })
        .collect();
    let met = mentions(&plan_compare::compare(&plans, &own, library.lexicon).0);
    if open == own {
        return met;
    }
    let rows: BTreeSet<(String, Measure)> =
        plan_compare::compare(&loaded.plans, &open, library.lexicon)
            .0
            .groups
            .into_iter()
            .flat_map(|group| group.rows)
            .flat_map(|row| {
                let indicator = row.indicator;
                row.sub_rows
                    .into_iter()
                    .map(move |sub_row| (indicator.clone(), sub_row.measure))
            })
            .collect();
    plans
        .iter()
        .flat_map(|plan| &plan.targets)
        .filter(|said| rows.contains(&(said.target.indicator.clone(), said.target.measure)))
        .map(|said| said.id)
        .filter(|id| met.contains(id))
        .collect()
}

/// What stands for a plan in a list: region, else title, else file name.
pub(crate) fn plan_name(meta: &plan_model::PlanMeta, source_name: &str) -> String {
    meta.region
        .as_ref()
        .or(meta.title.as_ref())
        .map_or_else(|| source_name.to_owned(), Clone::clone)
}
