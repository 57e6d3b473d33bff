//! A round of review at three tables: the register's, and two at home without a register. By keyboard alone. The test
//! and the walk share it.

mod chair;
mod conflict;
mod desk;
mod keys;
mod panel;
mod reply;
mod send;

use std::fs;
use std::path::{Path, PathBuf};

use journeys::window::Window;

use crate::round::look;

/// What the co-ordinator calls the round, as the program proposes it on the day.
const ROUND: &str = "Applications of January 2023";
/// The two applications, with words that stand in the text and nowhere before it.
const OWLS: &str = "Night Owls Homework Club";
const OWLS_TEXT: &str = "A quiet room with help on hand";
const TABLE: &str = "Kingfisher Kitchen Table";
const TABLE_TEXT: &str = "We cook one meal, eat it and take one home";
/// How the second reviewer came to have an interest.
const TIE: &str = "My husband is one of the three retired teachers";
/// The way at the door to a desk of one's own.
pub(crate) const AT_HOME: &str = "Do work that was sent to you…";
/// Everybody in the sample has this one.
const SAMPLE_PASSPHRASE: &str = "garden kettle ribbon thimble lantern";

/// Three programs in three homes.
pub(crate) struct Tables {
    /// The register: Joan Pelham, then Marcia Lowe.
    pub(crate) register: Window,
    /// Doreen Pike's.
    doreen: Window,
    /// Ruth Calder's, who turns out to have an interest.
    ruth: Window,
}

impl Tables {
    /// Opens the three of the journey with this name.
    pub(crate) fn set(journey: &str) -> Self {
        let open = |who: &str| Window::open(&format!("{journey}-{who}"), "2023-01-17");
        Self { register: open("register"), doreen: open("doreen"), ruth: open("ruth") }
    }
}

/// Somebody who reads at home.
struct Reader {
    name: &'static str,
    passphrase: String,
    fingerprint: String,
    card: PathBuf,
}

impl Reader {
    /// From the door to the desk.
    fn unlock(&self, window: &Window) {
        let first = self.name.split(' ').next().unwrap_or_default();
        window.see("heading", "Unlock your desk");
        window.fill(&format!("{first}’s passphrase"), &self.passphrase);
        window.press("Enter");
        window.see("heading", "Work that was sent to you");
    }
}

/// What the co-ordinator gave out: the two packs, and the fingerprint to read out.
struct Sent {
    doreens: PathBuf,
    ruths: PathBuf,
    fingerprint: String,
    /// Of the application that Grace turns out to have an interest in.
    owls: String,
    /// Of the other.
    table: String,
}

/// Goes all the way.
pub(crate) fn go(tables: &Tables) {
    let Tables { register, doreen, ruth } = tables;
    crate::round::open_sample(register);
    hand_over(register, doreen);
    let doreens = keys::make(doreen, "Doreen Pike");
    hand_over(doreen, ruth);
    let ruths = keys::make(ruth, "Ruth Calder");
    hand_over(ruth, register);
    keys::take_in(register, &doreens, &ruths);
    let sent = send::send(register);

    hand_over(register, doreen);
    doreen.restart_on("2023-01-18");
    let doreens_response = desk::review(doreen, &doreens, &ruths, &sent);
    hand_over(doreen, ruth);
    ruth.restart_on("2023-01-19");
    let ruths_response = conflict::declare_and_review(ruth, &ruths, &sent);

    hand_over(ruth, register);
    register.restart_on("2023-01-20");
    unlock(register, "Joan Pelham");
    let receipt = reply::first_response(register, &doreens_response, &sent);
    reply::on_paper(register);
    reply::last_response(register, &ruths_response, &sent);
    panel::read(register);
    panel::report(register);

    hand_over(register, doreen);
    doreen.restart_on("2023-01-23");
    let changed = desk::change(doreen, &doreens, &receipt, &sent);
    hand_over(doreen, register);
    register.restart_on("2023-01-23");
    unlock(register, "Joan Pelham");
    reply::late_response(register, &changed, &sent);
    chair::settle(register, &sent);
}

/// The album goes on at another table.
fn hand_over(from: &Window, to: &Window) {
    to.take_over_album(from);
}

/// From the door of the register to Home.
fn unlock(window: &Window, name: &str) {
    let first = name.split(' ').next().unwrap_or_default();
    window.see("heading", "Unlock the register");
    window.choose(&format!("{name}…"));
    window.fill(&format!("{first}’s passphrase"), SAMPLE_PASSPHRASE);
    window.press("Enter");
    window.see("heading", "Good…");
}

/// The round, from wherever the register stands.
fn open_round(window: &Window) {
    window.go_to("Reviews");
    window.see("heading", "Reviews");
    window.tab_to_row(ROUND);
    window.press("Enter");
    window.see("heading", ROUND);
}

/// The fingerprint on the page, as it is read out.
pub(crate) fn read_out(window: &Window) -> String {
    window.see("group", "Your fingerprint");
    let groups =
        window.script("return [...document.querySelectorAll('.cc-fingerprint span')].map((group) => group.textContent).join(' ');");
    let groups = groups.as_str().unwrap_or_default().to_owned();
    assert!(groups.len() > 12, "a fingerprint to read out: {groups:?}");
    groups
}

/// A file carried from one home to another.
fn carry(file: &Path, to: &Window) -> PathBuf {
    let bytes = fs::read(file).expect("a file to carry");
    to.put_file(&file.file_name().expect("a name").to_string_lossy(), &bytes)
}

/// None of these words is in a file of this home, as it stands on the disk.
#[track_caller]
fn assert_nowhere(window: &Window, words: &[&str]) {
    for text in words {
        assert_eq!(window.files_with(text), Vec::<PathBuf>::new(), "{text}");
    }
}

/// None of these words is on the page.
#[track_caller]
fn see_none(window: &Window, words: &[&str]) {
    for text in words {
        window.see_no_text(text);
    }
}
