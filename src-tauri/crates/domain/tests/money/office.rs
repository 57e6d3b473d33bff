//! The office: it holds each thing against the rules of the domain, as the use cases do, and writes down what they pass.

use crate::Try;
use chrono::{Days, NaiveDate};
use domain::Money;
use domain::application::{ApplicationState, CostLine};
use domain::award::{Award, AwardKind, AwardPayment, NewAward};
use domain::budget::LineMoney;
use domain::decision::{Body, NewDecision, Outcome, Standing, Terms, decide};
use domain::feedback::Receipt;
use domain::grant::{Grant, SentBack};
use domain::id::{AwardPaymentId, PaymentId};
use domain::payment::{Method, NewPayment, Payment, Undoing, Undone};
use domain::plan::{Activity, Period, Plan};
use domain::signature::{Party, Signature};
use domain::spending::{Commitment, Spendometer, spendometer};
use domain::virement::{self, Cell, Virement};
use uuid::Uuid;

pub(crate) fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

enum Held {
    Grant(Box<Grant>),
    Award(Award),
}

pub(crate) struct Office {
    plan: Plan,
    all: Vec<(usize, Held)>,
    moved: Vec<Virement>,
    today: i64,
}

const CODES: [&str; 2] = ["1.4", "1.3"];

fn day(number: i64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2022, 5, 1).unwrap();
    // Money may be moved by a decision from before the first day.
    if number < 0 { first - Days::new(number.unsigned_abs()) } else { first + Days::new(number.unsigned_abs()) }
}

fn nth(place: usize) -> Uuid {
    Uuid::from_u128(place as u128 + 1)
}

impl Office {
    pub(crate) fn new(budget: &[[i64; 2]; 2]) -> Self {
        let period = |from: i64, to: i64| Period { name: String::new(), starts_on: day(from), ends_on: day(to) };
        let line = |(code, profile): (&str, &[i64; 2])| Activity {
            code: code.into(),
            name: code.into(),
            priority: None,
            profile: profile.map(pounds).into(),
            year_before: None,
        };
        let plan = Plan {
            name: "Plan".into(),
            starts_on: day(0),
            ends_on: day(365),
            priorities: vec![],
            periods: vec![period(0, 182), period(183, 365)],
            activities: CODES.into_iter().zip(budget).map(line).collect(),
        };
        Self { plan, all: vec![], moved: vec![], today: 0 }
    }

    /// What decisions are held against.
    pub(crate) fn line(&self, line: usize) -> LineMoney {
        let planned = virement::applied(&self.plan, &self.moved, NaiveDate::MAX).activities[line].planned();
        let money = self.all.iter().filter(|(place, _)| *place == line).map(|(_, held)| match held {
            Held::Grant(grant) => grant.money(),
            Held::Award(award) => award.money(),
        });
        LineMoney::of(planned, money)
    }

    /// The spendometer as of a day.
    pub(crate) fn as_of(&self, on: i64) -> Spendometer {
        let commitments: Vec<Commitment> = self
            .all
            .iter()
            .map(|(line, held)| match held {
                Held::Grant(grant) => Commitment::of_grant(CODES[*line], grant),
                Held::Award(award) => Commitment::of_award(award),
            })
            .collect();
        spendometer(&virement::applied(&self.plan, &self.moved, day(on)), &&commitments, day(on))
    }

    /// Paid and granted of each commitment.
    pub(crate) fn commitments(&self) -> impl Iterator<Item = (Money, Money)> {
        self.all.iter().map(|(_, held)| match held {
            Held::Grant(grant) => (grant.paid(), grant.amount),
            Held::Award(award) => (award.paid(), award.amount),
        })
    }

    fn held(&mut self, which: usize) -> Result<&mut Held, String> {
        self.all.get_mut(which).map(|(_, held)| held).ok_or_else(|| "no such commitment".to_owned())
    }

    fn grant(&mut self, which: usize) -> Result<&mut Grant, String> {
        match self.held(which)? {
            Held::Grant(grant) => Ok(grant),
            Held::Award(_) => Err("no grant".into()),
        }
    }

    pub(crate) fn try_to(&mut self, attempt: &Try) -> Result<(), String> {
        let today = day(self.today);
        let said = |error: &dyn std::fmt::Debug| format!("{error:?}");
        match *attempt {
            Try::Grant { line, amount } => {
                let free = self.line(line).free();
                let terms = Terms { ends_on: day(self.today + 90), return_by: None, instalments: vec![] };
                let new = NewDecision {
                    outcome: Outcome::Approved { amount: pounds(amount) },
                    decided_on: today,
                    body: Body::Partnership,
                    decided_by: "Partnership meeting".into(),
                    conditions: vec![],
                    terms: Some(terms),
                };
                decide(&new, &Standing { state: ApplicationState::Received, received_on: today, asked: None, free, today })
                    .map_err(|e| said(&e))?;
                self.all.push((line, Held::Grant(Box::new(granted(pounds(amount), today, day(self.today + 90))))));
            }
            Try::Award { line, amount } => {
                let new = NewAward { amount: pounds(amount), decided_on: today, parts: vec![] };
                new.hold(self.line(line).free(), today).map_err(|e| said(&e))?;
                let id = nth(self.all.len()).into();
                self.all.push((line, Held::Award(awarded(id, line, &new))));
            }
            Try::Move { from, to, amount, days_ago } => {
                let cell = |(line, place): (usize, usize)| Cell { code: CODES[line].into(), place };
                let new =
                    Virement { from: from.map(cell), to: to.map(cell), amount: pounds(amount), decided_on: day(self.today - days_ago) };
                let free = from.map(|(line, _)| self.line(line).free()).unwrap_or_default();
                virement::hold(&new, &self.plan, &self.moved, free, today).map_err(|e| said(&e))?;
                self.moved.push(new);
            }
            Try::Pay { which, amount } => match self.held(which)? {
                Held::Grant(grant) => {
                    let new = NewPayment { amount: pounds(amount), paid_on: today, reference: "R".into(), method: Method::Cheque };
                    grant.pay(&new, today).map_err(|e| said(&e))?;
                    grant.payments.push(made(PaymentId(nth(grant.payments.len())), &new));
                }
                Held::Award(award) => {
                    award.pay(pounds(amount), today, today).map_err(|e| said(&e))?;
                    let id = AwardPaymentId(nth(award.payments.len()));
                    award.payments.push(AwardPayment { id, amount: pounds(amount), paid_on: today, undone: None });
                }
            },
            Try::Undo { which, payment, returned } => {
                let undone = Undone { way: if returned { Undoing::Returned } else { Undoing::Voided }, on: today };
                match self.held(which)? {
                    Held::Grant(grant) => {
                        grant.undo_payment(PaymentId(nth(payment)), today, "R", today).map_err(|e| said(&e))?;
                        grant.payments[payment].undone = Some(undone);
                    }
                    Held::Award(award) => {
                        award.undo_payment(AwardPaymentId(nth(payment)), today, "R", today).map_err(|e| said(&e))?;
                        award.payments[payment].undone = Some(undone);
                    }
                }
            }
            Try::SendBack { which, amount } => {
                let grant = self.grant(which)?;
                grant.take_back(pounds(amount), today, today).map_err(|e| said(&e))?;
                grant.sent_back.push(SentBack { amount: pounds(amount), on: today });
            }
            Try::Receipt { which, amount } => {
                let grant = self.grant(which)?;
                let spent_on = grant.awarded_on;
                let cost_line = grant.costs[0].id;
                let (amount, id) = (pounds(amount), nth(0).into());
                let new = Receipt { id, cost_line, amount, accepted: amount, spent_on, what: "Timber".into(), voided: None };
                grant.take_receipt(&new, today).map_err(|e| said(&e))?;
                grant.receipts.push(new);
            }
            Try::Extend { which } => {
                let grant = self.grant(which)?;
                let later = grant.ends_on() + Days::new(30);
                grant.extend(later, "Rain").map_err(|e| said(&e))?;
                grant.extensions.push(later);
            }
            Try::Close { which, let_go } => {
                let grant = self.grant(which)?;
                grant.feedback_on = Some(grant.feedback_on.unwrap_or(today));
                let reason = if let_go { "The meeting let it go" } else { "" };
                grant.close(today, reason, today).map_err(|e| said(&e))?;
                grant.closed_on = Some(today);
            }
            Try::Cancel { which } => {
                let grant = self.grant(which)?;
                grant.cancel("The group folded").map_err(|e| said(&e))?;
                grant.cancelled_on = Some(today);
            }
            Try::End { which } => match self.held(which)? {
                Held::Award(award) => {
                    award.end(today, "The partner stopped", today).map_err(|e| said(&e))?;
                    award.ended_on = Some(today);
                }
                Held::Grant(_) => return Err("no award".into()),
            },
            Try::Wait { days } => self.today += days,
        }
        Ok(())
    }
}

fn made(id: PaymentId, new: &NewPayment) -> Payment {
    Payment { id, amount: new.amount, paid_on: new.paid_on, reference: new.reference.clone(), method: new.method, undone: None }
}

fn awarded(id: domain::id::AwardId, line: usize, new: &NewAward) -> Award {
    Award {
        id,
        code: CODES[line].into(),
        kind: AwardKind::Cost,
        amount: new.amount,
        decided_on: new.decided_on,
        parts: new.parts.clone(),
        payments: vec![],
        ended_on: None,
    }
}

/// A grant that the group was told of and both have signed.
fn granted(amount: Money, today: NaiveDate, ends_on: NaiveDate) -> Grant {
    let signature = |party, name: &str| Signature { party, name: name.into(), position: String::new(), signed_on: today };
    Grant {
        id: Uuid::nil().into(),
        amount,
        awarded_on: today,
        issued_on: Some(today),
        first_ends_on: ends_on,
        extensions: vec![],
        return_by: None,
        conditions: vec![],
        instalments: vec![],
        costs: vec![CostLine { id: Uuid::nil().into(), what: "Timber".into(), amount }],
        account: None,
        signatures: vec![signature(Party::Group, "Win Barlow"), signature(Party::Partnership, "Marcia Lowe")],
        payments: vec![],
        feedback_on: None,
        receipts: vec![],
        sent_back: vec![],
        closed_on: None,
        cancelled_on: None,
    }
}
