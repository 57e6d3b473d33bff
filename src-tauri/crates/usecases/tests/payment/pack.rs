//! Packs out: just what the clerk needs, to clerks alone, and never before its entry in the journal.

use crate::scene::Scene;
use domain::id::MemberId;
use testkit::review::files_in;
use testkit::{Paper, Stage};
use usecases::{Error, payment_pack};

#[test]
fn a_pack_holds_what_was_told_and_may_be_paid_with_the_numbers_of_the_current_account_alone() {
    let mut scene = Scene::new();
    scene.test.add("Secret Society", Stage::Approved);
    scene.changes_account(scene.two);
    let pack = scene.test.pays(&scene.anita);
    let text = String::from_utf8(pack.opened.contents.data.values().flat_map(|bytes| bytes.to_vec()).collect()).unwrap();
    assert!(!text.contains("Secret Society"), "its group was not told");
    assert_eq!(pack.sheet.grants.len(), 2);
    assert_eq!(pack.sheet.clerks.iter().map(|clerk| clerk.name.as_str()).collect::<Vec<_>>(), ["Anita Joyce", "Ben Croft"]);
    let one = pack.grant(scene.one);
    let numbers = ("Merrybank Growers".to_owned(), "099999".to_owned(), "00123456".to_owned());
    assert_eq!(one.accounts.iter().map(|account| account.numbers.clone()).collect::<Vec<_>>(), [Some(numbers)]);
    assert_eq!(one.accounts[0].check.as_ref().unwrap().0, "statement-seen");
    assert_eq!((one.signatures.len(), one.amount_pence, one.deciders.as_slice()), (2, 10_000, [scene.test.co_ordinator].as_slice()));
    let two = pack.grant(scene.two);
    let known: Vec<(bool, bool)> = two.accounts.iter().map(|account| (account.numbers.is_some(), account.check.is_some())).collect();
    assert_eq!(known, [(false, true), (true, false)], "the former account without its numbers, the new one not checked");
    assert_eq!(pack.opened.manifest.journal.as_ref().unwrap().head.len(), 64);
    let plan = payment_pack::plan(&scene.test.open).unwrap();
    assert_eq!((plan.ready, plan.ready_money, plan.waiting, plan.not_told), (1, domain::Money::from_pence(10_000), 1, 1));
    assert_eq!(plan.packs[0].people, ["Anita Joyce"]);
    assert!(plan.clerks.iter().all(|clerk| clerk.has_keys) && plan.clerks.len() == 2);
}

#[test]
fn nobody_but_a_clerk_with_keys_gets_one_and_a_folder_that_is_not_there_leaves_the_register_as_it_was() {
    let (mut test, ken) = Scene::new().test.with_reviewer("Ken Ashby");
    Paper::of("More", "5.00").brought_to(&mut test.open, Stage::Checked);
    let head = test.open.register().head().unwrap();
    for to in [vec![], vec![ken.member], vec![MemberId(test.co_ordinator)]] {
        assert!(matches!(payment_pack::prepare(&test.open, &to).err(), Some(Error::NothingToSend)));
    }
    let clerk = payment_pack::plan(&test.open).unwrap().clerks[0].id;
    let refused = payment_pack::prepare(&test.open, &[clerk]).unwrap().run(&test.outbox().join("gone"));
    assert!(matches!(refused, Err(Error::Pack(_))));
    drop(payment_pack::prepare(&test.open, &[clerk]).unwrap().run(&test.outbox()).unwrap());
    assert_eq!(files_in(&test.outbox()), Vec::<String>::new());
    assert_eq!(test.open.register().head().unwrap(), head);
}
