//! For tests only: a clock to set, registers in a folder that goes away, applications at any stage, PDF readers.
//!
//! Nothing here may stand in a program that people run: its randomness can be foretold.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a failed test should stop at once, here as in the test itself"
)]

pub mod bulk;
mod clock;
pub mod matrix;
pub mod partnership;
pub mod payment;
mod pdf;
mod register;
pub mod review;
mod stage;

pub use clock::TestClock;
pub use pdf::{pages_of, text_of};
pub use register::TestRegister;
pub use stage::{Paper, Stage, figures};
