//! What crosses to the window: answers, events and errors. Spans are UTF-16 code units here and only here.

pub mod care;
pub mod change;
pub mod chart;
pub mod context;
pub mod error;
pub mod evidence;
pub mod import;
pub mod job;
pub mod library;
pub mod matrix;
pub mod plan;
pub mod report;
pub mod review;
pub mod version;
pub mod view;
