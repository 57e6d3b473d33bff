//! A payment pack that comes: from a stranger, twice, newer, older, altered, and for somebody else.

use super::scene::{ANN, CHOIR, GARDEN, KITCHEN, OWLS, REGISTER, Scene, ids, pay, scan};
use crate::clerk::LedgerTab;
use crate::reviewer::{PackArrival, PackRefused};
use crate::{Error, FieldFault};
use domain::Money;
use domain::payment::PayBar;
use exchange::PackError;
use std::fs;

#[test]
fn a_strangers_payment_pack_opens_once_the_fingerprint_is_read_out() {
    let mut scene = Scene::new();
    let bytes = scene.pack(&scene.sheet());
    let stranger = PackArrival::UnknownSender { name: "Joan Pelham".into(), partnership: "Allenton Together".into() };
    assert_eq!(scene.ann.take_in(&bytes).unwrap(), stranger);
    let wrong = scene.ann.trust(&bytes, &scene.bob.fingerprint());
    assert!(matches!(wrong, Err(Error::Fields(fields)) if fields[0].1 == FieldFault::OtherFingerprint));
    assert!(scene.ann.ledgers().is_empty());
    let read_out = scene.co_ordinator.fingerprint().to_string();
    let opened = |already| PackArrival::PaymentsOpened { ledger: REGISTER, already };
    assert_eq!(scene.ann.trust(&bytes, &read_out).unwrap(), opened(false));
    assert_eq!(scene.ann.take_in(&bytes).unwrap(), opened(true), "from now on the sender is known");
    let newer = scene.pack(&scene.sheet());
    assert_eq!(scene.ann.take_in(&newer).unwrap(), opened(false));
    assert_eq!(scene.ann.take_in(&bytes).unwrap(), opened(true), "a newer one is here");
}

#[test]
fn a_ledger_says_what_may_be_paid_and_what_may_not_and_why() {
    let scene = Scene::with(Scene::sheet).again();
    let row = scene.ann.ledgers().remove(0);
    assert_eq!((row.partnership.as_str(), row.ready, row.waiting, row.unsent), ("Allenton Together", 2, 2, 0));
    assert_eq!(row.ready_sum, Money::from_pence(70_000));
    let table = [
        (GARDEN, LedgerTab::ReadyToPay, vec![], 50_000, None),
        (CHOIR, LedgerTab::ReadyToPay, vec![], 20_000, Some((1, 2))),
        (KITCHEN, LedgerTab::Waiting, vec![PayBar::AccountChanged], 40_000, None),
        (OWLS, LedgerTab::Waiting, vec![PayBar::GroupSignature, PayBar::Condition], 25_000, None),
    ];
    for (grant, tab, bars, next, part) in table {
        let listed = scene.listed(grant);
        assert_eq!((listed.tab, listed.bars, listed.next, listed.part), (tab, bars, Money::from_pence(next), part), "{grant}");
    }
    let view = scene.ledger();
    assert_eq!((view.others, view.two_people), (vec!["Bob Carey".to_owned()], false));
    assert_eq!((view.funds.in_bank, view.funds.committed), (Money::from_pence(300_000), Money::from_pence(145_000)));
    let changed = scene.whole(KITCHEN).account.unwrap();
    assert!(changed.changed && changed.numbers && changed.check.is_none());
    assert_eq!(changed.former.unwrap().0, "9009");
    assert!(scene.whole(GARDEN).agreement);
    assert_eq!(*scene.ann.clerk_agreement(REGISTER, GARDEN).unwrap().bytes, **scan());
    assert!(matches!(scene.ann.clerk_agreement(REGISTER, CHOIR), Err(Error::NotFound)));
    let numbers = scene.ann.clerk_account(REGISTER, GARDEN).unwrap();
    assert_eq!((numbers.sort_code.as_str(), numbers.account_number.as_str()), ("089990", "70110001"));
}

#[test]
fn a_newer_pack_keeps_what_was_done_and_clears_what_the_register_holds() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    scene.ann.clerk_pay(REGISTER, CHOIR, &pay("200", 12)).unwrap();
    let sent = ids(&scene.receipt().1);
    assert_eq!(scene.ledger().unsent, 0);

    // The register took the first of them in, and cancelled the other grant before it heard of the second.
    let mut sheet = scene.sheet();
    let (garden, choir) = (scene.whole(GARDEN).payments.remove(0), scene.whole(CHOIR).payments.remove(0));
    sheet.grants[0].payments = vec![exchange::sheet::PaymentRowSheet {
        payment_id: garden.id.0,
        amount_pence: 50_000,
        paid_on: garden.paid_on,
        reference: garden.reference,
        method: "bank-transfer".into(),
        undone: None,
        seen: (None, None),
    }];
    sheet.funds.paid_pence = 150_000;
    sheet.funds.committed_pence = 95_000;
    sheet.grants[1].finished = true;
    sheet.facts_held = vec![sent[0]];
    scene.take(&sheet);
    let garden = scene.whole(GARDEN);
    assert_eq!((garden.grant.tab, garden.payments.len()), (LedgerTab::Paid, 1));
    assert_eq!(garden.payments[0].recorded_by, "Ann Lister", "who paid is known from the fact that was kept");
    let cancelled = scene.whole(CHOIR);
    assert_eq!((cancelled.payments[0].id, cancelled.grant.bars), (choir.id, vec![PayBar::Finished]));
    let funds = scene.ledger().funds;
    assert_eq!((funds.paid, funds.committed), (Money::from_pence(170_000), Money::from_pence(75_000)));
    assert_eq!(ids(&scene.receipt().1), sent[1..], "what the register does not hold goes again");
}

#[test]
fn a_damaged_ledger_is_counted_and_a_new_pack_takes_its_place() {
    let scene = Scene::with(Scene::sheet);
    let path = scene.place.path().join(format!("ledgers/{REGISTER}.ledger"));
    let whole = fs::read(&path).unwrap();
    let mut bytes = whole.clone();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    #[expect(clippy::disallowed_methods, reason = "a test damages a file")]
    fs::write(&path, bytes).unwrap();
    let mut scene = scene.again();
    assert_eq!((scene.ann.ledgers().len(), scene.ann.damaged()), (0, 1));
    assert!(scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).is_err());
    let sheet = scene.sheet();
    scene.take(&sheet);
    assert_eq!((scene.ann.ledgers().len(), scene.ann.damaged()), (1, 0));
}

#[test]
fn a_ledger_that_somebody_planted_is_not_taken_for_ones_own() {
    let scene = Scene::with(Scene::sheet);
    // Eve knows whom to seal to. She makes a pack of her own for the same partnership, and writes its ledger in place.
    let elsewhere = Scene::new();
    let mut sheet = scene.sheet();
    sheet.clerks.push(Scene::clerk(ANN, &elsewhere.ann));
    sheet.clerks[2].member_id = super::scene::CO_ORDINATOR;
    let mut eve = Scene { co_ordinator: keys::Keyring::generate().unwrap(), ..elsewhere };
    eve.take(&sheet);
    let name = format!("ledgers/{REGISTER}.ledger");
    fs::copy(eve.place.path().join(&name), scene.place.path().join(&name)).unwrap();
    let scene = scene.again();
    assert_eq!((scene.ann.ledgers().len(), scene.ann.damaged()), (0, 1));
}

#[test]
fn what_does_not_fit_together_is_refused_whole() {
    let mut scene = Scene::new();
    let good = scene.sheet();
    let read_out = scene.co_ordinator.fingerprint().to_string();
    let mut wrong = vec![good.clone(); 6];
    wrong[0].clerks.remove(0);
    wrong[1].grants[1].grant_id = wrong[1].grants[0].grant_id;
    wrong[2].grants[0].amount_pence = -1;
    wrong[3].grants[0].accounts[0].numbers = Some(("Holder".into(), "08 99 90".into(), "70110001".into()));
    wrong[4].grants[0].agreement = Some(("ab".repeat(32), "pdf".into()));
    wrong[5].grants[0].signatures[0].0 = "nobody".into();
    for (place, sheet) in wrong.iter().enumerate() {
        let mut named = sheet.clone();
        if place == 0 {
            // It is addressed to Ann, and its sheet does not name her.
            named.clerks = good.clerks.clone();
        }
        let bytes = if place == 0 { scene.pack_of(&named, sheet) } else { scene.pack(sheet) };
        assert_eq!(scene.ann.trust(&bytes, &read_out).unwrap(), PackArrival::Refused(PackRefused::BadContent), "{place}");
    }
    assert!(scene.ann.ledgers().is_empty());
    let mut altered = scene.pack(&good);
    let last = altered.len() - 1;
    altered[last] ^= 1;
    let refused = scene.ann.trust(&altered, &read_out).unwrap();
    assert!(matches!(refused, PackArrival::Refused(PackRefused::Pack(PackError::Key(_) | PackError::Damaged))), "{refused:?}");
}

#[test]
fn a_ledger_goes_only_when_everything_in_it_was_sent() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    assert!(matches!(scene.ann.remove_ledger(REGISTER), Err(Error::WrongState)));
    scene.receipt();
    scene.ann.remove_ledger(REGISTER).unwrap();
    assert!(scene.ann.ledgers().is_empty());
    let left: Vec<_> = fs::read_dir(scene.place.path().join("ledgers")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["lock"]);
}

#[test]
fn new_keys_of_the_co_ordinator_lose_nothing_of_what_was_done() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    let old = std::mem::replace(&mut scene.co_ordinator, keys::Keyring::generate().unwrap());
    let bytes = scene.pack(&scene.sheet());
    assert!(matches!(scene.ann.take_in(&bytes).unwrap(), PackArrival::UnknownSender { .. }));
    let sheet = scene.sheet();
    scene.take(&sheet);
    assert_eq!((scene.listed(GARDEN).tab, scene.ledger().unsent), (LedgerTab::Paid, 1));
    let renewed = std::mem::replace(&mut scene.co_ordinator, old);
    let bytes = scene.pack(&scene.sheet());
    assert!(matches!(scene.ann.take_in(&bytes).unwrap(), PackArrival::UnknownSender { .. }), "the old keys have ended");
    scene.co_ordinator = renewed;
    assert_eq!(scene.again().ledger().unsent, 1);
}
