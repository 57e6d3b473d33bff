//! Any bytes, to everything that reads what comes from outside: archives, manifests, whole packs, sheets, cards, signatures.
#![no_main]

use exchange::corpus::fuzz::Target;
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

/// The keys are new in each run: a key that a test fixes must never be able to open or sign anything real.
static TARGET: LazyLock<Target> = LazyLock::new(Target::new);

/// Puts good input for every reader, made with this run's keys, where the fuzzer begins from.
fn put_seeds() {
    if let Some(folder) = std::env::var_os("CHEST_FUZZ_SEEDS") {
        for (number, seed) in TARGET.seeds().iter().enumerate() {
            std::fs::write(Path::new(&folder).join(format!("good-{number}")), seed).expect("the folder of seeds");
        }
    }
}

fuzz_target!(
    init: put_seeds(),
    |bytes: &[u8]| TARGET.feed(bytes)
);
