//! Receipts in: whole or not at all, by the rules of the register, and the same whatever the order.

use crate::scene::{ALL, Scene, pays};
use domain::payee::CheckMethod;
use domain::payment::PaymentError;
use testkit::payment::Said;
use usecases::payment_pack::{FactKind, Refused, State};
use usecases::review::Refusal;
use usecases::{Error, grant, payment_pack};

fn refused(result: &Result<usize, Error>) -> Refusal {
    match result {
        Err(Error::Refused(why)) => *why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_receipt_is_shown_first_and_then_recorded_as_the_clerks_own_and_twice_changes_nothing() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let paid = scene.anita.paid(&pack, scene.one, ALL, None);
    let facts = [
        &paid,
        &scene.anita.saw(&pack, &paid, false),
        &scene.anita.confirmed(&pack, scene.two, "no-match"),
        &scene.anita.checked(&pack, scene.two, "phoned", scene.test.open.today()),
    ];
    let bytes = scene.anita.receipt(&pack, &facts);
    let head = scene.test.open.register().head().unwrap();
    let shown = scene.sees(&bytes);
    assert_eq!((shown.new, shown.paid, shown.may_take_in, shown.from.as_str()), (4, domain::Money::from_pence(ALL), true, "Anita Joyce"));
    assert!(shown.lines.iter().all(|line| line.state == State::New));
    assert_eq!(scene.test.open.register().head().unwrap(), head, "nothing is kept");

    assert_eq!(scene.takes_in(&bytes).unwrap(), 4);
    let case = scene.test.open.case_of_grant(scene.one).unwrap().grant.as_ref().unwrap();
    assert_eq!((case.grant.paid().pence(), case.payments[0].recorded_by), (ALL, scene.anita.member.0));
    assert!(case.payments[0].value.seen.is_some());
    let two = scene.facts(scene.two);
    assert_eq!(two.account.as_ref().unwrap().check.unwrap().0, CheckMethod::Phoned);
    assert_eq!(two.bars(), [], "phoned on the day the bank spoke");

    let head = scene.test.open.register().head().unwrap();
    let again = scene.sees(&bytes);
    assert_eq!((again.new, again.may_take_in), (0, false));
    assert!(again.lines.iter().all(|line| line.state == State::Held));
    assert_eq!(scene.takes_in(&bytes).unwrap(), 0);
    assert_eq!(scene.test.open.register().head().unwrap(), head);
    assert_eq!(scene.test.pays(&scene.anita).sheet.facts_held.len(), 4);
    assert_eq!(payment_pack::plan(&scene.test.open).unwrap().receipts.len(), 1);
}

#[test]
fn one_fact_that_cannot_stand_refuses_the_whole_with_its_figure() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let (good, too_much) = (scene.anita.paid(&pack, scene.one, ALL, None), scene.anita.paid(&pack, scene.two, ALL + 1, None));
    let bytes = scene.anita.receipt(&pack, &[&good, &too_much]);
    let head = scene.test.open.register().head().unwrap();
    let shown = scene.sees(&bytes);
    assert!(!shown.may_take_in);
    let State::Refused(Refused::Payment(PaymentError::ExceedsGrant { over, .. })) = &shown.lines[1].state else { panic!("{shown:?}") };
    assert_eq!(over.pence(), 1);
    assert!(matches!(scene.takes_in(&bytes), Err(Error::Payment(PaymentError::ExceedsGrant { .. }))));
    assert_eq!((scene.facts(scene.one).paid().pence(), scene.test.open.register().head().unwrap()), (0, head));
    // Two payments that are each small enough, and too much together.
    let facts = [scene.anita.paid(&pack, scene.one, 6_000, None), scene.anita.paid(&pack, scene.one, 4_001, None)];
    assert!(matches!(scene.takes_in(&scene.anita.receipt(&pack, &[&facts[0], &facts[1]])), Err(Error::Payment(_))));
    // A grant that is not open any more cannot take it.
    grant::cancel(&mut scene.test.open, scene.one, "The group folded").unwrap();
    assert!(matches!(scene.takes_in(&scene.anita.receipt(&pack, &[&good])), Err(Error::Payment(PaymentError::NotOpen))));
}

#[test]
fn what_was_paid_to_an_account_that_was_changed_since_is_recorded_and_shown() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    scene.changes_account(scene.one);
    let (_, bytes) = pays(&scene.anita, &pack, scene.one);
    assert_eq!(scene.sees(&bytes).lines[0].state, State::FormerAccount);
    assert_eq!(scene.takes_in(&bytes).unwrap(), 1);
    assert_eq!(scene.facts(scene.one).paid().pence(), ALL);
    // To the new one nothing is paid before it was checked.
    let pack = scene.test.pays(&scene.anita);
    scene.changes_account(scene.two);
    let newer = scene.test.pays(&scene.anita);
    let paid = scene.anita.paid(&newer, scene.two, ALL, None);
    let refused = scene.takes_in(&scene.anita.receipt(&pack, &[&paid]));
    assert!(matches!(refused, Err(Error::Payment(PaymentError::AccountChanged { .. }))), "{refused:?}");
    let checked = scene.anita.checked(&newer, scene.two, "phoned", scene.test.open.today());
    assert_eq!(scene.takes_in(&scene.anita.receipt(&newer, &[&checked, &paid])).unwrap(), 2);
}

#[test]
fn a_payment_that_came_back_frees_the_grant_to_be_paid_again() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let paid = scene.anita.paid(&pack, scene.one, ALL, None);
    let (back, seen) = (scene.anita.returned(&pack, &paid), scene.anita.saw(&pack, &paid, true));
    let again = scene.anita.paid(&pack, scene.one, ALL, None);
    // The second before the return is too much.
    assert!(scene.takes_in(&scene.anita.receipt(&pack, &[&paid, &again, &back])).is_err());
    assert_eq!(scene.takes_in(&scene.anita.receipt(&pack, &[&paid, &back, &seen, &again])).unwrap(), 4);
    assert_eq!(scene.facts(scene.one).paid().pence(), ALL);
    let story = grant::story(&scene.test.open, scene.test.open.case_of_grant(scene.one).unwrap());
    assert!(story.iter().any(|line| line.kind == grant::StoryKind::ReturnSeen));
}

#[test]
fn where_two_people_are_asked_for_a_payment_needs_a_run_that_somebody_else_approved_who_did_not_decide() {
    let mut scene = Scene::new();
    let before = scene.test.pays(&scene.anita);
    scene.asks_for_two();
    let pack = scene.test.pays(&scene.anita);
    assert!(pack.sheet.two_people && !before.sheet.two_people);
    let (_, alone) = pays(&scene.anita, &pack, scene.one);
    assert_eq!(refused(&scene.takes_in(&alone)), Refusal::BadContent, "no run");
    let (run_id, run) = scene.anita.run(&pack, scene.one, ALL);
    let paid = scene.anita.paid(&pack, scene.one, ALL, Some(run_id));
    let other = scene.anita.paid(&pack, scene.two, ALL, Some(run_id));
    let (own, second) = (scene.anita.approves(&pack, &run), scene.ben.approves(&pack, &run));
    for facts in [vec![&run, &paid], vec![&run, &own, &paid], vec![&run, &paid, &second], vec![&run, &second, &other]] {
        assert_eq!(refused(&scene.takes_in(&scene.anita.receipt(&pack, &facts))), Refusal::BadContent);
    }
    let twice = scene.anita.paid(&pack, scene.one, ALL, Some(run_id));
    assert_eq!(refused(&scene.takes_in(&scene.anita.receipt(&pack, &[&run, &second, &paid, &twice]))), Refusal::BadContent);
    let bytes = scene.anita.receipt(&pack, &[&run, &second, &paid]);
    let FactKind::Paid { approved_by, .. } = scene.sees(&bytes).lines[0].kind.clone() else { panic!() };
    assert_eq!(approved_by, Some(scene.ben.member.0));
    assert_eq!(scene.takes_in(&bytes).unwrap(), 3);
    let case = scene.test.open.case_of_grant(scene.one).unwrap().grant.as_ref().unwrap();
    assert_eq!(case.payments[0].value.approved_by, Some(scene.ben.member.0));
    // What answers a pack from before that is held to what that pack said.
    let (_, earlier) = pays(&scene.anita, &before, scene.two);
    assert_eq!(scene.takes_in(&earlier).unwrap(), 1);
}

#[test]
fn facts_of_somebody_else_and_answers_to_nothing_are_refused() {
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let mut forged: Said = scene.anita.paid(&pack, scene.one, ALL, None);
    forged.0 = scene.ben.member.0;
    assert_eq!(refused(&scene.takes_in(&scene.anita.receipt(&pack, &[&forged]))), Refusal::BadSignature);
    let mut unsigned = scene.anita.paid(&pack, scene.one, ALL, None);
    unsigned.1.signature = None;
    assert_eq!(refused(&scene.takes_in(&scene.anita.receipt(&pack, &[&unsigned]))), Refusal::BadSignature);
    // What another clerk did at the same machine comes with it.
    let theirs = scene.ben.paid(&pack, scene.two, ALL, None);
    assert_eq!(scene.takes_in(&scene.anita.receipt(&pack, &[&theirs])).unwrap(), 1);
    let mut unknown = scene.test.pays(&scene.anita);
    unknown.opened.manifest.pack_id = scene.test.clock_id();
    assert_eq!(refused(&scene.takes_in(&pays(&scene.anita, &unknown, scene.one).1)), Refusal::NotAnAnswer);
    let mut elsewhere = scene.test.pays(&scene.anita);
    elsewhere.opened.manifest.register_id = scene.test.clock_id();
    assert_eq!(refused(&scene.takes_in(&pays(&scene.anita, &elsewhere, scene.one).1)), Refusal::OtherPartnership);
}

#[test]
fn two_receipts_in_any_order_and_any_number_of_times_leave_the_same_register() {
    let state = |scene: &Scene| {
        [scene.one, scene.two].map(|id| {
            let case = scene.test.open.case_of_grant(id).unwrap().grant.as_ref().unwrap();
            let facts = &case.grant;
            let payments: Vec<_> = case.payments.iter().map(|row| (row.value.clone(), row.recorded_by)).collect();
            let accounts: Vec<_> = case.accounts.iter().map(|row| row.value.clone()).collect();
            format!("{facts:?} {payments:?} {accounts:?}")
        })
    };
    let mut scene = Scene::new();
    let pack = scene.test.pays(&scene.anita);
    let paid = scene.anita.paid(&pack, scene.one, 4_000, None);
    let day = scene.test.open.today();
    let anita =
        [paid.clone(), scene.anita.confirmed(&pack, scene.two, "no-match"), scene.anita.checked(&pack, scene.two, "statement-seen", day)];
    let ben = [
        scene.ben.paid(&pack, scene.one, 6_000, None),
        scene.ben.paid(&pack, scene.two, 500, None),
        scene.ben.confirmed(&pack, scene.two, "match"),
        scene.ben.checked(&pack, scene.two, "phoned", day),
    ];
    let receipts = [
        scene.anita.receipt(&pack, &anita.iter().collect::<Vec<_>>()),
        scene.ben.receipt(&pack, &ben.iter().collect::<Vec<_>>()),
        scene.anita.receipt(&pack, &anita.iter().chain([&scene.anita.returned(&pack, &paid)]).collect::<Vec<_>>()),
    ];
    let mut states = Vec::new();
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [2, 0, 1], [1, 2, 0], [0, 2, 1]] {
        let (folder, place) = (scene.test.folder().to_owned(), tempfile::tempdir().unwrap());
        let mut copy = copied(&scene, &folder, place.path());
        for receipt in order.iter().chain(&order) {
            let found = payment_pack::take_in(&mut copy, &receipts[*receipt]);
            assert!(found.is_ok(), "{order:?}: {found:?}");
        }
        std::mem::swap(&mut scene.test.open, &mut copy);
        states.push(state(&scene));
        std::mem::swap(&mut scene.test.open, &mut copy);
    }
    states.dedup();
    assert_eq!(states.len(), 1);
}

/// The register as a copy in another folder, unlocked.
fn copied(scene: &Scene, folder: &std::path::Path, to: &std::path::Path) -> usecases::Open {
    fn copy(from: &std::path::Path, to: &std::path::Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &target);
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    copy(folder, to);
    let _ = std::fs::remove_file(to.join("register.lock"));
    let world = std::sync::Arc::clone(&scene.test.clock) as std::sync::Arc<dyn usecases::Surroundings>;
    usecases::register::open(to, scene.test.co_ordinator, &testkit::TestRegister::passphrase(), world).unwrap()
}
