//! The panel: reviews side by side, how far they agree, and the report with the reader's name across it.

use journeys::window::Window;

use super::{OWLS, ROUND, TABLE, TIE, look, open_round};
use crate::journey::{assert_printed, text_of};

/// Both applications, side by side.
pub(super) fn read(window: &Window) {
    open_round(window);
    window.activate("button", "Read the reviews");
    window.see("heading", OWLS);
    window.see("article", "Doreen Pike");
    window.see("article", "Terry Moult");
    window.see_no("article", "Ruth Calder");
    window.see_text("Fund £300.00 of it");
    window.see_text("Typed in from paper by Joan Pelham");
    window.see_text("Both would fund it, at least in part");
    window.see_text("Ask the hub for a locked cupboard.");
    window.see_text("Who has the key?");
    window.see_text("Is the room free in the holidays?");
    window.see("heading", "Took no part");
    window.see_no_text(TIE);
    look(window, "The panel: two reviews side by side, and who took no part");
    window.activate("button", &format!("Next: {TABLE}"));
    window.see("heading", TABLE);
    window.see("article", "Ruth Calder");
    window.see("article", "Doreen Pike");
    window.see("img", "Lowest £400.00, middle £400.00, highest £460.00, of £460.00 asked for.");
    look(window, "The panel: how much they would give");
}

/// The report on paper, for the reader whose name is across it.
pub(super) fn report(window: &Window) {
    open_round(window);
    window.press("Ctrl+P");
    window.see("heading", "Print the panel report");
    window.see_text("Page 1 of");
    look(window, "The panel report, with the reader’s name across it");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    window.activate("button", "Open the pages");
    let report = window.see_document(printed + 1);
    assert_printed(
        &report,
        &[
            ROUND,
            OWLS,
            TABLE,
            "Joan Pelham",
            "Doreen Pike",
            "Terry Moult",
            "Ruth Calder",
            "£300.00",
            "£400.00",
            "Who looks after the laptops in the",
            "Can children come along?",
        ],
    );
    assert!(!text_of(&report).contains("retired teachers"), "how an interest arises is not printed");
    window.press("Alt+Left");
    window.see("heading", ROUND);
}
