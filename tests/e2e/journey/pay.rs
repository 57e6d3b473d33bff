//! Both sides sign, the account is checked, and the parts are paid: one comes back and is paid again.

use journeys::window::Window;

use super::{GROUP, KEEPER, assert_printed, look, text_of};

/// The agreement is printed and signed by two people.
pub(super) fn sign(window: &Window) {
    window.see_text("Get Quince Row Gardeners’ agreement back");
    window.activate("button", "Open: Get Quince Row…");
    window.see("heading", GROUP);
    window.see_text("Page 1 of");
    look(window, "The agreement");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    let agreement = window.see_document(printed + 1);
    assert_printed(
        &agreement,
        &[
            "Orchard End Partnership",
            GROUP,
            "CC-2022-001",
            "£450.00",
            "Raised beds that a wheelchair can reach",
            "Four raised beds",
            "£260.00",
            "Compost and plants",
            "£145.50",
            "A wheelbarrow",
            "£44.50",
            "Keep a path of one metre between the beds.",
            "When the agreement is signed",
            "£250.00",
            "When the beds are built",
            "£200.00",
            "31 March 2023",
            "30 April 2023",
            "27 January 2023",
            "Signature",
        ],
    );
    // Only one of its answers was blank; the costs are one.
    assert_eq!(text_of(&agreement).matches("Left blank on the paper").count(), 1);
    window.activate("button", "Record the group’s signature");
    window.see("heading", "Who signed for the group?");
    signature(window, "Rosa Tillage", "Treasurer");
    look(window, "A signature is recorded from the paper");
    window.press("Enter");
    window.see_text("The signature was recorded.");
    window.activate("button", "Record the partnership’s signature");
    window.see("heading", "Who signed for the partnership?");
    signature(window, "Rosa Tillage", "Chair");
    window.press("Enter");
    window.see_text("The same person has signed for the other side");
    look(window, "One person cannot sign for both sides");
    window.fill("Name", KEEPER);
    window.press("Enter");
    window.see_text("Signed by both sides.");
    look(window, "Signed by both sides");
    window.go_to("Agreements");
    window.see("heading", "Agreements");
    look(window, "The list of agreements");
}

fn signature(window: &Window, name: &str, position: &str) {
    window.fill("Name", name);
    window.fill_date("Date on the paper", "16", "1", "2023");
    window.fill("Position", position);
}

/// An account that is not checked, a sum that is too much, and the first part.
pub(super) fn first_part(window: &Window) {
    window.go_to("Home");
    window.see_text("Ask Quince Row Gardeners for its bank account");
    window.activate("button", "Open: Ask Quince Row…");
    window.see("heading", "Payments");
    window.see("heading", GROUP);
    look(window, "Payments: there is no account yet");
    window.activate("button", "Met: Keep a path of one metre…");
    window.fill("How do you know?", "Rosa showed the plan of the beds.");
    look(window, "A condition of the decision is met");
    window.press("Ctrl+Enter");
    window.see_text("The condition is met.");
    window.activate("button", "Record the account");
    window.see("textbox", "Sort code");
    window.fill("Sort code", "09-99-97");
    window.fill("Account number", "00123407");
    look(window, "The account, from the paper");
    window.press("Ctrl+Enter");
    window.see("button", "Check the account");

    window.activate("button", "Record payment");
    window.see_value("Amount in pounds", "250.00");
    window.press("Ctrl+Enter");
    window.see_text("The bank account has not been checked");
    look(window, "No payment before the account is checked");
    window.press("Escape");
    window.activate("button", "Check the account");
    window.choose("Bank statement seen");
    look(window, "How the account was checked");
    window.press("Ctrl+Enter");
    window.see_text("Every check is done.");

    window.press("Ctrl+N");
    window.see_value("Amount in pounds", "250.00");
    window.fill("Amount in pounds", "475");
    window.press("Ctrl+Enter");
    window.see_text("£475.00 is £25.00 more than is left to pay");
    look(window, "More than was granted: refused, with the figure");
    window.fill("Amount in pounds", "250");
    window.fill("Bank reference", "QUINCE 1");
    window.press("Ctrl+Enter");
    window.see_text("£250.00 to Quince Row Gardeners is recorded.");
    look(window, "The first part is paid");
}

/// The second part is paid, comes back, and is paid again.
pub(super) fn second_part(window: &Window) {
    window.see_text("Pay Quince Row Gardeners £200.00");
    window.activate("button", "Pay: Pay Quince Row…");
    window.see("heading", GROUP);
    second_payment(window, "QUINCE 2");
    window.activate("button", "Returned or wrong: £200.00 of…");
    window.see_text("What happened to the £200.00");
    window.choose("The money came back");
    window.press("Ctrl+Enter");
    window.see_text("Enter the reason");
    look(window, "Money that came back needs a reason");
    window.fill("Why?", "The bank sent it back: the account was closed to new payments that day.");
    window.press("Ctrl+Enter");
    window.see_text("That is recorded. The money is left to pay again.");
    look(window, "Returned, with its reason");
    second_payment(window, "QUINCE 3");
    window.see_text("All of it is paid.");
    look(window, "All of it is paid");
}

fn second_payment(window: &Window, reference: &str) {
    window.press("Ctrl+N");
    window.see_value("Amount in pounds", "200.00");
    window.fill("Bank reference", reference);
    window.press("Ctrl+Enter");
    window.see_text("£200.00 to Quince Row Gardeners is recorded.");
}
