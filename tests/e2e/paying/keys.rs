//! Keys: the clerk makes theirs at the LTO, and the co-ordinator takes the card in by what is read out over the phone.

use std::path::PathBuf;

use journeys::window::Window;

use super::{CLERK, carry, look};

/// Somebody who pays at the LTO.
pub(super) struct Clerk {
    passphrase: String,
    fingerprint: String,
    card: PathBuf,
}

impl Clerk {
    /// From the door to the desk.
    pub(super) fn unlock(&self, window: &Window) {
        window.see("heading", "Unlock your desk");
        window.fill("Nadia’s passphrase", &self.passphrase);
        window.press("Enter");
        window.see("heading", "Work that was sent to you");
    }
}

/// The first time at the LTO: five words, and a card to give away.
pub(super) fn make(window: &Window) -> Clerk {
    window.see("heading", "Welcome");
    window.activate("button", crate::review::AT_HOME);
    window.activate("button", "Make my keys");
    window.see("heading", "Make your keys");
    window.fill("Your name", CLERK);
    let passphrase = window.value_when_there("Your passphrase");
    window.choose("I have written it down…");
    window.activate("button", "Make my keys");
    window.see("heading", "Your card and fingerprint");
    let fingerprint = crate::review::read_out(window);
    let card = window.beside_home("nadia.chestcard");
    window.will_pick(&[&card]);
    window.activate("button", "Save my card");
    window.see_text("Your card is in");
    window.see_file(&card);
    window.activate("button", "Go to my desk");
    window.see("heading", "Work that was sent to you");
    look(window, "At the LTO: an empty desk, for payments too");
    Clerk { passphrase, fingerprint, card }
}

/// The clerk becomes a member, and the card is taken in. Gives the co-ordinator's own fingerprint.
pub(super) fn take_in(window: &Window, clerk: &Clerk) -> String {
    window.go_to("Members");
    window.see("heading", "Members");
    window.press("Ctrl+N");
    window.see("heading", "Add a member");
    window.fill("Name", CLERK);
    window.pick("Role", "LTO payments");
    window.activate("button", "Add this member");
    window.see_text("Member added");
    let card = carry(&clerk.card, window);
    window.will_pick(&[&card]);
    window.activate("button", "Take in a card");
    window.see("heading", "Take in a member card");
    window.fill("The fingerprint they read out", &clerk.fingerprint);
    window.activate("button", "Take the card in");
    window.see_text(&format!("{CLERK}’s card is in."));
    window.activate("button", "My keys");
    window.see("heading", "My keys");
    crate::review::read_out(window)
}
