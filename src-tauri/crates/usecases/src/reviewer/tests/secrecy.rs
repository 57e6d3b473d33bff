//! Nothing of a text stands open in any file of the desk, and nothing of a text that was taken away can be opened.

use super::scene::{KITCHEN, OWLS, Scene, trustee, typed};
use domain::review::TypedJudgement;
use keys::Opener;
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

const MARKERS: [&str; 6] = ["KITCHEN", "OWLS", "MARKER judgement", "one of its trustees", "Joan Pelham", "CC-2023"];

#[test]
fn no_file_holds_a_word_in_the_open_and_no_name_says_one() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, OWLS);
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    let response = scene.desk().response(pack).unwrap();
    scene.desk().mark_sent(pack).unwrap();
    scene.again();
    let all = files(scene.place.path());
    assert!(all.len() >= 5, "{all:?}");
    for path in &all {
        let bytes = fs::read(path).unwrap();
        let name = path.strip_prefix(scene.place.path()).unwrap().display().to_string();
        for marker in MARKERS {
            assert!(!holds(&bytes, marker), "{name} holds {marker}");
            assert!(!name.contains(marker) && !name.contains("Ken"), "{name}");
        }
    }
    for marker in MARKERS {
        assert!(!holds(&response.bytes, marker) && !response.file_name.contains(marker));
    }
}

#[test]
fn once_an_interest_is_declared_no_blob_of_the_desk_opens_to_the_text() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, KITCHEN);
    scene.desk().reopen(pack, KITCHEN).unwrap();
    scene.type_in(pack, KITCHEN, &TypedJudgement { worries: "MARKER draft".into(), ..typed("") });
    scene.clear(pack, OWLS);
    let readable = |scene: &Scene, marker: &str| -> Vec<PathBuf> {
        let keyring = &scene.reviewer.as_ref().unwrap().keyring;
        let opens = |path: &PathBuf| keyring.open(&fs::read(path).unwrap()).is_ok_and(|plain| holds(&plain, marker));
        files(scene.place.path()).into_iter().filter(opens).collect()
    };
    for marker in ["KITCHEN", "MARKER draft", "OWLS", "a map"] {
        assert!(!readable(&scene, marker).is_empty(), "{marker} is there to be found");
    }
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    for pass in 0..2 {
        for marker in ["KITCHEN", "MARKER draft", "MARKER judgement"] {
            assert_eq!(readable(&scene, marker), Vec::<PathBuf>::new(), "{marker}, pass {pass}");
        }
        for marker in ["OWLS", "a map", "one of its trustees"] {
            assert!(!readable(&scene, marker).is_empty(), "{marker} stays, pass {pass}");
        }
        scene.again();
    }
    scene.desk().remove_pack(pack).unwrap();
    for marker in ["OWLS", "a map", "MARKER"] {
        assert_eq!(readable(&scene, marker), Vec::<PathBuf>::new(), "{marker} is removed with its pack");
    }
}

#[test]
fn nothing_says_its_words_in_a_log() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, OWLS);
    let desk = scene.desk();
    let shown = [
        format!("{desk:?}"),
        format!("{:?}", desk.packs()),
        format!("{:?}", desk.pack(pack).unwrap()),
        format!("{:?}", desk.gate(pack, OWLS).unwrap()),
        format!("{:?}", desk.application(pack, OWLS).unwrap()),
        format!("{:?}", trustee()),
        format!("{:?}", desk.response(pack).unwrap()),
    ]
    .join("\n");
    for marker in MARKERS {
        assert!(!shown.contains(marker), "{shown}");
    }
}
