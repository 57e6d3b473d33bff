//! Who comes and goes, who chairs, and the start.

use super::replay::What;
use super::room::record;
use crate::input::Faults;
use crate::{Changed, FieldFault, Open, Result};
use domain::id::{MeetingId, MemberId};

/// What happens to a member in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attendance {
    /// They sent apologies (§8.11).
    Apologies,
    /// They are here.
    Arrived,
    /// They left.
    Left,
    /// They take the chair (§8.5).
    TookChair,
}

/// Records that a member arrived, left, sent apologies or took the chair.
pub fn attend(open: &mut Open, id: MeetingId, member: MemberId, what: Attendance, at: &str) -> Result<Changed<()>> {
    let what = match what {
        Attendance::Apologies => What::Apologies(member),
        Attendance::Arrived => What::Arrived(member),
        Attendance::Left => What::Left(member),
        Attendance::TookChair => What::TookChair(member),
    };
    record(open, id, at, |tx, _, room| room.take(tx, what, None).map(drop))
}

/// Records how many residents came to a Forum.
pub fn count_heads(open: &mut Open, id: MeetingId, residents: &str, at: &str) -> Result<Changed<()>> {
    let mut faults = Faults::default();
    let residents_typed = residents.trim();
    if residents_typed.is_empty() {
        faults.refuse("residents", FieldFault::Missing);
    }
    let residents = faults.people("residents", residents_typed);
    let residents = faults.settled(residents)?;
    record(open, id, at, |tx, _, room| room.take(tx, What::Heads(residents), None).map(drop))
}

/// Starts a meeting: whoever chairs is in the chair.
pub fn start(open: &mut Open, id: MeetingId, at: &str) -> Result<Changed<()>> {
    record(open, id, at, |tx, _, room| room.take(tx, What::Started, None).map(drop))
}
