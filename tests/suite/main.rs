//! Suite.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]
