//! Lists, home, finding and the budget, over grants at several places of their life.

use super::fixture::{Place, day, pounds};
use crate::find::{FoundWhat, find};
use crate::grant::{GrantFilter, GrantSort, GrantTab, list};
use crate::home::home;
use crate::{application, budget};
use domain::owed::Duty;
use domain::payee::CheckMethod;
use domain::signature::Party;

fn all() -> GrantFilter {
    GrantFilter { tab: GrantTab::All, text: String::new(), sort: GrantSort::Reference, descending: false, offset: 0, limit: 100 }
}

fn names(place: &Place, filter: &GrantFilter) -> Vec<String> {
    list(&place.open, filter).rows.iter().map(|(case, _)| case.group_name().unwrap_or("sealed").to_owned()).collect()
}

fn tab(place: &Place, tab: GrantTab) -> Vec<String> {
    names(place, &GrantFilter { tab, ..all() })
}

/// Growers paid and late with feedback; Pans half paid; Stitchers to sign; Bikes with a changed account; Owls closed.
fn five() -> Place {
    let mut place = Place::new();
    let growers = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&growers, "400", "2022-08-12").unwrap();
    let pans = place.ready("Brightwater Steel Pans", 450, &[225, 225]);
    place.pay(&pans, "225", "2022-08-12").unwrap();
    crate::grant::extend(&mut place.open, pans.grant, &super::fixture::on("2023-03-31"), "Late start").unwrap();
    let stitchers = place.told("The Thursday Stitchers", 200, &[]);
    place.sign(&stitchers, Party::Partnership, "Marcia Lowe", "2022-08-01").unwrap();
    let bikes = place.ready("Second Spin Bike Workshop", 300, &[]);
    place.account(&bikes, "87654321").unwrap();
    let owls = place.ready("Night Owls Homework Club", 100, &[]);
    place.pay(&owls, "100", "2022-09-01").unwrap();
    place.feedback(&owls, "2022-12-01").unwrap();
    place.receipt(&owls, "100", "100", "2022-09-10").unwrap();
    place.close(&owls, "").unwrap();
    place
}

#[test]
fn each_tab_shows_its_own_grants() {
    let place = five();
    assert_eq!(tab(&place, GrantTab::All).len(), 5);
    assert_eq!(tab(&place, GrantTab::ToSign), ["The Thursday Stitchers"]);
    assert_eq!(tab(&place, GrantTab::Signed).len(), 4);
    assert_eq!(tab(&place, GrantTab::ReadyToPay), ["Brightwater Steel Pans"]);
    assert_eq!(tab(&place, GrantTab::WaitingToPay), ["The Thursday Stitchers", "Second Spin Bike Workshop"]);
    assert_eq!(tab(&place, GrantTab::Paid), ["Merrybank Growers", "Night Owls Homework Club"]);
    assert_eq!(tab(&place, GrantTab::FeedbackDue), ["Merrybank Growers"]);
    assert_eq!(tab(&place, GrantTab::FeedbackLater), ["Brightwater Steel Pans"]);
    assert_eq!(tab(&place, GrantTab::FeedbackIn), Vec::<String>::new());
    assert_eq!(tab(&place, GrantTab::Finished), ["Night Owls Homework Club"]);
    let page = list(&place.open, &GrantFilter { text: "pans".into(), ..all() });
    assert_eq!(page.counts.get(&GrantTab::All), Some(&5), "counts do not depend on the filter");
    assert_eq!(page.counts.get(&GrantTab::Paid), Some(&2));
    assert_eq!((page.granted, page.paid, page.left), (pounds(450), pounds(225), pounds(225)));
}

#[test]
fn a_list_is_filtered_by_words_and_by_amounts() {
    let place = five();
    let found = |text: &str| names(&place, &GrantFilter { text: text.into(), ..all() });
    assert_eq!(found("thursday"), ["The Thursday Stitchers"]);
    assert_eq!(found("cc-2022-004"), ["Second Spin Bike Workshop"]);
    assert_eq!(found("RAISED beds").len(), 5);
    assert_eq!(found("450"), ["Brightwater Steel Pans"]);
    assert_eq!(found("£450.00"), ["Brightwater Steel Pans"]);
    assert_eq!(found("225 pans"), ["Brightwater Steel Pans"]);
    assert_eq!(found("450.01"), Vec::<String>::new());
    assert_eq!(found("nothing like it"), Vec::<String>::new());
}

#[test]
fn a_list_is_put_in_order_and_cut_into_pages() {
    let place = five();
    let by = |sort, descending| names(&place, &GrantFilter { sort, descending, ..all() });
    assert_eq!(by(GrantSort::Group, false)[0], "Brightwater Steel Pans");
    assert_eq!(by(GrantSort::Group, true)[0], "The Thursday Stitchers");
    assert_eq!(by(GrantSort::Granted, true)[..2], ["Brightwater Steel Pans", "Merrybank Growers"]);
    assert_eq!(by(GrantSort::Left, true)[0], "Second Spin Bike Workshop");
    assert_eq!(by(GrantSort::EndsOn, true)[0], "Brightwater Steel Pans");
    let page = list(&place.open, &GrantFilter { offset: 3, limit: 1, ..all() });
    assert_eq!((page.rows.len(), page.total), (1, 5));
    assert_eq!(page.rows[0].0.group_name(), Some("Second Spin Bike Workshop"));
}

#[test]
fn home_shows_late_things_first_and_then_what_has_waited_longest() {
    let mut place = five();
    application::start(&mut place.open).unwrap();
    place.received("Foxglove Close Street Play", 210);
    let home = home(&place.open);
    let days: Vec<i64> = home.tasks.iter().map(|task| task.owed.days_late(home.today).unwrap_or(0)).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    assert_eq!(home.tasks[0].owed.duty, Duty::GetSignature(Party::Group), "155 days late");
    assert_eq!(home.tasks[1].owed.duty, Duty::GetFeedback, "18 days late");
    let since: Vec<_> = home.tasks.iter().filter(|task| task.owed.days_late(home.today).is_none()).map(|task| task.owed.since).collect();
    assert!(since.is_sorted(), "{since:?}");
    let counts = home.counts;
    assert_eq!((counts.applications, counts.decisions, counts.agreements), (1, 1, 1));
    assert_eq!((counts.payments, counts.feedback, counts.feedback_late), (1, 1, 1));
    assert_eq!((home.waiting, home.embargoes), (pounds(210), 2));
    let draft = home.tasks.iter().find(|task| task.owed.duty == Duty::FinishTyping).unwrap();
    assert_eq!(draft.parts, Some((1, 10)), "the day it came is filled in");
}

#[test]
fn the_budget_adds_up_and_what_was_never_paid_is_free_after_the_close() {
    let place = five();
    let budget = budget::budget(&place.open);
    let (_, chest) = budget.lines.iter().find(|(activity, _)| activity.code == "1.4").unwrap();
    assert_eq!((chest.planned, chest.paid, chest.committed), (pounds(2500), pounds(725), pounds(225 + 200 + 300)));
    assert_eq!(*chest, place.open.line("1.4"));
    assert_eq!(budget.total.planned, pounds(88_000));
    let sum: domain::Money = budget.lines.iter().map(|(_, line)| line.free()).sum();
    assert_eq!(budget.total.free(), sum);
    let home = home(&place.open);
    assert_eq!((home.plan, home.fund), (budget.total, chest.clone()));
}

#[test]
fn finding_puts_names_and_references_before_answers_and_shows_the_words_around() {
    let mut place = five();
    let quiet = place.received("Quiet Corner Readers", 50);
    let found = find(&place.open, "quiet");
    assert_eq!(found[0].what, FoundWhat::Application(quiet));
    assert_eq!((found[0].title.as_str(), found[0].snippet.as_deref(), found[0].sealed), ("Quiet Corner Readers", None, true));
    assert_eq!(found.len(), 6);
    assert_eq!(found[1].snippet.as_deref(), Some("We want a quiet corner with growing plants for young people."));
    assert!(matches!(found[1].what, FoundWhat::Grant(_)));

    assert_eq!(find(&place.open, "cc-2022-002")[0].title, "Brightwater Steel Pans");
    assert_eq!(find(&place.open, "STEEL cc-2022").len(), 1);
    assert_eq!(find(&place.open, "win barlow").len(), 6);
    assert_eq!(find(&place.open, "steel zebra"), []);
    assert_eq!(find(&place.open, "  "), []);
    let joan = &find(&place.open, "joan")[0];
    assert!(matches!(joan.what, FoundWhat::Member(_)));
    let chest = &find(&place.open, "community chest")[0];
    assert_eq!((&chest.what, chest.reference.as_deref()), (&FoundWhat::Activity("1.4".into()), Some("1.4")));
}

#[test]
fn an_account_that_is_checked_again_makes_a_grant_ready_to_pay() {
    let mut place = Place::new();
    let group = place.ready("Second Spin Bike Workshop", 300, &[]);
    place.account(&group, "87654321").unwrap();
    assert_eq!(home(&place.open).counts.payments, 0);
    place.check(&group, CheckMethod::Phoned).unwrap();
    assert_eq!(home(&place.open).counts.payments, 1);
    place.day.set(day("2023-02-01"));
    assert_eq!(place.case(&group).owed(place.open.today())[0].duty, Duty::Pay(pounds(300)));
}
