//! The round: two applications, two packs and a printed booklet; who gets what, and who does not.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{OWLS, OWLS_TEXT, ROUND, Sent, TABLE, TABLE_TEXT, look, read_out};
use crate::journey::{assert_printed, text_of};

/// Ends with the packs in a folder and the booklet handed out.
pub(super) fn send(window: &Window) -> Sent {
    window.go_to("Members");
    window.see("heading", "Members");
    window.activate("button", "My keys");
    window.see("heading", "My keys");
    let fingerprint = read_out(window);
    look(window, "The co-ordinator’s own keys, with a fingerprint to read out");

    start(window);
    leave_out(window);
    let folder = window.beside_home("Packs");
    fs::create_dir_all(&folder).expect("a folder for packs");
    window.activate("button", "Make the packs");
    window.see("heading", "Make the packs");
    look(window, "Whose packs are made");
    window.will_pick(&[&folder]);
    window.activate("button", "Choose where, and make 2 packs");
    window.see("heading", "2 packs are made");
    look(window, "The packs are made");
    let doreens = pack_of(window, &folder, "Doreen Pike");
    let ruths = pack_of(window, &folder, "Ruth Calder");
    assert_neutral(&folder);
    booklet(window);
    let reference = |group: &str| {
        let row = window.text_of("row", &format!("{group}…"));
        row.split(' ').find(|word| word.starts_with("CC-")).expect("a reference").to_owned()
    };
    Sent { doreens, ruths, fingerprint, owls: reference(OWLS), table: reference(TABLE) }
}

fn start(window: &Window) {
    window.go_to("Reviews");
    window.see("heading", "Reviews");
    window.see_settled();
    look(window, "Reviews: the rounds so far");
    window.press("Ctrl+N");
    window.see("heading", "New round of reviews");
    window.activate("button", "Start the round");
    window.see_errors("Tick at least one application");
    window.see_value("Name of the round", ROUND);
    window.fill_date("When should reviews be back?", "27", "1", "2023");
    window.choose(&format!("{OWLS}…"));
    window.choose(&format!("{TABLE}…"));
    for name in ["Doreen Pike", "Ruth Calder", "Terry Moult"] {
        window.choose(name);
    }
    look(window, "A new round: what is read, by whom, and how they get it");
    window.activate("button", "Start the round");
    window.see("heading", ROUND);
}

/// The register of interests warns; one reviewer is left out of one application, with a reason.
fn leave_out(window: &Window) {
    window.see_text("Look at these before you send anything");
    window.see_text(&format!("Ruth Calder and {OWLS}"));
    window.see_text("“Helped with the Christmas fair, Night Owls Homework Club” since 17 January 2023");
    look(window, "Who gets what, with a warning from the register of interests");
    let table = window.text_of("row", &format!("{TABLE}…"));
    let reference = table.split(' ').find(|word| word.starts_with("CC-")).expect("a reference");
    window.activate("button", &format!("Gets it. Terry Moult, {reference}"));
    window.see("heading", &format!("Terry Moult and {TABLE}"));
    window.activate("button", "Leave them out");
    window.see_errors("The reason is missing");
    window.fill("Why?", "He is away that week, and the hall is next to his house");
    window.activate("button", "Leave them out");
    window.see_text("Terry Moult does not get it");
    window.see("button", &format!("Left out. Terry Moult, {reference}"));
}

/// The file that the list on the page names for this reviewer.
fn pack_of(window: &Window, folder: &Path, name: &str) -> PathBuf {
    let row = window.text_of("row", &format!("{name} pack…"));
    let file = row.strip_prefix(name).and_then(|rest| rest.split(".chestpack").next()).expect("a file for them").trim();
    let path = folder.join(format!("{file}.chestpack"));
    assert!(path.is_file(), "{} is in the folder", path.display());
    path
}

/// Neither their names nor their bytes say what is in them.
fn assert_neutral(folder: &Path) {
    let mut names: Vec<String> =
        fs::read_dir(folder).expect("the packs").filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    assert_eq!(names.len(), 2, "two packs, and nothing half-made: {names:?}");
    for name in names {
        let (stem, ending) = name.rsplit_once('.').expect("an ending");
        assert_eq!(ending, "chestpack", "{name}");
        let code = stem.strip_prefix("pack ").expect("a pack");
        assert!(code.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-'), "{name}");
        let bytes = fs::read(folder.join(&name)).expect("a pack");
        for word in ["Night Owls", "Kingfisher", "Doreen Pike", "Ruth Calder", "Joan Pelham", OWLS_TEXT, TABLE_TEXT] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{name} says {word}");
        }
    }
}

/// A reviewer without a computer gets their applications on paper, and no others.
fn booklet(window: &Window) {
    window.activate("button", "Booklet for Terry Moult");
    window.see("heading", "Booklet for Terry Moult");
    window.see_text("Page 1 of");
    look(window, "The booklet of a reviewer without a computer");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    window.activate("button", "Open the pages");
    let booklet = window.see_document(printed + 1);
    assert_printed(&booklet, &[OWLS, OWLS_TEXT, "Terry Moult", "£385.00", "27 January 2023"]);
    let text = text_of(&booklet);
    for word in ["Kingfisher", TABLE_TEXT] {
        assert!(!text.contains(word), "what they were left out of is not in their booklet: {word}");
    }
    window.press("Alt+Left");
    window.see("heading", ROUND);
    window.activate("button", "I handed it out to Terry Moult");
    window.see_text("Terry Moult has the booklet");
    window.see_text("Printed booklet, copy 1. Out since 17 January 2023.");
    look(window, "The round is out with its reviewers");
}
