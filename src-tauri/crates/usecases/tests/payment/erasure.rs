//! The numbers of an account end a set number of days after its grant did, and the modulus check is kept with it.

use crate::scene::Scene;
use chrono::Days;
use domain::modulus::Outcome;
use domain::payment::{PayBar, PaymentError};
use usecases::{Error, grant, payment_settings};

#[test]
fn numbers_are_erased_when_their_time_is_over_and_the_last_four_digits_stay() {
    let mut scene = Scene::new();
    let (one, today) = (scene.one, scene.test.open.today());
    grant::cancel(&mut scene.test.open, one, "The group folded").unwrap();
    scene.test.clock.set(today.checked_add_days(Days::new(89)).unwrap());
    let mut test = scene.test.opened_again();
    assert!(grant::reveal_account(&mut test.open, one).is_ok(), "a day before its time");
    test.clock.set(today.checked_add_days(Days::new(90)).unwrap());
    let mut test = test.opened_again();
    let account = test.open.case_of_grant(one).unwrap().grant.as_ref().unwrap().grant.account.clone().unwrap();
    assert_eq!((account.last_four.as_str(), account.erased_on), ("3456", Some(test.open.today())));
    assert!(matches!(grant::reveal_account(&mut test.open, one), Err(Error::Payment(PaymentError::Erased))));
    let numbers = test.open.case_of_grant(one).unwrap().grant.as_ref().unwrap().accounts[0].value.numbers;
    assert_eq!(test.open.register().read(|tx| tx.get_blob(numbers)).unwrap(), Vec::<u8>::new(), "nothing of it is left to open");
    assert!(grant::reveal_account(&mut test.open, scene.two).is_ok(), "the other is open");
    // Sitting down again, a new member and new keys find nothing to open in it.
    let head = test.open.register().head().unwrap();
    let test = test.opened_again();
    assert_eq!(test.open.register().head().unwrap().seq, head.seq);
    let (test, clerk) = test.with_member("Carol Finch", domain::member::Role::LtoClerk);
    let mut test = test.signed_in(clerk);
    assert!(matches!(grant::reveal_account(&mut test.open, one), Err(Error::Payment(PaymentError::Erased))));
    assert!(grant::reveal_account(&mut test.open, scene.two).is_ok(), "what was not erased is sealed to them too");
}

#[test]
fn tables_that_are_loaded_are_asked_about_every_account_and_a_wrong_digit_stands_in_the_way() {
    let mut scene = Scene::new();
    let weights = "099999 099999 MOD10 0 0 0 0 0 0 0 0 0 0 0 0 0 1\n";
    let bad = payment_settings::load_modulus_tables(&mut scene.test.open, "099999 nonsense", "").err();
    assert!(matches!(bad, Some(Error::ModulusTable(problem)) if problem.line == 1), "{bad:?}");
    assert_eq!(payment_settings::load_modulus_tables(&mut scene.test.open, weights, "").unwrap().value, 1);
    let account = |scene: &Scene| scene.facts(scene.one).account.clone().unwrap();
    assert_eq!((account(&scene).modulus, scene.facts(scene.one).bars()), (Outcome::Fails, vec![PayBar::ModulusFails]));
    // A new account is asked at once.
    let new = grant::NewAccount { account_name: "M".into(), sort_code: "099999".into(), account_number: "00123450".into() };
    grant::record_account(&mut scene.test.open, scene.one, &new).unwrap();
    assert_eq!((account(&scene).modulus, scene.facts(scene.one).bars()), (Outcome::Passes, vec![PayBar::AccountChanged]));
    assert_eq!(payment_settings::settings(&scene.test.open).unwrap().1, Some(scene.test.open.today()));
    let id = scene.application(scene.one);
    assert!(scene.test.open.case(id).is_ok());
}
