//! The program planlens: the use cases without a window.
fn main() {}
