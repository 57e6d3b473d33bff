//! The desktop window, its commands and nothing else.
fn main() {}
