//! The second reviewer: somebody else's pack is refused, and an interest takes the text away for good.

use std::path::PathBuf;

use journeys::window::Window;

use super::desk::{no_interest, open_pack, save};
use super::{OWLS, OWLS_TEXT, ROUND, Reader, Sent, TABLE, TABLE_TEXT, TIE, assert_nowhere, carry, look, see_none};

/// Ends with the response: one interest, one review.
pub(super) fn declare_and_review(window: &Window, ruth: &Reader, sent: &Sent) -> PathBuf {
    ruth.unlock(window);
    let doreens = carry(&sent.doreens, window);
    window.will_pick(&[&doreens]);
    window.activate("button", "Open a pack");
    window.see_text("This pack is sealed to somebody else");
    window.see_text("No pack is here yet");
    look(window, "Ruth Calder, at home: a pack for somebody else is refused");
    open_pack(window, &sent.ruths, sent, &ruth.fingerprint);
    window.press("Ctrl+Enter");
    window.see("heading", ROUND);
    window.see_text("Your entry in the register of interests looks like this group");
    window.activate("button", &format!("Begin with {OWLS}"));
    window.see("heading", "Do you have an interest in this application?");
    window.see_text("Your entry in the register of interests names this group.");
    no_interest(window, OWLS, OWLS_TEXT);

    // Reading it, she finds somebody she knows.
    window.activate("link", "I have an interest after all");
    window.see("heading", "Do you have an interest in this application?");
    see_none(window, &[OWLS_TEXT]);
    window.choose("Yes, I have an interest");
    window.press("Ctrl+Enter");
    window.see_errors("Choose what kind of interest it is");
    window.choose("A relative or a friend");
    window.choose("Through somebody close to me");
    window.fill("How does it arise?", TIE);
    look(window, "Ruth Calder, at home: an interest, and how it arises");
    window.press("Ctrl+Enter");
    gone(window);
    look(window, "Ruth Calder, at home: the text is gone at once");

    // The same file again brings nothing back, nor does opening the program again.
    window.press("Ctrl+Enter");
    window.see_text("You take no part");
    window.activate("link", "Your desk");
    window.see("heading", "Work that was sent to you");
    let own = carry(&sent.ruths, window);
    window.will_pick(&[&own]);
    window.activate("button", "Open a pack");
    window.see_text("This pack was on your desk already. Nothing changed.");
    window.restart();
    ruth.unlock(window);
    window.activate("button", &format!("Open {ROUND}"));
    window.see_text("You take no part");
    // Not even its name is left.
    window.see_no_text(OWLS);
    window.activate("link", "An application that you take no part in");
    gone(window);

    window.press("Ctrl+Enter");
    window.see("heading", ROUND);
    window.activate("button", &format!("Go on with {TABLE}"));
    no_interest(window, TABLE, TABLE_TEXT);
    window.choose("Partly");
    window.fill("What is good about it?", "The recipes go on after the eight weeks.");
    window.fill("Questions to ask the group", "Can children come along?");
    window.choose("Fund part of it");
    window.fill("How much of the £460.00?", "400");
    window.press("Ctrl+Enter");
    window.see("heading", "Your review is sealed");
    window.press("Ctrl+Enter");
    window.see("heading", ROUND);
    look(window, "Ruth Calder, at home: one reviewed, one with an interest");
    let response = save(window, "Save my response", "pack ruth.chestpack");
    window.see_text("It holds 1 review and 1 interest that you declared.");
    window.press("Ctrl+L");
    window.see("heading", "Unlock your desk");
    assert_nowhere(window, &["Night Owls", "Kingfisher", OWLS_TEXT, TABLE_TEXT, TIE]);
    response
}

/// Nothing of the text is left, on the page or on the disk.
#[track_caller]
fn gone(window: &Window) {
    window.see("heading", "Thank you for saying so");
    see_none(window, &[OWLS_TEXT, "retired teachers help for nothing", "Four second-hand laptops"]);
    assert_nowhere(window, &[OWLS_TEXT, "Three retired teachers", "Four second-hand laptops", TIE]);
}
