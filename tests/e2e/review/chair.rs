//! The chair: the same question before the text, and a late review let in with a reason.

use journeys::window::Window;

use super::{OWLS, OWLS_TEXT, Sent, look, open_round, unlock};

/// Ends on the panel, where the late review counts.
pub(super) fn settle(window: &Window, sent: &Sent) {
    window.press("Ctrl+L");
    unlock(window, "Marcia Lowe");
    look(window, "The chair signs in");
    answer(window, OWLS, &sent.owls, OWLS_TEXT);

    open_round(window);
    window.activate("button", &format!("Settle it: Doreen Pike on {}", sent.owls));
    window.see("heading", &format!("Does Doreen Pike’s review of {} count?", sent.owls));
    window.activate("button", "Record this");
    window.see_text("Choose whether it counts");
    window.choose("Yes, it counts");
    window.fill("Why?", "She only put right a sum");
    look(window, "The chair lets a late review in, with a reason");
    window.activate("button", "Record this");
    window.see_text("Recorded");
    window.see_no("heading", "Came after the reviews were opened");
    window.activate("button", "Read the reviews");
    window.see("heading", OWLS);
    window.see_text("Fund £350.00 of it");
    window.see_text("Came late, and the chair let it in: She only put right a sum");
    look(window, "The panel, with the late review");
}

/// The question before the text, at the register.
fn answer(window: &Window, group: &str, reference: &str, text: &str) {
    window.go_to("Applications");
    window.see("heading", "Applications");
    window.tab_to_row(reference);
    window.press("Enter");
    window.see("heading", "Do you have an interest in this application?");
    window.see("heading", group);
    window.see_no_text(text);
    look(window, &format!("The chair is asked before the text of {group}"));
    window.choose("No, I have no interest");
    window.press("Ctrl+Enter");
    window.see_text(text);
}
