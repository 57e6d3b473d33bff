//! What is owed now, by whom and since when: computed from the facts and the day, never stored.

use crate::{Money, application::ApplicationState, grant::Grant, signature::Party};
use chrono::NaiveDate;

/// Something that somebody has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Finish typing in an application.
    FinishTyping,
    /// Decide on a received application.
    Decide,
    /// Decide again on a deferred application.
    DecideAgain,
    /// Tell the group what was decided.
    TellGroup,
    /// Get an agreement back with this signature.
    GetSignature(Party),
    /// Ask the group for its account.
    AskAccount,
    /// Check the account.
    CheckAccount {
        /// Whether it was changed.
        changed: bool,
    },
    /// See that the conditions of the decision are met.
    MeetCondition,
    /// Pay so much.
    Pay(Money),
    /// Get the feedback form.
    GetFeedback,
    /// Get receipts, or the money back.
    GetMoneyBack(Money),
    /// Close a finished grant.
    Close,
}

/// Who has to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Debtor {
    /// The office: the co-ordinator.
    Office,
    /// The partnership's meeting, or its chair.
    Partnership,
    /// The LTO.
    Lto,
    /// The group.
    Group,
}

/// One duty with its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// What.
    pub duty: Duty,
    /// By whom.
    pub debtor: Debtor,
    /// Since when it can be done.
    pub since: NaiveDate,
    /// By when it should be done, if a day is set.
    pub due_on: Option<NaiveDate>,
}

impl Owed {
    /// How many days it is late; nothing while it is in time.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        let days = today.signed_duration_since(self.due_on?).num_days();
        (days > 0).then_some(days)
    }
}

/// What is owed on an application that is not, or not yet, a grant.
pub fn on_application(state: ApplicationState, since: NaiveDate, group_told: bool) -> Option<Owed> {
    let (duty, debtor) = match state {
        ApplicationState::Draft => (Duty::FinishTyping, Debtor::Office),
        ApplicationState::Received | ApplicationState::UnderReview => (Duty::Decide, Debtor::Partnership),
        ApplicationState::Deferred if group_told => (Duty::DecideAgain, Debtor::Partnership),
        ApplicationState::Declined | ApplicationState::Deferred if !group_told => (Duty::TellGroup, Debtor::Office),
        ApplicationState::Approved
        | ApplicationState::ApprovedInPart
        | ApplicationState::Deferred
        | ApplicationState::Declined
        | ApplicationState::Withdrawn => return None,
    };
    Some(Owed { duty, debtor, since, due_on: None })
}

/// What is owed on a grant, the most pressing first.
pub fn on_grant(grant: &Grant, today: NaiveDate) -> Vec<Owed> {
    if !grant.is_open() {
        return Vec::new();
    }
    let Some(issued_on) = grant.issued_on else {
        return vec![Owed { duty: Duty::TellGroup, debtor: Debtor::Office, since: grant.awarded_on, due_on: None }];
    };
    let mut owed = Vec::new();
    for party in grant.unsigned() {
        let (debtor, due_on) = match party {
            Party::Group => (Debtor::Group, grant.return_by),
            Party::Partnership => (Debtor::Partnership, None),
        };
        owed.push(Owed { duty: Duty::GetSignature(party), debtor, since: issued_on, due_on });
    }
    if grant.feedback_on.is_none() && grant.left_to_pay().is_positive() {
        if grant.unmet().is_some() {
            owed.push(Owed { duty: Duty::MeetCondition, debtor: Debtor::Office, since: issued_on, due_on: None });
        }
        match (&grant.account, grant.signed_on()) {
            (None, signed) => {
                owed.push(Owed { duty: Duty::AskAccount, debtor: Debtor::Office, since: signed.unwrap_or(issued_on), due_on: None });
            }
            (Some(account), _) if !account.bars().is_empty() => owed.push(Owed {
                duty: Duty::CheckAccount { changed: account.replaces_another },
                debtor: Debtor::Office,
                since: account.recorded_on,
                due_on: None,
            }),
            (Some(_), Some(since)) if grant.unmet().is_none() => {
                if let Some((_, amount)) = grant.next_instalment() {
                    owed.push(Owed { duty: Duty::Pay(amount), debtor: Debtor::Lto, since, due_on: None });
                }
            }
            (Some(_), _) => {}
        }
    }
    if grant.paid().is_positive() && grant.feedback_on.is_none() && today > grant.ends_on() {
        owed.push(Owed { duty: Duty::GetFeedback, debtor: Debtor::Group, since: grant.ends_on(), due_on: Some(grant.feedback_due()) });
    }
    if let Some(feedback_on) = grant.feedback_on {
        let unaccounted = grant.unaccounted();
        if unaccounted.is_positive() {
            owed.push(Owed {
                duty: Duty::GetMoneyBack(unaccounted),
                debtor: Debtor::Group,
                since: feedback_on,
                due_on: Some(grant.feedback_due()),
            });
        } else {
            owed.push(Owed { duty: Duty::Close, debtor: Debtor::Office, since: feedback_on, due_on: None });
        }
    }
    owed.sort_by_key(|owed| std::cmp::Reverse(owed.days_late(today).unwrap_or(0)));
    owed
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        grant::SentBack,
        id::GrantId,
        payment::{Method, Payment},
        signature::Signature,
    };
    use uuid::Uuid;

    pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// A grant of July 2022 of which the group was not told.
    pub(crate) fn bare() -> Grant {
        Grant {
            id: GrantId(Uuid::nil()),
            amount: Money::from_pence(40_000),
            awarded_on: day(2022, 7, 21),
            issued_on: None,
            first_ends_on: day(2022, 11, 30),
            extensions: vec![],
            return_by: Some(day(2022, 8, 31)),
            conditions: vec![],
            instalments: vec![],
            costs: vec![],
            account: None,
            signatures: vec![],
            payments: vec![],
            feedback_on: None,
            receipts: vec![],
            sent_back: vec![],
            closed_on: None,
            cancelled_on: None,
        }
    }

    fn duties(grant: &Grant, today: NaiveDate) -> Vec<Duty> {
        on_grant(grant, today).into_iter().map(|owed| owed.duty).collect()
    }

    #[test]
    fn what_is_owed_follows_the_life_of_the_grant() {
        let today = day(2022, 8, 20);
        let mut grant = bare();
        assert_eq!(duties(&grant, today), [Duty::TellGroup]);
        grant.issued_on = Some(day(2022, 7, 22));
        assert_eq!(duties(&grant, today), [Duty::GetSignature(Party::Group), Duty::GetSignature(Party::Partnership), Duty::AskAccount]);
        grant.signatures = Party::ALL
            .map(|party| Signature { party, name: format!("{party:?}"), position: String::new(), signed_on: day(2022, 8, 1) })
            .to_vec();
        assert_eq!(duties(&grant, today), [Duty::AskAccount]);
        grant.payments.push(Payment {
            id: Uuid::nil().into(),
            amount: Money::from_pence(40_000),
            paid_on: day(2022, 8, 12),
            reference: "R".into(),
            method: Method::Cheque,
            undone: None,
        });
        assert_eq!(duties(&grant, today), []);
        assert_eq!(duties(&grant, day(2022, 12, 1)), [Duty::GetFeedback]);
        grant.feedback_on = Some(day(2023, 1, 5));
        assert_eq!(duties(&grant, day(2023, 1, 17)), [Duty::GetMoneyBack(Money::from_pence(40_000))]);
        grant.sent_back.push(SentBack { amount: Money::from_pence(40_000), on: today });
        assert_eq!(duties(&grant, day(2023, 1, 17)), [Duty::Close]);
        grant.closed_on = Some(day(2023, 1, 17));
        assert_eq!(duties(&grant, day(2023, 1, 17)), []);
    }

    #[test]
    fn feedback_is_late_from_the_day_after_it_was_due_however_long_the_program_was_off() {
        let owed = Owed { duty: Duty::GetFeedback, debtor: Debtor::Group, since: day(2022, 11, 30), due_on: Some(day(2022, 12, 30)) };
        assert_eq!(owed.days_late(day(2022, 12, 30)), None);
        assert_eq!(owed.days_late(day(2022, 12, 31)), Some(1));
        assert_eq!(owed.days_late(day(2023, 1, 17)), Some(18));
    }

    #[test]
    fn a_decision_of_any_kind_is_told_to_the_group() {
        let since = day(2022, 7, 21);
        let duty = |state, told| on_application(state, since, told).map(|owed| owed.duty);
        assert_eq!(duty(ApplicationState::Draft, false), Some(Duty::FinishTyping));
        assert_eq!(duty(ApplicationState::Received, false), Some(Duty::Decide));
        assert_eq!(duty(ApplicationState::Deferred, false), Some(Duty::TellGroup));
        assert_eq!(duty(ApplicationState::Deferred, true), Some(Duty::DecideAgain));
        assert_eq!(duty(ApplicationState::Declined, false), Some(Duty::TellGroup));
        assert_eq!(duty(ApplicationState::Declined, true), None);
        assert_eq!(duty(ApplicationState::Withdrawn, false), None);
    }
}
