//! What an analyst does to a library, shortly said.

use plan_flow::wire::review::{FieldEdit, ReviewOrder, ReviewQuery, ReviewScope};
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

/// A field and what is typed into it.
pub(crate) fn edit(field: EditField, value: &str) -> FieldEdit {
    FieldEdit {
        field,
        value: Some(value.to_owned()),
    }
}
