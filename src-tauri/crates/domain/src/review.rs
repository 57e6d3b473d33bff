//! Reviews: what a reviewer may say, which of several counts, and what the panel's reviews say together.
//!
//! The plan names a Community Chest sub-group and gives it no form and no scores (§8, §8.8); the questions here are the
//! program's own, and scores are off unless a round has criteria.

mod judgement;
mod panel;
mod standing;

pub use judgement::{Criterion, HelpsPlan, Judgement, JudgementProblem, Recommendation, TypedJudgement, check_judgement};
pub use panel::{Agreement, Together, together};
pub use standing::{Arrival, ReviewFact, Standing, counted, standings};
