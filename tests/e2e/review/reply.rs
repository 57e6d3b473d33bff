//! What comes back: a response looked at before it is kept, the same one twice, a reply on paper, the last one that
//! opens them all, and one that comes too late.

use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{OWLS, OWLS_TEXT, Sent, TABLE, TIE, carry, look, open_round, see_none};

/// The first response: looked at, kept, and kept only once. Gives the receipt.
pub(super) fn first_response(window: &Window, response: &Path, sent: &Sent) -> PathBuf {
    open_round(window);
    window.see_text("Everything is back from none of three.");
    pick(window, response);
    window.see_text("From Doreen Pike");
    window.see_text("Nothing is kept until you bring it in. What the reviews say is not shown here, not even to you.");
    look(window, "A response, before anything of it is kept");
    window.activate("button", "Not yet");
    open_round(window);
    window.see_text("Everything is back from none of three.");

    pick(window, response);
    window.press("Ctrl+Enter");
    window.see("heading", "It is brought in");
    window.see_text("What Doreen sent is kept.");
    let receipt = window.beside_home("pack receipt.chestpack");
    window.will_pick(&[&receipt]);
    window.activate("button", "Save a receipt for them");
    window.see_file(&receipt);
    look(window, "A response is brought in");
    window.press("Ctrl+Enter");
    window.see_text("Everything is back from one of three.");
    window.see_text("2 of 2 back");
    look(window, "How far everybody is");

    pick(window, response);
    window.see_text("This same file was brought in on 20 January 2023.");
    look(window, "The same response a second time");
    window.press("Ctrl+Enter");
    window.see("heading", "It is brought in");
    window.press("Ctrl+Enter");
    window.see_text("Everything is back from one of three.");
    window.see_text("2 of 2 back");

    window.activate("link", OWLS);
    window.see("heading", OWLS);
    window.see_text("Sealed until all");
    see_none(window, &["Fund £300.00 of it", "The teachers come for nothing", "Who has the key?", "Fund part of it"]);
    window.see_text(&sent.owls);
    look(window, "Envelopes, until all are in");
    receipt
}

/// A reply sheet on paper, typed in by the co-ordinator and signed by nobody.
pub(super) fn on_paper(window: &Window) {
    open_round(window);
    window.activate("button", "Type in a reply from Terry Moult");
    window.see("heading", "Which reply of Terry Moult do you have?");
    window.see_no("link", TABLE);
    window.activate("link", OWLS);
    window.see("heading", "Terry Moult’s reply");
    window.see_text("It is kept as typed by you, for them, and nobody signs it.");
    window.activate("button", "Keep this reply");
    window.see_errors("The date on the sheet");
    // The day of the sample stands still.
    window.fill_date("The date on the sheet", "17", "1", "2023");
    window.choose("Yes");
    window.fill("What is good about it?", "Young people asked for this at the summer fair.");
    window.fill("Questions to ask the group", "Is the room free in the holidays?");
    window.choose("Fund it in full");
    look(window, "A reply on paper is typed in");
    window.activate("button", "Keep this reply");
    window.see_text("The reply is kept");
    window.see_text("Everything is back from two of three.");
}

/// The last response: an interest, one review, and all envelopes open.
pub(super) fn last_response(window: &Window, response: &Path, sent: &Sent) {
    pick(window, response);
    window.see_text("From Ruth Calder");
    window.see_text("They say that they have an interest. It goes from their next pack");
    window.see_text("This is the last one. All reviews of the round open when you bring it in.");
    see_none(window, &[TIE, "The recipes go on"]);
    window.see_text(&sent.table);
    look(window, "The last response, with a declared interest");
    window.press("Ctrl+Enter");
    window.see("heading", "It is brought in");
    window.see_text("That was the last one. The reviews are open now.");
    window.press("Ctrl+Enter");
    window.see_text("Everything is back from all three.");
    window.see("button", &format!("Has an interest. Ruth Calder, {}", sent.owls));
    look(window, "Everything is back, and the reviews are open");

    window.go_to("Interests");
    window.see("heading", "Interests");
    window.activate("link", "On applications…");
    window.see("heading", "Ruth Calder Reviewer");
    window.see_text(TIE);
    window.see_text("Takes no part");
    look(window, "The interest stands in the register");
}

/// A changed review, after the others were open.
pub(super) fn late_response(window: &Window, response: &Path, sent: &Sent) {
    open_round(window);
    pick(window, response);
    window.see_text("A review that came after the others were opened. The chair says whether it counts");
    look(window, "A changed review that comes late");
    window.press("Ctrl+Enter");
    window.see("heading", "It is brought in");
    window.press("Ctrl+Enter");
    window.see("heading", "Came after the reviews were opened");
    window.see_text(&format!("Doreen Pike on {}", sent.owls));
    // The co-ordinator may not settle what the chair must.
    window.see_no("button", &format!("Settle it: Doreen Pike on {}", sent.owls));
    window.see_no_text(OWLS_TEXT);
}

fn pick(window: &Window, response: &Path) {
    let response = carry(response, window);
    window.will_pick(&[&response]);
    window.activate("button", "Bring a response in");
    window.see("heading", "A response came back");
}
