//! From the register to the clerk and back: a real register makes the pack and takes the receipt in.

use crate::grant::TypedPayment;
use crate::grant::tests::fixture::{Place, on, words};
use crate::payment_pack;
use crate::reviewer::{PackArrival, Reviewer, bring_vault, unlock};
use crate::{Error, Surroundings};
use domain::Money;
use domain::id::MemberId;
use domain::payment::Method;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// The clerk's own machine, with a copy of their vault on it.
fn clerk(place: &Place, folder: &Path) -> Reviewer {
    let vaults = place.open.register().folder().join("vaults");
    let mut found = Vec::new();
    for entry in fs::read_dir(vaults).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "vault") {
            found.push(bring_vault(folder, &fs::read(path).unwrap()).unwrap());
        }
    }
    let anita = found.into_iter().find(|person| person.name == "Anita Joyce").unwrap();
    unlock(folder, &anita.vault_id, &words(), Arc::clone(&place.day) as Arc<dyn Surroundings>).unwrap()
}

/// A payment pack for the clerk, on their desk.
fn send(place: &mut Place, desk: &mut Reviewer) -> Uuid {
    let folder = tempfile::tempdir().unwrap();
    let clerk: MemberId = payment_pack::plan(&place.open).unwrap().clerks[0].id;
    let staged = payment_pack::prepare(&place.open, &[clerk]).unwrap().run(folder.path()).unwrap();
    let made = payment_pack::record(&mut place.open, staged).unwrap().value;
    let bytes = fs::read(made.path).unwrap();
    let read_out = keys::Fingerprint::of_member(
        &place.open.register().shared_keyring().recipient(),
        place.open.register().shared_keyring().verifying_key(),
    );
    match desk.trust(&bytes, read_out.as_str()).unwrap() {
        PackArrival::PaymentsOpened { ledger, already: false } => ledger,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_clerk_paid_comes_back_to_the_register_and_is_cleared_by_its_next_pack() {
    let (mut place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let (one, other) = (place.ready("Merrybank Growers", 225, &[]), place.ready("Kingfisher Table", 460, &[200, 260]));
    let mut desk = clerk(&place, home.path());
    let ledger = send(&mut place, &mut desk);
    let row = desk.ledgers().remove(0);
    assert_eq!((row.ready, row.ready_sum), (2, Money::from_pence(42_500)));
    let numbers = desk.clerk_account(ledger, one.grant).unwrap();
    assert_eq!((numbers.sort_code.as_str(), numbers.account_number.as_str()), ("089999", "00012345"));

    let pay = |amount: &str| TypedPayment {
        amount: amount.into(),
        paid_on: on("2023-01-17"),
        reference: "CC GRANT".into(),
        method: Method::BankTransfer,
    };
    desk.clerk_pay(ledger, one.grant, &pay("225")).unwrap();
    desk.clerk_pay(ledger, other.grant, &pay("200")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let saved = desk.clerk_receipt(ledger, folder.path()).unwrap();
    let bytes = fs::read(&saved.path).unwrap();
    let found = payment_pack::inspect(&place.open, &bytes).unwrap().unwrap();
    assert_eq!((found.new, found.paid, found.may_take_in), (2, Money::from_pence(42_500), true));
    assert_eq!(payment_pack::take_in(&mut place.open, &bytes).unwrap().value, 2);
    assert_eq!(payment_pack::take_in(&mut place.open, &bytes).unwrap().value, 0, "brought twice, it changes nothing");
    assert_eq!(place.facts(&one).left_to_pay(), Money::ZERO);
    assert_eq!(place.facts(&other).paid(), Money::from_pence(20_000));

    // The next pack names what the register holds.
    let before = desk.ledger(ledger).unwrap().funds;
    send(&mut place, &mut desk);
    let view = desk.ledger(ledger).unwrap();
    assert_eq!((view.unsent, view.funds), (0, before), "what was paid since is in the register's own sums now");
    assert!(matches!(desk.clerk_receipt(ledger, folder.path()), Err(Error::NothingToSend)));
    assert_eq!(desk.ledger_grant(ledger, other.grant).unwrap().payments[0].recorded_by, "Anita Joyce");
}
