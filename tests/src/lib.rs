//! Whole jobs: what stories without a window and journeys through the real window share.

#[cfg(feature = "window")]
pub mod window;
