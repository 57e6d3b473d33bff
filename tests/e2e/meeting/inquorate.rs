//! Too few to decide: an interest that is declared in the middle of the item, members who leave, and one who comes back.

use journeys::window::Window;

use super::room::mark;
use super::{MENDERS, TERRYS_TIE, decide, look};

/// Deferred, once there are enough again.
pub(super) fn until_somebody_comes_back(window: &Window) {
    window.see("heading", MENDERS);
    window.fill("Note of the discussion", "The bench is not in the costs.");
    for member in ["Bilal Hussain", "Doreen Pike"] {
        mark(window, member, "Space");
        window.see("button", &format!("Undo: {member} left…"));
    }
    // In the middle of the discussion.
    decide::declare(window, "Terry Moult", TERRYS_TIE, "They withdrew from the room");
    window.see_text("7 of 13 in the room, 7 needed.");
    window.see_text("Nobody to spare.");
    mark(window, "Carol Finch", "Space");
    window.see_text("You can talk about this, but not decide it");
    window.see_text("6 of 13 members are in the room for this item. A decision needs 7 (section 8.6).");
    window.see_text("It stopped being enough when Carol Finch left at");
    window.see_no("button", "Record this decision…");
    look(window, "Too few to decide, and what can be done");
    mark(window, "Doreen Pike", "Space");
    window.see_text("7 of 13 in the room, 7 needed.");
    window.choose("Defer");
    window.fill("What is missing?", "The price of the bench");
    window.see_text("Carried: ask for what is missing");
    look(window, "Somebody came back: it can be decided");
    window.press("Ctrl+Enter");
    window.see("heading", "This item was decided");
}
