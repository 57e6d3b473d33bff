//! Interests: who meets the gate, who keeps the text, and what is left of it.

pub(crate) mod place;
mod property;
mod rules;
mod standing;
