//! Journeys through the real window: the built program under Xvfb, driven through WebKitWebDriver, on an empty
//! data directory. Each leaves pictures in tests/store.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]

mod accessible;
mod charts;
mod copying;
mod correct;
mod dropping;
mod evidence;
mod export;
mod first_start;
mod hostile;
mod intake;
mod keys;
mod libraries;
mod look;
mod measured;
mod overlays;
mod reread;
mod review;
mod stage;
mod teach;
mod view;
mod views;
