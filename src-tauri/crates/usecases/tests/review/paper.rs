//! What is typed in at the register: one's own review, signed; and paper replies, attributable and unsigned.

use crate::scene::{Scene, in_full, reply, typed};
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId};
use domain::member::Role;
use domain::review::TypedJudgement;
use usecases::review::paper::{TypedReview, record_paper_interest, record_paper_sent, record_review, review_desk};
use usecases::review::{self, Medium, Progress, Share};
use usecases::{Error, FieldFault, interest};

fn says(recommendation: &str, good: &str) -> TypedJudgement {
    TypedJudgement { recommendation: recommendation.into(), good: good.into(), ..TypedJudgement::default() }
}

fn paper(scene: &Scene, id: ApplicationId, judgement: TypedJudgement) -> TypedReview {
    let on = TypedDate::from_date(scene.test.open.today());
    TypedReview { round: scene.round, member: scene.grace.member, application: id, on, judgement }
}

#[test]
fn a_paper_reply_is_typed_in_under_its_authors_name_unsigned_and_revised() {
    let mut scene = Scene::with(Medium::LargePaper);
    let (round, grace, one) = (scene.round, scene.grace.member, scene.one);
    record_paper_sent(&mut scene.test.open, round, grace).unwrap();
    let reader = scene.board().readers[1].clone();
    assert_eq!((reader.sent_on, reader.pack_name.clone(), reader.expected), (Some(scene.test.open.today()), None, 2));

    let typed = paper(&scene, one, says("fund-in-full", "first"));
    assert!(review_desk(&scene.test.open, round, grace, one).is_ok(), "the form also takes what they say about an interest");
    assert!(matches!(record_review(&mut scene.test.open, &typed).err(), Some(Error::InterestFirst)));
    record_paper_interest(&mut scene.test.open, round, grace, one, &interest::TypedAnswer::none()).unwrap();
    let desk = review_desk(&scene.test.open, round, grace, one).unwrap();
    assert!(!desk.mine && !desk.revises && desk.judgement == TypedJudgement::default());
    record_review(&mut scene.test.open, &typed).unwrap();
    assert_eq!(scene.board().readers[1].items[0].progress, Progress::In);

    let desk = review_desk(&scene.test.open, round, grace, one).unwrap();
    assert_eq!((desk.revises, desk.judgement.good.as_str()), (true, "first"));
    let second = paper(&scene, one, says("do-not-fund", "second"));
    record_review(&mut scene.test.open, &second).unwrap();
    assert_eq!(scene.board().readers[1].items[0].progress, Progress::In, "the second takes the place of the first");
    let rows = scene.test.open.register().read(|tx| tx.reviews(store::Which::All)).unwrap();
    let me = scene.test.co_ordinator;
    assert!(rows.iter().all(|row| !row.signed && row.typed_by == Some(me) && row.member_id == grace.0));
}

#[test]
fn a_paper_reply_with_mistakes_is_told_every_field() {
    let mut scene = Scene::with(Medium::Paper);
    let (round, grace, one) = (scene.round, scene.grace.member, scene.one);
    record_paper_interest(&mut scene.test.open, round, grace, one, &interest::TypedAnswer::none()).unwrap();
    let mut typed = paper(&scene, one, says("fund-part", "x"));
    typed.on.year = "2031".into();
    typed.judgement.amount = "100".into();
    let Some(Error::Fields(fields)) = record_review(&mut scene.test.open, &typed).err() else { panic!("two fields are wrong") };
    assert_eq!(fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["on", "amount"]);
    assert_eq!(fields[0].1, FieldFault::InFuture);
}

#[test]
fn nobody_types_in_for_a_reviewer_who_signs() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    scene.bring_in(&scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("mine"))])));
    let forged = TypedReview { member: scene.ken.member, ..paper(&scene, scene.one, says("do-not-fund", "forged")) };
    assert!(matches!(record_review(&mut scene.test.open, &forged).err(), Some(Error::WrongState)));
    assert!(matches!(review_desk(&scene.test.open, scene.round, scene.ken.member, scene.one).err(), Some(Error::WrongState)));
    let none = interest::TypedAnswer::none();
    let refused = record_paper_interest(&mut scene.test.open, scene.round, scene.ken.member, scene.one, &none).err();
    assert!(matches!(refused, Some(Error::WrongState)), "{refused:?}");
}

#[test]
fn an_interest_on_paper_takes_the_application_away() {
    let mut scene = Scene::with(Medium::Paper);
    let (round, grace, one) = (scene.round, scene.grace.member, scene.one);
    record_paper_sent(&mut scene.test.open, round, grace).unwrap();
    record_paper_interest(&mut scene.test.open, round, grace, one, &interest::TypedAnswer::declared("My brother runs it")).unwrap();
    let item = scene.board().readers[1].items[0].clone();
    assert_eq!((item.share, item.progress), (Share::Conflicted, Progress::Interest));
    let typed = paper(&scene, one, says("fund-in-full", "x"));
    assert!(matches!(record_review(&mut scene.test.open, &typed).err(), Some(Error::WrongState)));
}

#[test]
fn the_chair_reviews_at_the_register_and_signs() {
    let (test, chair) = testkit::TestRegister::new().with_member("Marcia Lowe", Role::Chair);
    let mut test = test.opened_again();
    let one = test.add("Merrybank Growers", testkit::Stage::Received);
    let chair = MemberId(chair);
    let round = review::start_round(&mut test.open, &typed(&[one], &[(chair, Medium::Pack)])).unwrap().value;
    let mut test = test.signed_in(chair.0);
    let typed = TypedReview { round, member: chair, application: one, on: TypedDate::default(), judgement: says("fund-in-full", "mine") };
    assert!(matches!(record_review(&mut test.open, &typed).err(), Some(Error::NotFound)), "it was not read yet");
    interest::answer(&mut test.open, one, &interest::TypedAnswer::none()).unwrap();
    assert_eq!(review::round(&test.open, round).unwrap().mine, [one]);
    record_review(&mut test.open, &typed).unwrap();
    let row = test.open.register().read(|tx| tx.reviews(store::Which::All)).unwrap().remove(0);
    assert!(row.signed && row.typed_by == Some(chair.0));
    let board = review::round(&test.open, round).unwrap();
    assert_eq!(board.row.opened_on, Some(test.open.today()), "nothing more is waited for");
    let panel = review::panel(&test.open, round, one).unwrap();
    assert_eq!((panel.reviews[0].typed_by.clone(), panel.reviews[0].judgement.good.as_str()), (None, "mine"));
}
