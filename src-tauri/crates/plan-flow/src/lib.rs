//! Use cases: import, compare, report, check. The only crate that composes the stages.
//!
//! Invariants: every use case is a function that a window, a command line and a test call alike; the world
//! comes in through [`Host`] and the paths given; long work reports through [`Job`] and stops between two
//! documents; a seed plan takes the same way as the analyst's own document.

mod assumed;
pub mod audit;
pub mod care;
pub mod change;
pub mod chart;
pub mod check;
mod citation;
pub mod compare;
pub mod context;
pub mod error;
pub mod evidence;
pub mod extract;
mod files;
pub mod history;
pub mod host;
pub mod import;
pub mod job;
pub mod library;
pub mod links;
mod loaded;
pub mod matrix_window;
pub mod pdf_library;
pub mod pdf_process;
pub mod plans;
pub mod reextract;
pub mod report;
pub mod review;
mod seeds;
mod sentence;
pub mod speed;
mod task_json;
pub mod versions;
pub mod view;
pub mod wire;

pub use error::Error;
pub use host::{Host, SystemHost};
pub use job::{Cancel, Job};
pub use library::OpenLibrary;
pub use pdf_process::PdfProcess;
