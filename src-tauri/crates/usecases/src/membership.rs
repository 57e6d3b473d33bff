//! The membership desk: seats, offices, what each rule of §8.3 and §8.5 finds, and what is due.

mod attended;
mod desk;
mod election;
mod joining;
mod known;
mod listed;
mod office;
mod paper;
mod person;
mod removal;
mod roll;
mod seat;
mod text;

pub use attended::Attended;
pub use desk::{JoiningLine, MembershipDesk, OtherLine, SeatLine, desk, desk_as_of};
pub use election::{Candidate, Elected, TypedElection, elect};
pub use joining::{TypedJoining, TypedJoiningVote, meet, vote_on_joining};
pub(crate) use listed::{leave_seats, seat_as_listed};
pub use office::{TypedAppointment, TypedNominee, appoint, end_office};
pub use paper::{DbsLevel, TypedPaper, TypedTie, end_tie, record_paper, record_tie, void_paper};
pub use person::{PaperLine, PersonView, TermLine, person};
pub use removal::RemovalVote;
pub use roll::{RollSeat, roll};
pub use seat::{TypedSeat, TypedSeatEnd, TypedVote, end_seat, give_seat};
pub use store::ElectionRow;
pub use text::NomineeVotes;

/// The areas whose screens must read again.
const TOUCHED: &[&str] = &["members", "membership"];

#[cfg(test)]
mod tests;
