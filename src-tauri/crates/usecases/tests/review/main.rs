//! Confidential review through the use cases: rounds, packs out and back, the merge table, paper, and the panel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failed test should stop at once")]

mod bring_in;
mod corpus;
mod export;
mod merge;
mod opening;
mod panel;
mod paper;
mod print;
mod round;
mod scene;
