//! Before the meeting: its date, its agenda, its notices.

use journeys::window::Window;

use super::{CHOIR, FAIR, LEASE, MEETING, NEXT, look, open_meeting, print};
use crate::journey::assert_printed;

/// Two dates.
pub(super) fn programme(window: &Window) {
    window.go_to("Meetings");
    window.see_text("No meetings yet");
    look(window, "No meetings yet");
    for (day, month, meeting) in [("26", "1", MEETING), ("23", "2", NEXT)] {
        window.press("Ctrl+N");
        window.see("heading", "Plan a meeting");
        if meeting == MEETING {
            window.press("Ctrl+Enter");
            window.see_errors("The place is missing");
        }
        window.fill_date("Which day?", day, month, "2023");
        window.fill("When does it start?", "6.30 pm");
        window.fill("Where?", "Community Hub, Harvey Road");
        look(window, "A meeting is planned");
        window.press("Ctrl+Enter");
        window.see("heading", meeting);
        window.go_to("Meetings");
        window.see("heading", "Meetings");
    }
    window.see_text("2 of at least 6 meetings planned");
    look(window, "The programme of the year");
}

/// The four applications, an item to hear, and one that is not public; in their order.
pub(super) fn agenda(window: &Window) {
    open_meeting(window, MEETING);
    for (group, ..) in testkit::partnership::APPLICATIONS {
        window.activate("button", &format!("Put on the agenda: {group}"));
        window.see("link", group);
    }
    add(window, FAIR, "Sunita tells what is planned.", true);
    add(window, LEASE, "", false);
    // To the top, with Alt and the arrow.
    window.tab_to("button", &format!("Move up: {FAIR}"));
    for place in (1..5).rev() {
        window.press("Alt+Up");
        window.see_text(&format!("{FAIR} is now item {place}"));
    }
    // Between the second application and the third.
    window.tab_to("button", &format!("Move up: {LEASE}"));
    for place in [5, 4] {
        window.press("Alt+Up");
        window.see_text(&format!("{LEASE} is now item {place}"));
    }
    look(window, "The agenda");
    window.activate("link", "Agenda for everybody");
    let pages = print(window, false);
    assert_printed(&pages, &["26 January 2023", "6:30pm", FAIR]);
    super::assert_not_printed(&pages, &[CHOIR, LEASE]);
    look(window, "The agenda for everybody");
    window.press("Alt+Left");
    window.see("heading", MEETING);
    window.activate("link", "Agenda for the members");
    let pages = print(window, true);
    assert_printed(&pages, &["26 January 2023", FAIR, CHOIR, LEASE]);
    look(window, "The agenda for the members");
    window.press("Alt+Left");
    window.see("heading", MEETING);
}

fn add(window: &Window, title: &str, about: &str, public: bool) {
    window.press("Ctrl+N");
    window.see("heading", "Add an item to the agenda");
    window.choose("To talk about or decide");
    window.fill("Title on the agenda", title);
    window.fill("What is proposed?", about);
    window.choose(if public { "Public" } else { "Declared non-public by the agenda sub-group" });
    look(window, "An item for the agenda");
    window.activate("button", "Add the item");
    window.see("button", &format!("Change: {title}"));
}

/// Notice at the Hub, and the agenda to the members.
pub(super) fn notices(window: &Window) {
    for place in ["On paper at the Community Hub", "The agenda, to the members"] {
        window.activate("button", &format!("Record that it was given: {place}"));
        window.see("heading", place);
        window.activate("button", "Record it");
        window.see_no("button", &format!("Record that it was given: {place}"));
    }
    window.see_text("Given on Thursday 12 January");
    window.activate("link", "Notice of the meeting");
    let pages = print(window, false);
    assert_printed(&pages, &["Thursday 26 January 2023", "Community Hub, Harvey Road"]);
    look(window, "The notice of the meeting");
}
