//! Targets of many plans to a matrix with verdicts.
//!
//! [`compare`] lays the plans side by side under a filter and counts the facets, [`overview`] counts each plan
//! by itself, [`verdict_between`] judges any two statements. Invariants: the same input gives the same output;
//! a verdict does not depend on which side a plan stands; a sub-row is never judged better than any pair of
//! its figures; a value is shown in another unit only by an exact factor; an empty cell carries its reason.
//!
//! A filter on verdicts is about pairs: a sub-row is seen when any of its pairs has a verdict that is asked for. Where
//! more than [`PAIRS_SHOWN_UP_TO`] plans speak no pairs are listed; [`standings`] then says how each figure stands to
//! those that most plans agree on, so that only who differs from them holds the condition.

mod benchmark;
mod cell;
mod chain;
mod closest;
mod comparison;
mod counts;
mod derive;
mod facets;
mod facts;
mod filtering;
mod index;
mod input;
mod interned;
mod judge;
mod links;
mod matrix;
mod mix;
mod offer;
mod overview;
mod quotient;
mod scope;
mod standing;
mod sub_row;
mod survey;
mod units;

pub use chain::chain;
pub use comparison::{Comparison, Followed, Question};
pub use input::{Assumptions, BaseNumber, ComparedPlan, ComparedTarget, OverviewPlan, Spoken};
pub use judge::verdict_between;
pub use links::{CitingPlan, LinkKind, PlanLink, citation_links};
pub use offer::offers;
pub use overview::overview;
pub use standing::standings;
pub use sub_row::PAIRS_SHOWN_UP_TO;

use plan_lexicon::Lexicon;
use plan_model::{Choices, Facets, Filter, Matrix};
use std::borrow::Borrow;

/// Lays `plans` side by side under `filter`, and counts what every facet's values would show. Nothing is assumed.
#[must_use]
pub fn compare<P: Borrow<ComparedPlan>>(
    plans: &[P],
    filter: &Filter,
    lexicon: &Lexicon,
) -> (Matrix, Facets) {
    let choices = Choices::default();
    let nothing = Assumptions {
        choices: &choices,
        context: &[],
        numbers: &[],
    };
    compare_assuming(plans, filter, &nothing, lexicon)
}

/// The same with what the analyst chose to assume and to measure against.
#[must_use]
pub fn compare_assuming<P: Borrow<ComparedPlan>>(
    plans: &[P],
    filter: &Filter,
    assumptions: &Assumptions<'_>,
    lexicon: &Lexicon,
) -> (Matrix, Facets) {
    let question = Question {
        filter,
        assumptions: *assumptions,
        lexicon,
    };
    let comparison = Comparison::new(plans, &question);
    let facets = comparison.facets(filter);
    (comparison.matrix, facets)
}
