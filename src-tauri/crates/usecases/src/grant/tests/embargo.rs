//! The embargo: who may not read an application sees none of its words in any list, search, task, story or journal entry.

use super::fixture::{Place, day, on};
use crate::grant::{self, GrantFilter, GrantSort, GrantTab, StoryKind};
use crate::interest::tests::place::figures;
use crate::{Error, application, decision, find::find, home::home};
use domain::decision::{Body, NewDecision, Outcome};
use domain::payee::CheckMethod;
use domain::signature::SignatureError;

/// Words of the group that must not be seen.
const WORDS: [&str; 7] = ["merrybank", "raised", "timber", "barlow", "quiet corner", "hub", "partnership meeting"];

fn assert_silent(told: &str) {
    let small = told.to_lowercase();
    for word in WORDS {
        assert!(!small.contains(word), "{word} in {told}");
    }
}

fn filter(text: &str) -> GrantFilter {
    GrantFilter { tab: GrantTab::All, text: text.into(), sort: GrantSort::Group, descending: false, offset: 0, limit: 100 }
}

#[test]
fn the_clerk_sees_no_word_of_a_sealed_case_anywhere() {
    let mut place = Place::new();
    let group = place.approved("Merrybank Growers", 400, &[]);
    application::add_note(&mut place.open, group.application, true, &on("2023-01-03"), "Win Barlow has the timber").unwrap();
    application::start(&mut place.open).unwrap();
    let place = place.for_the_clerk();

    let page = grant::list(&place.open, &filter(""));
    assert_eq!(page.rows.len(), 1);
    let (case, _) = page.rows[0];
    assert_eq!((case.group_name(), grant::purpose(case), case.reference().as_deref()), (None, None, Some("CC-2022-001")));
    for word in WORDS {
        assert!(grant::list(&place.open, &filter(word)).rows.is_empty(), "{word}");
        assert!(!find(&place.open, word).iter().any(|found| found.sealed), "{word}");
    }
    let found = find(&place.open, "cc-2022");
    assert_eq!((found.len(), found[0].title.as_str(), found[0].sealed), (1, "CC-2022-001", true));
    assert_silent(&format!("{found:?}"));

    assert!(matches!(grant::get(&place.open, group.grant), Err(Error::NotFound)));
    let story = grant::story(&place.open, case);
    assert!(story.iter().any(|line| line.kind == StoryKind::Called));
    assert!(story.iter().all(|line| line.text.is_none()), "{story:?}");
    assert_silent(&format!("{story:?}"));

    let home = home(&place.open);
    assert_eq!(home.tasks.len(), 1, "the draft is nobody else's task");
    assert_silent(&format!("{:?} {:?}", home.tasks[0].case, home.tasks[0].owed));
    assert_eq!(home.waiting, domain::Money::ZERO);
    assert_eq!(home.embargoes, 2);
    let entries = place.open.register().read(|tx| tx.entries(None, 200)).unwrap();
    assert_silent(&format!("{entries:?}"));

    let mut place = place.for_the_co_ordinator();
    assert!(!find(&place.open, "merrybank").is_empty());
    decision::issue(&mut place.open, group.application, day("2022-07-22"), "By letter").unwrap();
    let place = place.for_the_clerk();
    assert_eq!(grant::get(&place.open, group.grant).unwrap().group_name(), Some("Merrybank Growers"));
    assert_eq!(find(&place.open, "merrybank").len(), 1);
    assert!(grant::story(&place.open, place.case(&group)).iter().any(|line| line.text.as_deref() == Some("Win Barlow has the timber")));
}

#[test]
fn nothing_with_words_is_recorded_on_a_grant_before_the_group_was_told() {
    let mut place = Place::new();
    let group = place.approved("Merrybank Growers", 400, &[]);
    let head = place.head();
    let extended = grant::extend(&mut place.open, group.grant, &on("2023-03-31"), "Merrybank asked");
    assert!(matches!(extended, Err(Error::Signature(SignatureError::NotIssued))));
    assert!(matches!(place.account(&group, "00012345"), Err(Error::Signature(SignatureError::NotIssued))));
    assert!(matches!(place.check(&group, CheckMethod::Phoned), Err(Error::Signature(SignatureError::NotIssued))));
    assert!(matches!(place.receipt(&group, "5", "5", "2022-08-03"), Err(Error::Signature(SignatureError::NotIssued))));
    let typing = grant::save_feedback_typing(&mut place.open, group.grant, r#"{"howMuch":"Timber"}"#);
    assert!(matches!(typing, Err(Error::Signature(SignatureError::NotIssued))));
    assert!(grant::reveal_account(&mut place.open, group.grant).is_err());
    assert_eq!(place.head(), head);
}

#[test]
fn why_a_grant_was_cancelled_before_the_group_was_told_is_kept_sealed() {
    let mut place = Place::new();
    let group = place.approved("Merrybank Growers", 400, &[]);
    grant::cancel(&mut place.open, group.grant, "Merrybank moved away").unwrap();
    let told = |place: &Place| grant::story(&place.open, place.case(&group)).into_iter().filter_map(|line| line.text).collect::<Vec<_>>();
    assert!(told(&place).contains(&"Merrybank moved away".to_owned()));
    let place = place.for_the_clerk();
    assert_eq!(told(&place), Vec::<String>::new());
    let entries = place.open.register().read(|tx| tx.entries(None, 200)).unwrap();
    assert_silent(&format!("{entries:?}"));
    assert_silent(&format!("{:?}", place.case(&group)));
}

#[test]
fn how_a_group_was_told_of_a_deferral_stays_under_its_embargo() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers", 400);
    let new = NewDecision {
        outcome: Outcome::Deferred { missing: "A quote for the timber".into() },
        decided_on: day("2022-07-21"),
        body: Body::Partnership,
        decided_by: "The partnership meeting".into(),
        conditions: Vec::new(),
        terms: None,
    };
    decision::record(&mut place.open, id, &new, &figures()).unwrap();
    decision::issue(&mut place.open, id, day("2022-07-22"), "By phone").unwrap();
    let place = place.for_the_clerk();
    let case = place.open.case(id).unwrap();
    assert!(grant::story(&place.open, case).iter().all(|line| line.text.is_none()));
}
