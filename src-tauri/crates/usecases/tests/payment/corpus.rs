//! The hostile packs of `exchange`, made from a good receipt: all refused, and the journal stays where it was.

use crate::scene::{Scene, pays};
use exchange::corpus;
use usecases::{Error, payment_pack};

/// How many are made by chance, beside those made by hand.
const BY_CHANCE: usize = 1_000;

#[test]
fn every_hostile_receipt_is_refused_and_the_journal_stays_where_it_was() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let (_, good) = pays(&scene.anita, &pack, scene.one);
    let keyring = scene.test.open.register().shared_keyring();
    let (known, me) = (scene.anita.keyring.verifying_key().clone(), keyring.recipient());
    let expected = exchange::Expected {
        me: &me,
        kind: exchange::PackKind::Receipt,
        sender: &|_| Some(known.clone()),
        register: None,
        round: &|_| true,
        now: scene.test.open.register().surroundings().now(),
    };
    let opened = exchange::open(&good, keyring.as_ref(), &expected).unwrap();
    let bench = corpus::Scene::new(opened.manifest, opened.contents, keyring.as_ref(), &scene.anita.keyring);
    let head = scene.test.open.register().head().unwrap();
    let mut refused = 0;
    for (name, bytes) in corpus::packs(20_230_120, BY_CHANCE, &bench) {
        let why = payment_pack::inspect(&scene.test.open, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let why = why.err().unwrap_or_else(|| panic!("{name}: readable"));
        match payment_pack::take_in(&mut scene.test.open, &bytes).err() {
            Some(Error::Refused(same)) => assert_eq!(same, why, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
        refused += 1;
    }
    assert!(refused > BY_CHANCE, "only {refused}");
    assert_eq!(scene.test.open.register().head().unwrap(), head);
    assert_eq!(payment_pack::take_in(&mut scene.test.open, &bench.good()).unwrap().value, 1);
}
