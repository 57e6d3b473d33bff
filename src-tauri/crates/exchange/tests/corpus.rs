//! Damaged and hostile packs: every one is refused, nobody panics, and it does not take long.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a failed test should stop at once")]

mod common;

use common::Scene;
use exchange::corpus::{self, Case, Refusal};
use exchange::sheet::{RECEIPT, RESPONSE, ROUND, ReceiptSheet, ResponseSheet, RoundSheet};
use exchange::{Opened, PackError, PackKind};
use std::time::Instant;

/// The same choices each time; a run that looks for more sets another one.
fn seed() -> u64 {
    std::env::var("CHEST_CORPUS_SEED").ok().map_or(20_230_120, |seed| seed.parse().unwrap())
}

fn read(opened: &Opened) -> Result<(), PackError> {
    match opened.manifest.kind {
        PackKind::Review => opened.contents.sheet::<RoundSheet>(ROUND).map(drop),
        PackKind::Response => opened.contents.sheet::<ResponseSheet>(RESPONSE).map(drop),
        _ => opened.contents.sheet::<ReceiptSheet>(RECEIPT).map(drop),
    }
}

/// What is wrong with how a case was refused.
fn wrong(scene: &Scene, case: &Case) -> Option<String> {
    let opened = scene.open(&case.bytes);
    match (&case.refusal, opened) {
        (Refusal::Exactly(expected), Err(found)) if *expected == found => None,
        (Refusal::Somehow, Err(_)) => None,
        (Refusal::WhenRead, Ok(opened)) if read(&opened).is_err() => None,
        (expected, Ok(_)) => Some(format!("{}: TAKEN IN, expected {expected:?}", case.name)),
        (expected, Err(found)) => Some(format!("{}: {found:?}, expected {expected:?}", case.name)),
    }
}

fn check(scene: &Scene, cases: impl Iterator<Item = Case>) -> usize {
    let mut count = 0;
    let mut failures = Vec::new();
    for case in cases {
        count += 1;
        let begun = Instant::now();
        failures.extend(wrong(scene, &case));
        let took = begun.elapsed();
        if took.as_secs() >= 5 {
            failures.push(format!("{}: took {took:?}", case.name));
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
    count
}

#[test]
fn the_good_pack_that_all_of_them_are_made_from_is_taken_in() {
    for kind in [PackKind::Review, PackKind::Response, PackKind::Receipt] {
        let scene = Scene::new(kind);
        let opened = scene.open(&scene.corpus().good()).unwrap();
        read(&opened).unwrap();
    }
}

#[test]
fn every_pack_made_by_hand_is_refused_for_its_own_reason() {
    for kind in [PackKind::Review, PackKind::Response, PackKind::Receipt] {
        let scene = Scene::new(kind);
        let count = check(&scene, corpus::named(&scene.corpus()).into_iter());
        assert!(count > 200, "{count}");
    }
}

#[test]
fn every_name_in_the_corpus_stands_for_one_pack() {
    let scene = Scene::new(PackKind::Response);
    let mut names: Vec<String> = corpus::named(&scene.corpus()).into_iter().map(|case| case.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn two_thousand_packs_damaged_by_chance_are_refused() {
    let scene = Scene::new(PackKind::Response);
    let bench = scene.corpus();
    assert_eq!(check(&scene, corpus::random(seed(), 2_000, &bench)), 2_000);
}
