//! Feedback, receipts, money sent back, the close; and everything is there when the program opens again.

use journeys::window::Window;

use super::{GROUP, look};

/// The feedback is late; what is typed of it saves itself.
pub(super) fn feedback(window: &Window) {
    window.see_text("Ask Quince Row Gardeners for their feedback");
    window.see_text("12 days late");
    look(window, "Home: feedback is owed, and late");
    window.activate("button", "Chase: Ask Quince Row…");
    window.see("heading", GROUP);
    window.see_text("Funding ended");
    look(window, "The story of the grant");
    window.activate("link", "Record feedback");
    window.see("heading", "Record feedback");
    window.fill_date("When did the form come in?", "12", "5", "2023");
    window.fill("How much was done?", "Four beds, 40 people, 11 Sundays.");
    window.fill("How well did it go?", "Well. The snails did too.");
    window.fill("What difference did it make?", "“I know my neighbours now.”");
    window.fill("Aged 65+", "16");
    window.fill("People in all", "43");
    window.fill("Of them, from the Big Local area", "38");
    window.fill("Who was heard?", "Nine people wrote a card");
    window.choose("Their words");
    window.activate("button", "Save and stop");
    window.see("heading", GROUP);
    window.activate("link", "Record feedback");
    window.see_value("How well did it go?", "Well. The snails did too.");
    window.press("Ctrl+Enter");
    window.see_text("It does not say how they wish to be named");
    look(window, "Words may be published only under a name that was agreed");
    window.fill("How do they wish to be named?", "a resident");
    window.press("Ctrl+Enter");
    window.see_text("The feedback was recorded.");
    look(window, "The feedback is in; the money is not explained yet");
}

/// Receipts for each cost, the rest sent back, and the close.
pub(super) fn close(window: &Window) {
    receipt(window, "Four raised beds (£260.00 agreed)", "Timber and screws", "260");
    receipt(window, "Compost and plants (£145.50 agreed)", "Compost", "145.50");
    receipt(window, "A wheelbarrow (£44.50 agreed)", "Wheelbarrow", "30");
    window.see_text("£14.50 is not explained yet");
    window.activate("button", "Close the grant");
    window.see("heading", "Close this grant?");
    window.press("Ctrl+Enter");
    window.see_text("£14.50 is neither shown by receipts nor sent back");
    look(window, "Not closed while money is not explained: refused, with the figure");
    window.press("Escape");
    window.activate("button", "Record money sent back");
    window.see_value("Amount in pounds", "14.50");
    window.fill_date("Date it came in", "11", "5", "2023");
    look(window, "Money that was sent back");
    window.press("Ctrl+Enter");
    window.see_text("The money adds up");
    look(window, "Receipts for each cost; the money adds up");
    window.activate("button", "Close the grant");
    window.see("heading", "Close this grant?");
    window.press("Ctrl+Enter");
    window.see_text("This grant was closed on");
    window.go_to("Home");
    window.see_text("Nothing needs you now.");
    look(window, "Home: nothing is owed any more");
}

fn receipt(window: &Window, cost: &str, what: &str, amount: &str) {
    window.activate("button", "Add a receipt");
    window.see("heading", "Add a receipt");
    window.pick("Which cost is it for?", cost);
    window.fill("What was bought?", what);
    window.fill("Amount on the receipt", amount);
    window.fill_date("Date on the receipt", "4", "3", "2023");
    if what == "Wheelbarrow" {
        look(window, "A receipt against one cost");
    }
    window.press("Ctrl+Enter");
    window.see_no("heading", "Add a receipt");
}

/// Found by its name, by a word of an answer and by a person; its sums and its story are those that were recorded.
pub(super) fn everything_is_there(window: &Window) {
    for (typed, found) in [("seeds", "Grants"), ("tillage", "Grants"), ("quince row", "Grants")] {
        window.press("Ctrl+K");
        window.type_keys(typed);
        window.see("group", found);
        window.see_text(GROUP);
        if typed == "quince row" {
            look(window, "Found by the name of the group");
        } else {
            window.press("Escape");
        }
    }
    window.press("Enter");
    window.see("heading", GROUP);
    window.go_to("Feedback");
    window.see("heading", "Feedback");
    window.activate("link", "Finished…");
    window.see_text("CC-2022-001");
    window.tab_to("row", "CC-2022-001…");
    window.press("Enter");
    window.see("heading", GROUP);
    for text in [
        "Application received",
        "Application corrected",
        "The group was told",
        "Agreement signed",
        "£250.00 paid",
        "Payment returned £200.00",
        "£14.50 sent back",
        "Grant closed",
        "£435.50",
    ] {
        window.see_text(text);
    }
    look(window, "The whole story of the grant, after the program was closed and opened again");
}
