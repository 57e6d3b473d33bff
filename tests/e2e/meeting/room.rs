//! Who is in the room: ticked with the space bar, and what a power cut leaves of it.

use journeys::window::Window;

use super::{BAKERS_SAID, MEETING, look, see_no_group, sit_down, unlock};

/// Who came in time.
const IN_TIME: [&str; 8] =
    ["Marcia Lowe", "Grace Adeyemi", "Terry Moult", "Ken Ashby", "Doreen Pike", "Bilal Hussain", "Carol Finch", "Hannah Trent"];

/// Moves to a member in the list, and presses the key.
pub(super) fn mark(window: &Window, member: &str, key: &str) {
    let focus = || window.focused().filter(|(role, _)| role == "checkbox").map(|(_, name)| name);
    for _ in 0..100 {
        if focus().is_some() {
            break;
        }
        window.press("Tab");
    }
    window.press("Home");
    for _ in 0..20 {
        if focus().is_some_and(|name| name.starts_with(member)) {
            window.press(key);
            return;
        }
        window.press("Down");
    }
    assert!(focus().is_some_and(|name| name.starts_with(member)), "{member} is not in the list of those who may be in the room");
}

/// Eight are here, two sent apologies; one was ticked by mistake, and undone.
pub(super) fn who_is_here(window: &Window) {
    window.see("heading", "Before the meeting starts");
    see_no_group(window);
    look(window, "Before the meeting starts");
    for member in IN_TIME {
        mark(window, member, "Space");
        window.see("button", &format!("Undo: {member} arrived…"));
    }
    for member in ["Piotr Zielinski", "Neil Corby"] {
        mark(window, member, "A");
        window.see("button", &format!("Undo: apologies of {member}…"));
    }
    window.press("Ctrl+Enter");
    window.see_errors("Nobody is in the chair");
    look(window, "A meeting without a chair cannot start");
    mark(window, "Marcia Lowe", "C");
    window.see_text("Marcia Lowe is in the chair.");
    mark(window, "Imran Sheikh", "Space");
    window.see("button", "Undo: Imran Sheikh arrived…");
    window.see_text("9 of 13 in the room, 7 needed.");
    window.press("Ctrl+Z");
    window.see("button", "Undo: Marcia Lowe took the chair…");
    window.see_text("8 of 13 in the room, 7 needed.");
    window.press("Ctrl+Enter");
    window.see("heading", "Choose an item");
    see_no_group(window);
    look(window, "The meeting has started");
    window.press("Ctrl+Enter");
}

/// Two who come after the start.
pub(super) fn two_come_late(window: &Window) {
    for member in ["Olive Hartley", "Sunita Rao"] {
        mark(window, member, "Space");
        window.see("button", &format!("Undo: {member} arrived…"));
    }
    window.see_text("10 of 13 in the room, 7 needed.");
    look(window, "Two came late");
}

/// A power cut in the middle of the meeting. What was recorded and what was noted is there, and nothing is shown unasked.
pub(super) fn killed_and_nothing_lost(window: &Window) {
    window.kill();
    unlock(window);
    sit_down(window, MEETING);
    window.see("heading", "Application CC-2023-002");
    see_no_group(window);
    look(window, "After a power cut: the meeting as it was, and nothing shown unasked");
    show(window);
    window.see("heading", "This item was decided");
    window.see_value("Note of the discussion", BAKERS_SAID);
    window.see_text("10 of 13 in the room, 7 needed.");
    window.press("Ctrl+Enter");
}

/// Says that only members see the screen.
pub(super) fn show(window: &Window) {
    window.activate("button", "Show it here");
    window.see("heading", "Can only members see this screen?");
    window.press("Ctrl+Enter");
    window.see("button", "Hide it again");
}
