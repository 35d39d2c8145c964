//! The use cases over real library files in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod analysis;
mod caring;
mod desk;
mod importing;
mod opening;
mod proposing;
mod reviewing;
