//! Whole jobs: what stories without a window and journeys through the real window share.

pub mod window;
