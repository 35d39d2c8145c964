//! What every chart must hold, whatever it is drawn from.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod case;
mod drawing;
mod rules;
