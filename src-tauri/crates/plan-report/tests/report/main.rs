//! Reports written and read back.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod beside;
mod case;
mod csv;
mod docx;
mod html;
mod json;
mod model;
mod xlsx;
