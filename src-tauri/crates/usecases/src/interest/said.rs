//! Answering whether one has an interest, and settling whether somebody's stands.

use super::known::{TypedAnswer, Words};
use super::{TOUCHED, declares};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use domain::id::{ApplicationId, MemberId};
use domain::interest::{Answer, Sight};
use domain::member::Act;
use serde_json::json;
use store::{Event, NewInterest, Way, Which};

/// Says whether one has an interest in an application. With an interest, or in doubt, the text is taken away in the same
/// change: every blob of it is sealed anew for the readers that remain. One may declare at any time until the group was
/// told, also after reading; but an interest once declared is settled by the chair alone.
pub fn answer(open: &mut Open, id: ApplicationId, typed: &TypedAnswer) -> Result<Changed<()>> {
    open.member().permit(Act::ReadSealed)?;
    let words = typed.words()?;
    let me = open.member().id;
    let changed = open.change_case(id, |tx, case, _| {
        if !case.may_declare() || (typed.answer == Answer::NoInterest && !case.stance(me).may_hold()) {
            return Err(Error::WrongState);
        }
        let words = words.keep(tx, id.0)?;
        let (interest_id, said_on) = (tx.new_id(), tx.today());
        tx.insert_interest(&NewInterest {
            interest_id,
            application_id: id.0,
            member_id: me.0,
            answer: typed.answer,
            way: Way::Here,
            words,
            said_on,
        })?;
        seal::settle(tx)?;
        let payload = json!({ "interest": interest_id, "answer": typed.answer.code() });
        Ok(((), Event { kind: "interestAnswered", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })?;
    if declares(typed.answer) {
        // The log would keep the text as it was sealed before until it is next emptied.
        open.register().empty_log()?;
    }
    Ok(changed)
}

/// Settles whether a member's interest stands, for the chair: the group decides (Appendix 1). Never one's own. Where none
/// stands the application is sealed to them again.
pub fn rule(open: &mut Open, id: ApplicationId, member: MemberId, stands: bool, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::RuleOnInterest)?;
    if member == open.member().id {
        return Err(Error::OwnInterest);
    }
    // Whoever has not read it, or has an interest in it, has no say in it either.
    let case = open.case(id)?;
    if case.sight != Sight::Whole || !case.stance(open.member().id).may_hold() {
        return Err(Error::NotFound);
    }
    let mut faults = Faults::default();
    let reason = faults.answer("reason", reason);
    if reason.is_empty() {
        faults.refuse("reason", FieldFault::Missing);
    }
    faults.settle()?;
    open.change_case(id, |tx, case, _| {
        let said = tx.interests(Which::One(id.0))?;
        if !case.may_declare() || !said.iter().any(|row| row.member_id == member.0 && declares(row.answer)) {
            return Err(Error::WrongState);
        }
        let answer = if stands { Answer::RuledInterest } else { Answer::RuledNone };
        let words = Words::of_ruling(reason).keep(tx, id.0)?;
        let (interest_id, said_on) = (tx.new_id(), tx.today());
        tx.insert_interest(&NewInterest {
            interest_id,
            application_id: id.0,
            member_id: member.0,
            answer,
            way: Way::Here,
            words,
            said_on,
        })?;
        seal::settle(tx)?;
        let payload = json!({ "interest": interest_id, "member": member.0, "answer": answer.code() });
        Ok(((), Event { kind: "interestSettled", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}
