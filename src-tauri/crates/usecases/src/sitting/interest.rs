//! Interests declared in the room, and what their holders do (§8.12, Appendix 1).

use super::replay::What;
use super::room::{meeting_of, record};
use crate::input::Faults;
use crate::interest::{self, TypedAnswer};
use crate::{Changed, FieldFault, Open, Result};
use chrono::NaiveTime;
use domain::id::{ItemId, MemberId};
use domain::interest::{Answer, InterestKind, Reach, Stance};
use domain::meeting::Part;
use serde_json::json;
use store::Event;

/// An interest as it is declared in the room.
#[derive(Debug, Clone)]
pub struct TypedInterest {
    /// Whether it is financial.
    pub financial: bool,
    /// How it arises (§8.12); must be filled in.
    pub how: String,
    /// What the meeting settled; may come later.
    pub part: Option<Part>,
}

/// Records an interest that is declared in the room. On an application it holds from then on wherever the application goes,
/// as if it had been declared at its gate: everything of it is sealed anew without that member in the same change.
///
/// Undoing it strikes out the entry alone. The interest stays, since nobody takes one back by a slip: only the chair clears it.
pub fn declare(open: &mut Open, item: ItemId, member: MemberId, typed: &TypedInterest, at: &str) -> Result<Changed<()>> {
    let meeting = meeting_of(open, item)?;
    let mut faults = Faults::default();
    let how = faults.answer("how", &typed.how);
    if how.is_empty() {
        faults.refuse("how", FieldFault::Missing);
    }
    faults.settle()?;
    let kind = if typed.financial { InterestKind::Financial } else { InterestKind::Personal };
    let answer = TypedAnswer { answer: Answer::Interest, kinds: vec![kind], reach: Some(Reach::Direct), how: how.clone() };
    let application = open.register().read(|tx| crate::meeting::load_item(tx, item))?.1.application();
    let mut said = application.map(|id| interest::on_paper(open, member, id, &answer)).transpose()?;
    let changed = record(open, meeting, at, |tx, desk, room| {
        room.readable(desk, item)?;
        let what = What::Declared { member, financial: Some(typed.financial), part: typed.part, how, in_the_room: true };
        room.take(tx, what, Some(item))?;
        let case = application.and_then(|id| desk.cases.get(&id));
        // Once the group was told there is nothing left to take no part in, and what stands already is not said twice.
        let new = case.is_some_and(|case| case.may_declare() && case.stance(member) != Stance::Conflicted);
        if let Some(said) = said.as_mut().filter(|_| new) {
            said.said_at = room.now.meeting.row.held_on.and_time(NaiveTime::MIN).and_utc();
            interest::bring_in_paper(tx, said)?;
            let payload = json!({ "interest": said.interest_id, "member": member.0, "answer": said.answer.code() });
            let subject = Some(said.application_id.0);
            tx.also(Event { kind: "interestDeclaredAtMeeting", subject, payload, touched: interest::TOUCHED, signed: true });
        }
        Ok(())
    })?;
    if let Some(id) = application {
        open.read_again(id)?;
        // The log would keep the text as it was sealed before until it is next emptied.
        open.register().empty_log()?;
    }
    Ok(changed)
}

/// Records whether a member with an interest withdrew or remained: the group decides (Appendix 1).
pub fn settle(open: &mut Open, item: ItemId, member: MemberId, part: Part, at: &str) -> Result<Changed<()>> {
    let meeting = meeting_of(open, item)?;
    record(open, meeting, at, |tx, desk, room| {
        room.readable(desk, item)?;
        room.take(tx, What::TookPart { member, part }, Some(item)).map(drop)
    })
}
