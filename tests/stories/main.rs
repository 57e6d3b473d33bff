//! Whole jobs through the use cases, on a real encrypted register, without a window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

mod embargo;
mod embargo_matrix;
mod interest;
mod life;
mod meeting;
mod print;
mod sample_file;
