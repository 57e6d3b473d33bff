//! The gate, reading, judging, sealing, and the response.

use super::scene::{KITCHEN, MEMBER, OWLS, ROUND, Scene, none, trustee, typed};
use crate::reviewer::{GateAnswer, ReviewState};
use crate::{Error, FieldFault, StoreError};
use domain::Money;
use domain::id::ApplicationId;
use domain::interest::{Answer, Stance};
use domain::money::MoneyProblem;
use domain::review::TypedJudgement;
use exchange::sheet::{AnswerFact, JudgementSheet, OwnReview, ReviewFactSheet};
use uuid::Uuid;

#[test]
fn the_question_stands_before_the_text() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let gate = scene.desk().gate(pack, OWLS).unwrap();
    let summary = gate.summary.unwrap();
    assert_eq!((gate.stance, gate.said), (Stance::Unanswered, None));
    assert_eq!((summary.group_name.as_str(), summary.asked), ("Night OWLS Homework Club", Money::from_pence(38_500)));
    assert_eq!((summary.people.len(), summary.matches.len()), (1, 1));
    assert!(matches!(scene.desk().application(pack, OWLS), Err(Error::NotFound)));
    assert!(matches!(scene.desk().save_judgement(pack, OWLS, 0, &typed("")), Err(Error::NotFound)));
    assert!(matches!(scene.desk().seal_review(pack, OWLS), Err(Error::NotFound)));
    let stranger = ApplicationId(Uuid::nil());
    assert!(matches!(scene.desk().gate(pack, stranger), Err(Error::NotFound)));
    assert!(matches!(scene.desk().answer(pack, stranger, &none()), Err(Error::NotFound)));
}

#[test]
fn an_interest_needs_its_kind_and_how_it_arises() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let empty = GateAnswer { kinds: Vec::new(), how: " ".into(), ..trustee() };
    match scene.desk().answer(pack, KITCHEN, &empty) {
        Err(Error::Fields(fields)) => {
            assert_eq!(
                fields,
                [("kinds", FieldFault::Missing), ("how", FieldFault::Missing)].map(|(field, fault)| (field.to_owned(), fault))
            );
        }
        other => panic!("{other:?}"),
    }
    let ruling = GateAnswer { answer: Answer::RuledNone, ..none() };
    assert!(matches!(scene.desk().answer(pack, KITCHEN, &ruling), Err(Error::WrongState)));
    assert_eq!(scene.desk().gate(pack, KITCHEN).unwrap().stance, Stance::Unanswered);
}

#[test]
fn an_interest_or_a_doubt_leaves_the_reference_alone() {
    for (answer, stance) in [(trustee(), Stance::Conflicted), (GateAnswer { answer: Answer::Unsure, ..none() }, Stance::Doubtful)] {
        let mut scene = Scene::new();
        let pack = scene.open();
        scene.review(pack, KITCHEN);
        let gate = scene.desk().answer(pack, KITCHEN, &answer).unwrap();
        assert_eq!((gate.summary, gate.stance, gate.reference.as_str()), (None, stance, "CC-2023-004"));
        for pass in 0..2 {
            let desk = if pass == 0 { scene.desk() } else { scene.again() };
            assert!(matches!(desk.application(pack, KITCHEN), Err(Error::NotFound)));
            let view = desk.pack(pack).unwrap();
            let row = &view.applications[0];
            assert_eq!((row.group_name.as_ref(), row.asked, row.matches, row.state), (None, None, false, ReviewState::Interest));
            assert_eq!(desk.gate(pack, KITCHEN).unwrap().said.unwrap().answer, answer.answer);
        }
        // The review that was sealed before is not sent.
        let response = scene.desk().response(pack).unwrap();
        let (_, sheet) = scene.bring_in(&response.bytes);
        assert_eq!((sheet.answers.len(), sheet.reviews.len(), response.interests), (2, 0, 1));
        let last: AnswerFact = sheet.answers[1].read().unwrap();
        assert_eq!((last.answer.as_str(), last.how.as_str()), (answer.answer.code(), answer.how.trim()));
    }
}

#[test]
fn what_is_typed_is_saved_as_typed_and_two_windows_are_kept_apart() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.clear(pack, OWLS);
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.state, view.revision, view.priorities), (ReviewState::ToWrite, 0, vec!["Improving life skills".to_owned()]));
    assert_eq!((view.content.answers[1].text.as_str(), view.next), ("The project of Night OWLS Homework Club", Some(KITCHEN)));
    let mut wrong = typed("fund-part");
    wrong.amount = "a lot".into();
    wrong.scores = vec!["99".into()];
    wrong.comments[6] = "  ".into();
    let saved = scene.desk().save_judgement(pack, OWLS, 0, &wrong).unwrap();
    assert_eq!((saved.revision, saved.state), (1, ReviewState::Writing));
    let stale = scene.desk().save_judgement(pack, OWLS, 0, &typed("")).err();
    assert!(matches!(stale, Some(Error::Store(StoreError::Conflict { expected: 0, found: 1, .. }))), "{stale:?}");
    assert_eq!(scene.again().application(pack, OWLS).unwrap().judgement, wrong);

    match scene.desk().seal_review(pack, OWLS) {
        Err(Error::Fields(fields)) => {
            let expected = [("scores.0", FieldFault::Score { most: 5 }), ("amount", FieldFault::Money(MoneyProblem::NotAnAmount))];
            assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
        }
        other => panic!("{other:?}"),
    }
    wrong.amount = "385".into();
    wrong.scores = Vec::new();
    scene.type_in(pack, OWLS, &wrong);
    match scene.desk().seal_review(pack, OWLS) {
        Err(Error::Fields(fields)) => {
            assert_eq!(fields, [("amount".to_owned(), FieldFault::NotAPart { asked: Money::from_pence(38_500) })]);
        }
        other => panic!("{other:?}"),
    }
    let blank = scene.type_in(pack, OWLS, &TypedJudgement::default());
    assert_eq!((blank, scene.desk().application(pack, OWLS).unwrap().state), (3, ReviewState::ToWrite));
}

#[test]
fn a_sealed_review_is_opened_to_be_changed_and_what_never_went_out_is_not_kept() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, OWLS);
    assert!(matches!(scene.desk().save_judgement(pack, OWLS, 2, &typed("")), Err(Error::WrongState)));
    assert!(matches!(scene.desk().seal_review(pack, OWLS), Err(Error::WrongState)));
    scene.desk().reopen(pack, OWLS).unwrap();
    assert!(matches!(scene.desk().reopen(pack, OWLS), Err(Error::WrongState)));
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.state, view.judgement.recommendation.as_str()), (ReviewState::Writing, "fund-in-full"));
    scene.type_in(pack, OWLS, &typed("ask-for-more"));
    scene.desk().seal_review(pack, OWLS).unwrap();
    let response = scene.desk().response(pack).unwrap();
    let (_, sheet) = scene.bring_in(&response.bytes);
    assert_eq!(sheet.reviews.len(), 1, "the first was never sent, so nobody need know of it");
    assert_eq!(sheet.reviews[0].read::<ReviewFactSheet>().unwrap().revises, Vec::<Uuid>::new());
}

#[test]
fn a_response_says_everything_and_a_later_one_takes_its_place_by_name() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, OWLS);
    assert!(scene.desk().packs()[0].unsent);
    assert!(matches!(scene.desk().mark_sent(pack), Err(Error::WrongState)), "nothing was made");
    let first = scene.desk().response(pack).unwrap();
    assert!(first.file_name.starts_with("pack ") && first.file_name.ends_with(".chestpack") && first.file_name.len() == 24);
    assert_eq!((first.reviews, first.interests, first.missing.clone()), (1, 0, vec!["CC-2023-004".to_owned()]));
    assert_eq!(scene.desk().application(pack, OWLS).unwrap().state, ReviewState::Sealed, "made, and not yet saved");
    scene.desk().mark_sent(pack).unwrap();
    assert_eq!(scene.again().application(pack, OWLS).unwrap().state, ReviewState::Sent);
    let row = &scene.desk().packs()[0];
    assert!(!row.unsent && row.responded_at.is_some() && row.answered == 1);

    let (opened, one) = scene.bring_in(&first.bytes);
    assert_eq!((opened.manifest.in_reply_to, opened.manifest.round), (Some(pack.0), Some(ROUND)));
    assert_eq!(opened.manifest.heads_seen, [exchange::JournalHead { size: 41, head: "ab".repeat(32) }]);
    let fact: ReviewFactSheet = one.reviews[0].read().unwrap();
    assert_eq!(
        (fact.member_id, fact.application_id, fact.version, fact.judgement.recommendation.as_str()),
        (MEMBER, OWLS.0, 1, "fund-in-full")
    );

    scene.desk().reopen(pack, OWLS).unwrap();
    scene.type_in(pack, OWLS, &typed("do-not-fund"));
    scene.desk().seal_review(pack, OWLS).unwrap();
    assert!(scene.desk().packs()[0].unsent);
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    let second = scene.desk().response(pack).unwrap();
    assert_eq!((second.reviews, second.interests, second.missing.len()), (1, 1, 0));
    scene.desk().mark_sent(pack).unwrap();
    let (_, two) = scene.bring_in(&second.bytes);
    assert_eq!((two.reviews.len(), two.opened_at), (2, one.opened_at));
    assert_eq!(two.reviews[0], one.reviews[0], "the same words, letter by letter");
    assert_eq!(two.reviews[1].read::<ReviewFactSheet>().unwrap().revises, [one.reviews[0].id()]);
    let row = &scene.again().packs()[0];
    assert!(!row.unsent && row.answered == 2);
}

#[test]
fn two_reviews_that_exclude_each_other_are_settled_by_sealing_one_more() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, OWLS);
    let sent = scene.desk().response(pack).unwrap();
    scene.desk().mark_sent(pack).unwrap();
    let mine = scene.bring_in(&sent.bytes).1.reviews[0].id();
    // Another was sent from another computer, which knew nothing of the first.
    let mut draft = scene.draft();
    let made_at = draft.round.made_at;
    for (id, recommendation) in [(mine, "fund-in-full"), (Uuid::from_u128(0xdd), "ask-for-more")] {
        let judgement: JudgementSheet = serde_json::from_value(serde_json::json!({ "recommendation": recommendation })).unwrap();
        draft.round.applications[1].own_reviews.push(OwnReview { review_id: id, made_at, rival: true, judgement, revises: Vec::new() });
    }
    let bytes = scene.seal(draft);
    let pack = scene.take(&bytes);
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.state, view.rivals.len()), (ReviewState::Rival, 2));
    assert_eq!(scene.desk().packs()[0].answered, 0);
    scene.type_in(pack, OWLS, &view.rivals[1]);
    assert_eq!(scene.desk().application(pack, OWLS).unwrap().state, ReviewState::Rival);
    scene.desk().seal_review(pack, OWLS).unwrap();
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.state, view.rivals.len()), (ReviewState::Sealed, 0));
    let response = scene.desk().response(pack).unwrap();
    let fact: ReviewFactSheet = scene.bring_in(&response.bytes).1.reviews[1].read().unwrap();
    assert!(fact.revises.contains(&mine) && fact.revises.contains(&Uuid::from_u128(0xdd)) && fact.revises.len() == 2);
}

#[test]
fn a_review_at_the_register_is_shown_on_a_new_computer_and_followed() {
    let mut scene = Scene::new();
    let mut draft = scene.draft();
    let made_at = draft.round.made_at;
    let judgement: JudgementSheet = serde_json::from_value(serde_json::json!({ "recommendation": "do-not-fund", "good": "Tea" })).unwrap();
    let own = OwnReview { review_id: Uuid::from_u128(0xdd), made_at, rival: false, judgement, revises: vec![Uuid::from_u128(0xcc)] };
    draft.round.applications[1].own_reviews.push(own);
    draft.round.applications[1].stance = "clear".into();
    let bytes = scene.seal(draft);
    let pack = scene.take(&bytes);
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.state, view.judgement.good.as_str()), (ReviewState::Sent, "Tea"));
    scene.desk().reopen(pack, OWLS).unwrap();
    scene.desk().seal_review(pack, OWLS).unwrap();
    let response = scene.desk().response(pack).unwrap();
    let fact: ReviewFactSheet = scene.bring_in(&response.bytes).1.reviews[0].read().unwrap();
    assert_eq!(fact.revises, [Uuid::from_u128(0xcc), Uuid::from_u128(0xdd)]);
}

#[test]
fn a_file_is_shown_as_what_it_is_to_whoever_may_read_its_application() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let files = scene.draft().round.applications.remove(1).files;
    assert!(matches!(scene.desk().file(pack, OWLS, &files[0].sha256), Err(Error::NotFound)), "before the question is answered");
    scene.clear(pack, OWLS);
    let file = scene.again().file(pack, OWLS, &files[0].sha256).unwrap();
    assert_eq!((file.media_type, file.bytes.as_slice()), ("application/pdf", &b"%PDF-1.7 scan of the OWLS"[..]));
    let kitchen = scene.draft().round.applications.remove(0).files;
    assert!(matches!(scene.desk().file(pack, OWLS, &kitchen[0].sha256), Err(Error::NotFound)), "the file of another");
}

#[test]
fn a_response_is_never_put_over_another_file() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("pack 77B1-04DE.chestpack");
    assert_eq!(crate::reviewer::keep_new(&path, b"one").unwrap(), path);
    let again = crate::reviewer::keep_new(&path, b"two").err();
    assert!(matches!(again, Some(Error::Pack(crate::PackError::AlreadyThere { .. }))), "{again:?}");
    assert_eq!(std::fs::read(&path).unwrap(), b"one");
}
