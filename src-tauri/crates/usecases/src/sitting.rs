//! The meeting while it is held: who is in the room, the item in hand, interests, what is resolved, and the close.
//!
//! The record is a list of entries. Everything else is worked out from it anew, by `domain::meeting::Record`, each time
//! somebody looks or records: see [`replay`].

mod attendance;
mod close;
mod interest;
mod replay;
mod resolve;
mod room;
mod step;
#[cfg(test)]
mod tests;
mod text;
mod undo;
mod view;

pub use attendance::{Attendance, attend, count_heads, start};
pub use close::{TypedClose, close};
pub use interest::{TypedInterest, declare, settle};
pub use replay::{Event, Grant, Proposal, Replayed, Resolution, What, replay};
pub use resolve::{TypedGrant, TypedProposal, TypedResolution, Weighed, resolve, weigh};
pub use step::{Step, take_step};
pub use undo::undo;
pub use view::{
    InHand, ItemApplication, ItemInterest, LastEntry, Place, QuorumEnded, QuorumView, Resolved, Seat, Sitting, SittingItem, sitting,
};

pub(crate) use replay::replayed;

/// The areas whose screens read again.
const TOUCHED: &[&str] = &["meeting"];

/// What happened as the rules take it, for whoever goes through a record again; none of what is sealed to this reader.
pub(crate) fn entry_of(event: &Event) -> Option<domain::meeting::Entry> {
    event.what.entry(event.item)
}
