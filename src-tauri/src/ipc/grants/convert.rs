//! Grants between the core's shapes and the window's.

use chrono::NaiveDate;
use domain::application::AgeGroup;
use domain::feedback::by_line;
use domain::id::AttachmentId;
use domain::member::{Act, may};
use domain::owed::Duty;
use domain::signature::Party;
use usecases::grant::{self, GrantFilter, GrantPage, GrantSort, GrantTab, StoryKind, TypedFeedback};
use usecases::{Case, ExtensionRow, GrantCase, Open, PaymentRow, SignatureRow};

use crate::ipc::dto::application::Contact;
use crate::ipc::dto::field::TypedCount;
use crate::ipc::dto::payment::{GrantCondition, PayeeConfirmation};
use crate::ipc::dto::{grant as dto, home};
use crate::ipc::value::{Pence, count, parse_id};
use crate::ipc::{CommandError, CommandResult, applications};

crate::ipc::dto::mirror_both! {
    dto::GrantTab, GrantTab {
        All, ToSign, Signed, ReadyToPay, WaitingToPay, Paid, FeedbackDue, FeedbackLater, FeedbackIn, Finished
    }
}
crate::ipc::dto::mirror_both! {
    dto::GrantSort, GrantSort { Reference, Group, Awarded, Granted, Paid, Left, EndsOn, FeedbackDue }
}
crate::ipc::dto::mirror_both! {
    dto::StoryKind, StoryKind {
        Started, Received, Corrected, Withdrawn, Decided, Told, Signed, AccountRecorded, AccountChecked, PayeeConfirmed,
        AccountErased, ConditionMet, Paid, PaymentSeen, ReturnSeen, PaymentReturned,
        PaymentVoided, Extended, FundingEnded, FeedbackDue, FeedbackReceived, ReceiptRecorded, ReceiptVoided, SentBack, Closed,
        Cancelled, Called, Noted, FileAdded
    }
}

impl From<dto::ListGrantsInput> for GrantFilter {
    fn from(input: dto::ListGrantsInput) -> Self {
        Self {
            tab: input.tab.into(),
            text: input.text,
            sort: input.sort.into(),
            descending: input.descending,
            offset: input.offset.try_into().unwrap_or(usize::MAX),
            limit: input.limit.try_into().unwrap_or(usize::MAX),
        }
    }
}

/// A page of a list.
pub(super) fn list(open: &Open, page: &GrantPage<'_>) -> dto::GrantList {
    let today = open.today();
    dto::GrantList {
        rows: page.rows.iter().map(|(case, grant)| row(case, grant, today)).collect(),
        total: count(page.total),
        granted_pence: page.granted.into(),
        paid_pence: page.paid.into(),
        left_pence: page.left.into(),
        counts: GrantTab::ALL
            .into_iter()
            .map(|tab| dto::TabCount { tab: tab.into(), count: count(page.counts.get(&tab).copied().unwrap_or(0)) })
            .collect(),
    }
}

fn row(case: &Case, grant: &GrantCase, today: NaiveDate) -> dto::GrantRow {
    let facts = &grant.grant;
    dto::GrantRow {
        id: facts.id.to_string(),
        application_id: case.id().to_string(),
        reference: case.reference().unwrap_or_default(),
        group_name: case.group_name().map(str::to_owned),
        purpose: grant::purpose(case).map(str::to_owned),
        line_code: grant.row.code.clone(),
        granted_pence: facts.amount.into(),
        paid_pence: facts.paid().into(),
        left_pence: grant::left_of(facts).into(),
        state: facts.state(today).into(),
        awarded_on: facts.awarded_on,
        ends_on: facts.ends_on(),
        feedback_due: facts.feedback_due(),
        last_paid_on: facts.payments.iter().filter(|payment| payment.stands()).map(|payment| payment.paid_on).max(),
        next: case.owed(today).first().map(|first| owed(first, today)),
        sealed: case.is_sealed(),
    }
}

/// One duty with its dates.
pub(in crate::ipc) fn owed(owed: &domain::owed::Owed, today: NaiveDate) -> home::Owed {
    let (duty, amount) = match owed.duty {
        Duty::FinishTyping => (home::Duty::FinishTyping, None),
        Duty::Decide => (home::Duty::Decide, None),
        Duty::DecideAgain => (home::Duty::DecideAgain, None),
        Duty::TellGroup => (home::Duty::TellGroup, None),
        Duty::GetSignature(Party::Group) => (home::Duty::GetGroupSignature, None),
        Duty::GetSignature(Party::Partnership) => (home::Duty::GetPartnershipSignature, None),
        Duty::AskAccount => (home::Duty::AskAccount, None),
        Duty::CheckAccount { changed: false } => (home::Duty::CheckAccount, None),
        Duty::CheckAccount { changed: true } => (home::Duty::CheckChangedAccount, None),
        Duty::MeetCondition => (home::Duty::MeetCondition, None),
        Duty::Pay(amount) => (home::Duty::Pay, Some(amount)),
        Duty::GetFeedback => (home::Duty::GetFeedback, None),
        Duty::GetMoneyBack(amount) => (home::Duty::GetMoneyBack, Some(amount)),
        Duty::Close => (home::Duty::Close, None),
    };
    home::Owed {
        duty,
        debtor: owed.debtor.into(),
        since: owed.since,
        due_on: owed.due_on,
        days_late: owed.days_late(today).map(|days| u32::try_from(days).unwrap_or(u32::MAX)),
        amount_pence: amount.map(Pence::from),
    }
}

/// One grant, whole.
pub(super) fn view(open: &Open, case: &Case, grant: &GrantCase) -> dto::GrantView {
    let today = open.today();
    let facts = &grant.grant;
    let cover = case.cover().cloned().unwrap_or_default();
    dto::GrantView {
        id: facts.id.to_string(),
        application_id: case.id().to_string(),
        reference: case.reference().unwrap_or_default(),
        payee_name: Some(cover.payee_name).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| cover.group_name.clone()),
        group_name: cover.group_name,
        purpose: grant::purpose(case).unwrap_or_default().to_owned(),
        contacts: cover.contacts.into_iter().filter(|contact| !contact.is_empty()).map(contact).collect(),
        line_code: grant.row.code.clone(),
        sealed: case.is_sealed(),
        state: facts.state(today).into(),
        granted_pence: facts.amount.into(),
        paid_pence: facts.paid().into(),
        left_pence: grant::left_of(facts).into(),
        accepted_pence: facts.accepted().into(),
        sent_back_pence: facts.sent_back().into(),
        unreceipted_pence: facts.amount.minus(facts.accepted()).into(),
        unaccounted_pence: facts.unaccounted().into(),
        received_on: case.row.received_on.unwrap_or(facts.awarded_on),
        awarded_on: facts.awarded_on,
        issued_on: facts.issued_on,
        return_by: facts.return_by,
        signed_on: facts.signed_on(),
        first_ends_on: facts.first_ends_on,
        ends_on: facts.ends_on(),
        feedback_due: facts.feedback_due(),
        feedback_on: facts.feedback_on,
        closed_on: facts.closed_on,
        closed_reason: grant.closure.as_ref().map(|row| row.value.text.clone()).filter(|reason| !reason.is_empty()),
        cancelled_on: facts.cancelled_on,
        extensions: grant.extensions.iter().map(|row| extension(&row.value)).collect(),
        instalments: facts
            .instalments
            .iter()
            .map(|part| dto::Instalment { when: part.when.clone(), amount_pence: part.amount.into() })
            .collect(),
        next_instalment_pence: facts.next_instalment().filter(|_| facts.is_open()).map(|(_, amount)| amount.into()),
        conditions: conditions(grant),
        costs: costs(facts),
        account: facts.account.as_ref().map(|known| account(open, grant, known)),
        signatures: grant.signatures.iter().map(|row| signature(&row.value)).collect(),
        unsigned: facts.unsigned().into_iter().map(Into::into).collect(),
        payments: grant.payments.iter().map(|row| payment(open, &row.value, row.recorded_by)).collect(),
        receipts: facts.receipts.iter().map(receipt).collect(),
        sent_back: grant
            .sent_back
            .iter()
            .map(|row| dto::SentBack {
                amount_pence: row.value.amount.into(),
                on: row.value.sent_back_on,
                reference: row.value.reference.clone(),
            })
            .collect(),
        feedback: feedback(case, grant),
        owed: case.owed(today).iter().map(|one| owed(one, today)).collect(),
        story: story(open, case),
        attachments: applications::attachments(open, case),
    }
}

/// The conditions of the decision; none to whom they are sealed.
fn conditions(grant: &GrantCase) -> Vec<GrantCondition> {
    let note = |place| grant.conditions_met.iter().find(|row| row.place == place).map(|row| row.note.clone()).unwrap_or_default();
    let conditions = grant.grant.conditions.iter().enumerate();
    conditions.map(|(place, one)| GrantCondition { text: one.text.clone(), met_on: one.met_on, note: note(place) }).collect()
}

fn contact(contact: domain::application::Contact) -> Contact {
    Contact { name: contact.name, position: contact.position, phone: contact.phone, email: contact.email }
}

fn extension(row: &ExtensionRow) -> dto::Extension {
    dto::Extension { ends_on: row.ends_on, reason: row.reason.clone(), recorded_on: row.recorded_on }
}

fn costs(facts: &domain::grant::Grant) -> Vec<dto::GrantCost> {
    let spent = by_line(&facts.costs, &facts.receipts);
    spent
        .into_iter()
        .map(|cost| dto::GrantCost {
            id: cost.line.id.to_string(),
            what: cost.line.what,
            amount_pence: cost.line.amount.into(),
            receipts: cost.receipts,
            accepted_pence: cost.accepted.into(),
            left_pence: cost.line.amount.minus(cost.accepted).into(),
        })
        .collect()
}

fn account(open: &Open, grant: &GrantCase, account: &domain::payee::PayeeAccount) -> dto::PayeeAccount {
    let former = grant.accounts.iter().rev().nth(1).map(|row| &row.value.account);
    dto::PayeeAccount {
        id: account.id.to_string(),
        last_four: account.last_four.clone(),
        recorded_on: account.recorded_on,
        changed: account.replaces_another,
        former: former.map(|former| dto::FormerAccount { last_four: former.last_four.clone(), recorded_on: former.recorded_on }),
        check: account.check.map(|(method, checked_on, by)| dto::AccountCheck {
            method: method.into(),
            checked_on,
            by: open.name_of(by.0).to_owned(),
        }),
        // Only those who handle accounts are told what the numbers say.
        modulus: if may(open.member().role, Act::HandleAccount) { account.modulus } else { domain::modulus::Outcome::NoTables }.into(),
        confirmation: grant.accounts.last().and_then(|row| row.value.confirmations.last()).map(|said| PayeeConfirmation {
            outcome: said.outcome.into(),
            bank_name: said.bank_name.clone(),
            action: said.action.clone(),
            seen_on: said.seen_on,
            seen_by: open.name_of(said.seen_by).to_owned(),
        }),
        erased_on: account.erased_on,
    }
}

fn signature(row: &SignatureRow) -> dto::Signature {
    let signature = &row.signature;
    dto::Signature {
        party: signature.party.into(),
        name: signature.name.clone(),
        position: signature.position.clone(),
        signed_on: signature.signed_on,
        attachment_id: row.attachment_id.map(|id| id.to_string()),
    }
}

fn payment(open: &Open, row: &PaymentRow, recorded_by: uuid::Uuid) -> dto::Payment {
    let payment = &row.payment;
    dto::Payment {
        id: payment.id.to_string(),
        amount_pence: payment.amount.into(),
        paid_on: payment.paid_on,
        reference: payment.reference.clone(),
        method: payment.method.into(),
        recorded_by: open.name_of(recorded_by).to_owned(),
        approved_by: row.approved_by.map(|by| open.name_of(by).to_owned()),
        seen_on: row.seen.as_ref().map(|seen| seen.on),
        return_seen_on: row.return_seen.as_ref().map(|seen| seen.on),
        undone: row.undone.as_ref().zip(payment.undone).map(|((on, reason, _), undone)| dto::PaymentUndone {
            way: undone.way.into(),
            on: *on,
            reason: reason.clone(),
        }),
    }
}

fn receipt(receipt: &domain::feedback::Receipt) -> dto::Receipt {
    dto::Receipt {
        id: receipt.id.to_string(),
        cost_id: receipt.cost_line.to_string(),
        amount_pence: receipt.amount.into(),
        accepted_pence: receipt.accepted.into(),
        spent_on: receipt.spent_on,
        what: receipt.what.clone(),
        voided: receipt.voided.clone(),
    }
}

/// The file that was named with an input, if one was.
pub(in crate::ipc) fn file_id(id: Option<&str>) -> CommandResult<Option<AttachmentId>> {
    id.map(parse_id).transpose()
}

/// What is being typed, or else what was recorded.
fn feedback(case: &Case, grant: &GrantCase) -> Option<dto::TypedFeedback> {
    let typing = grant.feedback_typing.as_ref().and_then(|json| serde_json::from_str(json).ok());
    typing.or_else(|| grant::typed_again(case).map(shown_feedback))
}

fn shown_feedback(typed: TypedFeedback) -> dto::TypedFeedback {
    dto::TypedFeedback {
        received_on: typed.received_on.into(),
        how_much: typed.how_much,
        how_well: typed.how_well,
        difference: typed.difference,
        who_was_heard: typed.who_was_heard,
        by_age: typed.by_age.into_iter().map(|(age, count)| TypedCount { age: age.code().to_owned(), count }).collect(),
        total: typed.total,
        from_area: typed.from_area,
        may_publish_words: typed.may_publish_words,
        may_publish_photos: typed.may_publish_photos,
        named_as: typed.named_as,
    }
}

/// The core's form from the window's.
pub(in crate::ipc) fn typed_feedback(content: dto::TypedFeedback) -> CommandResult<TypedFeedback> {
    Ok(TypedFeedback {
        received_on: content.received_on.into(),
        how_much: content.how_much,
        how_well: content.how_well,
        difference: content.difference,
        who_was_heard: content.who_was_heard,
        by_age: content
            .by_age
            .into_iter()
            .map(|row| AgeGroup::from_code(&row.age).map(|age| (age, row.count)).ok_or(CommandError::NotFound))
            .collect::<CommandResult<_>>()?,
        total: content.total,
        from_area: content.from_area,
        may_publish_words: content.may_publish_words,
        may_publish_photos: content.may_publish_photos,
        named_as: content.named_as,
    })
}

/// What happened to a case, newest first.
pub(in crate::ipc) fn story(open: &Open, case: &Case) -> Vec<dto::StoryLine> {
    let lines = grant::story(open, case);
    lines
        .into_iter()
        .map(|line| dto::StoryLine {
            kind: line.kind.into(),
            on: line.on,
            by: line.by,
            amount_pence: line.amount.map(Pence::from),
            text: line.text,
            attachment_id: line.attachment.map(|id| id.to_string()),
        })
        .collect()
}
