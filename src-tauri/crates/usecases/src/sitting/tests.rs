//! Meetings held on a real register.

mod closing;
mod place;
mod room;
mod sealed;
