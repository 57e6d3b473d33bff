//! The membership desk: seats, offices, what each rule of §8.3 and §8.5 finds, and what is due.

mod listed;
mod roll;

pub(crate) use listed::{leave_seats, seat_as_listed};
pub use roll::{RollSeat, roll};

#[cfg(test)]
mod tests;
