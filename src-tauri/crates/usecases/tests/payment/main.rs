//! Payments between the register and the LTO: packs out, receipts in, and the end of an account's numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failed test should stop at once")]

mod corpus;
mod erasure;
mod pack;
mod receipt;
mod scene;
