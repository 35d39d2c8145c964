//! Cases that say the rules of comparison.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod assumed;
mod cases;
mod cells;
mod excluding;
mod filters;
mod following;
mod links;
mod many;
mod overview;
mod plans;
mod properties;
mod verdicts;
