//! Bank files: statements read, and payment files written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

mod ofx;
mod payment_file;
