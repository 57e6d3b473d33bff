//! Journeys through the real window. `cargo xtask e2e` builds the app they drive and runs them.

#![expect(clippy::expect_used, reason = "a journey stops where it cannot go on")]

mod a_meeting;
mod door;
mod driver;
mod embargo_matrix;
mod first_screen;
mod home;
mod journey;
mod looks;
mod meeting;
mod one_application;
mod papers;
mod papers_in_hand;
mod paying;
mod review;
#[expect(dead_code, reason = "the whole round belongs to the walk")]
mod round;
mod sample;
mod three_homes;
mod two_homes;
