//! Settings → Wording: a field that is not there is refused with its line; then the words are kept.

use journeys::window::Window;

use super::{OUR_WORDS, look};
use crate::paying::unlock;

/// The words of the reminders in the editor.
pub(super) fn open(window: &Window) {
    window.go_to("Settings");
    window.activate("link", "Change the words");
    window.see("heading", "Wording of the printed documents");
    window.tab_to_row("Reminder letters");
    window.press("Enter");
    window.see("heading", "Reminder letters");
    window.see_text("Page 1 of");
}

/// The closing line gets a field that there is none of, then words of the partnership's own.
pub(super) fn refused_then_kept(window: &Window) {
    open(window);
    look(window, "The words of a letter, and an example of it");
    window.tab_to("textbox", "The words");
    window.press("Ctrl+End");
    window.type_keys(" {signature}");
    window.press("Ctrl+Enter");
    window.see_errors("{signature} is not a field of this section");
    look(window, "A field that is not there: refused, with the line");
    window.tab_to("textbox", "The words");
    window.press("Ctrl+End");
    // The last line break too.
    for _ in "\n {signature}".chars() {
        window.press("Backspace");
    }
    window.type_keys(OUR_WORDS);
    window.see_text("Nothing to put right.");
    window.see_text("Kept, not in force yet");
    window.kill();
    unlock(window);
    open(window);
    window.see_text("You typed this on 17 January 2023 and did not save it.");
    look(window, "The power went: what was typed is there, and not in force yet");
    window.press("Ctrl+Enter");
    window.see_text("The words are saved. New papers are printed with them.");
    window.see_text("Version 1, made by Joan Pelham on 17 January 2023.");
    look(window, "The partnership’s own words are in force");
}
