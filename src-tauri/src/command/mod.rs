//! The commands of the page, one file per noun. A command is a few lines: it takes its arguments to a use case.

pub(crate) mod care;
pub(crate) mod change;
pub(crate) mod chart;
pub(crate) mod context;
pub(crate) mod evidence;
pub(crate) mod import;
pub(crate) mod job;
pub(crate) mod library;
pub(crate) mod matrix;
pub(crate) mod plan;
pub(crate) mod report;
pub(crate) mod review;
pub(crate) mod view;
