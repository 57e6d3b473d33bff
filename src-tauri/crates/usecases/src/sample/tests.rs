//! The sample is whole: every stage of life is there, and the money is as the story says.

use super::*;
use crate::grant::GrantTab;
use crate::meeting::{self, Stage as MeetingStage};
use crate::review::round::Stage;
use crate::{application, home, review};
use chrono::NaiveDate;
use domain::application::{ApplicationState, Note};
use domain::grant::GrantState;
use domain::owed::Duty;
use domain::payment::PaymentError;
use std::collections::{HashMap, HashSet};
use store::SystemSurroundings;

fn made() -> (tempfile::TempDir, Open) {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = create(place.path(), KdfCost::for_tests(), Arc::new(SystemSurroundings)).unwrap();
    (place, open)
}

#[test]
fn the_sample_shows_every_stage_of_a_grants_life() {
    let (_place, open) = made();
    let today = NaiveDate::from_ymd_opt(2023, 1, 17).unwrap();
    assert_eq!((open.today(), open.is_sample(), open.member().name.as_str()), (today, true, "Joan Pelham"));

    let mut states: HashMap<ApplicationState, usize> = HashMap::new();
    open.cases().for_each(|case| *states.entry(case.state()).or_default() += 1);
    let expected = [
        (ApplicationState::Draft, 1),
        (ApplicationState::Received, 1),
        (ApplicationState::UnderReview, 2),
        (ApplicationState::Deferred, 1),
        (ApplicationState::Approved, 8),
        (ApplicationState::ApprovedInPart, 1),
        (ApplicationState::Declined, 1),
        (ApplicationState::Withdrawn, 1),
    ];
    assert_eq!(states, HashMap::from(expected));

    let grants: HashSet<GrantState> = open.cases().filter_map(|case| case.grant.as_ref()).map(|grant| grant.grant.state(today)).collect();
    let every_but_finished_otherwise =
        [GrantState::Offered, GrantState::Agreed, GrantState::BeingPaid, GrantState::Ended, GrantState::MoneyToReturn, GrantState::Closed];
    assert_eq!(grants, HashSet::from(every_but_finished_otherwise));
    for tab in
        [GrantTab::ToSign, GrantTab::ReadyToPay, GrantTab::WaitingToPay, GrantTab::FeedbackDue, GrantTab::FeedbackIn, GrantTab::Finished]
    {
        let shown = open.cases().filter_map(|case| case.grant.as_ref()).filter(|grant| tab.shows(&grant.grant, today)).count();
        assert!(shown > 0, "{tab:?}");
    }
}

#[test]
fn what_is_owed_in_the_sample_is_what_its_story_says() {
    let (_place, open) = made();
    let home = home::home(&open);
    let owed: Vec<(&str, Duty, Option<i64>)> =
        home.tasks.iter().map(|task| (task.case.group_name().unwrap(), task.owed.duty, task.owed.days_late(home.today))).collect();
    let has = |group: &str, fits: &dyn Fn(Duty) -> bool, late: Option<i64>| {
        assert!(owed.iter().any(|(name, duty, days)| *name == group && fits(*duty) && *days == late), "{group}: {owed:?}");
    };
    has("Merrybank Growers", &|duty| duty == Duty::GetFeedback, Some(18));
    has("Second Spin Bike Workshop", &|duty| matches!(duty, Duty::GetSignature(_)), Some(4));
    has("Riverside Ramblers", &|duty| duty == Duty::GetMoneyBack(domain::Money::from_pence(1_565)), None);
    has("Brightwater Steel Pans", &|duty| duty == Duty::Pay(domain::Money::from_pence(22_500)), None);
    has("Poppyfield Lunch Club", &|duty| duty == Duty::CheckAccount { changed: true }, None);
    has("Sundown Table Tennis", &|duty| duty == Duty::CheckAccount { changed: false }, None);
    has("Hedgerow Explorers", &|duty| duty == Duty::TellGroup, None);
    has("Foxglove Close Street Play", &|duty| duty == Duty::FinishTyping, None);
    has("Lantern Parade Makers", &|duty| duty == Duty::DecideAgain, None);
}

#[test]
fn the_sample_has_a_standing_register_a_declared_interest_and_a_doubt_that_was_settled() {
    let (_place, open) = made();
    let register = crate::interest::register(&open).unwrap();
    assert_eq!(register.standing.len(), 2);
    let told: Vec<_> = register
        .declared
        .iter()
        .map(|one| (open.name_of(one.member.0), open.case(one.application).unwrap().group_name().unwrap(), one.stance))
        .collect();
    let expected = [
        ("Terry Moult", "Kingfisher Kitchen Table", domain::interest::Stance::Clear),
        ("Grace Adeyemi", "Night Owls Homework Club", domain::interest::Stance::Conflicted),
        // In a pack that came back.
        ("Grace Okoro", "Hedgerow Explorers", domain::interest::Stance::Conflicted),
        // At the meetings that decided.
        ("Terry Moult", "Sundown Table Tennis", domain::interest::Stance::Conflicted),
        ("Ken Ashby", "Merrybank Growers", domain::interest::Stance::Conflicted),
    ];
    assert_eq!(told, expected);
    let nightowls = open.cases().find(|case| case.group_name() == Some("Night Owls Homework Club")).unwrap();
    let grace = register.declared[1].member;
    assert_eq!(crate::interest::matches(&open, grace, nightowls).len(), 1);
}

#[test]
fn the_sample_has_a_vote_by_email_that_was_carried_before_its_last_day() {
    let (_place, open) = made();
    let lines = crate::email_vote::list(&open).unwrap();
    let [line] = &lines[..] else { panic!("{lines:?}") };
    let view = crate::email_vote::view(&open, line.id).unwrap();
    assert_eq!(view.line.state, Some(crate::email_vote::State::Carried));
    assert_eq!((view.voters.len(), view.needed, view.returns.agreed, view.returns.with_interest), (11, 6, 6, 1));
    assert!(view.line.closed_on < Some(view.line.closes_on));
}

#[test]
fn the_line_of_the_sample_has_what_its_story_leaves_free() {
    let (_place, open) = made();
    let line = open.line("1.4");
    let pence = [line.planned, line.paid, line.committed, line.free()].map(domain::Money::pence);
    assert_eq!(pence, [250_000, 97_240, 100_000, 52_760]);
}

#[test]
fn the_whole_plan_of_the_sample_is_paid_committed_and_free_as_its_story_leaves_it() {
    let (_place, open) = made();
    let spent = crate::spendometer::spendometer(&open, crate::spendometer::Asked::default()).unwrap().spent;
    let total = &spent.total;
    let pence = [total.planned, total.paid, total.committed, total.free()].map(domain::Money::pence);
    assert_eq!(pence, [8_800_000, 5_710_770, 2_029_000, 1_060_230]);
    // More than the planned pace of the second half-year is used on two lines: the events, and the Community Chest.
    let over: Vec<&str> = spent
        .lines
        .iter()
        .filter(|line| line.cells.iter().any(domain::spending::SpendCell::is_over))
        .map(|line| line.code.as_str())
        .collect();
    assert_eq!(over, ["1.3", "1.4"]);
}

#[test]
fn a_new_application_of_a_group_that_owes_feedback_says_so_and_its_costs_do_not_add_up() {
    let (_place, open) = made();
    let case = open.cases().find(|case| case.reference().as_deref() == Some("CC-2023-003")).unwrap();
    assert_eq!(application::feedback_owed(&open, case), ["CC-2022-003"]);
    let content = case.content().unwrap();
    assert_ne!(content.asked, Some(content.cost_total()));
    assert!(content.answers.iter().any(|answer| answer.left_blank));
    let notes = domain::application::check(&content.typed(), open.today()).unwrap().1;
    assert!(notes.iter().any(|note| matches!(note, Note::CostsDiffer { .. })), "{notes:?}");
}

#[test]
fn the_clerk_of_the_sample_is_refused_a_changed_account_and_sees_no_sealed_word() {
    let (_place, open) = made();
    let (folder, poppyfield) = {
        let case = open.cases().find(|case| case.group_name() == Some("Poppyfield Lunch Club")).unwrap();
        (open.register().folder().to_owned(), case.grant_id().unwrap())
    };
    let anita = register::inspect(&folder).unwrap().people.into_iter().find(|person| person.name == "Anita Joyce").unwrap();
    open.close().unwrap();
    let mut open = register::open(&folder, anita.member_id, &passphrase().unwrap(), Arc::new(SystemSurroundings)).unwrap();
    let today = open.today();
    let payment = crate::grant::TypedPayment {
        amount: "240".into(),
        paid_on: domain::date::TypedDate::from_date(today),
        reference: "CC-2022-007".into(),
        method: domain::payment::Method::BankTransfer,
    };
    let refused = crate::grant::record_payment(&mut open, poppyfield, &payment).err();
    assert!(matches!(refused, Some(Error::Payment(PaymentError::AccountChanged { .. }))), "{refused:?}");
    let sealed = open.cases().filter(|case| case.is_sealed()).collect::<Vec<_>>();
    assert!(sealed.len() >= 5);
    assert!(sealed.iter().all(|case| case.group_name().is_none() && !case.is_readable()));
}

#[test]
fn the_sample_has_a_round_that_is_open_to_the_panel_and_one_that_is_out() {
    let (_place, open) = made();
    let rounds = review::rounds(&open).unwrap();
    let rows: Vec<_> = rounds.iter().map(|row| (row.name.as_str(), row.stage, row.back, row.reviewers)).collect();
    assert_eq!(rows, [("January 2023", Stage::Out, 2, 3), ("December 2022", Stage::Opened, 3, 3)]);

    let december = review::round(&open, rounds[1].id).unwrap();
    let panel = review::panel(&open, december.row.id, december.applications[0].id).unwrap();
    let said: Vec<_> = panel.reviews.iter().map(|one| (one.name.as_str(), one.amount.unwrap().pence(), one.typed_by.as_deref())).collect();
    assert_eq!(said, [("Ken Ashby", 9_500, None), ("Imran Sadiq", 13_000, Some("Joan Pelham"))]);
    assert_eq!(panel.took_no_part, ["Grace Okoro"]);

    let january = review::round(&open, rounds[0].id).unwrap();
    let missing: Vec<&str> = january.readers.iter().filter(|one| one.answered < one.expected).map(|one| one.name.as_str()).collect();
    assert_eq!(missing, ["Grace Okoro"]);
    let panel = review::panel(&open, january.row.id, january.applications[0].id).unwrap();
    assert!(!panel.opened && panel.reviews.is_empty() && panel.envelopes.len() == 3);
    assert!(!open.register().folder().join("packs").exists());
}

#[test]
fn the_sample_has_a_years_meetings_with_their_minutes_and_the_next_with_its_agenda() {
    let (_place, open) = made();
    let meetings = meeting::list(&open).unwrap();
    assert_eq!((meetings.programme.meetings, meetings.programme.forum), (11, true));
    let stages: Vec<MeetingStage> = meetings.past.iter().map(|line| line.stage).collect();
    assert_eq!(stages[0], MeetingStage::Ended, "the minutes of December wait");
    assert_eq!(stages[1..], [MeetingStage::Approved; 7]);

    let december = meeting::page(&open, meetings.past[0].id).unwrap();
    assert_eq!(december.line.on.to_string(), "2022-12-15");
    let decided: Vec<_> = december.decisions.iter().map(|one| (one.group_name.as_deref().unwrap(), one.told_on.is_some())).collect();
    let groups =
        ["Second Spin Bike Workshop", "Poppyfield Lunch Club", "Tea and Tech Friends", "Sundown Table Tennis", "Lantern Parade Makers"];
    assert_eq!(decided, groups.map(|group| (group, true)));

    let next = meeting::page(&open, meetings.coming[0].id).unwrap();
    assert_eq!(next.line.on.to_string(), "2023-01-26");
    let titles: Vec<&str> = next.items.iter().map(|line| line.title.as_deref().unwrap()).collect();
    let waiting =
        ["Lantern Parade Makers", "Night Owls Homework Club", "Kingfisher Kitchen Table", "The spring fair", "The rent of the Hub"];
    assert_eq!(titles[1..], waiting);
    assert!(titles[0].contains("15 December 2022"), "{titles:?}");
    assert!(!next.items[5].item.row.public);
}
