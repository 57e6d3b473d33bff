//! The chair opens reviews before all are in, and settles those that came late.

use crate::scene::{Scene, in_full, only, reply};
use domain::id::{MemberId, ReviewId};
use domain::member::Role;
use domain::review::Standing;
use testkit::review::{ReviewPack, judgement};
use usecases::review::{self, Progress, Share, open_reviews, settle_late};
use usecases::{Error, interest};

/// Ken's review is in, the chair sits at the register and has said that they have no interest.
fn with_chair() -> (Scene, ReviewPack, uuid::Uuid) {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    scene.bring_in(&scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("first"))])));
    let (test, chair) = scene.test.with_member("Marcia Lowe", Role::Chair);
    scene.test = test.opened_again().signed_in(chair);
    for id in [scene.one, scene.two] {
        interest::answer(&mut scene.test.open, id, &interest::TypedAnswer::none()).unwrap();
    }
    (scene, pack, chair)
}

#[test]
fn only_the_chair_opens_reviews_early_and_says_why() {
    let (mut scene, ..) = with_chair();
    let round = scene.round;
    assert!(scene.board().may_open);
    assert!(matches!(open_reviews(&mut scene.test.open, round, " ").err(), Some(Error::Fields(_))));
    open_reviews(&mut scene.test.open, round, "Grace is in hospital").unwrap();
    let board = scene.board();
    assert_eq!((board.opened_by.as_deref(), board.opened_reason.as_deref()), (Some("Marcia Lowe"), Some("Grace is in hospital")));
    assert!(!board.may_open);
    assert!(matches!(open_reviews(&mut scene.test.open, round, "again").err(), Some(Error::WrongState)));
    let co_ordinator = scene.test.co_ordinator;
    scene.test = scene.test.signed_in(co_ordinator);
    assert!(matches!(open_reviews(&mut scene.test.open, round, "x").err(), Some(Error::NotPermitted(_))));
}

#[test]
fn what_the_group_took_back_is_asked_about_no_more_and_goes_out_no_more() {
    let mut scene = Scene::new();
    let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
    assert_eq!(ken.applications().len(), 2);
    usecases::application::withdraw(&mut scene.test.open, scene.two, "The hall burned down").unwrap();
    let board = scene.board();
    let items: Vec<_> = board.readers[0].items.iter().map(|item| (item.share, item.progress)).collect();
    assert_eq!(items, [(Share::Gets, Progress::Missing), (Share::Over, Progress::None)]);
    assert_eq!((board.readers[0].answered, board.readers[0].expected), (0, 1));
    assert_eq!(scene.sends_ken().applications(), [scene.one.0]);

    // The reviews open when the last of what is still asked is in.
    let said = only(&scene.ken, &ken, scene.one, &[&scene.ken.reviews(&ken, scene.one, &in_full("yes"), &[])]);
    assert!(!scene.bring_in(&scene.ken.responds(&ken, &said)).opens_all);
    let said = only(&scene.grace, &grace, scene.one, &[&scene.grace.reviews(&grace, scene.one, &in_full("yes"), &[])]);
    assert!(scene.bring_in(&scene.grace.responds(&grace, &said)).opens_all);
}

#[test]
fn a_late_review_is_set_aside_until_the_chair_settles_it() {
    for accepted in [true, false] {
        let (mut scene, pack, chair) = with_chair();
        let (round, co_ordinator) = (scene.round, scene.test.co_ordinator);
        open_reviews(&mut scene.test.open, round, "It is urgent").unwrap();
        scene.test = scene.test.signed_in(co_ordinator);
        let first = scene.ken.reviews(&pack, scene.one, &in_full("first"), &[]);
        let late = scene.ken.reviews(&pack, scene.one, &judgement("do-not-fund", None, "late"), &[&first]);
        scene.bring_in(&scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[&late])));
        assert_eq!(scene.board().readers[0].items[0].progress, Progress::Late);
        let refused = settle_late(&mut scene.test.open, ReviewId(late.id()), true, "x").err();
        assert!(matches!(refused, Some(Error::NotPermitted(_))), "{refused:?}");

        scene.test = scene.test.signed_in(chair);
        let waits = scene.board().late;
        assert_eq!((waits.len(), waits[0].name.as_str(), waits[0].reference.as_str()), (1, "Ken Ashby", "CC-2022-001"));
        settle_late(&mut scene.test.open, waits[0].review_id, accepted, "The post was slow").unwrap();
        let panel = review::panel(&scene.test.open, round, scene.one).unwrap();
        let counts: Vec<&str> = panel.reviews.iter().map(|review| review.judgement.good.as_str()).collect();
        let aside: Vec<Standing> = panel.set_aside.iter().map(|review| review.standing).collect();
        if accepted {
            assert_eq!((counts, aside), (vec!["late"], vec![Standing::Revised]));
        } else {
            assert_eq!((counts, aside), (vec!["first"], vec![Standing::Declined]));
        }
        let ruled = panel.reviews.iter().chain(&panel.set_aside).find_map(|review| review.ruling.clone());
        assert_eq!(ruled, Some((accepted, "Marcia Lowe".to_owned(), Some("The post was slow".to_owned()))));
        assert!(matches!(settle_late(&mut scene.test.open, waits[0].review_id, true, "again").err(), Some(Error::WrongState)));
        assert!(scene.board().late.is_empty());
    }
}

#[test]
fn nothing_is_opened_before_anything_went_out() {
    let scene = Scene::new();
    let (test, chair) = scene.test.with_member("Marcia Lowe", Role::Chair);
    let mut test = test.signed_in(chair);
    assert!(matches!(open_reviews(&mut test.open, scene.round, "x").err(), Some(Error::WrongState)));
    assert_ne!(MemberId(chair), scene.ken.member);
}
