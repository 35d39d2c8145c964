//! What crosses to the window: answers, events and errors. Spans are UTF-16 code units here and only here.

pub mod error;
pub mod evidence;
pub mod job;
pub mod library;
pub mod report;
