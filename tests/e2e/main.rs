//! Journeys through the real window. `cargo xtask e2e` builds the app they drive and runs them.

mod door;
mod driver;
mod first_screen;
mod journey;
mod looks;
mod one_application;
mod round;
mod sample;
