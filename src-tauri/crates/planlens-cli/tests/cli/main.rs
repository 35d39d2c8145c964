//! The program itself, run as a user runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod crash;
mod deciding;
mod killed;
mod output;
mod program;
