//! Letters made many at once, and the code at the foot of a page.

use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{OUR_WORDS, look};
use crate::journey::{assert_printed, text_of};

/// From Home to the list of reminders.
pub(super) fn open_reminders(window: &Window) {
    window.go_to("Home");
    window.activate("button", "Print the reminders");
    window.see("heading", "Reminders of what is late");
    window.see_text("ticked.");
}

/// All reminders in one file, with the words that were just changed.
pub(super) fn reminders(window: &Window) -> PathBuf {
    open_reminders(window);
    look(window, "The reminders that are due");
    let file = window.beside_home("Reminders.pdf");
    window.will_pick(&[&file]);
    window.press("Ctrl+P");
    window.see_text("Open it in this computer’s own viewer");
    window.see_file(&file);
    assert_printed(&file, &["A friendly reminder", "Merrybank Growers", &format!("Yours sincerely{OUR_WORDS}")]);
    look(window, "The reminders are made, in one file");
    file
}

/// The code at the foot of the letter names the letter, and shows it as it was issued.
pub(super) fn check_code(window: &Window, letter: &Path) {
    let text = text_of(letter);
    let code = text.split(' ').find(|word| is_code(word)).expect("a code at the foot of the letter").to_owned();
    window.go_to("Settings");
    window.activate("link", "Check a paper");
    window.see("heading", "Check a paper");
    window.fill("The code at the foot of the page", "2222-2222-2222");
    window.press("Enter");
    window.see_text("No paper of this register has that code");
    look(window, "A code that is not ours");
    window.fill("The code at the foot of the page", &code.to_lowercase().replace('-', " "));
    window.press("Enter");
    window.see_text("We issued a paper with this code");
    window.activate("button", "Show it as it was issued");
    window.see_text("Page 1 of");
    look(window, "The code of a letter: what it is, and its pages as they were issued");
}

/// Three groups of four signs.
fn is_code(word: &str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    groups.len() == 3 && groups.iter().all(|group| group.len() == 4 && group.chars().all(|sign| sign.is_ascii_alphanumeric()))
}

/// The letters of the last meeting: a file for each.
pub(super) fn of_a_meeting(window: &Window) {
    window.go_to("Meetings");
    window.see("heading", "Meetings");
    window.tab_to_row("15 December 2022");
    window.press("Enter");
    window.activate("button", "Print the letters");
    window.see("heading", "Letters of this meeting");
    window.see_text("ticked.");
    look(window, "The letters of a meeting");
    window.choose("A file for each…");
    let folder = window.beside_home("Letters");
    std::fs::create_dir_all(&folder).expect("a folder for the letters");
    window.will_pick(&[&folder]);
    window.press("Ctrl+P");
    window.see("heading", "These pages are under embargo");
    look(window, "Some groups were not told yet: asked before letters are saved");
    window.activate("button", "Save the pages");
    window.see_text("Open each file to print it, or send it by email.");
    let made = std::fs::read_dir(&folder).expect("the folder").flatten().count();
    assert!(made > 1, "{made} letters were made");
    look(window, "A file for each letter of the meeting");
}
