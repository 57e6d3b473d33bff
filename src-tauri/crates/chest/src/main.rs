//! The command line: verify, back up, recover.
fn main() {}
