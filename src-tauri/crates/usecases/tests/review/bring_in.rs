//! Every row of the merge table, and everything that is refused whole.

use crate::scene::{Scene, in_full, only, reply};
use domain::interest::Answer;
use exchange::sheet::{JudgementSheet, RECEIPT, ReceiptSheet};
use exchange::{Expected, PackKind, Party};
use testkit::review::{Reply, ReviewPack, Reviewer, judgement};
use usecases::application;
use usecases::review::bring_in::{What, bring_in, inspect, note_refused, receipt};
use usecases::review::{self, Progress, Refusal};
use usecases::{Error, Open};

/// Refused by the preview and by the import, with the journal where it was.
fn refused(open: &mut Open, bytes: &[u8]) -> Refusal {
    let head = open.register().head().unwrap();
    let why = inspect(open, bytes).unwrap().refused.expect("it must be refused");
    match bring_in(open, bytes).err() {
        Some(Error::Refused(same)) => assert_eq!(same, why),
        other => panic!("{other:?}"),
    }
    assert_eq!(open.register().head().unwrap(), head);
    why
}

fn whats(found: &review::bring_in::Found) -> Vec<What> {
    found.lines.iter().map(|line| line.what).collect()
}

#[test]
fn a_response_is_previewed_and_then_brought_in_once() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let bytes = scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("Neighbours cook"))]));
    let head = scene.test.open.register().head().unwrap();
    let found = inspect(&scene.test.open, &bytes).unwrap();
    assert_eq!(scene.test.open.register().head().unwrap(), head, "a preview changes nothing");
    assert_eq!((found.refused, found.from.as_deref(), found.already_on), (None, Some("Ken Ashby"), None));
    assert_eq!(found.round.as_ref().map(|(_, name)| name.as_str()), Some("May 2022"));
    assert_eq!(whats(&found), [What::New]);
    assert_eq!(found.missing, ["CC-2022-002"]);
    assert!(!found.opens_all && found.history_differs.is_none());

    assert_eq!(scene.bring_in(&bytes), found);
    let reader = scene.board().readers[0].clone();
    assert_eq!((reader.answered, reader.expected, reader.back_on), (1, 2, Some(scene.test.open.today())));
    assert_eq!(reader.items.iter().map(|item| item.progress).collect::<Vec<_>>(), [Progress::In, Progress::Missing]);

    let head = scene.test.open.register().head().unwrap();
    let again = bring_in(&mut scene.test.open, &bytes).unwrap();
    assert!(again.touched.is_empty());
    assert_eq!((again.value.already_on, whats(&again.value)), (Some(scene.test.open.today()), vec![What::Same]));
    assert_eq!(scene.test.open.register().head().unwrap(), head, "the same pack again changes nothing");
}

#[test]
fn a_revision_takes_the_place_of_what_it_revises_in_any_order() {
    for turned in [false, true] {
        let mut scene = Scene::new();
        let pack = scene.sends_ken();
        let first = scene.ken.reviews(&pack, scene.one, &in_full("first"), &[]);
        let second = scene.ken.reviews(&pack, scene.one, &judgement("do-not-fund", None, "second"), &[&first]);
        let early = scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[&first]));
        let late = scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[&second]));
        if turned {
            assert_eq!(whats(&scene.bring_in(&late)), [What::New]);
            scene.bring_in(&early);
        } else {
            assert_eq!(whats(&scene.bring_in(&early)), [What::New]);
            assert_eq!(whats(&scene.bring_in(&late)), [What::Revised]);
        }
        assert_eq!(scene.board().readers[0].items[0].progress, Progress::In);
    }
}

#[test]
fn two_that_do_not_follow_one_from_the_other_are_rivals_until_the_reviewer_picks() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let one = scene.ken.reviews(&pack, scene.one, &in_full("one"), &[]);
    let other = scene.ken.reviews(&pack, scene.one, &judgement("do-not-fund", None, "other"), &[]);
    scene.bring_in(&scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[&one])));
    let found = scene.bring_in(&scene.ken.responds(&pack, &only(&scene.ken, &pack, scene.one, &[&other])));
    assert_eq!(whats(&found), [What::Rival]);
    assert_eq!(scene.board().readers[0].items[0].progress, Progress::Rival);
    assert_eq!(scene.board().readers[0].answered, 0);

    let again = scene.sends_ken();
    let own: Vec<bool> = again.sheet(scene.one).own_reviews.iter().map(|review| review.rival).collect();
    assert_eq!(own, [true, true], "the next pack shows both to their author");
    let picked = scene.ken.reviews(&again, scene.one, &in_full("picked"), &[&one, &other]);
    let found = scene.bring_in(&scene.ken.responds(&again, &only(&scene.ken, &again, scene.one, &[&picked])));
    assert_eq!(whats(&found), [What::Revised]);
    assert_eq!(scene.board().readers[0].items[0].progress, Progress::In);
}

#[test]
fn a_review_of_an_older_version_is_kept_and_flagged() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    application::start_correction(&mut scene.test.open, scene.one).unwrap();
    application::receive_correction(&mut scene.test.open, scene.one, "The hall costs less").unwrap();
    let found = scene.bring_in(&scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("x"))])));
    assert_eq!(whats(&found), [What::Older]);
    assert_eq!(scene.board().readers[0].items[0].progress, Progress::InOlder);
}

#[test]
fn an_interest_in_a_response_takes_the_application_away_from_its_author_and_their_review_never_counts() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let fact = scene.ken.reviews(&pack, scene.one, &in_full("before I knew"), &[]);
    let told = scene.ken.answers(&pack, scene.one, Answer::Interest);
    let none = scene.ken.answers(&pack, scene.one, Answer::NoInterest);
    let found = scene.bring_in(&scene.ken.responds(&pack, &Reply { answers: vec![none, told], reviews: vec![fact] }));
    assert_eq!(whats(&found), [What::Interest, What::Conflicted]);
    let item = scene.board().readers[0].items[0].clone();
    assert_eq!((item.share, item.progress), (review::Share::Conflicted, Progress::Interest));
    assert_eq!(scene.sends_ken().applications(), [scene.two.0], "the next pack is without it");
    review::open_reviews(&mut scene.test.open, scene.round, "x").expect_err("only the chair opens");
}

#[test]
fn what_is_missing_is_never_a_deletion() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let both = reply(&scene.ken, &pack, &[(scene.one, in_full("one")), (scene.two, in_full("two"))]);
    scene.bring_in(&scene.ken.responds(&pack, &both));
    let less = reply(&scene.ken, &pack, &[(scene.one, in_full("one"))]);
    let found = scene.bring_in(&scene.ken.responds(&pack, &less));
    assert_eq!(whats(&found), [What::Same]);
    assert!(found.missing.is_empty());
    assert_eq!(scene.board().readers[0].answered, 2);
}

#[test]
fn the_last_answer_opens_the_reviews_in_the_same_change() {
    let mut scene = Scene::new();
    let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
    let (one, two) = (scene.one, scene.two);
    let all = |by: &Reviewer, pack: &ReviewPack| reply(by, pack, &[(one, in_full("x")), (two, in_full("y"))]);
    let (first, last) = (scene.ken.responds(&ken, &all(&scene.ken, &ken)), scene.grace.responds(&grace, &all(&scene.grace, &grace)));
    assert!(!scene.bring_in(&first).opens_all);
    assert_eq!(scene.board().row.opened_on, None);
    assert!(inspect(&scene.test.open, &last).unwrap().opens_all);
    assert!(scene.bring_in(&last).opens_all);
    let board = scene.board();
    assert_eq!((board.row.opened_on, board.opened_by, board.row.back), (Some(scene.test.open.today()), None, 2));

    let late =
        scene.ken.reviews(&ken, scene.one, &judgement("do-not-fund", None, "I changed my mind"), &[&all(&scene.ken, &ken).reviews[0]]);
    let found = scene.bring_in(&scene.ken.responds(&ken, &only(&scene.ken, &ken, scene.one, &[&late])));
    assert_eq!(whats(&found), [What::Late]);
    assert_eq!(scene.board().late.len(), 1);
}

#[test]
fn a_response_that_is_no_answer_of_its_sender_is_refused() {
    let mut scene = Scene::new();
    let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
    let says = reply(&scene.ken, &ken, &[(scene.one, in_full("x"))]);
    let mut to_another = scene.ken.response(&ken);
    to_another.in_reply_to = Some(grace.opened.manifest.pack_id);
    let mut to_nothing = scene.ken.response(&ken);
    to_nothing.in_reply_to = None;
    for manifest in [to_another, to_nothing] {
        let bytes = scene.ken.seal(manifest, &ken, &says);
        assert_eq!(refused(&mut scene.test.open, &bytes), Refusal::NotAnAnswer);
    }
    // Grace's pack with Ken's words in it, and Ken's words under Grace's name.
    let bytes = scene.grace.responds(&grace, &says);
    assert_eq!(refused(&mut scene.test.open, &bytes), Refusal::BadSignature);
    let mut as_grace = scene.ken.response(&ken);
    as_grace.from = Party::new(scene.grace.member.0, "Grace Okoro", &scene.ken.keyring.recipient(), scene.ken.keyring.verifying_key());
    assert_eq!(refused(&mut scene.test.open, &scene.ken.seal(as_grace, &ken, &says)), Refusal::UnknownSender);
}

#[test]
fn what_would_not_stand_is_refused_whole() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    review::leave_out(&mut scene.test.open, scene.round, scene.grace.member, scene.two, Some("She knows them")).unwrap();
    let grace = scene.sends_grace();
    let good = in_full("x");
    let bad: Vec<JudgementSheet> = vec![
        judgement("fund-part", Some(10_000), "all of it is no part"),
        judgement("fund-part", Some(-1), "x"),
        judgement("fund-twice", None, "x"),
        judgement("fund-in-full", Some(5), "x"),
        JudgementSheet { scores: vec![Some(3)], ..good.clone() },
        JudgementSheet { good: "x".repeat(domain::application::check::LONGEST_ANSWER + 1), ..good.clone() },
    ];
    for sheet in bad {
        // A good review beside it does not help it.
        let says = reply(&scene.ken, &pack, &[(scene.one, good.clone()), (scene.two, sheet.clone())]);
        assert_eq!(refused(&mut scene.test.open, &scene.ken.responds(&pack, &says)), Refusal::BadContent, "{sheet:?}");
    }
    let nobody_asked = Reply { answers: vec![], ..reply(&scene.ken, &pack, &[(scene.one, good.clone())]) };
    assert_eq!(refused(&mut scene.test.open, &scene.ken.responds(&pack, &nobody_asked)), Refusal::BadContent);
    // Grace was never sent the second application, and makes as if.
    let mut stretched = ReviewPack { opened: pack.opened, round: pack.round.clone() };
    stretched.opened.manifest = grace.opened.manifest.clone();
    let says = reply(&scene.grace, &stretched, &[(scene.two, good)]);
    assert_eq!(refused(&mut scene.test.open, &scene.grace.responds(&grace, &says)), Refusal::BadContent);
}

#[test]
fn a_refused_pack_is_noted_by_its_hash_and_a_good_one_is_not() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    note_refused(&mut scene.test.open, b"no pack at all").unwrap();
    let entry = scene.test.open.register().read(|tx| tx.entries(None, 1)).unwrap().remove(0);
    assert_eq!(entry.kind, "packRefused");
    let store::journal::Payload::Kept(payload) = entry.payload else { panic!("it was not erased") };
    assert_eq!((payload["why"].as_str(), payload["sha256"].as_str().map(str::len)), (Some("not-a-pack"), Some(64)));
    let good = scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("x"))]));
    assert!(matches!(note_refused(&mut scene.test.open, &good).err(), Some(Error::WrongState)));
}

#[test]
fn a_history_that_differs_is_told_and_the_response_is_taken_in() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let mut manifest = scene.ken.response(&pack);
    manifest.heads_seen[0].head = "ab".repeat(32);
    let bytes = scene.ken.seal(manifest, &pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("x"))]));
    let found = scene.bring_in(&bytes);
    assert_eq!((found.refused, found.history_differs), (None, Some(scene.test.open.today())));
}

#[test]
fn a_register_put_back_to_an_older_day_is_found_out_by_a_response() {
    let mut scene = Scene::new();
    scene.sends_ken();
    let folder = scene.test.folder().to_owned();
    let copy = scene.test.place().join("an older copy");
    std::fs::create_dir_all(&copy).unwrap();
    let me = scene.test.co_ordinator;
    scene.test = scene.test.opened_again();
    copy_files(&folder, &copy);
    // Work goes on, and another pack goes out; then somebody puts the older copy back.
    scene.test.add("Riverside Ramblers", testkit::Stage::Draft);
    let pack = scene.sends_grace();
    let bytes = scene.grace.responds(&pack, &reply(&scene.grace, &pack, &[(scene.one, in_full("x"))]));
    let world = std::sync::Arc::clone(&scene.test.clock) as std::sync::Arc<dyn usecases::Surroundings>;
    let open = usecases::register::open(&copy, me, &testkit::TestRegister::passphrase(), world).unwrap();
    let found = inspect(&open, &bytes).unwrap();
    assert_eq!(found.refused, Some(Refusal::NotAnAnswer));
    assert_eq!(found.history_differs, Some(open.today()), "the alarm is raised even so");
}

fn copy_files(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy_files(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_receipt_is_signed_and_only_its_reviewer_opens_it() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let bytes = scene.ken.responds(&pack, &reply(&scene.ken, &pack, &[(scene.one, in_full("x"))]));
    assert!(matches!(receipt(&scene.test.open, &bytes).err(), Some(Error::WrongState)), "it is not in yet");
    scene.bring_in(&bytes);
    let made = receipt(&scene.test.open, &bytes).unwrap();
    let key = scene.test.open.register().keyring().verifying_key().clone();
    let me = scene.ken.keyring.recipient();
    let expected = Expected {
        me: &me,
        kind: PackKind::Receipt,
        sender: &|_| Some(key.clone()),
        register: None,
        round: &|_| true,
        now: scene.test.open.register().surroundings().now(),
    };
    let opened = exchange::open(&made.bytes, &scene.ken.keyring, &expected).unwrap();
    let sheet: ReceiptSheet = opened.contents.sheet(RECEIPT).unwrap();
    assert_eq!(opened.manifest.in_reply_to, Some(sheet.for_pack));
    assert_eq!(sheet.what, [("reviews".to_owned(), 1), ("answers".to_owned(), 1)]);
    assert!(exchange::open(&made.bytes, &scene.grace.keyring, &expected).is_err());
}
