//! A decision as it is typed into the form, and as it is read.

use crate::input::Faults;
use crate::{FieldFault, Result};
use domain::Money;
use domain::date::TypedDate;
use domain::decision::{Body, Figures, Instalment, NewDecision, Outcome, Terms};
use domain::meeting::{Casting, Tally, Way};

/// What was resolved, as typed.
#[derive(Debug, Clone)]
pub enum TypedOutcome {
    /// As asked.
    Approved {
        /// The amount granted.
        amount: String,
    },
    /// Less than asked, or for a part of it.
    ApprovedInPart {
        /// The amount granted.
        amount: String,
        /// What it is for.
        purpose: String,
    },
    /// Not yet.
    Deferred {
        /// What is missing.
        missing: String,
    },
    /// No.
    Declined {
        /// Why.
        reasons: String,
    },
}

/// How it was made, as typed.
#[derive(Debug, Clone)]
pub enum TypedWay {
    /// Everybody who took part agreed.
    Consensus,
    /// A vote was taken.
    Vote {
        /// Hands for it.
        agree: String,
        /// Hands against it; none when empty.
        against: String,
        /// Entitled, and not voting; none when empty.
        not_voting: String,
        /// The casting vote, if there was one.
        casting: Option<Casting>,
    },
}

/// The figures of the meeting, as typed from its minutes.
#[derive(Debug, Clone)]
pub struct TypedFigures {
    /// The members there were.
    pub members: String,
    /// Those in the room.
    pub present: String,
    /// The residents among them.
    pub residents: String,
    /// Residents who had an interest, remained, and took no part; none when empty.
    pub taking_no_part: String,
    /// Consensus, or a vote.
    pub way: TypedWay,
    /// Whether the elected Chair chaired.
    pub chair_chaired: bool,
}

/// A decision, as typed.
#[derive(Debug, Clone)]
pub struct TypedDecision {
    /// What was resolved.
    pub outcome: TypedOutcome,
    /// The day.
    pub decided_on: TypedDate,
    /// Which body.
    pub body: Body,
    /// The figures of the meeting.
    pub figures: TypedFigures,
    /// Who decided.
    pub decided_by: String,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// The end of funding; read for an approval.
    pub ends_on: TypedDate,
    /// When the signed agreement should be back; may be empty.
    pub return_by: TypedDate,
    /// What brings each part payment due, and how much it is. A line with neither is passed over.
    pub instalments: Vec<(String, String)>,
}

impl TypedDecision {
    /// Reads it whole, or says every field that is not right.
    pub fn read(&self) -> Result<(NewDecision, Figures)> {
        let mut faults = Faults::default();
        let outcome = outcome(&mut faults, &self.outcome);
        let decided_on = faults.date("decidedOn", &self.decided_on);
        let decided_by = faults.line("decidedBy", &self.decided_by);
        let conditions = conditions(&mut faults, &self.conditions);
        let figures = self.figures.read(&mut faults);
        let terms = terms(&mut faults, &self.outcome, &self.ends_on, &self.return_by, &self.instalments);
        let ((outcome, decided_on), figures) = faults.settled(outcome.zip(decided_on).zip(figures))?;
        Ok((NewDecision { outcome, decided_on, body: self.body, decided_by, conditions, terms }, figures))
    }
}

/// Reads what was resolved.
pub(crate) fn outcome(faults: &mut Faults, typed: &TypedOutcome) -> Option<Outcome> {
    match typed {
        TypedOutcome::Approved { amount } => faults.money("amount", amount).map(|amount| Outcome::Approved { amount }),
        TypedOutcome::ApprovedInPart { amount, purpose } => {
            let purpose = faults.answer("purpose", purpose);
            faults.money("amount", amount).map(|amount| Outcome::ApprovedInPart { amount, purpose })
        }
        TypedOutcome::Deferred { missing } => Some(Outcome::Deferred { missing: faults.answer("missing", missing) }),
        TypedOutcome::Declined { reasons } => Some(Outcome::Declined { reasons: faults.answer("reasons", reasons) }),
    }
}

/// Reads the conditions.
pub(crate) fn conditions(faults: &mut Faults, typed: &[String]) -> Vec<String> {
    typed.iter().enumerate().map(|(place, line)| faults.answer(&format!("conditions.{place}"), line)).collect()
}

/// Reads the terms, for an approval.
pub(crate) fn terms(
    faults: &mut Faults,
    outcome: &TypedOutcome,
    ends_on: &TypedDate,
    return_by: &TypedDate,
    typed: &[(String, String)],
) -> Option<Terms> {
    if !matches!(outcome, TypedOutcome::Approved { .. } | TypedOutcome::ApprovedInPart { .. }) {
        return None;
    }
    let ends_on = faults.date("endsOn", ends_on);
    let return_by = if return_by.is_empty() { None } else { faults.date("returnBy", return_by) };
    let mut instalments = Vec::new();
    for (place, (when, amount)) in typed.iter().enumerate() {
        if when.trim().is_empty() && amount.trim().is_empty() {
            continue;
        }
        let field = format!("instalments.{place}.when");
        if when.trim().is_empty() {
            faults.refuse(field.as_str(), FieldFault::Missing);
        }
        let when = faults.line(&field, when);
        let amount = faults.money(&format!("instalments.{place}.amount"), amount).unwrap_or(Money::ZERO);
        instalments.push(Instalment { when, amount });
    }
    Some(Terms { ends_on: ends_on?, return_by, instalments })
}

impl TypedFigures {
    fn read(&self, faults: &mut Faults) -> Option<Figures> {
        let members = needed(faults, "members", &self.members);
        let present = needed(faults, "present", &self.present);
        let residents = needed(faults, "residents", &self.residents);
        let taking_no_part = faults.people("takingNoPart", &self.taking_no_part).unwrap_or_default();
        let way = match &self.way {
            TypedWay::Consensus => Some(Way::Consensus),
            TypedWay::Vote { agree, against, not_voting, casting } => {
                let agree = needed(faults, "agree", agree);
                let against = faults.people("against", against).unwrap_or_default();
                let not_voting = faults.people("notVoting", not_voting).unwrap_or_default();
                agree.map(|agree| Way::Vote(Tally { agree, against, not_voting, casting: *casting }))
            }
        };
        let chair_chaired = self.chair_chaired;
        Some(Figures { members: members?, present: present?, residents: residents?, taking_no_part, way: way?, chair_chaired })
    }
}

/// Reads a number of people that must be there.
fn needed(faults: &mut Faults, field: &str, typed: &str) -> Option<u32> {
    if typed.trim().is_empty() {
        faults.refuse(field, FieldFault::Missing);
    }
    faults.people(field, typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use domain::application::check::LONGEST_LINE;
    use domain::date::DateProblem;
    use domain::money::MoneyProblem;

    fn day(day: &str) -> TypedDate {
        TypedDate { day: day.into(), month: "12".into(), year: "2022".into() }
    }

    fn approval(amount: &str) -> TypedDecision {
        TypedDecision {
            outcome: TypedOutcome::Approved { amount: amount.into() },
            decided_on: day("15"),
            body: Body::Partnership,
            figures: TypedFigures {
                members: "13".into(),
                present: "8".into(),
                residents: " 6 ".into(),
                taking_no_part: String::new(),
                way: TypedWay::Consensus,
                chair_chaired: false,
            },
            decided_by: " Partnership meeting ".into(),
            conditions: vec![],
            ends_on: day("31"),
            return_by: TypedDate::default(),
            instalments: vec![("First".into(), "200".into()), (" ".into(), String::new())],
        }
    }

    #[test]
    fn a_decision_is_read_whole_and_empty_lines_are_passed_over() {
        let (read, figures) = approval("£300").read().unwrap();
        assert_eq!((figures.members, figures.present, figures.residents, figures.taking_no_part), (13, 8, 6, 0));
        assert_eq!(read.outcome, Outcome::Approved { amount: Money::from_pence(30_000) });
        assert_eq!(read.decided_by, "Partnership meeting");
        let terms = read.terms.unwrap();
        assert_eq!((terms.return_by, terms.instalments.len()), (None, 1));
    }

    #[test]
    fn every_field_of_a_decision_that_is_not_right_is_told_at_once() {
        let mut typed = approval("lots");
        typed.decided_on = day("32");
        typed.decided_by = "x".repeat(LONGEST_LINE + 1);
        typed.figures.members = " ".into();
        typed.figures.taking_no_part = "two".into();
        typed.figures.way = TypedWay::Vote { agree: String::new(), against: "few".into(), not_voting: String::new(), casting: None };
        typed.ends_on = TypedDate::default();
        typed.instalments = vec![(String::new(), "1.234".into())];
        let Err(Error::Fields(fields)) = typed.read() else { panic!("ten fields are wrong") };
        let expected = [
            ("amount", FieldFault::Money(MoneyProblem::NotAnAmount)),
            ("decidedOn", FieldFault::Date(DateProblem::NotReal)),
            ("decidedBy", FieldFault::TooLong { most: LONGEST_LINE }),
            ("members", FieldFault::Missing),
            ("takingNoPart", FieldFault::NotANumber),
            ("agree", FieldFault::Missing),
            ("against", FieldFault::NotANumber),
            ("endsOn", FieldFault::Date(DateProblem::Missing)),
            ("instalments.0.when", FieldFault::Missing),
            ("instalments.0.amount", FieldFault::Money(MoneyProblem::TooManyDecimals)),
        ];
        assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
    }

    #[test]
    fn the_terms_of_a_refusal_are_not_read() {
        let mut typed = approval("");
        typed.outcome = TypedOutcome::Declined { reasons: "Bought already".into() };
        typed.ends_on = TypedDate::default();
        assert_eq!(typed.read().unwrap().0.terms, None);
    }
}
