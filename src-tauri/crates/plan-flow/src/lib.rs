//! Use cases: import, compare, report, check. The only crate that composes the stages.

pub mod error;
pub mod host;
pub mod job;
pub mod wire;

pub use error::Error;
pub use host::{Host, SystemHost};
pub use job::{Cancel, Job};
