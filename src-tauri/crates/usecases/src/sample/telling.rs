//! Telling the story: each step is done by the member whose work it is, through the same use cases as in the window.

use super::clock::PastClock;
use super::reviewing::Reviewing;
use super::shape::{FeedbackShape, GroupShape, StepShape, What};
use super::{interests, meeting, money, voting};
use crate::application::{self, AttachmentKind, NewFile};
use crate::document::{self, DocumentKind, Size};
use crate::grant::{self, NewAccount, NewSignature, TypedFeedback, TypedPayment, TypedReceipt, TypedSentBack};
use crate::{Error, Open, Result, decision, issue, register};
use domain::application::AgeGroup;
use domain::date::{TypedDate, written};
use domain::id::{ApplicationId, GrantId};
use domain::payee::CheckMethod;
use domain::payment::Method;
use domain::signature::Party;
use keys::Passphrase;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use store::Surroundings;
use uuid::Uuid;

/// Who tells the story, and how far it has come.
pub(super) struct Teller<'s> {
    /// None only while one member gets up and another sits down.
    open: Option<Open>,
    folder: PathBuf,
    groups: HashMap<&'s str, &'s GroupShape>,
    clock: &'s Arc<PastClock>,
    passphrase: Passphrase,
    co_ordinator: Uuid,
    clerk: Uuid,
    chair: Uuid,
    begun: HashMap<&'s str, ApplicationId>,
    reviewing: Reviewing,
}

impl<'s> Teller<'s> {
    pub(super) fn new(
        open: Open,
        groups: HashMap<&'s str, &'s GroupShape>,
        clock: &'s Arc<PastClock>,
        passphrase: Passphrase,
        [co_ordinator, clerk, chair]: [Uuid; 3],
    ) -> Self {
        let folder = open.register().folder().to_owned();
        let (begun, reviewing) = (HashMap::new(), Reviewing::default());
        Self { open: Some(open), folder, groups, clock, passphrase, co_ordinator, clerk, chair, begun, reviewing }
    }

    /// Lets one thing happen.
    pub(super) fn tell(&mut self, step: &'s StepShape) -> Result<()> {
        self.clock.move_to(step.on);
        // The LTO pays, and sees to accounts (§4.3, 1.4). Everything else is the office's work.
        let member = match step.what {
            What::CheckAccount { .. } | What::Pay { .. } => self.clerk,
            What::Settle { .. } => self.chair,
            _ => self.co_ordinator,
        };
        self.sit_down(member)?;
        if let Some(open) = self.open.as_mut()
            && (self.reviewing.happen(open, &self.begun, &step.what)?
                || meeting::happen(open, step.on, &self.begun, &step.what)?
                || money::happen(open, step.on, &step.what)?)
        {
            return Ok(());
        }
        let group = self.groups.get(step.group.as_str()).copied().ok_or(Error::NotFound)?;
        let open = self.open.as_mut().ok_or(Error::NotFound)?;
        let on = TypedDate::from_date(step.on);
        match &step.what {
            What::Type => {
                self.begun.insert(&group.key, type_in(open, group)?);
            }
            What::Receive { scan } => {
                let id = type_in(open, group)?;
                if *scan {
                    let name = format!("Application form, {}.pdf", written(group.received_on));
                    keep(open, id, AttachmentKind::Scan, name)?;
                }
                application::receive(open, id)?;
                self.begun.insert(&group.key, id);
            }
            _ => {
                let id = *self.begun.get(step.group.as_str()).ok_or(Error::NotFound)?;
                happen(open, id, &on, &step.what)?;
            }
        }
        Ok(())
    }

    /// The end of the story: the register is locked.
    pub(super) fn end(mut self) -> Result<()> {
        self.open.take().map_or(Ok(()), Open::close)
    }

    fn sit_down(&mut self, member: Uuid) -> Result<()> {
        if self.open.as_ref().is_some_and(|open| open.member().id.0 == member) {
            return Ok(());
        }
        if let Some(open) = self.open.take() {
            open.close()?;
        }
        let clock = Arc::clone(self.clock) as Arc<dyn Surroundings>;
        self.open = Some(register::open_on_its_day(&self.folder, member, &self.passphrase, clock)?);
        Ok(())
    }
}

fn type_in(open: &mut Open, group: &GroupShape) -> Result<ApplicationId> {
    let id = application::start(open)?.value;
    let typed = group.typed(open);
    application::save_typing(open, id, 0, &typed)?;
    Ok(id)
}

/// Keeps the printed application as if the paper had been scanned.
fn keep(open: &mut Open, id: ApplicationId, kind: AttachmentKind, name: String) -> Result<()> {
    let bytes = document::make(open, DocumentKind::Application(id), Size::Standard)?.bytes;
    application::attach(open, id, kind, &[NewFile { name, bytes }])?;
    Ok(())
}

fn happen(open: &mut Open, id: ApplicationId, on: &TypedDate, what: &What) -> Result<()> {
    let day = on.date().map_err(|_| Error::NotFound)?;
    match what {
        What::Type | What::Receive { .. } => {}
        What::Note { call, text } => {
            application::add_note(open, id, *call, on, text)?;
        }
        What::Letter { name, text } => {
            let bytes = document::make(open, DocumentKind::FeedbackForm(grant_of(open, id)?), Size::Large)?.bytes;
            application::attach(open, id, AttachmentKind::Letter, &[NewFile { name: format!("{name}.pdf"), bytes }])?;
            application::add_note(open, id, false, on, text)?;
        }
        What::Withdraw { reason } => {
            application::withdraw(open, id, reason)?;
        }
        What::Vote(shape) => voting::happen(open, id, shape)?,
        What::Tell { how } => {
            decision::issue(open, id, day, how)?;
        }
        What::Interest { .. } | What::Settle { .. } => interests::happen(open, id, what)?,
        _ => happen_to_grant(open, grant_of(open, id)?, on, what)?,
    }
    Ok(())
}

fn happen_to_grant(open: &mut Open, id: GrantId, on: &TypedDate, what: &What) -> Result<()> {
    match what {
        What::Sign { party, name, position } => {
            let party = Party::from_code(party).ok_or(Error::NotFound)?;
            let new = NewSignature { party, name: name.clone(), position: position.clone(), signed_on: on.clone(), scan: None };
            grant::record_signature(open, id, &new)?;
        }
        What::Account { account_name, sort_code, account_number } => {
            let new =
                NewAccount { account_name: account_name.clone(), sort_code: sort_code.clone(), account_number: account_number.clone() };
            grant::record_account(open, id, &new)?;
        }
        What::CheckAccount { method } => {
            grant::check_account(open, id, CheckMethod::from_code(method).ok_or(Error::NotFound)?, on)?;
        }
        What::Meet { place, note } => {
            grant::meet_condition(open, id, *place, on, note)?;
        }
        What::Pay { amount, method } => {
            let reference = open.case_of_grant(id)?.reference().unwrap_or_default();
            let method = Method::from_code(method).ok_or(Error::NotFound)?;
            grant::record_payment(open, id, &TypedPayment { amount: amount.clone(), paid_on: on.clone(), reference, method })?;
        }
        What::Feedback(shape) => {
            grant::record_feedback(open, id, &typed_feedback(shape, on))?;
        }
        What::Receipt { line, amount, accepted, what, spent_on } => {
            let costs = open.case_of_grant(id)?.grant.as_ref().map(|grant| grant.grant.costs.as_slice()).unwrap_or_default();
            let cost_line = costs.get(*line).ok_or(Error::NotFound)?.id;
            let receipt = TypedReceipt {
                cost_line,
                amount: amount.clone(),
                accepted: accepted.clone(),
                spent_on: TypedDate::from_date(*spent_on),
                what: what.clone(),
                scan: None,
            };
            grant::record_receipt(open, id, &receipt)?;
        }
        What::SendBack { amount, reference } => {
            grant::record_sent_back(open, id, &TypedSentBack { amount: amount.clone(), on: on.clone(), reference: reference.clone() })?;
        }
        What::Close => {
            grant::close(open, id, on, "")?;
        }
        What::Extend { ends_on, reason } => {
            grant::extend(open, id, &TypedDate::from_date(*ends_on), reason)?;
        }
        What::Remind => {
            issue::issue(open, DocumentKind::Reminder(id), Size::Large)?;
        }
        What::Type
        | What::Receive { .. }
        | What::Note { .. }
        | What::Letter { .. }
        | What::Withdraw { .. }
        | What::Vote(_)
        | What::Tell { .. }
        | What::StartRound(_)
        | What::SendPacks
        | What::HandOut { .. }
        | What::Respond(_)
        | What::TypeReply(_)
        | What::DrawDown { .. }
        | What::Award(_)
        | What::PayAward { .. }
        | What::PlanMeeting { .. }
        | What::Agenda { .. }
        | What::Notice { .. }
        | What::Hold(_)
        | What::Interest { .. }
        | What::Settle { .. } => {}
    }
    Ok(())
}

fn grant_of(open: &Open, id: ApplicationId) -> Result<GrantId> {
    open.case(id)?.grant_id().ok_or(Error::NotFound)
}

fn typed_feedback(shape: &FeedbackShape, on: &TypedDate) -> TypedFeedback {
    TypedFeedback {
        received_on: on.clone(),
        how_much: shape.how_much.clone(),
        how_well: shape.how_well.clone(),
        difference: shape.difference.clone(),
        who_was_heard: shape.who_was_heard.clone(),
        by_age: shape.by_age.iter().filter_map(|(age, count)| Some((AgeGroup::from_code(age)?, count.to_string()))).collect(),
        total: shape.people.to_string(),
        from_area: shape.people_from_area.to_string(),
        may_publish_words: shape.may_publish_words,
        may_publish_photos: shape.may_publish_photos,
        named_as: shape.named_as.clone(),
    }
}
