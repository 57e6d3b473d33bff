//! A meeting of thirteen members: planned, held, minuted and approved, by keyboard alone. The test and the walk share it.

mod after;
mod decide;
mod inquorate;
mod minutes;
mod plan;
mod room;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use journeys::window::Window;
use testkit::TestRegister;
use testkit::partnership::{APPLICATIONS, KENS_TIE, Partnership};

use crate::home::furnish;
use crate::journey::text_of;
use crate::round::look;

/// The meeting, and the one that approves its minutes.
const MEETING: &str = "Partnership meeting, 26 January 2023";
const NEXT: &str = "Partnership meeting, 23 February 2023";
/// The four groups, in the order of the agenda.
const CHOIR: &str = APPLICATIONS[0].0;
const BAKERS: &str = APPLICATIONS[1].0;
const CLUB: &str = APPLICATIONS[2].0;
const MENDERS: &str = APPLICATIONS[3].0;
/// The items that are on no application: one to hear, one declared non-public.
const FAIR: &str = "The spring fair";
const LEASE: &str = "The lease of the Hub";
/// What was said on them.
const FAIR_SAID: &str = "Sunita has a date for the field. Doreen asks who brings the tables.";
const BAKERS_SAID: &str = "They asked about the oven’s chimney.";
const LEASE_SAID: &str = "The landlord wants eleven hundred pounds.";
/// How two interests arise that were declared in the room.
const GRACES_TIE: &str = "Her neighbour bakes with them";
const TERRYS_TIE: &str = "He mends clocks there on Mondays";

/// Opens the program over a register with the members and the applications.
pub(crate) fn open(journey: &str) -> Window {
    Window::open_in(journey, "2023-01-12", register)
}

/// Makes the register, closed, with nothing left in its log.
fn register(home: &Path) {
    let day = NaiveDate::from_ymd_opt(2023, 1, 9).expect("a day");
    let Partnership { test, .. } = Partnership::on(day);
    test.open.register().empty_log().expect("an empty log");
    furnish(home, test.folder());
}

/// Goes all the way.
pub(crate) fn go(window: &Window) {
    window.see("heading", "Unlock the register");
    unlock(window);
    plan::programme(window);
    plan::agenda(window);
    plan::notices(window);

    window.restart_on("2023-01-26");
    unlock(window);
    sit_down(window, MEETING);
    room::who_is_here(window);
    decide::the_fair(window);
    decide::in_full(window);
    room::two_come_late(window);
    decide::in_part(window);
    room::killed_and_nothing_lost(window);
    decide::the_lease(window);
    decide::by_a_casting_vote(window);
    inquorate::until_somebody_comes_back(window);
    after::close(window);
    after::held_back(window);

    window.restart_on("2023-01-30");
    unlock(window);
    minutes::for_the_members(window);
    minutes::for_everybody_before_the_groups_know(window);
    after::tell_the_groups(window);
    minutes::for_everybody_when_the_groups_know(window);
    after::decision_sheet(window);
    minutes::edited(window);

    window.restart_on("2023-02-23");
    unlock(window);
    minutes::approved_at_the_next_meeting(window);
    // Nothing that was typed or printed can be read from the disk when the register is locked.
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    for text in [FAIR_SAID, LEASE_SAID, GRACES_TIE, TERRYS_TIE, KENS_TIE, CHOIR, BAKERS, CLUB, MENDERS] {
        assert_eq!(window.files_with(text), Vec::<PathBuf>::new(), "{text}");
    }
}

/// From the door to Home.
fn unlock(window: &Window) {
    window.see("heading", "Unlock the register");
    window.choose("Joan Pelham…");
    window.fill("Joan’s passphrase", TestRegister::passphrase().words());
    window.press("Enter");
    window.see("heading", "Good…");
}

/// One meeting, from wherever the register stands.
fn open_meeting(window: &Window, meeting: &str) {
    window.go_to("Meetings");
    window.see("heading", "Meetings");
    let (_, day) = meeting.split_once(", ").expect("a day");
    window.tab_to_row(day);
    window.press("Enter");
    window.see("heading", meeting);
}

/// To the bench at a meeting.
fn sit_down(window: &Window, meeting: &str) {
    open_meeting(window, meeting);
    window.activate("button", "Go to the meeting");
    window.see("heading", "In the room…");
}

/// Prints what is on the screen, and gives the pages. `asked` when it is under embargo and was not printed before.
fn print(window: &Window, asked: bool) -> PathBuf {
    window.see_text("Page 1 of");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    if asked {
        window.see("heading", "These pages are under embargo");
        window.activate("button", "Open the pages");
    }
    window.see_document(printed + 1)
}

/// Nothing of the four applications is on the screen.
#[track_caller]
fn see_no_group(window: &Window) {
    for (group, _, words) in APPLICATIONS {
        window.see_no_text(group);
        window.see_no_text(words);
    }
}

/// None of these is printed.
#[track_caller]
fn assert_not_printed(pdf: &Path, unwanted: &[&str]) {
    let text = text_of(pdf);
    for words in unwanted {
        assert!(!text.contains(words), "{} says \"{words}\":\n{text}", pdf.display());
    }
}
