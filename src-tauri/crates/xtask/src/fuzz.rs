//! Fuzzing of everything that reads what comes from outside: with a nightly compiler where there is one, or else without.

use std::fs;
use std::process::Command;

use crate::work::{self, Failure, Outcome, Work};

/// Fuzzes for so many seconds.
pub(crate) fn run(work: &mut Work, seconds: &str) -> Outcome {
    if seconds.parse::<u32>().is_err() {
        return Err(Failure::new(format!("{seconds} is no number of seconds")));
    }
    let repeat = format!("cargo xtask fuzz {seconds}");
    if work::quiet("cargo", &["+nightly", "fuzz", "--version"]) {
        return work.step("Fuzzing with libFuzzer", &repeat, || with_nightly(seconds));
    }
    println!("There is no cargo-fuzz or no nightly compiler here, so that nothing guides the fuzzing to new code.");
    println!("For that: rustup toolchain install nightly && cargo install cargo-fuzz");
    work.step("Fuzzing by chance", &repeat, || {
        let test = "long_fuzzing_of_everything_that_reads_what_comes_from_outside";
        let words = ["test", "--package", "exchange", "--test", "fuzz", "--", "--ignored", "--nocapture", "--exact", test];
        work::finish(Command::new("cargo").args(words).env("CHEST_FUZZ_SECONDS", seconds).current_dir(work::root()))
    })
}

fn with_nightly(seconds: &str) -> Outcome {
    let home = work::root().join("src-tauri/fuzz");
    let corpus = work::target().join("fuzz/corpus");
    fs::create_dir_all(&corpus).map_err(|error| Failure::new(format!("{}: {error}", corpus.display())))?;
    let mut command = Command::new("cargo");
    command.args(["+nightly", "fuzz", "run", "pack"]).arg("--fuzz-dir").arg(&home);
    command.arg("--target-dir").arg(work::target().join("fuzz")).arg(&corpus);
    // A gigabyte is far more than any input of this size may need.
    command.args(["--", &format!("-max_total_time={seconds}"), "-rss_limit_mb=1024", "-max_len=65536", "-timeout=5"]);
    command.env("CHEST_FUZZ_SEEDS", &corpus).current_dir(work::root());
    work::finish(&mut command)
}
