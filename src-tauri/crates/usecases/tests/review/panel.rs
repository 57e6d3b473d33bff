//! The panel's view: envelopes until the opening, and then all reviews side by side, for those who may read it.

use crate::scene::{MARKER, Scene, in_full, only, reply};
use domain::Money;
use domain::interest::Answer;
use domain::member::Role;
use domain::review::{Agreement, Standing};
use testkit::review::{Reply, judgement};
use usecases::review::{self, Progress};
use usecases::{Error, interest};

/// A word of a review that may stand nowhere but in its sealed blob.
const SECRET: &str = "kaleidoscope";

/// Everything is in: Ken and Grace differ on the first, and Ken has an interest in the second.
fn all_in() -> Scene {
    let mut scene = Scene::new();
    let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
    let mut says = reply(&scene.ken, &ken, &[(scene.one, in_full(SECRET))]);
    says.answers.push(scene.ken.answers(&ken, scene.two, Answer::Interest));
    scene.bring_in(&scene.ken.responds(&ken, &says));
    let part = judgement("fund-part", Some(6_000), "half of it");
    let says = reply(&scene.grace, &grace, &[(scene.one, part), (scene.two, judgement("ask-for-more", None, "what is it"))]);
    let found = scene.bring_in(&scene.grace.responds(&grace, &says));
    assert!(found.opens_all);
    scene
}

#[test]
fn before_the_opening_there_are_envelopes_and_no_word() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    scene.sends_grace();
    scene.bring_in(&scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full(SECRET))])));
    let panel = review::panel(&scene.test.open, scene.round, scene.one).unwrap();
    assert!(!panel.opened && panel.together.is_none());
    assert!(panel.reviews.is_empty() && panel.set_aside.is_empty() && panel.questions.is_empty());
    let envelopes: Vec<_> = panel.envelopes.iter().map(|one| (one.name.as_str(), one.progress)).collect();
    assert_eq!(envelopes, [("Ken Ashby", Progress::In), ("Grace Okoro", Progress::Missing)]);
    assert!(!format!("{panel:?}").contains(SECRET));
}

#[test]
fn after_the_opening_reviews_stand_side_by_side_with_what_they_say_together() {
    let scene = all_in();
    let panel = review::panel(&scene.test.open, scene.round, scene.one).unwrap();
    let reviews: Vec<_> = panel.reviews.iter().map(|one| (one.name.as_str(), one.amount, one.typed_by.is_some())).collect();
    let pounds = |pounds: i64| Some(Money::from_pence(pounds * 100));
    assert_eq!(reviews, [("Ken Ashby", pounds(100), false), ("Grace Okoro", pounds(60), false)]);
    assert_eq!(panel.reviews[0].judgement.good, SECRET);
    let together = panel.together.unwrap();
    assert_eq!((together.reviews, together.agreement), (2, Agreement::Divided));
    assert_eq!(together.spread.map(|spread| spread.map(Money::pence)), Some([6_000, 6_000, 10_000]));
    assert_eq!(panel.questions.len(), 2);
    assert_eq!(panel.others.iter().map(|one| one.id).collect::<Vec<_>>(), [scene.two]);

    let two = review::panel(&scene.test.open, scene.round, scene.two).unwrap();
    assert_eq!((two.took_no_part.as_slice(), two.envelopes.len()), (["Ken Ashby".to_owned()].as_slice(), 1));
}

#[test]
fn a_review_whose_author_declares_an_interest_later_no_longer_counts() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    scene.sends_grace();
    scene.bring_in(&scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("x"))])));
    let told = Reply { answers: vec![scene.ken.answers(&pack, scene.one, Answer::Interest)], reviews: vec![] };
    scene.bring_in(&scene.ken.responds(&pack, &told));
    let (test, chair) = scene.test.with_member("Marcia Lowe", Role::Chair);
    scene.test = test.opened_again().signed_in(chair);
    interest::answer(&mut scene.test.open, scene.one, &interest::TypedAnswer::none()).unwrap();
    review::open_reviews(&mut scene.test.open, scene.round, "It is urgent").unwrap();
    let panel = review::panel(&scene.test.open, scene.round, scene.one).unwrap();
    assert!(panel.reviews.is_empty());
    assert_eq!(panel.set_aside.iter().map(|one| one.standing).collect::<Vec<_>>(), [Standing::Conflicted]);
    assert_eq!(panel.took_no_part, ["Ken Ashby"]);
}

#[test]
fn who_has_an_interest_does_not_find_the_panel_even_when_the_embargo_is_over() {
    let scene = all_in();
    let one = scene.one;
    let (test, chair) = scene.test.with_member("Marcia Lowe", Role::Chair);
    let mut test = test.opened_again().signed_in(chair);
    assert!(matches!(review::panel(&test.open, scene.round, one).err(), Some(Error::NotFound)), "nobody reads before they answer");
    interest::answer(&mut test.open, one, &interest::TypedAnswer::declared("I am one of its trustees")).unwrap();
    assert!(matches!(review::panel(&test.open, scene.round, one).err(), Some(Error::NotFound)));
    let sealed: Vec<uuid::Uuid> = test
        .open
        .register()
        .read(|tx| tx.reviews(store::Which::All))
        .unwrap()
        .iter()
        .filter(|row| row.application_id == one.0)
        .map(|row| row.blob_id)
        .collect();
    assert_eq!(sealed.len(), 2);
    let opens = |test: &testkit::TestRegister| {
        sealed.iter().filter(|blob| test.open.register().read(|tx| tx.sealed_text(**blob)).unwrap().is_some()).count()
    };
    assert_eq!(opens(&test), 0, "and no key of theirs opens a review");

    let me = test.co_ordinator;
    let mut test = test.signed_in(me);
    assert_eq!(opens(&test), 2);
    let declined = domain::decision::NewDecision {
        outcome: domain::decision::Outcome::Declined { reasons: "No room".into() },
        decided_on: test.open.today(),
        body: domain::decision::Body::Partnership,
        decided_by: "Partnership meeting".into(),
        conditions: vec![],
        terms: None,
    };
    let today = test.open.today();
    usecases::decision::record(&mut test.open, one, &declined, &testkit::figures()).unwrap();
    usecases::decision::issue(&mut test.open, one, today, "By letter").unwrap();
    let test = test.signed_in(chair);
    assert!(test.open.case(one).unwrap().content().is_some(), "the application is open to all now");
    assert!(matches!(review::panel(&test.open, scene.round, one).err(), Some(Error::NotFound)));
    assert_eq!(opens(&test), 0, "the reviews are not");
}

#[test]
fn no_word_of_a_review_stands_open_in_the_register() {
    let scene = all_in();
    let (key_count, texts) = scene
        .test
        .open
        .register()
        .read(|tx| {
            let mut texts = Vec::new();
            for entry in tx.entries(None, 10_000)? {
                texts.push(format!("{entry:?}"));
            }
            for blob in tx.blob_ids()? {
                texts.push(String::from_utf8_lossy(&tx.get_blob(blob)?).into_owned());
            }
            Ok::<_, store::StoreError>((texts.len(), texts))
        })
        .unwrap();
    assert!(key_count > 10);
    assert!(texts.iter().all(|text| !text.contains(SECRET) && !text.contains("half of it") && !text.contains(MARKER)));
}

#[test]
fn a_round_that_somebody_only_looks_at_shows_no_other_rounds_reviews() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    scene.bring_in(&scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[])));
    let stranger = domain::id::ApplicationId(scene.test.clock_id());
    assert!(matches!(review::panel(&scene.test.open, scene.round, stranger).err(), Some(Error::NotFound)));
}
