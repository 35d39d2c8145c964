//! The library over real files.

mod check;
mod document;
mod open;
mod sample;
mod snapshot;
