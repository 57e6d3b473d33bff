//! What may happen to a grant, and what would not stand.

use super::Grant;
use crate::{
    Money,
    feedback::{FeedbackError, FeedbackStory, Receipt, ReceiptError},
    id::PaymentId,
    payment::{Method, NewPayment, PayBar, PaymentError, UndoingError},
    signature::{self, Signature, SignatureError},
};
use chrono::NaiveDate;

/// Why a later end of funding cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExtensionError {
    /// Not later than the end that stands.
    #[error("not later")]
    NotLater {
        /// The end that stands.
        ends_on: NaiveDate,
    },
    /// No reason was given.
    #[error("no reason")]
    NoReason,
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Why money sent back cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendBackError {
    /// Nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// More than is not accounted for.
    #[error("more than is unaccounted for")]
    TooMuch {
        /// What is not accounted for.
        unaccounted: Money,
    },
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Why a grant cannot be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// Feedback is owed.
    #[error("no feedback")]
    NoFeedback {
        /// When it was, or is, due.
        due_on: NaiveDate,
    },
    /// Money is not accounted for, and no reason was given to let it be.
    #[error("money to return")]
    MoneyToReturn {
        /// How much.
        unaccounted: Money,
    },
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The day is before the feedback came.
    #[error("before the feedback")]
    BeforeFeedback {
        /// When it came.
        feedback_on: NaiveDate,
    },
    /// It is closed, or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Why a grant cannot be cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CancelError {
    /// Money was paid: it is closed, not cancelled.
    #[error("already paid")]
    Paid {
        /// How much.
        paid: Money,
    },
    /// No reason was given.
    #[error("no reason")]
    NoReason,
    /// It is closed, or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

impl Grant {
    /// Passes when the signature may be recorded. The group is told before it signs.
    pub fn sign(&self, new: &Signature, today: NaiveDate) -> Result<(), SignatureError> {
        if !self.is_open() {
            return Err(SignatureError::NotOpen);
        }
        if self.issued_on.is_none() {
            return Err(SignatureError::NotIssued);
        }
        signature::sign(new, &self.signatures, self.awarded_on, today)
    }

    /// Passes when the payment may be recorded: "the LTO processes the payments" (§4.3, 1.4), against an agreement
    /// signed by both (§7 Q6). Nothing of [`Grant::bars`] may stand in its way; a cheque needs no account.
    pub fn pay(&self, new: &NewPayment, today: NaiveDate) -> Result<(), PaymentError> {
        self.pay_out(new, today)?;
        if new.method == Method::BankTransfer {
            let account = self.account.as_ref().ok_or(PaymentError::NoAccount)?;
            match account.bars().first() {
                Some(PayBar::AccountChanged) => return Err(PaymentError::AccountChanged { changed_on: account.recorded_on }),
                Some(PayBar::ModulusFails) => return Err(PaymentError::ModulusFails),
                Some(PayBar::NoMatch) => return Err(PaymentError::NoMatch),
                Some(_) => return Err(PaymentError::AccountNotChecked),
                None => {}
            }
        }
        Ok(())
    }

    /// Passes when the grant itself can take the payment, whatever the account: what the clerk paid by an account that was
    /// changed here meanwhile really happened, and is recorded.
    pub fn pay_out(&self, new: &NewPayment, today: NaiveDate) -> Result<(), PaymentError> {
        if !self.is_open() {
            return Err(PaymentError::NotOpen);
        }
        if !new.amount.is_positive() {
            return Err(PaymentError::NotPositive);
        }
        if new.amount > self.left_to_pay() {
            let left = self.left_to_pay();
            return Err(PaymentError::ExceedsGrant { granted: self.amount, left, over: new.amount.minus(left) });
        }
        let Some(signed_on) = self.signed_on() else {
            return Err(PaymentError::NotSigned { missing: self.unsigned() });
        };
        if new.paid_on > today {
            return Err(PaymentError::InFuture);
        }
        if new.paid_on < self.awarded_on {
            return Err(PaymentError::BeforeAward { awarded_on: self.awarded_on });
        }
        if new.paid_on < signed_on {
            return Err(PaymentError::BeforeSigned { signed_on });
        }
        if new.reference.trim().is_empty() {
            return Err(PaymentError::NoReference);
        }
        if let Some(condition) = self.unmet() {
            return Err(PaymentError::ConditionNotMet { text: condition.text.clone() });
        }
        Ok(())
    }

    /// Passes when the payment may be undone. Nothing else would then be paid for by receipts that were accepted.
    pub fn undo_payment(&self, payment: PaymentId, on: NaiveDate, reason: &str, today: NaiveDate) -> Result<(), UndoingError> {
        if !self.is_open() {
            return Err(UndoingError::NotOpen);
        }
        let Some(payment) = self.payments.iter().find(|standing| standing.id == payment && standing.stands()) else {
            return Err(UndoingError::Already);
        };
        if on > today {
            return Err(UndoingError::InFuture);
        }
        if on < payment.paid_on {
            return Err(UndoingError::BeforePayment { paid_on: payment.paid_on });
        }
        if reason.trim().is_empty() {
            return Err(UndoingError::NoReason);
        }
        if self.paid().minus(payment.amount) < self.accepted().plus(self.sent_back()) {
            return Err(UndoingError::ReceiptsStand);
        }
        Ok(())
    }

    /// Passes when a later end of funding may be recorded. Everything due after it moves with it.
    pub fn extend(&self, new_end: NaiveDate, reason: &str) -> Result<(), ExtensionError> {
        if !self.is_open() {
            return Err(ExtensionError::NotOpen);
        }
        if new_end <= self.ends_on() {
            return Err(ExtensionError::NotLater { ends_on: self.ends_on() });
        }
        if reason.trim().is_empty() {
            return Err(ExtensionError::NoReason);
        }
        Ok(())
    }

    /// Passes when the feedback form may be recorded. A later form stands in for an earlier one.
    pub fn take_feedback(&self, story: &FeedbackStory, received_on: NaiveDate, today: NaiveDate) -> Result<(), FeedbackError> {
        if !self.is_open() {
            return Err(FeedbackError::NotOpen);
        }
        if self.paid().is_zero() {
            return Err(FeedbackError::NothingPaid);
        }
        if received_on > today {
            return Err(FeedbackError::InFuture);
        }
        if received_on < self.awarded_on {
            return Err(FeedbackError::BeforeAward { awarded_on: self.awarded_on });
        }
        if [&story.how_much, &story.how_well, &story.difference].iter().all(|words| words.trim().is_empty()) {
            return Err(FeedbackError::NoStory);
        }
        if (story.may_publish_words || story.may_publish_photos) && story.named_as.trim().is_empty() {
            return Err(FeedbackError::NoNameAgreed);
        }
        Ok(())
    }

    /// Passes when the receipt may be recorded. Nothing accepted may lie outside the time of the grant.
    pub fn take_receipt(&self, new: &Receipt, today: NaiveDate) -> Result<(), ReceiptError> {
        if !self.is_open() {
            return Err(ReceiptError::NotOpen);
        }
        if !self.costs.iter().any(|line| line.id == new.cost_line) {
            return Err(ReceiptError::NoSuchLine);
        }
        if !new.amount.is_positive() {
            return Err(ReceiptError::NotPositive);
        }
        if new.accepted > new.amount || new.accepted < Money::ZERO {
            return Err(ReceiptError::AcceptedTooMuch { amount: new.amount });
        }
        if new.spent_on > today {
            return Err(ReceiptError::InFuture);
        }
        if new.accepted.is_positive() && new.spent_on < self.awarded_on {
            return Err(ReceiptError::BeforeAward { awarded_on: self.awarded_on });
        }
        if new.accepted.is_positive() && new.spent_on > self.ends_on() {
            return Err(ReceiptError::AfterEnd { ends_on: self.ends_on() });
        }
        Ok(())
    }

    /// Passes when money sent back may be recorded.
    pub fn take_back(&self, amount: Money, on: NaiveDate, today: NaiveDate) -> Result<(), SendBackError> {
        if !self.is_open() {
            return Err(SendBackError::NotOpen);
        }
        if !amount.is_positive() {
            return Err(SendBackError::NotPositive);
        }
        if amount > self.unaccounted() {
            return Err(SendBackError::TooMuch { unaccounted: self.unaccounted() });
        }
        if on > today {
            return Err(SendBackError::InFuture);
        }
        Ok(())
    }

    /// Passes when the grant may be closed. Money without receipts may be let go only with a reason; what was never
    /// paid goes back to the line.
    pub fn close(&self, on: NaiveDate, let_go: &str, today: NaiveDate) -> Result<(), CloseError> {
        if !self.is_open() {
            return Err(CloseError::NotOpen);
        }
        let Some(feedback_on) = self.feedback_on else {
            return Err(CloseError::NoFeedback { due_on: self.feedback_due() });
        };
        if on > today {
            return Err(CloseError::InFuture);
        }
        if on < feedback_on {
            return Err(CloseError::BeforeFeedback { feedback_on });
        }
        if self.unaccounted().is_positive() && let_go.trim().is_empty() {
            return Err(CloseError::MoneyToReturn { unaccounted: self.unaccounted() });
        }
        Ok(())
    }

    /// Passes when the grant may be cancelled: nothing stands as paid.
    pub fn cancel(&self, reason: &str) -> Result<(), CancelError> {
        if !self.is_open() {
            return Err(CancelError::NotOpen);
        }
        if self.paid().is_positive() {
            return Err(CancelError::Paid { paid: self.paid() });
        }
        if reason.trim().is_empty() {
            return Err(CancelError::NoReason);
        }
        Ok(())
    }
}
