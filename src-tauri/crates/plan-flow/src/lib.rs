//! Use cases: import, compare, report, check. The only crate that composes the stages.

pub mod wire;
