//! Items taken up, put off and done with.

use super::replay::What;
use super::room::{meeting_of, record};
use crate::{Case, Changed, Error, Open, Result, interest};
use domain::id::{ItemId, MemberId};
use domain::interest::{InterestKind, Sight};
use domain::meeting::ItemState;
use store::WriteTx;

/// What is done with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// It is taken up.
    Taken,
    /// It goes to another meeting.
    PutOff,
    /// It is done with, without a decision.
    Noted,
}

/// Takes an item up, puts it off, or notes that it is done with.
///
/// With an item on an application, the interests of the members with a seat that were declared before are noted in the same
/// change, so that nobody with an interest is counted by oversight. Whoever takes an item up without reading it notes them too,
/// without their words.
pub fn take_step(open: &mut Open, item: ItemId, step: Step, at: &str) -> Result<Changed<()>> {
    let meeting = meeting_of(open, item)?;
    record(open, meeting, at, |tx, desk, room| {
        if step != Step::Taken {
            // What one may not read may be decided already.
            if room.now.may_be_decided_unseen(item) {
                return Err(Error::NotFound);
            }
            let what = if step == Step::PutOff { What::PutOff } else { What::Noted };
            return room.take(tx, what, Some(item)).map(drop);
        }
        let decided = room.now.record.item(item).is_some_and(|record| record.state == ItemState::Decided);
        let case = room.item(item)?.application().and_then(|id| desk.cases.get(&id)).filter(|_| !decided);
        let mut known = Vec::new();
        if let Some(case) = case {
            let noted = |member: MemberId| {
                let record = room.now.record.item(item);
                record.is_some_and(|record| record.interests.iter().any(|declared| declared.member == member))
            };
            for seat in room.now.roll.iter().filter(|seat| !case.stance(seat.member).may_hold() && !noted(seat.member)) {
                known.push(declared_before(tx, case, seat.member)?);
            }
        }
        let noted = u32::try_from(known.len()).unwrap_or(u32::MAX);
        room.take(tx, What::Taken { noted }, Some(item))?;
        for what in known {
            room.take(tx, what, Some(item))?;
        }
        Ok(())
    })
}

fn declared_before(tx: &WriteTx<'_>, case: &Case, member: MemberId) -> Result<What> {
    let said = if case.sight == Sight::Whole { interest::last_words(tx, case.id(), member)? } else { None };
    let (financial, how) = match said {
        Some((kinds, how)) => (Some(kinds.contains(&InterestKind::Financial)), how),
        None => (None, String::new()),
    };
    Ok(What::Declared { member, financial, part: None, how, in_the_room: false })
}
