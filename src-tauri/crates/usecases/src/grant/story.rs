//! The story of a case: every fact with who and when, and what the calendar adds, newest first.

use super::closing::SEALED_REASON;
use crate::case::{Case, GrantCase};
use crate::{DecisionWords, Open};
use chrono::NaiveDate;
use domain::Money;
use domain::id::AttachmentId;
use domain::payment::Undoing;
use serde::Deserialize;
use uuid::Uuid;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StoryKind {
    /// Typing began.
    Started,
    /// The application was received.
    Received,
    /// It was corrected.
    Corrected,
    /// It was taken back.
    Withdrawn,
    /// It was decided on.
    Decided,
    /// The group was told.
    Told,
    /// Somebody signed the agreement.
    Signed,
    /// An account was recorded.
    AccountRecorded,
    /// It was checked.
    AccountChecked,
    /// The payer's bank said something about the name on it.
    PayeeConfirmed,
    /// Its numbers were erased.
    AccountErased,
    /// A condition was met.
    ConditionMet,
    /// Money was paid.
    Paid,
    /// A payment was found on the bank's statement.
    PaymentSeen,
    /// Its return was.
    ReturnSeen,
    /// A payment came back.
    PaymentReturned,
    /// A payment was struck out.
    PaymentVoided,
    /// The end of funding was moved.
    Extended,
    /// The funding ended.
    FundingEnded,
    /// Feedback was due and had not come.
    FeedbackDue,
    /// Feedback came.
    FeedbackReceived,
    /// A receipt was kept.
    ReceiptRecorded,
    /// A receipt was struck out.
    ReceiptVoided,
    /// Money was sent back.
    SentBack,
    /// The grant was closed.
    Closed,
    /// The grant was cancelled.
    Cancelled,
    /// Somebody phoned.
    Called,
    /// A note was kept.
    Noted,
    /// A file was kept.
    FileAdded,
}

/// One line of the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryLine {
    /// What happened.
    pub kind: StoryKind,
    /// When.
    pub on: NaiveDate,
    /// The name of who recorded or did it; none when the calendar did.
    pub by: Option<String>,
    /// How much.
    pub amount: Option<Money>,
    /// A name, reason or note that belongs to it.
    pub text: Option<String>,
    /// The file that belongs to it.
    pub attachment: Option<AttachmentId>,
}

/// The story of a case, newest first. Of a case that is sealed to others it has the facts and no words.
pub fn story(open: &Open, case: &Case) -> Vec<StoryLine> {
    let mut teller = Teller { open, today: open.today(), lines: Vec::new() };
    teller.application(case);
    if let Some(grant) = &case.grant {
        teller.agreement(grant);
        teller.money(grant);
        teller.end(grant);
    }
    teller.kept(case);
    let mut lines = teller.lines;
    if !case.is_readable() {
        for line in &mut lines {
            line.text = None;
        }
    }
    // What happened on one day was told in the order of life, and the newest comes first.
    lines.sort_by_key(|line| line.on);
    lines.reverse();
    lines
}

struct Teller<'o> {
    open: &'o Open,
    today: NaiveDate,
    lines: Vec<StoryLine>,
}

impl Teller<'_> {
    fn tell(&mut self, kind: StoryKind, on: NaiveDate, by: Uuid) -> &mut StoryLine {
        let by = Some(self.open.name_of(by).to_owned()).filter(|name| !name.is_empty());
        self.line(StoryLine { kind, on, by, amount: None, text: None, attachment: None })
    }

    fn calendar(&mut self, kind: StoryKind, on: NaiveDate) {
        self.line(StoryLine { kind, on, by: None, amount: None, text: None, attachment: None });
    }

    fn line(&mut self, line: StoryLine) -> &mut StoryLine {
        // Instants are the computer's, and in the sample the day stands still: nothing happens after today.
        let line = StoryLine { on: line.on.min(self.today), ..line };
        let place = self.lines.len();
        self.lines.push(line);
        &mut self.lines[place]
    }

    fn application(&mut self, case: &Case) {
        self.tell(StoryKind::Started, case.row.started_on, case.row.typed_by);
        for version in &case.versions {
            if version.version == 1 {
                let on = case.row.received_on.unwrap_or_else(|| store::london_date(version.received_at));
                self.tell(StoryKind::Received, on, version.received_by);
            } else {
                let reason = version.text.as_ref().and_then(|text| text.reason.clone());
                self.tell(StoryKind::Corrected, store::london_date(version.received_at), version.received_by).text = reason;
            }
        }
        for decision in &case.decisions {
            let line = self.tell(StoryKind::Decided, decision.decided_on, decision.recorded_by);
            line.amount = decision.outcome.amount();
            line.text = decision.words.as_ref().map(said);
            if let Some((on, how, by)) = &decision.told {
                self.tell(StoryKind::Told, *on, *by).text = words(how);
            }
        }
        if let Some(withdrawal) = &case.withdrawal {
            self.tell(StoryKind::Withdrawn, withdrawal.on, withdrawal.by).text.clone_from(&withdrawal.reason);
        }
    }

    fn agreement(&mut self, grant: &GrantCase) {
        for row in &grant.signatures {
            let signature = &row.value.signature;
            let line = self.tell(StoryKind::Signed, signature.signed_on, row.recorded_by);
            line.text = words(&signature.name);
            line.attachment = row.value.attachment_id.map(AttachmentId);
        }
        for row in &grant.conditions_met {
            let text = grant.grant.conditions.get(row.place).map(|condition| condition.text.clone());
            self.tell(StoryKind::ConditionMet, row.met_on, row.recorded_by).text = text;
        }
        for row in &grant.accounts {
            let account = &row.value.account;
            self.tell(StoryKind::AccountRecorded, account.recorded_on, row.recorded_by).text = Some(format!("••••{}", account.last_four));
            for (_, on, by) in &row.value.checks {
                self.tell(StoryKind::AccountChecked, *on, by.0);
            }
            for said in &row.value.confirmations {
                self.tell(StoryKind::PayeeConfirmed, said.seen_on, said.seen_by).text = words(&said.bank_name);
            }
            if let Some((on, by)) = account.erased_on.zip(row.value.erased_by) {
                self.tell(StoryKind::AccountErased, on, by).text = Some(format!("••••{}", account.last_four));
            }
        }
        for row in &grant.extensions {
            self.tell(StoryKind::Extended, row.value.recorded_on, row.recorded_by).text = words(&row.value.reason);
        }
    }

    fn money(&mut self, grant: &GrantCase) {
        for row in &grant.payments {
            let payment = &row.value.payment;
            let line = self.tell(StoryKind::Paid, payment.paid_on, row.recorded_by);
            line.amount = Some(payment.amount);
            line.text = words(&payment.reference);
            if let Some(seen) = &row.value.seen {
                self.tell(StoryKind::PaymentSeen, seen.on, seen.by).amount = Some(payment.amount);
            }
            if let Some(seen) = &row.value.return_seen {
                self.tell(StoryKind::ReturnSeen, seen.on, seen.by).amount = Some(payment.amount);
            }
            if let (Some((on, reason, by)), Some(undone)) = (&row.value.undone, payment.undone) {
                let kind = match undone.way {
                    Undoing::Returned => StoryKind::PaymentReturned,
                    Undoing::Voided => StoryKind::PaymentVoided,
                };
                let line = self.tell(kind, *on, *by);
                line.amount = Some(payment.amount);
                line.text = words(reason);
            }
        }
    }

    fn end(&mut self, grant: &GrantCase) {
        let facts = &grant.grant;
        let over = facts.closed_on.or(facts.cancelled_on);
        let past = |on: NaiveDate| self.today > on && over.is_none_or(|over| over > on);
        let ended = past(facts.ends_on());
        let late = facts.paid().is_positive() && past(facts.feedback_due()) && facts.feedback_on.is_none_or(|on| on > facts.feedback_due());
        if ended {
            self.calendar(StoryKind::FundingEnded, facts.ends_on());
        }
        if late {
            self.calendar(StoryKind::FeedbackDue, facts.feedback_due());
        }
        if let Some((on, _, by)) = &grant.feedback {
            self.tell(StoryKind::FeedbackReceived, *on, *by);
        }
        for row in &grant.receipts {
            let receipt = &row.value.receipt;
            let line = self.tell(StoryKind::ReceiptRecorded, row.value.recorded_on, row.recorded_by);
            line.amount = Some(receipt.amount);
            line.text = words(&receipt.what);
            line.attachment = row.value.attachment_id.map(AttachmentId);
            if let Some((on, by)) = row.value.voided {
                let line = self.tell(StoryKind::ReceiptVoided, on, by);
                line.amount = Some(receipt.amount);
                line.text.clone_from(&receipt.voided);
            }
        }
        for row in &grant.sent_back {
            let line = self.tell(StoryKind::SentBack, row.value.sent_back_on, row.recorded_by);
            line.amount = Some(row.value.amount);
            line.text = words(&row.value.reference);
        }
        if let Some(row) = &grant.closure {
            self.tell(StoryKind::Closed, row.value.on, row.recorded_by).text = words(&row.value.text);
        }
        if let Some(row) = &grant.cancellation {
            let reason = words(&row.value.text).filter(|reason| reason != SEALED_REASON);
            self.tell(StoryKind::Cancelled, row.value.on, row.recorded_by).text = reason;
        }
    }

    fn kept(&mut self, case: &Case) {
        for note in &case.notes {
            let kind = if note.call { StoryKind::Called } else { StoryKind::Noted };
            self.tell(kind, note.on, note.by).text.clone_from(&note.text);
        }
        for file in &case.attachments {
            let line = self.tell(StoryKind::FileAdded, file.added_on, file.added_by);
            line.text.clone_from(&file.name);
            line.attachment = Some(file.id);
        }
    }
}

fn words(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Who decided, and what was said with it.
fn said(decision: &DecisionWords) -> String {
    let parts = [decision.decided_by.trim(), decision.words.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}
