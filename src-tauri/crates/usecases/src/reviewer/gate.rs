//! The question before the text: whether the reviewer has an interest.

use super::view::{Gate, GateAnswer, InterestMatch, Said, Summary};
use super::{Pack, Reviewer};
use crate::input::Faults;
use crate::{Error, FieldFault, Result};
use domain::Money;
use domain::id::{ApplicationId, PackId};
use domain::interest::{Answer, InterestKind, Reach, Stance};
use exchange::SignedFact;
use exchange::sheet::{ANSWER_FACT, AnswerFact, ApplicationSheet};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Reviewer {
    /// What stands before the text of an application; its reference alone once there is an interest.
    pub fn gate(&self, pack: PackId, application: ApplicationId) -> Result<Gate> {
        self.find(pack)?.gate(application.0)
    }

    /// Says whether one has an interest. It is signed at once; with an interest, or a doubt, the text and every word about
    /// it leave this computer's memory and disk.
    pub fn answer(&mut self, pack: PackId, application: ApplicationId, answer: &GateAnswer) -> Result<Gate> {
        let id = application.0;
        let (stance, known) = {
            let pack = self.find(pack)?;
            (pack.stance(id), pack.desk.sheet(id).is_some() || pack.desk.shut(id).is_some())
        };
        if !known {
            return Err(Error::NotFound);
        }
        let how = check(answer)?;
        match (answer.answer, stance) {
            // Only the chair's word takes an interest back.
            (Answer::RuledNone | Answer::RuledInterest, _) | (Answer::NoInterest, Stance::Conflicted | Stance::Doubtful) => {
                return Err(Error::WrongState);
            }
            (Answer::NoInterest, Stance::Clear) => return self.gate(pack, application),
            _ => {}
        }
        self.change(pack, |pack, draft, hand| {
            let fact = AnswerFact {
                fact: ANSWER_FACT.to_owned(),
                round_id: pack.round(),
                application_id: id,
                member_id: pack.desk.round.reviewer,
                answer: answer.answer.code().to_owned(),
                kinds: answer.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
                reach: answer.reach.map(|reach| reach.code().to_owned()),
                how,
                at: hand.now,
            };
            let signed = SignedFact::sign(serde_json::to_string(&fact)?, hand.keyring, &format!("{ANSWER_FACT} {id}"))?;
            let out = draft.out.clone();
            let item = draft.item_mut(id);
            item.answers.push(signed);
            if !item.stance().may_hold() {
                let gone: BTreeSet<Uuid> = item.reviews.iter().map(SignedFact::id).filter(|id| out.contains(id)).collect();
                item.known.extend(gone);
                item.typed = None;
                item.reviews.clear();
            }
            Ok(())
        })?;
        let place = self.place(pack)?;
        self.take_away(place)?;
        self.gate(pack, application)
    }
}

fn check(answer: &GateAnswer) -> Result<String> {
    let mut faults = Faults::default();
    if answer.answer == Answer::Interest && answer.kinds.is_empty() {
        faults.refuse("kinds", FieldFault::Missing);
    }
    let how = faults.answer("how", &answer.how);
    if answer.answer == Answer::Interest && how.is_empty() {
        faults.refuse("how", FieldFault::Missing);
    }
    faults.settle()?;
    Ok(how)
}

impl Pack {
    fn gate(&self, application: Uuid) -> Result<Gate> {
        let stance = self.stance(application);
        let said = self.item(application).and_then(|item| item.said().pop()).and_then(said);
        let (reference, received_on, summary) = match (self.desk.sheet(application), self.desk.shut(application)) {
            (Some(sheet), _) => (&sheet.reference, sheet.received_on, stance.may_hold().then(|| summary(sheet))),
            (None, Some(shut)) => (&shut.reference, shut.received_on, None),
            (None, None) => return Err(Error::NotFound),
        };
        Ok(Gate { application_id: ApplicationId(application), reference: reference.clone(), received_on, summary, stance, said })
    }
}

/// What stands before the text.
pub(super) fn summary(sheet: &ApplicationSheet) -> Summary {
    let of = &sheet.summary;
    let matches = sheet.matches.iter();
    Summary {
        group_name: of.group_name.clone(),
        one_line: of.one_line.clone(),
        asked: Money::from_pence(of.asked_pence),
        people: of.people.clone(),
        meets_at: of.meets_at.clone(),
        matches: matches.map(|one| InterestMatch { body: one.body.clone(), how: one.how.clone(), since: one.since }).collect(),
    }
}

fn said(fact: AnswerFact) -> Option<Said> {
    Some(Said {
        answer: Answer::from_code(&fact.answer)?,
        kinds: fact.kinds.iter().filter_map(|kind| InterestKind::from_code(kind)).collect(),
        reach: fact.reach.as_deref().and_then(Reach::from_code),
        how: fact.how,
        on: store::london_date(fact.at),
    })
}
