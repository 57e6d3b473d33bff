//! The rules of the plan: pure functions, no I/O, no clock.
