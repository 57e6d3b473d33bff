//! Confidential review: rounds, packs out and back, the panel's view, and what is typed in from paper.
//!
//! Everything here stands on the facts of one round, read at once. Which review counts is a rule of `domain`, worked out
//! from the set of all reviews, so that nothing depends on the order in which packs came back.

pub mod bring_in;
mod examine;
pub mod export;
mod facts;
mod history;
mod kept;
mod line;
mod opening;
pub mod panel;
pub mod paper;
mod reading;
mod refusal;
pub mod round;
mod sheet;

pub use line::{Progress, Share};
pub use opening::{open_reviews, settle_late};
pub(crate) use panel::advice;
pub use panel::panel;
pub use refusal::Refusal;
pub use round::{change_round, choices, leave_out, round, rounds, start_round};
pub use store::Medium;

pub(crate) use history::earlier;
pub(crate) use reading::{PanelPage, Reading, panel_pages, reading};

/// The areas whose screens read again after a change here.
const TOUCHED: &[&str] = &["review", "application"];
