//! Thousands of damaged and hostile packs, made from a good response: all refused, and the journal stays where it was.

use crate::scene::{Scene, in_full, reply};
use exchange::corpus;
use exchange::{Contents, sheet::RESPONSE};
use usecases::Error;
use usecases::review::bring_in::{bring_in, inspect};

/// How many are made by chance, beside those made by hand.
const BY_CHANCE: usize = 2_000;

#[test]
fn every_hostile_pack_is_refused_and_the_journal_stays_where_it_was() {
    let mut scene = Scene::new();
    let pack = scene.sends_ken();
    let says = reply(&scene.ken, &pack, &[(scene.one, in_full("x"))]);
    let good = scene.ken.responds(&pack, &says);
    let keyring = scene.test.open.register().shared_keyring();
    let known = scene.ken.keyring.verifying_key().clone();
    let me = keyring.recipient();
    let expected = exchange::Expected {
        me: &me,
        kind: exchange::PackKind::Response,
        sender: &|_| Some(known.clone()),
        register: None,
        round: &|_| true,
        now: scene.test.open.register().surroundings().now(),
    };
    let opened = exchange::open(&good, keyring.as_ref(), &expected).unwrap();
    let contents: Contents = opened.contents;
    assert!(contents.data.contains_key(RESPONSE));
    let bench = corpus::Scene::new(opened.manifest, contents, keyring.as_ref(), &scene.ken.keyring);

    let head = scene.test.open.register().head().unwrap();
    let mut refused = 0;
    for (name, bytes) in corpus::packs(20_230_120, BY_CHANCE, &bench) {
        let found = inspect(&scene.test.open, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let why = found.refused.unwrap_or_else(|| panic!("{name}: taken in"));
        assert!(found.lines.is_empty() && found.from.is_none(), "{name}: something is told of it");
        match bring_in(&mut scene.test.open, &bytes).err() {
            Some(Error::Refused(same)) => assert_eq!(same, why, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
        refused += 1;
    }
    assert!(refused > BY_CHANCE, "only {refused}");
    assert_eq!(scene.test.open.register().head().unwrap(), head);
    assert!(scene.board().readers[0].back_on.is_none());
    // The one from which they were made is taken in.
    assert_eq!(bring_in(&mut scene.test.open, &bench.good()).unwrap().value.refused, None);
}
