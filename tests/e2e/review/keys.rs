//! Keys: each reviewer makes theirs at home, and the co-ordinator takes the cards in by what is read out over the phone.

use journeys::window::Window;

use super::{AT_HOME, OWLS, Reader, carry, look, read_out};

/// The first time at home: five words, a card to give away, and an empty desk.
pub(super) fn make(window: &Window, name: &'static str) -> Reader {
    window.see("heading", "Welcome");
    window.activate("button", AT_HOME);
    window.see("heading", "Work that was sent to you");
    look(window, &format!("{name}, at home: what reviewing takes"));
    window.activate("button", "Make my keys");
    window.see("heading", "Make your keys");
    window.value_when_there("Your passphrase");
    window.activate("button", "Make my keys");
    window.see_errors("Enter your name");
    window.fill("Your name", name);
    let passphrase = window.value_when_there("Your passphrase");
    assert_eq!(passphrase.split_whitespace().count(), 5, "five words");
    window.choose("I have written it down…");
    look(window, &format!("{name}, at home: keys of their own"));
    window.activate("button", "Make my keys");
    window.see("heading", "Your card and fingerprint");
    let fingerprint = read_out(window);
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    let card = window.beside_home(&format!("{first}.chestcard"));
    window.will_pick(&[&card]);
    window.activate("button", "Save my card");
    window.see_text("Your card is in");
    window.see_file(&card);
    look(window, &format!("{name}, at home: a card to give away, a fingerprint to read out"));
    window.activate("button", "Go to my desk");
    window.see("heading", "Work that was sent to you");
    window.see_text("No pack is here yet");
    Reader { name, passphrase, fingerprint, card }
}

/// A resident becomes a reviewer, another is added; both cards; and what one of them is tied to.
pub(super) fn take_in(window: &Window, doreen: &Reader, ruth: &Reader) {
    window.go_to("Members");
    window.see("heading", "Members");
    window.tab_to_row(doreen.name);
    window.press("Enter");
    window.see("heading", doreen.name);
    window.activate("button", "Change this entry");
    window.pick("Role", "Reviewer");
    window.activate("button", "Keep this");
    window.see_text("Entry changed");
    look(window, "A member with a new role");
    window.press("Escape");
    window.press("Ctrl+N");
    window.see("heading", "Add a member");
    window.fill("Name", ruth.name);
    window.pick("Role", "Reviewer");
    window.activate("button", "Add this member");
    window.see_text("Member added");

    pick_card(window, doreen);
    window.fill("The fingerprint they read out", &ruth.fingerprint);
    window.activate("button", "Take the card in");
    window.see_errors("That is not the fingerprint of this card");
    look(window, "A card whose fingerprint is not what was read out");
    confirm(window, doreen);
    pick_card(window, ruth);
    confirm(window, ruth);
    window.see_text("Has a card since 17 January 2023");
    look(window, "Members, with the cards of both");

    window.go_to("Interests");
    window.see("heading", "Interests");
    window.activate("button", "Add an entry");
    window.pick("Whose is it?", ruth.name);
    window.fill("Which group, firm or other body?", OWLS);
    window.fill("How does it arise?", "Helped with the Christmas fair");
    window.activate("button", "Add this entry");
    window.see_text("Entry added");
    look(window, "The register of interests names a group");
}

fn pick_card(window: &Window, reader: &Reader) {
    let card = carry(&reader.card, window);
    window.will_pick(&[&card]);
    window.activate("button", "Take in a card");
    window.see("heading", "Take in a member card");
    window.see_text(&format!("The card says it is from {}", reader.name));
}

fn confirm(window: &Window, reader: &Reader) {
    window.fill("The fingerprint they read out", &reader.fingerprint);
    window.activate("button", "Take the card in");
    window.see_text(&format!("{}’s card is in.", reader.name));
}
