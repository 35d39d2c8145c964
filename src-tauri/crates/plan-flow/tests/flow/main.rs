//! The use cases over real library files in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod analysis;
mod assuming;
mod backups;
mod charting;
mod deed;
mod desk;
mod following;
mod importing;
mod libraries;
mod merging;
mod opening;
mod proposing;
mod rereading;
mod reviewing;
mod teaching;
mod telling;
mod views;
mod windows;
