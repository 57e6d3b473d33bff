//! What a group is reminded of, and in which tone. The plan asks for the agreement, the receipts (§7 Q6) and the Grant Feedback
//! form (§7 Q5), and says nothing of reminders: the days here are ours (decision 24).

use crate::{
    Money,
    grant::Grant,
    owed::{Debtor, Duty, on_grant},
};
use chrono::{Days, NaiveDate};

/// How many days a reminder gives before the partnership wants to hear.
pub const DAYS_TO_ANSWER: u64 = 14;

/// Something that is more days late than this is asked for in firm words, even the first time.
pub const FIRM_AFTER_DAYS: i64 = 28;

/// Something that a group owes and that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// The agreement, which should be back signed by this day.
    Agreement(NaiveDate),
    /// The Grant Feedback form, due on this day.
    Feedback(NaiveDate),
    /// Receipts for so much, or the money, due on this day.
    Receipts(Money, NaiveDate),
}

/// How a reminder speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It may have been forgotten.
    Friendly,
    /// It was asked for before, or it is late for long.
    Firm,
}

/// A letter about what is late on one grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What is late, the oldest first.
    pub late: Vec<Late>,
    /// By how many days the oldest is late.
    pub days_late: i64,
    /// How it speaks.
    pub tone: Tone,
    /// The day of the letter: today, or when it was first sent.
    pub on: NaiveDate,
    /// By when the partnership wants to hear.
    pub answer_by: NaiveDate,
    /// Whether this letter was sent already, and its days to answer last.
    pub sent: bool,
}

impl Late {
    /// The day it was due.
    pub fn due_on(self) -> NaiveDate {
        match self {
            Self::Agreement(due) | Self::Feedback(due) | Self::Receipts(_, due) => due,
        }
    }
}

/// The reminder of a grant, from the day after the first thing was due. `sent` are the days on which one was printed. One from
/// before the day that this is due was about something else. One printed again while its days to answer last is the same letter.
pub fn reminder(grant: &Grant, sent: &[NaiveDate], today: NaiveDate) -> Option<Reminder> {
    let late = late(grant, today);
    let due = late.first()?.due_on();
    let mut letters = letters(sent.iter().copied().filter(|day| *day > due && *day <= today));
    let same = letters.pop_if(|day| today <= answer_by(*day));
    let on = same.unwrap_or(today);
    let firm = !letters.is_empty() || days(due, on) > FIRM_AFTER_DAYS;
    Some(Reminder {
        late,
        days_late: days(due, today),
        tone: if firm { Tone::Firm } else { Tone::Friendly },
        on,
        answer_by: answer_by(on),
        sent: same.is_some(),
    })
}

/// The first day of each letter.
fn letters(printed: impl Iterator<Item = NaiveDate>) -> Vec<NaiveDate> {
    let mut printed: Vec<NaiveDate> = printed.collect();
    printed.sort_unstable();
    printed.dedup_by(|day, first| *day <= answer_by(*first));
    printed
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

fn answer_by(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(DAYS_TO_ANSWER)).unwrap_or(NaiveDate::MAX)
}

/// What the group owes and is late with, the oldest first. Receipts come with the form (§7 Q5, Q6): the letter of the decision
/// names one day for both.
fn late(grant: &Grant, today: NaiveDate) -> Vec<Late> {
    let owed = on_grant(grant, today).into_iter().filter(|owed| owed.debtor == Debtor::Group && owed.days_late(today).is_some());
    let mut late = Vec::new();
    for (owed, due) in owed.filter_map(|owed| Some((owed, owed.due_on?))) {
        match owed.duty {
            Duty::GetSignature(_) => late.push(Late::Agreement(due)),
            Duty::GetFeedback => {
                late.push(Late::Feedback(due));
                let unaccounted = grant.unaccounted();
                if unaccounted.is_positive() {
                    late.push(Late::Receipts(unaccounted, due));
                }
            }
            Duty::GetMoneyBack(amount) => late.push(Late::Receipts(amount, due)),
            Duty::FinishTyping
            | Duty::Decide
            | Duty::DecideAgain
            | Duty::TellGroup
            | Duty::AskAccount
            | Duty::CheckAccount { .. }
            | Duty::MeetCondition
            | Duty::Pay(_)
            | Duty::Close => {}
        }
    }
    late.sort_by_key(|late| late.due_on());
    late
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        owed::tests::{bare, day},
        payment::{Method, Payment},
        signature::{Party, Signature},
    };
    use uuid::Uuid;

    /// Told on 23 July, the agreement due on 12 August, the end on 30 November and feedback due on 30 December.
    fn told() -> Grant {
        Grant { issued_on: Some(day(2022, 7, 23)), return_by: Some(day(2022, 8, 12)), ..bare() }
    }

    fn paid() -> Grant {
        let sign = |party| Signature { party, name: "A".into(), position: String::new(), signed_on: day(2022, 8, 1) };
        let payment = Payment {
            id: Uuid::nil().into(),
            amount: Money::from_pence(40_000),
            paid_on: day(2022, 8, 12),
            reference: "R".into(),
            method: Method::Cheque,
            undone: None,
        };
        Grant { signatures: Party::ALL.map(sign).to_vec(), payments: vec![payment], ..told() }
    }

    #[test]
    fn what_is_late_is_what_the_group_owes_after_its_day() {
        let all = Money::from_pence(40_000);
        let (agreement, due) = (day(2022, 8, 12), day(2022, 12, 30));
        let not_told = Grant { issued_on: None, ..told() };
        let signed_by_us =
            Grant { signatures: paid().signatures.into_iter().filter(|s| s.party == Party::Partnership).collect(), ..told() };
        let fed_back = Grant { feedback_on: Some(day(2022, 12, 20)), ..paid() };
        let closed = Grant { closed_on: Some(day(2023, 1, 2)), ..fed_back.clone() };
        let extended = Grant { extensions: vec![day(2023, 2, 28)], ..paid() };
        for (grant, today, expected) in [
            (told(), agreement, vec![]),
            (told(), day(2022, 8, 13), vec![Late::Agreement(agreement)]),
            (Grant { return_by: None, ..told() }, day(2022, 9, 13), vec![]),
            // A letter of before the group was told would break the embargo.
            (not_told, day(2022, 9, 13), vec![]),
            (signed_by_us, day(2022, 8, 13), vec![Late::Agreement(agreement)]),
            // The funding has ended, and a month is left for the form and the receipts.
            (paid(), due, vec![]),
            (paid(), day(2022, 12, 31), vec![Late::Feedback(due), Late::Receipts(all, due)]),
            (fed_back.clone(), due, vec![]),
            (fed_back, day(2022, 12, 31), vec![Late::Receipts(all, due)]),
            (closed, day(2023, 2, 1), vec![]),
            (extended, day(2023, 2, 1), vec![]),
        ] {
            let found = reminder(&grant, &[], today).map(|reminder| reminder.late).unwrap_or_default();
            assert_eq!(found, expected, "{today}");
        }
    }

    #[test]
    fn a_reminder_is_friendly_at_first_and_firm_after_28_days_or_when_the_first_was_not_answered() {
        use Tone::{Firm, Friendly};
        let jan = |day_of| day(2023, 1, day_of);
        // Due on 30 December; on 27 January it is 28 days late.
        for (sent, today, tone, on, again) in [
            (vec![], day(2022, 12, 31), Friendly, day(2022, 12, 31), false),
            (vec![], jan(27), Friendly, jan(27), false),
            (vec![], jan(28), Firm, jan(28), false),
            // Printed again within its 14 days it is the same letter.
            (vec![jan(2)], jan(2), Friendly, jan(2), true),
            (vec![jan(2)], jan(16), Friendly, jan(2), true),
            (vec![jan(9), jan(2)], jan(16), Friendly, jan(2), true),
            // Nobody answered.
            (vec![jan(2)], jan(17), Firm, jan(17), false),
            (vec![jan(2), jan(9)], jan(17), Firm, jan(17), false),
            (vec![jan(2), jan(17)], jan(20), Firm, jan(17), true),
            // What was asked for before this was due was something else, and what is to come is not yet.
            (vec![day(2022, 12, 30), day(2022, 8, 20)], jan(17), Friendly, jan(17), false),
            (vec![jan(20)], jan(17), Friendly, jan(17), false),
        ] {
            let found = reminder(&paid(), &sent, today).unwrap();
            assert_eq!((found.tone, found.on, found.sent), (tone, on, again), "{sent:?} on {today}");
            assert_eq!(found.answer_by, on + chrono::Duration::days(14));
            assert_eq!(found.days_late, days(day(2022, 12, 30), today));
        }
    }
}
