//! Documents of every format, built here byte by byte: what is read from them, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up shall fail"
)]

mod build;
mod docx;
mod hostile;
mod kinds;
mod lists;
mod xlsx;
