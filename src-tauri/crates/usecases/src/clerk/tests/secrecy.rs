//! No number of an account, no name and no word stands open in any file of the desk, in any log, or in what is sent.

use super::scene::{CHOIR, GARDEN, KITCHEN, NUMBERS, REGISTER, Scene, pay, run, typed_day};
use domain::payee::CheckMethod;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn holds(bytes: &[u8], marker: &str) -> bool {
    bytes.windows(marker.len()).any(|window| window == marker.as_bytes())
}

#[test]
fn no_file_of_the_desk_holds_a_number_or_a_word_in_the_open() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.clerk_check(REGISTER, KITCHEN, CheckMethod::Phoned, &typed_day(12)).unwrap();
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500"), (CHOIR, "200")])).unwrap();
    let id = scene.ann.ledger(REGISTER).unwrap().runs[0].id;
    scene.bob.approve_run(REGISTER, id).unwrap();
    scene.ann.pay_run(REGISTER, id, &typed_day(12)).unwrap();
    scene.ann.clerk_receipt(REGISTER, scene.place.path()).unwrap();
    let mut scene = scene.again();
    let sheet = scene.two();
    scene.take(&sheet);
    let markers = NUMBERS.iter().flat_map(|(code, number)| [*code, *number]).chain(["Garden", "SCANMARKER", "Holder", "CC-2023", "Joan"]);
    let all = files(scene.place.path());
    assert!(all.iter().any(|path| path.extension().is_some_and(|ending| ending == "ledger")), "{all:?}");
    assert!(all.iter().any(|path| path.extension().is_some_and(|ending| ending == "scans")));
    for marker in markers {
        for path in &all {
            assert!(!holds(&fs::read(path).unwrap(), marker), "{} holds {marker}", path.display());
            assert!(!path.strip_prefix(scene.place.path()).unwrap().display().to_string().contains(marker));
        }
    }
    for path in &all {
        assert!(path.extension().is_none_or(|ending| ending != "part"), "{} is left", path.display());
    }
}

#[test]
fn a_receipt_carries_no_number_and_nothing_says_one_in_a_log() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    let refused = scene.ann.clerk_pay(REGISTER, KITCHEN, &pay("1", 12)).unwrap_err();
    let (_, paid) = scene.receipt();
    let shown =
        format!("{refused:?} {refused} {:?} {:?} {:?} {:?} {paid:?}", scene.ann, scene.ann.ledgers(), scene.ledger(), scene.whole(GARDEN));
    for (code, number) in NUMBERS {
        assert!(!shown.contains(code) && !shown.contains(number), "{shown}");
    }
    let view = format!("{:?} {:?}", scene.ledger(), scene.whole(GARDEN));
    for word in ["Garden", "Holder", "Ann Lister"] {
        assert!(!view.contains(word), "{view}");
    }
}
