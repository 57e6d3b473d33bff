//! Awards: money committed on a line otherwise than by an application, to a partner or for a cost.

use crate::{
    Money,
    budget::GrantMoney,
    id::{AwardId, AwardPaymentId},
    payment::{UndoingError, Undone},
    spending::Part,
};
use chrono::NaiveDate;

/// For what money is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwardKind {
    /// To an organisation that delivers an activity under a service level agreement (§2.1).
    Partner,
    /// For a cost of the line: a bill, a spot payment, a honorarium (§4.2, note H).
    Cost,
}

impl AwardKind {
    /// What its reference starts with: `SLA-2.4`, `COST-4.2`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Partner => "SLA",
            Self::Cost => "COST",
        }
    }

    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Partner, Self::Cost];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Cost => "cost",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The reference of a new award: `SLA-2.4`, and from the second of its kind on that line `SLA-2.4-2`.
pub fn reference(kind: AwardKind, code: &str, before: usize) -> String {
    let stem = format!("{}-{code}", kind.prefix());
    if before == 0 { stem } else { format!("{stem}-{}", before.saturating_add(1)) }
}

/// Money committed to a partner or for a cost, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// The line's code.
    pub code: String,
    /// For what kind of thing.
    pub kind: AwardKind,
    /// How much.
    pub amount: Money,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// When its parts are expected to be paid; none when nobody said.
    pub parts: Vec<Part>,
    /// The payments, oldest first.
    pub payments: Vec<AwardPayment>,
    /// When it was ended, if it was.
    pub ended_on: Option<NaiveDate>,
}

/// A payment of an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwardPayment {
    /// Its id.
    pub id: AwardPaymentId,
    /// How much.
    pub amount: Money,
    /// When it left the LTO's account.
    pub paid_on: NaiveDate,
    /// How and when it was undone, if it was.
    pub undone: Option<Undone>,
}

/// An award to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAward {
    /// How much.
    pub amount: Money,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// When its parts are expected to be paid.
    pub parts: Vec<Part>,
}

/// Why an award, or a payment of it, would not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AwardError {
    /// Nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// More than is free on the line.
    #[error("more than is free")]
    MoreThanFree {
        /// What is free.
        free: Money,
        /// By how much it is too much.
        over: Money,
    },
    /// The parts do not add up to the award.
    #[error("parts differ")]
    PartsDiffer {
        /// What they add up to.
        parts: Money,
        /// What was awarded.
        amount: Money,
    },
    /// It is ended.
    #[error("ended")]
    Ended,
    /// More than is left of the award.
    #[error("exceeds the award")]
    ExceedsAward {
        /// What is left to pay.
        left: Money,
        /// By how much it is too much.
        over: Money,
    },
    /// The day is before the decision.
    #[error("before the decision")]
    BeforeDecision {
        /// When it was decided.
        decided_on: NaiveDate,
    },
    /// No reason was given.
    #[error("no reason")]
    NoReason,
}

impl NewAward {
    /// Passes when the award may be recorded, with so much free on its line.
    pub fn hold(&self, free: Money, today: NaiveDate) -> Result<(), AwardError> {
        if !self.amount.is_positive() || self.parts.iter().any(|part| !part.amount.is_positive()) {
            return Err(AwardError::NotPositive);
        }
        if self.decided_on > today {
            return Err(AwardError::InFuture);
        }
        if self.parts.iter().any(|part| part.due_on < self.decided_on) {
            return Err(AwardError::BeforeDecision { decided_on: self.decided_on });
        }
        let parts: Money = self.parts.iter().map(|part| part.amount).sum();
        if !self.parts.is_empty() && parts != self.amount {
            return Err(AwardError::PartsDiffer { parts, amount: self.amount });
        }
        if self.amount > free {
            return Err(AwardError::MoreThanFree { free, over: self.amount.minus(free) });
        }
        Ok(())
    }
}

impl Award {
    /// What was paid and stayed paid.
    pub fn paid(&self) -> Money {
        self.payments.iter().filter(|payment| payment.undone.is_none()).map(|payment| payment.amount).sum()
    }

    /// What is left to pay: nothing once it is ended.
    pub fn left(&self) -> Money {
        if self.ended_on.is_some() { Money::ZERO } else { self.amount.minus(self.paid()).or_zero() }
    }

    /// What it takes from its budget line.
    pub fn money(&self) -> GrantMoney {
        GrantMoney { granted: self.amount, paid: self.paid(), sent_back: Money::ZERO, open: self.ended_on.is_none() }
    }

    /// Passes when a payment may be recorded.
    pub fn pay(&self, amount: Money, paid_on: NaiveDate, today: NaiveDate) -> Result<(), AwardError> {
        if self.ended_on.is_some() {
            return Err(AwardError::Ended);
        }
        if !amount.is_positive() {
            return Err(AwardError::NotPositive);
        }
        if amount > self.left() {
            return Err(AwardError::ExceedsAward { left: self.left(), over: amount.minus(self.left()) });
        }
        if paid_on > today {
            return Err(AwardError::InFuture);
        }
        if paid_on < self.decided_on {
            return Err(AwardError::BeforeDecision { decided_on: self.decided_on });
        }
        Ok(())
    }

    /// Passes when a payment may be undone. Money that comes back to an award that is ended is free again.
    pub fn undo_payment(&self, payment: AwardPaymentId, on: NaiveDate, reason: &str, today: NaiveDate) -> Result<(), UndoingError> {
        let Some(payment) = self.payments.iter().find(|standing| standing.id == payment && standing.undone.is_none()) else {
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
        Ok(())
    }

    /// Passes when it may be ended: what was never paid is free again.
    pub fn end(&self, on: NaiveDate, reason: &str, today: NaiveDate) -> Result<(), AwardError> {
        if self.ended_on.is_some() {
            return Err(AwardError::Ended);
        }
        if on > today {
            return Err(AwardError::InFuture);
        }
        if on < self.decided_on {
            return Err(AwardError::BeforeDecision { decided_on: self.decided_on });
        }
        if reason.trim().is_empty() {
            return Err(AwardError::NoReason);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{payment::Undoing, spending::Commitment};
    use uuid::Uuid;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).unwrap()
    }

    fn pounds(pounds: i64) -> Money {
        Money::from_pence(pounds * 100)
    }

    fn part(amount: i64, month: u32) -> Part {
        Part { amount: pounds(amount), due_on: day(month, 1) }
    }

    fn award() -> Award {
        Award {
            id: AwardId(Uuid::nil()),
            code: "2.4".into(),
            kind: AwardKind::Partner,
            amount: pounds(25_000),
            decided_on: day(4, 20),
            parts: vec![part(12_500, 5), part(12_500, 10)],
            payments: vec![AwardPayment { id: AwardPaymentId(Uuid::nil()), amount: pounds(12_500), paid_on: day(5, 3), undone: None }],
            ended_on: None,
        }
    }

    const TODAY: fn() -> NaiveDate = || day(12, 20);

    #[test]
    fn an_award_is_never_more_than_its_line_has_free_and_its_parts_add_up() {
        let new = NewAward { amount: pounds(25_000), decided_on: day(4, 20), parts: vec![part(12_500, 5), part(12_500, 10)] };
        let with = |change: &dyn Fn(&mut NewAward)| {
            let mut new = new.clone();
            change(&mut new);
            new.hold(pounds(25_000), TODAY())
        };
        assert_eq!(with(&|_| {}), Ok(()));
        assert_eq!(with(&|new| new.parts.clear()), Ok(()));
        assert_eq!(new.hold(pounds(24_100), TODAY()), Err(AwardError::MoreThanFree { free: pounds(24_100), over: pounds(900) }));
        assert_eq!(new.hold(pounds(-10), TODAY()), Err(AwardError::MoreThanFree { free: pounds(-10), over: pounds(25_010) }));
        assert_eq!(with(&|new| new.amount = Money::ZERO), Err(AwardError::NotPositive));
        assert_eq!(with(&|new| new.parts[0].amount = Money::ZERO), Err(AwardError::NotPositive));
        assert_eq!(
            with(&|new| new.parts[0].amount = pounds(12_000)),
            Err(AwardError::PartsDiffer { parts: pounds(24_500), amount: pounds(25_000) })
        );
        assert_eq!(with(&|new| new.parts[0].due_on = day(4, 19)), Err(AwardError::BeforeDecision { decided_on: day(4, 20) }));
        assert_eq!(with(&|new| new.decided_on = day(12, 21)), Err(AwardError::InFuture));
    }

    #[test]
    fn a_payment_is_never_more_than_is_left_and_nothing_is_paid_on_an_award_that_is_ended() {
        let award = award();
        assert_eq!(award.pay(pounds(12_500), day(10, 3), TODAY()), Ok(()));
        assert_eq!(award.pay(pounds(12_501), day(10, 3), TODAY()), Err(AwardError::ExceedsAward { left: pounds(12_500), over: pounds(1) }));
        assert_eq!(award.pay(Money::ZERO, day(10, 3), TODAY()), Err(AwardError::NotPositive));
        assert_eq!(award.pay(pounds(1), day(12, 21), TODAY()), Err(AwardError::InFuture));
        assert_eq!(award.pay(pounds(1), day(4, 19), TODAY()), Err(AwardError::BeforeDecision { decided_on: day(4, 20) }));
        let ended = Award { ended_on: Some(day(11, 1)), ..award };
        assert_eq!(ended.pay(pounds(1), day(10, 3), TODAY()), Err(AwardError::Ended));
        assert_eq!((ended.left(), ended.paid()), (Money::ZERO, pounds(12_500)));
    }

    #[test]
    fn a_returned_payment_frees_the_rest_of_the_award_and_after_its_end_the_line() {
        let mut award = award();
        let id = award.payments[0].id;
        let undo = |award: &Award, on, reason: &str| award.undo_payment(id, on, reason, TODAY());
        assert_eq!(undo(&award, day(5, 2), "R"), Err(UndoingError::BeforePayment { paid_on: day(5, 3) }));
        assert_eq!(undo(&award, day(12, 21), "R"), Err(UndoingError::InFuture));
        assert_eq!(undo(&award, day(5, 9), " "), Err(UndoingError::NoReason));
        assert_eq!(undo(&award, day(5, 9), "Account closed"), Ok(()));
        award.payments[0].undone = Some(Undone { way: Undoing::Returned, on: day(5, 9) });
        assert_eq!(undo(&award, day(5, 9), "R"), Err(UndoingError::Already));
        assert_eq!(award.left(), pounds(25_000));
        award.ended_on = Some(day(5, 5));
        let standing = Commitment::of_award(&award).standing(day(5, 9));
        assert_eq!((standing.committed, standing.paid, standing.returned), (Money::ZERO, Money::ZERO, pounds(12_500)));
    }

    #[test]
    fn an_award_is_ended_once_with_a_reason_and_not_before_it_was_decided() {
        let award = award();
        assert_eq!(award.end(day(11, 1), "The partner stopped", TODAY()), Ok(()));
        assert_eq!(award.end(day(11, 1), "", TODAY()), Err(AwardError::NoReason));
        assert_eq!(award.end(day(4, 19), "R", TODAY()), Err(AwardError::BeforeDecision { decided_on: day(4, 20) }));
        assert_eq!(award.end(day(12, 21), "R", TODAY()), Err(AwardError::InFuture));
        assert_eq!(Award { ended_on: Some(day(11, 1)), ..award }.end(day(11, 2), "R", TODAY()), Err(AwardError::Ended));
    }

    #[test]
    fn references_count_on_within_a_line_and_a_kind() {
        assert_eq!(reference(AwardKind::Partner, "2.4", 0), "SLA-2.4");
        assert_eq!(reference(AwardKind::Partner, "2.4", 1), "SLA-2.4-2");
        assert_eq!(reference(AwardKind::Cost, "4.2", 9), "COST-4.2-10");
    }
}
