//! An interest is declared in the middle of reading: the text is gone at once, for good, and the chair says what follows.

use domain::date::TypedDate;
use domain::decision::{Body, NewDecision, Outcome};
use domain::id::ApplicationId;
use domain::interest::{Sight, Stance};
use domain::member::Role;
use testkit::{Paper, Stage, TestRegister};
use usecases::document::{DocumentKind, Size, make};
use usecases::interest::{TypedAnswer, answer, declared, gate, register, rule};
use usecases::{Error, Open, application, decision, embargo, find};

const MARKER: &str = "Zwetschgenkuchen";

/// Two applications received: the first is marked in every word.
fn received(open: &mut Open) -> [ApplicationId; 2] {
    let paper = Paper {
        group: format!("{MARKER} Club"),
        summary: format!("a {MARKER}"),
        words: format!("We bake {MARKER}."),
        asked: "50.00".into(),
    };
    let ids = [paper.brought_to(open, Stage::Received), Paper::of("Night Owls", "80.00").brought_to(open, Stage::Received)];
    let on = TypedDate::from_date(open.today());
    application::add_note(open, ids[0], true, &on, &format!("They phoned about {MARKER}.")).unwrap();
    ids
}

fn nothing_is_told(open: &Open, id: ApplicationId) {
    let case = open.case(id).unwrap();
    let mut beside = case.clone();
    beside.gate = None;
    assert!(!format!("{beside:?}").contains(MARKER));
    for typed in [MARKER, "bake", "phoned"] {
        assert!(find::find(open, typed).is_empty(), "{typed}");
    }
    assert!(matches!(make(open, DocumentKind::Application(id), Size::Standard), Err(Error::NotFound)));
    assert!(embargo::list(open).unwrap().in_force.iter().all(|line| !format!("{line:?}").contains(MARKER)));
}

#[test]
fn a_declared_interest_takes_the_text_away_and_the_chair_settles_a_doubt() {
    let (test, chair) = TestRegister::new().with_member("Marcia Lowe", Role::Chair);
    let (test, vice) = test.with_member("Grace Adeyemi", Role::ViceChair);
    let (mut test, reviewer) = test.with_member("Ines Marlow", Role::Reviewer);
    let joan = test.co_ordinator;
    let [marked, other] = received(&mut test.open);

    // The reviewer meets the gate, says she has none, reads, and then sees a name she knows.
    let mut test = test.signed_in(reviewer);
    nothing_is_told(&test.open, marked);
    assert!(gate(&test.open, marked).unwrap().summary.is_some());
    answer(&mut test.open, marked, &TypedAnswer::none()).unwrap();
    assert!(test.open.case(marked).unwrap().is_readable());
    let pack_of_words = format!("Pat Lindley of {MARKER} is my aunt");
    answer(&mut test.open, marked, &TypedAnswer::declared(&pack_of_words)).unwrap();
    assert_eq!(test.open.case(marked).unwrap().sight, Sight::Reference);
    nothing_is_told(&test.open, marked);

    // The vice-chair is in doubt, and cannot settle it herself.
    let mut test = test.signed_in(vice);
    answer(&mut test.open, marked, &TypedAnswer::unsure("I once ate there")).unwrap();
    nothing_is_told(&test.open, marked);
    let me = test.open.member().id;
    assert!(matches!(rule(&mut test.open, marked, me, false, "no"), Err(Error::OwnInterest)));

    // The chair has none. She sees what was said, and settles the doubt.
    let mut test = test.signed_in(chair);
    answer(&mut test.open, marked, &TypedAnswer::none()).unwrap();
    let told = declared(&test.open, marked).unwrap();
    assert_eq!(told.iter().filter(|one| one.said.how.is_some()).count(), 2);
    rule(&mut test.open, marked, me, false, "To eat there is no interest").unwrap();
    assert_eq!(register(&test.open).unwrap().declared.len(), 2);
    let test = test.signed_in(vice);
    assert!(test.open.case(marked).unwrap().is_readable());

    // Overnight nothing comes back to the reviewer; the other application still waits for her answer.
    let test = test.signed_in(reviewer);
    nothing_is_told(&test.open, marked);
    assert!(test.open.case(other).unwrap().asks_interest());

    // The group is told. The register says who declared what, for the minutes.
    let mut test = test.signed_in(joan);
    let declined = NewDecision {
        outcome: Outcome::Declined { reasons: "The party was over".into() },
        decided_on: test.open.today(),
        body: Body::Partnership,
        decided_by: "The partnership meeting".into(),
        conditions: Vec::new(),
        terms: None,
    };
    decision::record(&mut test.open, marked, &declined, &testkit::figures()).unwrap();
    let today = test.open.today();
    decision::issue(&mut test.open, marked, today, "By letter").unwrap();
    let test = test.signed_in(reviewer);
    assert!(test.open.case(marked).unwrap().is_readable());
    let minutes = declared(&test.open, marked).unwrap();
    let hers = minutes.iter().find(|one| one.member.0 == reviewer).unwrap();
    assert_eq!((hers.stance, hers.said.how.as_deref()), (Stance::Conflicted, Some(pack_of_words.as_str())));
    // The journal kept none of the words.
    let journal = format!("{:?}", test.open.register().read(|tx| tx.entries(None, 1000)).unwrap());
    assert!(!journal.contains(MARKER) && !journal.contains("aunt") && journal.contains("interestAnswered"));
}

#[test]
fn an_application_opened_early_says_by_whom_and_why_for_ever() {
    let (mut test, clerk) = TestRegister::new().with_member("Anita Joyce", Role::LtoClerk);
    let [marked, _] = received(&mut test.open);
    embargo::open_early(&mut test.open, marked, "The newspaper wrote about it").unwrap();
    let test = test.signed_in(clerk);
    assert!(test.open.case(marked).unwrap().is_readable());
    let register = embargo::list(&test.open).unwrap();
    assert_eq!((register.in_force.len(), register.past.len()), (1, 1));
    let line = &register.past[0];
    assert_eq!(line.opened_early_by.as_deref(), Some("Joan Pelham"));
    assert_eq!(line.opened_early_reason.as_deref(), Some("The newspaper wrote about it"));
    assert_eq!(line.ended_on, Some(test.open.today()));
}
