//! The review of targets: the queue, decisions, corrections, targets added by hand, indicators renamed, synonyms.
//! Everything shown here is counted by the same comparison that the other pages show.

mod add;
mod correct;
mod decide;
mod item;
mod rename;
mod synonym;

pub use add::{add, draft};
pub use correct::{check, update};
pub use decide::decide;
pub use item::get;
pub(crate) use item::history;
pub use rename::{indicators, preview, rename};
pub use synonym::{synonym_add, synonym_preview, synonym_remove, synonyms};

use crate::compare::{Loaded, loaded, statements};
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::wire::review::{ReviewOrder, ReviewPage, ReviewQuery, ReviewScope};
use plan_compare::{ComparedPlan, ComparedTarget};
use plan_extract::REVIEW_BELOW;
use plan_model::{FacetCount, Filter, Status, TargetId};
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
/// facet.
fn shown<'l>(
    library: &OpenLibrary,
    loaded: &'l Loaded,
    filter: &Filter,
) -> (Vec<Shown<'l>>, Vec<FacetCount>) {
    let (matrix, facets) = plan_compare::compare(&loaded.plans, filter, library.lexicon);
    let ids: BTreeSet<TargetId> = statements(&matrix)
        .flat_map(|statement| statement.mentions.iter().copied())
        .collect();
    let shown = loaded
        .plans
        .iter()
        .flat_map(|plan| plan.targets.iter().map(move |said| (plan, said)))
        .filter(|(_, said)| ids.contains(&said.id))
        .collect();
    (shown, facets.status)
}

/// What stands for a plan in a list: region, else title, else file name.
pub(crate) fn plan_name(meta: &plan_model::PlanMeta, source_name: &str) -> String {
    meta.region
        .as_ref()
        .or(meta.title.as_ref())
        .map_or_else(|| source_name.to_owned(), Clone::clone)
}
