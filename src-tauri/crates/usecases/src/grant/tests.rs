//! Grants on a real encrypted register: what each use case does, refuses and shows, and to whom.

mod embargo;
mod ending;
pub(crate) mod fixture;
mod listing;
mod paying;
mod plans;
mod property;
mod spending;
