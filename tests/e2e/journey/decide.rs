//! The partnership decides, first more than it may; then the group is told.

use journeys::window::Window;

use super::{GROUP, assert_printed, look};

/// A refusal with its figure, then the decision.
pub(super) fn decide(window: &Window) {
    window.see_text("Decide about Quince Row Gardeners");
    look(window, "Home: a decision is owed");
    window.activate("button", "Open: Decide about…");
    window.see("heading", GROUP);
    window.see_text("Received");
    look(window, "The application as it was received");
    window.press("Ctrl+Enter");
    window.see("heading", "Record the decision");
    window.press("Ctrl+Enter");
    window.see_errors("Choose what was decided");
    window.choose("Approved in part");
    window.fill("How much is granted?", "500");
    window.fill("What is it for?", "The beds and the compost");
    window.fill_date("When was it decided?", "10", "1", "2023");
    window.choose("A partnership meeting");
    window.fill("How many members were there in all?", "13");
    window.fill("How many members were in the room?", "6");
    window.fill("How many of these were residents?", "6");
    window.choose("There was a vote");
    window.fill("For", "4");
    window.fill("Against", "2");
    window.fill("The names, or the meeting", "Partnership meeting, 9 members present");
    terms(window);
    window.activate("button", "Add a payment");
    window.fill("Payment 1, when", "When the agreement is signed");
    window.fill("Payment 1, pounds", "250");
    window.activate("button", "Add a payment");
    window.fill("Payment 2, when", "When the beds are built");
    window.fill("Payment 2, pounds", "200");
    look(window, "A decision is typed");
    window.press("Ctrl+Enter");
    window.see("heading", "Record this decision?");
    look(window, "A decision is asked about before it is recorded");
    window.press("Ctrl+Enter");
    window.see_errors("The group asked for £450.00. The amount cannot be more");
    look(window, "More than was asked for: refused, with the figure");
    window.choose("Approved, as asked");
    window.press("Ctrl+Enter");
    window.see("heading", "Record this decision?");
    window.press("Ctrl+Enter");
    window.see_errors("6 of 13 members are in the room for this item. A decision needs 7 (section 8.6)");
    look(window, "No quorum on the paper: refused, with the figure and the section");
    window.fill("How many members were in the room?", "7");
    window.see_value("How much is granted?", "450.00");
    window.press("Ctrl+Enter");
    window.see("heading", "Record this decision?");
    window.press("Ctrl+Enter");
    window.see("heading", "Tell the group");
}

fn terms(window: &Window) {
    window.activate("button", "Add a condition");
    window.fill("Condition 1", "Keep a path of one metre between the beds.");
    window.fill_date("When does the funding end?", "31", "3", "2023");
    window.fill_date("When should the signed agreement be back?", "27", "1", "2023");
}

/// The letter, and the end of the embargo.
pub(super) fn tell(window: &Window) {
    window.see_text("Page 1 of");
    look(window, "Tell the group, with the letter");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    window.activate("button", "Open the pages");
    let letter = window.see_document(printed + 1);
    assert_printed(&letter, &[GROUP, "CC-2022-001", "£450.00", "Orchard End Partnership"]);
    window.press("Ctrl+Enter");
    window.see_errors("Choose how the group was told");
    window.fill_date("When was the group told?", "12", "1", "2023");
    window.choose("By letter");
    window.press("Ctrl+Enter");
    window.see("heading", "Has the group been told?");
    look(window, "Telling ends the embargo");
    window.press("Ctrl+Enter");
    window.see("heading", GROUP);
    window.see_text("The group was told. The embargo has ended.");
    look(window, "Decided and told");
    window.go_to("Decisions");
    window.see("heading", "Decisions");
    look(window, "The list of decisions");
}
