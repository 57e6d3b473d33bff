//! Rounds: what they can be made of, who gets what, and who is left out.

use crate::scene::{Scene, typed};
use domain::id::MemberId;
use domain::member::Role;
use testkit::{Stage, TestRegister};
use usecases::review::round::Stage as RoundStage;
use usecases::review::{self, Medium, Progress, Share};
use usecases::{Error, FieldFault};

#[test]
fn a_round_is_made_of_what_is_received_and_not_decided_and_of_those_who_review() {
    let mut scene = Scene::new();
    scene.test.add("Riverside Ramblers", Stage::Draft);
    scene.test.add("Poppyfield Lunch Club", Stage::Told);
    let choices = review::choices(&scene.test.open).unwrap();
    let found: Vec<_> = choices.applications.iter().map(|one| (one.reference.as_str(), one.in_round.as_deref())).collect();
    assert_eq!(found, [("CC-2022-001", Some("May 2022")), ("CC-2022-002", Some("May 2022"))]);
    let people: Vec<_> = choices.people.iter().map(|one| (one.name.as_str(), one.role, one.has_keys)).collect();
    assert_eq!(
        people,
        [("Joan Pelham", Role::Coordinator, true), ("Grace Okoro", Role::Reviewer, true), ("Ken Ashby", Role::Reviewer, true)]
    );

    let rows = review::rounds(&scene.test.open).unwrap();
    assert_eq!((rows[0].name.as_str(), rows[0].stage, rows[0].applications, rows[0].reviewers), ("May 2022", RoundStage::Preparing, 2, 2));
    let board = scene.board();
    assert!(
        board.readers.iter().all(|reader| reader.items.iter().all(|item| item.share == Share::Gets && item.progress == Progress::None))
    );
    assert_eq!(board.readers.iter().map(|reader| reader.copy).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_round_that_would_not_stand_is_refused_with_its_fields() {
    let mut scene = Scene::new();
    let head = scene.test.open.register().head().unwrap();
    let empty = review::round::TypedRound::default();
    let Some(Error::Fields(fields)) = review::start_round(&mut scene.test.open, &empty).err() else { panic!("fields are missing") };
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["name", "returnBy", "applicationIds", "reviewers"]);
    assert_eq!(fields[0].1, FieldFault::Missing);

    let draft = scene.test.add("Riverside Ramblers", Stage::Draft);
    let stranger = MemberId(scene.test.clock_id());
    let ken = scene.ken.member;
    for (applications, reviewers) in [
        (vec![draft], vec![(ken, Medium::Pack)]),
        (vec![scene.one, scene.one], vec![(ken, Medium::Pack)]),
        (vec![scene.one], vec![(ken, Medium::Pack), (ken, Medium::Paper)]),
        (vec![scene.one], vec![(stranger, Medium::Paper)]),
    ] {
        let refused = review::start_round(&mut scene.test.open, &typed(&applications, &reviewers)).err();
        assert!(matches!(refused, Some(Error::WrongState)), "{refused:?}");
    }
    assert_ne!(scene.test.open.register().head().unwrap(), head, "the draft was begun");
}

#[test]
fn a_round_is_changed_until_it_went_out() {
    let mut scene = Scene::new();
    let other = typed(&[scene.two], &[(scene.grace.member, Medium::LargePaper)]);
    review::change_round(&mut scene.test.open, scene.round, &other).unwrap();
    let board = scene.board();
    assert_eq!(board.applications.iter().map(|one| one.id).collect::<Vec<_>>(), [scene.two]);
    assert_eq!(board.readers[0].medium, Medium::LargePaper);

    let both = typed(&[scene.one, scene.two], &[(scene.ken.member, Medium::Pack)]);
    review::change_round(&mut scene.test.open, scene.round, &both).unwrap();
    scene.sends_ken();
    let refused = review::change_round(&mut scene.test.open, scene.round, &other).err();
    assert!(matches!(refused, Some(Error::WrongState)), "{refused:?}");
    let state = scene.test.open.case(scene.two).unwrap().state();
    assert_eq!(state, domain::application::ApplicationState::UnderReview);
}

#[test]
fn who_is_left_out_gets_nothing_of_it_and_the_reason_is_kept() {
    let mut scene = Scene::new();
    let (round, ken, two) = (scene.round, scene.ken.member, scene.two);
    let refused = review::leave_out(&mut scene.test.open, round, ken, two, Some(" ")).err();
    assert!(matches!(refused, Some(Error::Fields(_))), "{refused:?}");
    review::leave_out(&mut scene.test.open, round, ken, two, Some("His sister runs it")).unwrap();
    let item = scene.board().readers[0].items[1].clone();
    assert_eq!((item.share, item.reason.as_deref()), (Share::LeftOut, Some("His sister runs it")));

    let pack = scene.sends_ken();
    assert_eq!(pack.applications(), [scene.one.0]);
    assert_eq!(pack.round.left_out[0].reference, "CC-2022-002");
    review::leave_out(&mut scene.test.open, round, ken, two, None).unwrap();
    assert_eq!(scene.board().readers[0].items[1].share, Share::Gets);
    assert!(scene.board().readers[0].out_of_date);
}

#[test]
fn nobody_is_left_out_of_what_they_were_sent() {
    let mut scene = Scene::new();
    scene.sends_ken();
    let refused = review::leave_out(&mut scene.test.open, scene.round, scene.ken.member, scene.one, Some("He is too strict")).err();
    assert!(matches!(refused, Some(Error::WrongState)), "{refused:?}");
}

#[test]
fn only_those_who_run_reviews_make_rounds_and_the_clerk_sees_none() {
    let (test, clerk) = TestRegister::new().with_member("Anita Joyce", Role::LtoClerk);
    let mut test = test.signed_in(clerk);
    assert!(matches!(review::rounds(&test.open).err(), Some(Error::NotPermitted(_))));
    assert!(matches!(review::choices(&test.open).err(), Some(Error::NotPermitted(_))));
    assert!(matches!(review::start_round(&mut test.open, &typed(&[], &[])).err(), Some(Error::NotPermitted(_))));
}
