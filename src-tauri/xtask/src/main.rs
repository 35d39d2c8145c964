//! `cargo xtask start | test`: set-up and checks.
fn main() {}
