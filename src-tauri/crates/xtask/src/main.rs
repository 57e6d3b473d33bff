//! Run, test, check, bench, bundle.
fn main() {}
