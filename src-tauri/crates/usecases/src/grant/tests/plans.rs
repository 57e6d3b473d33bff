//! Grants and the plans in sequence: each grant takes its money from the plan that covers the day of its decision.

use super::fixture::{Place, day, on, pounds};
use crate::interest::tests::place::figures;
use crate::plan::{self, DraftFrom};
use crate::{Error, Result, decision};
use domain::decision::{Body, DecisionError, NewDecision, Outcome, Terms};
use domain::id::ApplicationId;
use domain::plan::draft::AdoptRefusal;

/// Adopts a plan from 1 August 2023 with 3,000 pounds for the Community Chest.
fn adopt(place: &mut Place) -> Result<()> {
    let draft = plan::start(&mut place.open, DraftFrom::PlanInForce)?.value;
    let mut typed = draft.typed;
    typed.name = "After Big Local".into();
    typed.ends_on = on("2024-07-31");
    typed.periods[0].name = "The whole year".into();
    typed.periods[0].ends_on = on("2024-07-31");
    typed.lines[2].amounts[0] = "3000".into();
    // The fund's line was given another code: what was granted before keeps its own.
    typed.lines[2].code = "1.5".into();
    typed.fund_code = "1.5".into();
    let draft = plan::save(&mut place.open, draft.revision, &typed)?.value;
    plan::adopt(&mut place.open, draft.revision, &on("2023-06-22"), "Forum").map(drop)
}

fn approve(place: &mut Place, application: ApplicationId, amount: i64, decided_on: &str) -> Result<()> {
    let new = NewDecision {
        outcome: Outcome::Approved { amount: pounds(amount) },
        decided_on: day(decided_on),
        body: Body::Partnership,
        decided_by: "The partnership meeting".into(),
        conditions: Vec::new(),
        terms: Some(Terms { ends_on: day("2023-12-31"), return_by: None, instalments: Vec::new() }),
    };
    decision::record(&mut place.open, application, &new, &figures()).map(drop)
}

#[test]
fn a_grant_takes_its_money_from_the_plan_of_the_day_of_its_decision_whenever_it_is_recorded() {
    let mut place = Place::new();
    place.day.set(day("2023-06-22"));
    adopt(&mut place).unwrap();
    let ids = [("Merrybank Growers", 2_000), ("Allen Street Strings", 500), ("Corner Choir", 2_600)];
    let [growers, strings, choir] = ids.map(|(name, asked)| place.received(name, asked));
    place.day.set(day("2023-08-20"));

    // Decided in the last days of the former plan, and recorded when the next one is in force.
    approve(&mut place, growers, 2_000, "2023-07-27").unwrap();
    let free = |place: &Place, on: &str| {
        let adopted = place.open.plan_of(day(on));
        place.open.line_of(adopted, &adopted.fund.activity).free()
    };
    assert_eq!((free(&place, "2023-07-31"), free(&place, "2023-08-01")), (pounds(500), pounds(3_000)));
    let refused = approve(&mut place, choir, 2_600, "2023-07-28");
    let over = DecisionError::MoreThanFree { free: pounds(500), over: pounds(2_100) };
    assert!(matches!(refused, Err(Error::Decision(error)) if error == over));
    approve(&mut place, choir, 2_600, "2023-08-03").unwrap();
    assert_eq!((free(&place, "2023-07-31"), free(&place, "2023-08-01")), (pounds(500), pounds(400)));
    assert!(approve(&mut place, strings, 500, "2023-08-03").is_err());
    approve(&mut place, strings, 500, "2023-07-30").unwrap();
    assert_eq!((free(&place, "2023-07-31"), free(&place, "2023-08-01")), (pounds(0), pounds(400)));

    let code = |id| place.open.case(id).unwrap().grant.as_ref().unwrap().row.code.clone();
    assert_eq!([growers, strings, choir].map(code), ["1.4", "1.4", "1.5"]);
    // Home and the budget show the plan in force.
    let budget = crate::budget::budget(&place.open);
    assert_eq!((budget.total.planned, budget.total.committed), (pounds(3_000), pounds(2_600)));
}

#[test]
fn a_plan_is_not_adopted_over_days_on_which_money_was_granted_already() {
    let mut place = Place::new();
    let application = place.received("Merrybank Growers", 400);
    place.day.set(day("2023-08-10"));
    approve(&mut place, application, 400, "2023-08-03").unwrap();
    let refused = adopt(&mut place);
    assert!(matches!(refused, Err(Error::Adopt(AdoptRefusal::BeginsTooEarly { after })) if after == day("2023-08-03")));
    assert_eq!(place.open.plans().all().count(), 1);
}
