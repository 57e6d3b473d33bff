//! Packs that come: known and unknown senders, twice, newer, forged, and word that a response arrived.

use super::scene::{CO_ORDINATOR, Draft, KITCHEN, OWLS, REGISTER, ROUND, Scene, hash, none, text, trustee};
use crate::reviewer::{PackArrival, PackRefused, ReviewState};
use crate::{Error, FieldFault, PackError};
use exchange::sheet::{self, OwnReview, ReceiptSheet};
use exchange::{Contents, Manifest, PackKind, Party};
use keys::Keyring;
use uuid::Uuid;

#[test]
fn a_sender_is_trusted_once_their_fingerprint_was_read_out() {
    let mut scene = Scene::new();
    let bytes = scene.seal(scene.draft());
    let unknown = PackArrival::UnknownSender { name: "Joan Pelham".into(), partnership: "Allenton Together".into() };
    assert_eq!(scene.desk().take_in(&bytes).unwrap(), unknown);
    for (read_out, fault) in [(" ", FieldFault::Missing), ("0000 0000 0000 0000", FieldFault::OtherFingerprint)] {
        match scene.desk().trust(&bytes, read_out) {
            Err(Error::Fields(fields)) => assert_eq!(fields, [("fingerprint".to_owned(), fault)]),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(scene.desk().take_in(&bytes).unwrap(), unknown, "nothing was kept");
    assert!(scene.desk().packs().is_empty());

    let read_out = scene.co_ordinator.fingerprint().to_string().to_lowercase().replace('-', " ");
    let arrival = scene.desk().trust(&bytes, &read_out).unwrap();
    assert!(matches!(arrival, PackArrival::Opened { already: false, replaces: false, .. }), "{arrival:?}");
    let again = scene.again().take_in(&bytes).unwrap();
    assert!(matches!(again, PackArrival::Opened { already: true, replaces: false, .. }), "{again:?}");
    assert_eq!(scene.desk().packs().len(), 1);
    let row = &scene.desk().packs()[0];
    assert_eq!(
        (row.partnership.as_str(), row.round_name.as_str(), row.co_ordinator.as_str()),
        ("Allenton Together", "January round", "Joan Pelham")
    );
    assert_eq!((row.applications, row.answered, row.unsent, row.responded_at), (2, 0, false, None));
}

#[test]
fn new_keys_of_a_known_sender_are_asked_about_again_and_the_old_ones_end() {
    let mut scene = Scene::new();
    scene.open();
    let old = std::mem::replace(&mut scene.co_ordinator, Keyring::generate().unwrap());
    let bytes = scene.seal(scene.draft());
    assert!(matches!(scene.desk().take_in(&bytes).unwrap(), PackArrival::UnknownSender { .. }));
    scene.take(&bytes);
    scene.co_ordinator = old;
    let bytes = scene.seal(scene.draft());
    assert!(matches!(scene.desk().take_in(&bytes).unwrap(), PackArrival::UnknownSender { .. }));
}

#[test]
fn a_known_sender_of_one_partnership_is_a_stranger_for_another() {
    let mut scene = Scene::new();
    scene.open();
    let mut draft = scene.draft();
    draft.manifest.register_id = Uuid::from_u128(99);
    let bytes = scene.seal(draft);
    assert!(matches!(scene.desk().take_in(&bytes).unwrap(), PackArrival::UnknownSender { .. }));
    // Even when they are believed there, they cannot put their pack in the place of the other partnership's round.
    let read_out = scene.co_ordinator.fingerprint().to_string();
    let refused = scene.desk().trust(&bytes, &read_out).unwrap();
    assert_eq!(refused, PackArrival::Refused(PackRefused::Pack(PackError::OtherPartnership)));
    assert_eq!(scene.desk().packs()[0].partnership, "Allenton Together");
}

#[test]
fn what_does_not_prove_itself_is_refused_whole() {
    let mut scene = Scene::new();
    scene.open();
    let refused = |arrival: PackArrival| match arrival {
        PackArrival::Refused(PackRefused::Pack(error)) => error,
        other => panic!("{other:?}"),
    };
    let good = scene.seal(scene.draft());
    assert_eq!(refused(scene.desk().take_in(b"hello").unwrap()), PackError::NotAPack);
    assert_eq!(refused(scene.desk().take_in(&good[..good.len() - 1]).unwrap()), PackError::Damaged);
    let other = Keyring::generate().unwrap();
    let mut draft = scene.draft();
    draft.manifest.to = vec![Party::new(Uuid::from_u128(5), "Marcia Bell", &other.recipient(), other.verifying_key())];
    let bytes = scene.seal(draft);
    assert_eq!(refused(scene.desk().take_in(&bytes).unwrap()), PackError::NotAddressedToMe);
    let mut draft = scene.draft();
    draft.manifest.expires = Some(super::scene::start());
    let bytes = scene.seal(draft);
    assert_eq!(refused(scene.desk().take_in(&bytes).unwrap()), PackError::Expired);
    let mut draft = scene.draft();
    draft.manifest.kind = PackKind::Decision;
    let bytes = scene.seal(draft);
    assert_eq!(refused(scene.desk().take_in(&bytes).unwrap()), PackError::WrongKind { found: "decision" });
    let mut draft = scene.draft();
    draft.manifest.kind = PackKind::Payment;
    let bytes = scene.seal(draft);
    let not_payments = scene.desk().take_in(&bytes).unwrap();
    assert_eq!(not_payments, PackArrival::Refused(PackRefused::BadContent), "it says what is to be paid, and does not");
    assert_eq!(scene.desk().packs().len(), 1);
}

#[test]
fn what_proves_itself_and_does_not_fit_together_is_refused_whole() {
    let mut scene = Scene::new();
    scene.open();
    let before = scene.desk().packs();
    let changes: [fn(&mut Draft); 9] = [
        |draft| draft.round.round_id = Uuid::from_u128(77),
        |draft| draft.round.reviewer = Uuid::from_u128(77),
        |draft| draft.round.applications[1].application_id = draft.round.applications[0].application_id,
        |draft| draft.round.applications[0].text.push(' '),
        |draft| {
            draft.round.applications[0].text = "{}".into();
            draft.round.applications[0].version_sha256 = hash("{}");
        },
        |draft| draft.round.applications[0].summary.asked_pence = -1,
        |draft| draft.round.applications[0].files[0].sha256 = "ab".repeat(32),
        |draft| {
            let judgement = serde_json::from_str(r#"{"recommendation":"fund-twice"}"#).unwrap();
            let own = OwnReview { review_id: Uuid::nil(), made_at: draft.round.made_at, rival: false, judgement, revises: Vec::new() };
            draft.round.applications[0].own_reviews.push(own);
        },
        |draft| draft.contents = Contents::default(),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut draft = scene.draft();
        change(&mut draft);
        let bytes = scene.seal(draft);
        assert_eq!(scene.desk().take_in(&bytes).unwrap(), PackArrival::Refused(PackRefused::BadContent), "change {at}");
    }
    assert!(scene.desk().packs() == before);
}

#[test]
fn a_newer_pack_takes_the_place_of_the_older_and_what_was_written_stays() {
    let mut scene = Scene::new();
    let older = scene.seal(scene.draft());
    let first = scene.take(&older);
    scene.review(first, OWLS);
    scene.desk().answer(first, KITCHEN, &trustee()).unwrap();

    // The owls' budget was corrected; the kitchen is sent again by mistake.
    let mut draft = scene.draft();
    let sheet = &mut draft.round.applications[1];
    sheet.text = text("Night OWLS Homework Club", 40_000);
    (sheet.version, sheet.version_sha256, sheet.summary.asked_pence) = (2, hash(&sheet.text), 40_000);
    let bytes = scene.seal(draft);
    let second = match scene.desk().take_in(&bytes).unwrap() {
        PackArrival::Opened { pack_id, already: false, replaces: true } => pack_id,
        other => panic!("{other:?}"),
    };
    for pass in 0..2 {
        let desk = if pass == 0 { scene.desk() } else { scene.again() };
        assert_eq!(desk.packs().len(), 1);
        assert!(matches!(desk.pack(first), Err(Error::NotFound)));
        let owls = desk.application(second, OWLS).unwrap();
        assert_eq!((owls.state, owls.judgement.recommendation.as_str()), (ReviewState::Writing, "fund-in-full"));
        assert_eq!(owls.judgement.questions, "Is the room free?");
        assert_eq!(desk.pack(second).unwrap().applications[0].state, ReviewState::Interest);
        assert!(matches!(desk.application(second, KITCHEN), Err(Error::NotFound)));
    }
    // Sealed again without a change it is a review of the new version, in the place of the old.
    scene.desk().seal_review(second, OWLS).unwrap();
    assert_eq!(scene.desk().application(second, OWLS).unwrap().state, ReviewState::Sealed);
    // The older pack does not come back.
    let again = scene.desk().take_in(&older).unwrap();
    assert_eq!(again, PackArrival::Opened { pack_id: second, already: true, replaces: false });
}

#[test]
fn only_the_chairs_word_opens_a_text_again_and_only_for_what_they_were_told() {
    let mut scene = Scene::new();
    let first = scene.open();
    scene.desk().answer(first, KITCHEN, &trustee()).unwrap();
    assert!(matches!(scene.desk().answer(first, KITCHEN, &none()), Err(Error::WrongState)));
    let pack_of = |scene: &Scene, stance: &str| {
        let mut draft = scene.draft();
        draft.round.applications[0].stance = stance.into();
        scene.seal(draft)
    };
    // Not told yet: whatever the pack says was settled is something else.
    let bytes = pack_of(&scene, "ruled-none");
    let pack = scene.take(&bytes);
    assert!(scene.desk().application(pack, KITCHEN).is_err());
    scene.desk().response(pack).unwrap();
    scene.desk().mark_sent(pack).unwrap();
    for (stance, opens) in [("clear", false), ("unanswered", false), ("ruled-none", true)] {
        let bytes = pack_of(&scene, stance);
        let pack = scene.take(&bytes);
        assert_eq!(scene.desk().application(pack, KITCHEN).is_ok(), opens, "{stance}");
    }
    let pack = scene.again().packs()[0].pack_id;
    assert!(scene.desk().application(pack, KITCHEN).is_ok());
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    assert!(scene.desk().application(pack, KITCHEN).is_err(), "a later interest stands again");
}

#[test]
fn a_pack_that_was_removed_and_opened_again_stays_shut_where_an_interest_was_declared() {
    let mut scene = Scene::new();
    let bytes = scene.seal(scene.draft());
    let pack = scene.take(&bytes);
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    scene.review(pack, OWLS);
    scene.desk().response(pack).unwrap();
    scene.desk().remove_pack(pack).unwrap();
    assert!(scene.again().packs().is_empty());
    assert!(matches!(scene.desk().take_in(&bytes).unwrap(), PackArrival::Opened { already: false, replaces: false, .. }));
    assert_eq!(scene.desk().gate(pack, KITCHEN).unwrap().summary, None);
    // What was written is gone; what went out is still followed by the next review.
    scene.clear(pack, OWLS);
    let owls = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((owls.state, owls.judgement), (ReviewState::ToWrite, domain::review::TypedJudgement::default()));
    scene.type_in(pack, OWLS, &super::scene::typed("do-not-fund"));
    scene.desk().seal_review(pack, OWLS).unwrap();
    let response = scene.desk().response(pack).unwrap();
    let (_, sheet) = scene.bring_in(&response.bytes);
    let review: sheet::ReviewFactSheet = sheet.reviews[0].read().unwrap();
    assert_eq!(review.revises.len(), 1);
}

#[test]
fn word_that_a_response_arrived_is_kept() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let receipt = |scene: &Scene, for_pack: Uuid| {
        let from = Party::new(CO_ORDINATOR, "Joan Pelham", &scene.co_ordinator.recipient(), scene.co_ordinator.verifying_key());
        let mut manifest = Manifest::new(
            PackKind::Receipt,
            Uuid::from_u128(55),
            REGISTER,
            "Allenton Together",
            super::scene::start(),
            from,
            vec![scene.me()],
        );
        manifest.round = Some(ROUND);
        let mut contents = Contents::default();
        let sheet = ReceiptSheet { for_pack, taken_in_at: super::scene::start(), what: vec![("review".into(), 1)] };
        contents.put_sheet(sheet::RECEIPT, &sheet).unwrap();
        exchange::seal(manifest, &contents, &scene.co_ordinator, &[scene.desk_recipient()]).unwrap()
    };
    let early = receipt(&scene, Uuid::from_u128(1));
    assert_eq!(scene.desk().take_in(&early).unwrap(), PackArrival::Refused(PackRefused::NotAnAnswer));
    let response = scene.desk().response(pack).unwrap();
    scene.desk().mark_sent(pack).unwrap();
    let (opened, _) = scene.bring_in(&response.bytes);
    let bytes = receipt(&scene, opened.manifest.pack_id);
    assert_eq!(scene.desk().take_in(&bytes).unwrap(), PackArrival::Received { pack_id: pack });
    assert_eq!(scene.again().packs()[0].received_at, Some(super::scene::start()));
    // Nobody else can say so.
    scene.co_ordinator = Keyring::generate().unwrap();
    let forged = receipt(&scene, opened.manifest.pack_id);
    let refused = scene.desk().take_in(&forged).unwrap();
    assert!(!matches!(refused, PackArrival::Received { .. }), "{refused:?}");
}
