//! Fuzzing without a nightly compiler: the same readers, fed with altered good input for as long as one likes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a failed test should stop at once")]

use exchange::corpus::Chance;
use exchange::corpus::fuzz::{Target, mutated};
use std::time::{Duration, Instant};

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |number| number.parse().unwrap())
}

/// Feeds until the time is over or the count is reached. Answers how many inputs there were.
fn feed(seed: u64, time: Duration, most: u64) -> u64 {
    let target = Target::new();
    let mut chance = Chance::new(seed);
    let mut seeds = target.seeds();
    let begun = Instant::now();
    let mut count = 0;
    while count < most && begun.elapsed() < time {
        let bytes = mutated(&mut chance, &seeds);
        let one = Instant::now();
        target.feed(&bytes);
        assert!(one.elapsed() < Duration::from_secs(5), "input {count} of seed {seed} took {:?}", one.elapsed());
        // Some damage is kept and damaged further, so that it adds up.
        if count % 50 == 0 && bytes.len() < 50_000 {
            if seeds.len() > 200 {
                seeds.truncate(target.seeds().len());
            }
            seeds.push(bytes);
        }
        count += 1;
    }
    count
}

#[test]
fn every_reader_reads_its_own_good_input() {
    let target = Target::new();
    for seed in target.seeds() {
        target.feed(&seed);
    }
}

#[test]
fn five_hundred_altered_inputs_break_no_promise() {
    assert_eq!(feed(7, Duration::from_secs(20), 500), 500);
}

#[test]
#[ignore = "runs for CHEST_FUZZ_SECONDS, a minute unless said: cargo xtask fuzz"]
fn long_fuzzing_of_everything_that_reads_what_comes_from_outside() {
    let seconds = number("CHEST_FUZZ_SECONDS", 60);
    let seed = number("CHEST_FUZZ_SEED", 20_230_120);
    let count = feed(seed, Duration::from_secs(seconds), u64::MAX);
    println!("{count} inputs in {seconds} seconds, from seed {seed}");
    assert!(count > 0);
}
