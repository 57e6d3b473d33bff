//! After the meeting: the close, the short embargo, the letters, and the sheet for the LTO.

use journeys::window::Window;

use super::{BAKERS, CHOIR, CLUB, MEETING, MENDERS, look, open_meeting, print};
use crate::journey::assert_printed;

/// What was resolved becomes decisions, and nothing is published before Saturday is over.
pub(super) fn close(window: &Window) {
    window.activate("button", "Close the meeting");
    window.see("heading", "Close the meeting?");
    window.see_text("4 decisions on applications will be recorded.");
    window.activate("button", "Keep what was decided to yourselves for a short time");
    window.fill_date("Until when?", "28", "1", "2023");
    window.fill("Why?", "Each group hears first");
    look(window, "Closing the meeting, with a short embargo");
    window.activate("button", "Close the meeting");
    window.see("heading", MEETING);
    window.see("heading", "What was decided");
    for group in [CHOIR, BAKERS, CLUB, MENDERS] {
        window.see("link", group);
    }
    look(window, "After the meeting: what is still to do");
}

/// The minutes for everybody are held back by the embargo on the meeting.
pub(super) fn held_back(window: &Window) {
    window.see_text("Nothing of it is published until Saturday 28 January 2023 is over.");
    window.activate("link", "Minutes for everybody");
    window.see_text("This meeting is under embargo");
    window.see_no_text("Page 1 of");
    look(window, "The minutes for everybody are held back");
    window.press("Alt+Left");
    window.see("heading", MEETING);
}

/// Each group is told, with its letter.
pub(super) fn tell_the_groups(window: &Window) {
    let letters: [(&str, &[&str]); 4] = [
        (CHOIR, &["CC-2023-001", "£240.00"]),
        (BAKERS, &["CC-2023-002", "£200.00", "The oven, without the tables"]),
        (CLUB, &["CC-2023-003", "The library writes letters already."]),
        (MENDERS, &["CC-2023-004", "The price of the bench"]),
    ];
    for (group, said) in letters {
        open_meeting(window, MEETING);
        window.activate("button", &format!("Tell the group: {group}"));
        window.see("heading", "Tell the group");
        let letter = print(window, true);
        assert_printed(&letter, said);
        assert_printed(&letter, &[group]);
        look(window, &format!("The letter to {group}"));
        window.fill_date("When was the group told?", "30", "1", "2023");
        window.choose("By letter");
        window.press("Ctrl+Enter");
        window.see("heading", "Has the group been told?");
        window.press("Ctrl+Enter");
        window.see("heading", group);
    }
    open_meeting(window, MEETING);
    window.see_no_text("Not told yet");
    look(window, "Every group was told");
}

/// What the LTO needs to know.
pub(super) fn decision_sheet(window: &Window) {
    open_meeting(window, MEETING);
    window.activate("link", "Decision sheet for the LTO");
    // Of the deferred one nobody may know yet.
    let sheet = print(window, true);
    assert_printed(&sheet, &["26 January 2023", CHOIR, "£240.00", BAKERS, "£200.00", "£440.00", "CC-2023-003", "CC-2023-004"]);
    look(window, "The decision sheet for the LTO");
}
