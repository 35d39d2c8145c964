//! The program `planlens` as a whole, through its front door: against the reference annotation, against other
//! encodings and broken files, and against what an analyst is promised of the comparison and its reports.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]

mod audit;
mod comparison;
mod context;
mod faithful;
mod formats;
mod hostile;
mod hostile_pdf;
mod interrupted;
mod pages;
mod printed;
mod reference;
mod refusal;
mod reports;
mod round;
mod summary;
mod thousand;
mod word;
mod workbooks;
