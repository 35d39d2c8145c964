//! The library over real files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod check;
mod document;
mod journal;
mod open;
mod sample;
mod snapshot;
