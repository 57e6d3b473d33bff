//! Whole jobs: stories without a window, journeys through the real window.
