//! What an analyst does to a library, shortly said.

use plan_flow::wire::review::{
    FieldEdit, ReviewItem, ReviewOrder, ReviewPage, ReviewQuery, ReviewScope,
};
use plan_flow::{OpenLibrary, review};
use plan_model::{EditField, Filter, PlanId, Status, TargetId};

/// The targets of a plan in order of place, rejected ones too.
pub(crate) fn targets(opened: &OpenLibrary, plan: PlanId) -> Vec<TargetId> {
    let query = ReviewQuery {
        filter: Filter {
            plans: vec![plan],
            status: Status::ALL.to_vec(),
            ..Filter::default()
        },
        scope: ReviewScope::All,
        order: ReviewOrder::Place,
        offset: 0,
        limit: 0,
    };
    review::list(opened, &query).unwrap().queue
}

/// A field and what is typed into it; nothing typed empties it.
pub(crate) fn edit(field: EditField, value: &str) -> FieldEdit {
    FieldEdit {
        field,
        value: (!value.is_empty()).then(|| value.to_owned()),
    }
}

/// The first targets of the queue.
pub(crate) fn page(opened: &OpenLibrary, scope: ReviewScope, filter: Filter) -> ReviewPage {
    let query = ReviewQuery {
        filter,
        scope,
        order: ReviewOrder::Confidence,
        offset: 0,
        limit: 50,
    };
    review::list(opened, &query).unwrap()
}

/// A target with a plain number in digits.
pub(crate) fn with_value(opened: &OpenLibrary) -> ReviewItem {
    let page = page(opened, ReviewScope::All, Filter::default());
    let plain = |item: &ReviewItem| {
        item.mention.value.is_some()
            && item.mention.value_max.is_none()
            && item.mention.unit.is_some()
            && item
                .mention
                .sentence
                .contains(&item.mention.value.unwrap().to_string())
    };
    page.items.into_iter().rev().find(plain).expect("a number")
}
