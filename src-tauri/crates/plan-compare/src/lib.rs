//! Targets of many plans to a matrix with verdicts.
//!
//! [`compare`] lays the plans side by side under a filter and counts the facets, [`overview`] counts each plan
//! by itself, [`verdict_between`] judges any two statements. Invariants: the same input gives the same output;
//! a verdict does not depend on which side a plan stands; a sub-row is never judged better than any pair of
//! its figures; a value is shown in another unit only by an exact factor; an empty cell carries its reason.

mod cell;
mod facets;
mod facts;
mod filtering;
mod index;
mod input;
mod interned;
mod judge;
mod links;
mod matrix;
mod overview;
mod scope;
mod sub_row;
mod survey;
mod units;

pub use input::{ComparedPlan, ComparedTarget, OverviewPlan, Spoken};
pub use judge::verdict_between;
pub use links::{CitingPlan, LinkKind, PlanLink, citation_links};
pub use overview::overview;
pub use sub_row::PAIRS_SHOWN_UP_TO;

use plan_lexicon::Lexicon;
use plan_model::{Facets, Filter, Matrix};

/// Lays `plans` side by side under `filter`, and counts what every facet's values would show.
#[must_use]
pub fn compare(plans: &[ComparedPlan], filter: &Filter, lexicon: &Lexicon) -> (Matrix, Facets) {
    let index = index::Index::new(plans, filter, lexicon);
    let survey = survey::Survey::new(&index, filter, lexicon, 0);
    let facets = facets::facets(&index, &survey, filter, lexicon);
    (matrix::matrix(&index, survey, filter), facets)
}
