//! Whatever is tried in whatever order: paid is at most granted, and granted at most what was free on the line.

use super::fixture::{Group, Place, later};
use crate::{budget, grant};
use domain::Money;
use domain::date::TypedDate;
use domain::payee::CheckMethod;
use domain::payment::Undoing;
use domain::signature::Party;
use proptest::prelude::*;

/// Something a person might try. Most of it is refused at most times.
#[derive(Debug, Clone)]
enum Try {
    Apply(i64, bool),
    Tell(usize),
    Sign(usize, bool),
    Account(usize),
    Check(usize),
    Pay(usize, i64),
    Undo(usize, bool),
    Extend(usize),
    Feedback(usize),
    Receipt(usize, i64, i64),
    VoidReceipt(usize),
    SendBack(usize, i64),
    Close(usize, bool),
    Cancel(usize),
    Wait,
}

fn tries() -> impl Strategy<Value = Try> {
    let group = 0..3_usize;
    prop_oneof![
        2 => (100..1500_i64, any::<bool>()).prop_map(|(amount, ready)| Try::Apply(amount, ready)),
        2 => group.clone().prop_map(Try::Tell),
        4 => (group.clone(), any::<bool>()).prop_map(|(group, party)| Try::Sign(group, party)),
        2 => group.clone().prop_map(Try::Account),
        3 => group.clone().prop_map(Try::Check),
        9 => (group.clone(), 1..400_i64).prop_map(|(group, amount)| Try::Pay(group, amount)),
        2 => (group.clone(), any::<bool>()).prop_map(|(group, way)| Try::Undo(group, way)),
        1 => group.clone().prop_map(Try::Extend),
        3 => group.clone().prop_map(Try::Feedback),
        3 => (group.clone(), 1..200_i64, -5..150_i64).prop_map(|(group, amount, less)| Try::Receipt(group, amount, (amount - less).max(0))),
        1 => group.clone().prop_map(Try::VoidReceipt),
        3 => (group.clone(), 1..100_i64).prop_map(|(group, amount)| Try::SendBack(group, amount)),
        1 => (group.clone(), any::<bool>()).prop_map(|(group, let_go)| Try::Close(group, let_go)),
        1 => group.prop_map(Try::Cancel),
        1 => Just(Try::Wait),
    ]
}

/// Tries one thing, and says whether it was done.
fn attempt(place: &mut Place, groups: &mut Vec<Group>, months: &mut u32, one: &Try) -> bool {
    if let Try::Apply(amount, ready) = one {
        if groups.len() == 3 {
            return false;
        }
        let application = place.received("Merrybank Growers", *amount);
        let free = place.open.line("1.4").free();
        let head = place.head();
        match place.approve(application, *amount, &[]) {
            Ok(group) => {
                if *ready {
                    place.make_ready(&group);
                }
                groups.push(group);
            }
            Err(error) => {
                assert!(Money::from_pence(amount * 100) > free, "{error:?}");
                assert_eq!(place.head(), head, "a decision was refused and left a trace");
            }
        }
        return true;
    }
    if matches!(one, Try::Wait) {
        *months += 1;
        place.day.set(later(*months));
        return true;
    }
    let today = TypedDate::from_date(place.open.today());
    let group = |index: &usize| index.checked_rem(groups.len()).and_then(|index| groups.get(index)).cloned();
    match one {
        Try::Apply(..) | Try::Wait => false,
        Try::Tell(g) => group(g).is_some_and(|g| {
            let today = place.open.today();
            crate::decision::issue(&mut place.open, g.application, today, "By letter").is_ok()
        }),
        Try::Sign(g, true) => group(g).is_some_and(|g| place.sign(&g, Party::Group, "Win Barlow", "2023-01-17").is_ok()),
        Try::Sign(g, false) => group(g).is_some_and(|g| place.sign(&g, Party::Partnership, "Marcia Lowe", "2023-01-17").is_ok()),
        Try::Account(g) => group(g).is_some_and(|g| place.account(&g, "00012345").is_ok()),
        Try::Check(g) => group(g).is_some_and(|g| place.check(&g, CheckMethod::Phoned).is_ok()),
        Try::Pay(g, amount) => group(g).is_some_and(|g| place.pay(&g, &amount.to_string(), "2023-01-17").is_ok()),
        Try::Undo(g, way) => group(g).is_some_and(|g| {
            let way = if *way { Undoing::Returned } else { Undoing::Voided };
            let last = place.facts(&g).payments.last().map(|payment| payment.id);
            last.is_some_and(|payment| place.undo(payment, way, "2023-01-17").is_ok())
        }),
        Try::Extend(g) => group(g).is_some_and(|g| grant::extend(&mut place.open, g.grant, &today, "Later").is_ok()),
        Try::Feedback(g) => group(g).is_some_and(|g| place.feedback(&g, "2023-01-17").is_ok()),
        Try::Receipt(g, amount, accepted) => {
            group(g).is_some_and(|g| place.receipt(&g, &amount.to_string(), &accepted.to_string(), "2022-09-01").is_ok())
        }
        Try::VoidReceipt(g) => group(g).is_some_and(|g| {
            let last = place.facts(&g).receipts.last().map(|receipt| receipt.id);
            last.is_some_and(|receipt| grant::void_receipt(&mut place.open, receipt, "Wrong").is_ok())
        }),
        Try::SendBack(g, amount) => group(g).is_some_and(|g| place.sent_back(&g, &amount.to_string()).is_ok()),
        Try::Close(g, let_go) => group(g).is_some_and(|g| place.close(&g, if *let_go { "Let go" } else { "" }).is_ok()),
        Try::Cancel(g) => group(g).is_some_and(|g| grant::cancel(&mut place.open, g.grant, "Folded").is_ok()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn paid_is_at_most_granted_and_granted_at_most_free_whatever_is_tried(all in proptest::collection::vec(tries(), 30..60)) {
        let mut place = Place::new();
        let (mut groups, mut months) = (vec![place.ready("Brightwater Steel Pans", 900, &[])], 0);
        for one in &all {
            let head = place.head();
            let done = attempt(&mut place, &mut groups, &mut months, one);
            if !done {
                prop_assert_eq!(place.head(), head, "{:?} was refused and left a trace", one);
            }
            for group in &groups {
                let facts = place.facts(group);
                prop_assert!(facts.paid() <= facts.amount, "{:?}", one);
                prop_assert!(facts.left_to_pay() == facts.amount.minus(facts.paid()));
                prop_assert!(facts.sent_back() <= facts.paid(), "{:?}", one);
                prop_assert!(facts.paid().is_zero() || facts.signed_on().is_some(), "{:?}", one);
            }
            let line = place.open.line("1.4");
            prop_assert!(line.free() >= Money::ZERO, "{:?}", one);
            let total = budget::budget(&place.open).total;
            prop_assert_eq!(total.planned.minus(total.free()), line.planned.minus(line.free()));
        }
        // What is in memory is what is in the file. Opening it erases accounts that are over: so that is done before.
        crate::grant::erasure::erase_what_is_over(&mut place.open).unwrap();
        let before: Vec<_> = groups.iter().map(|group| place.facts(group).clone()).collect();
        let place = place.for_the_co_ordinator();
        for (group, facts) in groups.iter().zip(&before) {
            prop_assert_eq!(place.facts(group), facts);
        }
        place.open.register().read(store::journal::verify).unwrap();
    }
}
