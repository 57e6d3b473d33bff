//! The rules of the plan: pure functions, no I/O, no clock, no randomness, no serde.
//!
//! Every rule says which section of the final plan (April 2022 to July 2023) it comes from, written `§7 Q5`.
//! What day it is, and every id, is handed in by the caller.

#![deny(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    clippy::as_conversions
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "a failed test should stop at once"
    )
)]

pub mod application;
pub mod award;
pub mod ballot;
pub mod bank;
pub mod budget;
pub mod complaint;
pub mod constitution;
pub mod date;
pub mod decision;
pub mod embargo;
pub mod feedback;
pub mod grant;
pub mod id;
pub mod interest;
pub mod meeting;
pub mod member;
pub mod membership;
pub mod modulus;
pub mod money;
pub mod owed;
pub mod payee;
pub mod payment;
pub mod plan;
pub mod reminder;
pub mod review;
pub mod signature;
pub mod spending;
pub mod time;
pub mod virement;

pub use money::Money;
