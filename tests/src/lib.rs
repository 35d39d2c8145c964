//! Support for the tests of the whole: places in the checkout, the command line program, the scorer of the
//! reference annotation, and a client for the window's automation protocol.
//!
//! Nothing here decides whether a test passes; the tests under `tidy/`, `suite/` and `e2e/` do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a broken test set-up should stop the test where it stands"
)]

pub mod accuracy;
pub mod audit;
pub mod book;
pub mod cli;
pub mod display;
pub mod drag;
pub mod driver;
pub mod fuzz;
pub mod gold;
pub mod large;
pub mod page;
pub mod paper;
pub mod place;
pub mod score;
pub mod sheet;
