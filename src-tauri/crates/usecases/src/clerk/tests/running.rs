//! Runs: put together by one clerk, approved by another with a vault of their own at the same machine, paid, and sent.

use super::scene::{ANN, BOB, CHOIR, GARDEN, KITCHEN, REGISTER, Scene, run, typed_day};
use crate::Error;
use crate::clerk::{LedgerTab, RunRefusal, RunView};
use crate::reviewer::Reviewer;
use domain::Money;
use domain::payment::PayBar;
use domain::payment::run::RunState;
use exchange::sheet::{APPROVAL_FACT, PAYMENT_FACT, PaymentFact, RUN_FACT};

fn newest(desk: &Reviewer) -> RunView {
    desk.ledger(REGISTER).unwrap().runs.remove(0)
}

#[test]
fn one_clerk_makes_a_run_another_approves_it_and_the_first_pays() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500"), (CHOIR, "200")])).unwrap();
    let made = newest(&scene.ann);
    assert_eq!((made.state, made.may_approve, made.may_pay), (RunState::Waiting, false, false));
    assert_eq!((made.total, made.made_by.as_str()), (Money::from_pence(70_000), "Ann Lister"));
    assert_eq!(scene.listed(GARDEN).bars, [PayBar::InRun]);
    assert_eq!(made.rows[0].bars, [], "its own run does not stand in its way");
    assert!(matches!(scene.ann.approve_run(REGISTER, made.id), Err(Error::Run(RunRefusal::OwnRun))));
    let early = scene.ann.pay_run(REGISTER, made.id, &typed_day(12));
    assert!(matches!(early, Err(Error::Run(RunRefusal::NotApproved))));

    // Bob never took the pack in: the ledger is sealed to him too.
    assert!(newest(&scene.bob).may_approve);
    scene.bob.approve_run(REGISTER, made.id).unwrap();
    assert!(matches!(scene.bob.approve_run(REGISTER, made.id), Err(Error::Run(RunRefusal::Over))));

    let approved = newest(&scene.ann);
    assert_eq!((approved.state, approved.approved_by.as_deref(), approved.may_pay), (RunState::Approved, Some("Bob Carey"), true));
    scene.ann.pay_run(REGISTER, made.id, &typed_day(12)).unwrap();
    let mut scene = scene.again();
    assert_eq!(newest(&scene.bob).state, RunState::Paid);
    assert!(matches!(scene.bob.pay_run(REGISTER, made.id, &typed_day(12)), Err(Error::Run(RunRefusal::Over))));
    assert_eq!((scene.listed(GARDEN).tab, scene.listed(CHOIR).left), (LedgerTab::Paid, Money::from_pence(10_000)));
    let payment = scene.whole(GARDEN).payments.remove(0);
    assert_eq!((payment.recorded_by.as_str(), payment.approved_by.as_deref()), ("Ann Lister", Some("Bob Carey")));

    let (opened, paid) = scene.receipt();
    assert_eq!((opened.manifest.from.member_id, opened.manifest.in_reply_to), (ANN, Some(paid.for_pack)));
    let kind =
        |fact: &exchange::SignedFact| serde_json::from_str::<serde_json::Value>(&fact.text).unwrap()["fact"].as_str().unwrap().to_owned();
    let order: Vec<_> = paid.facts.iter().map(|(by, fact)| (*by, kind(fact))).collect();
    let said = |by, kind: &str| (by, kind.to_owned());
    assert_eq!(order, [said(ANN, RUN_FACT), said(BOB, APPROVAL_FACT), said(ANN, PAYMENT_FACT), said(ANN, PAYMENT_FACT)]);
    let fact: PaymentFact = paid.facts[2].1.read().unwrap();
    assert_eq!((fact.grant_id, fact.run_id, fact.amount_pence), (GARDEN.0, Some(made.id), 50_000));
    assert!(matches!(scene.ann.clerk_receipt(REGISTER, scene.place.path()), Ok(again) if again.facts == 4), "nobody said yet that it came");
}

#[test]
fn who_decided_a_grant_neither_approves_nor_pays_it() {
    let mut scene = Scene::with(|scene| {
        let mut sheet = scene.two();
        sheet.grants[0].deciders = vec![BOB];
        sheet
    });
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500")])).unwrap();
    let id = newest(&scene.ann).id;
    let decider = RunRefusal::Decider { reference: "CC-2023-001".into() };
    assert!(matches!(scene.bob.approve_run(REGISTER, id), Err(Error::Run(refused)) if refused == decider));
    let of_theirs = scene.bob.make_run(REGISTER, &run(&[(GARDEN, "500")]));
    assert!(matches!(of_theirs, Err(Error::Run(refused)) if refused == decider));
    assert_eq!(newest(&scene.bob).state, RunState::Waiting);
}

#[test]
fn a_run_is_sent_back_with_the_reason_or_taken_back_and_its_grants_are_free_again() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500")])).unwrap();
    let first = newest(&scene.ann).id;
    assert!(matches!(scene.bob.send_run_back(REGISTER, first, " "), Err(Error::Fields(_))));
    assert!(matches!(scene.bob.drop_run(REGISTER, first), Err(Error::WrongState)));
    scene.bob.send_run_back(REGISTER, first, "The garden moved").unwrap();
    let back = newest(&scene.ann);
    assert_eq!((back.state, back.reason.as_str()), (RunState::SentBack, "The garden moved"));
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "400")])).unwrap();
    let second = newest(&scene.ann).id;
    scene.ann.drop_run(REGISTER, second).unwrap();
    assert_eq!(newest(&scene.bob).state, RunState::Dropped);
    assert!(matches!(scene.bob.approve_run(REGISTER, second), Err(Error::Run(RunRefusal::Over))));
    assert_eq!(scene.listed(GARDEN).bars, []);
}

#[test]
fn a_bar_that_came_since_blocks_an_approved_run() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500"), (CHOIR, "200")])).unwrap();
    let id = newest(&scene.ann).id;
    scene.bob.approve_run(REGISTER, id).unwrap();
    // The co-ordinator's newer pack has another account for the choir, checked and all: nobody approved paying to it.
    let mut sheet = scene.two();
    let former = sheet.grants[1].accounts.remove(0);
    let mut changed = super::scene::account(3);
    changed.account_id = uuid::Uuid::from_u128(0x00cc);
    changed.check = Some(("phoned".into(), super::scene::day("2023-01-06")));
    sheet.grants[1].accounts = vec![exchange::sheet::AccountSheet { numbers: None, ..former }, changed];
    scene.take(&sheet);
    let barred = RunRefusal::Barred { reference: "CC-2023-002".into(), bar: PayBar::AccountChanged };
    let view = newest(&scene.ann);
    assert_eq!((view.may_pay, view.rows[0].bars.len(), view.rows[1].bars.clone()), (false, 0, vec![PayBar::AccountChanged]));
    let refused = scene.ann.pay_run(REGISTER, id, &typed_day(12));
    assert!(matches!(refused, Err(Error::Run(why)) if why == barred));
    assert_eq!(scene.whole(GARDEN).payments.len(), 0, "none of its payments is recorded");
}

#[test]
fn a_run_that_could_not_be_paid_is_not_made() {
    let mut scene = Scene::with(Scene::sheet);
    let refused = |scene: &mut Scene, rows: &[_]| match scene.ann.make_run(REGISTER, &run(rows)) {
        Err(Error::Run(refused)) => refused,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&mut scene, &[]), RunRefusal::Empty);
    let barred = RunRefusal::Barred { reference: "CC-2023-003".into(), bar: PayBar::AccountChanged };
    assert_eq!(refused(&mut scene, &[(GARDEN, "1"), (KITCHEN, "1")]), barred);
    let over = RunRefusal::MoreThanLeft { reference: "CC-2023-001".into(), left: Money::from_pence(50_000) };
    assert_eq!(refused(&mut scene, &[(GARDEN, "500.01")]), over);
    let twice = RunRefusal::Barred { reference: "CC-2023-001".into(), bar: PayBar::InRun };
    assert_eq!(refused(&mut scene, &[(GARDEN, "300"), (GARDEN, "200")]), twice);
    assert!(matches!(scene.ann.make_run(REGISTER, &run(&[(GARDEN, "0"), (GARDEN, "x")])), Err(Error::Fields(faults)) if faults.len() == 2));
    // One person may do it all where two are not asked for.
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500")])).unwrap();
    let made = newest(&scene.ann);
    assert_eq!((made.state, made.may_pay, made.approved_by), (RunState::Approved, true, None));
    scene.ann.pay_run(REGISTER, made.id, &typed_day(12)).unwrap();
}

#[test]
fn two_windows_at_one_machine_lose_nothing_of_each_other() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &super::scene::pay("100", 12)).unwrap();
    scene.bob.clerk_pay(REGISTER, GARDEN, &super::scene::pay("150", 12)).unwrap();
    scene.ann.clerk_pay(REGISTER, GARDEN, &super::scene::pay("250", 12)).unwrap();
    let over = scene.bob.clerk_pay(REGISTER, GARDEN, &super::scene::pay("0.01", 12));
    assert!(matches!(over, Err(Error::Payment(_))), "what the other paid counts");
    assert_eq!(
        scene.whole(GARDEN).payments.iter().map(|one| one.recorded_by.as_str()).collect::<Vec<_>>(),
        ["Ann Lister", "Bob Carey", "Ann Lister"]
    );
}
