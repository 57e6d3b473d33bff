//! One grant from the decision on paper to an account that is checked.

use journeys::window::Window;

use super::{NEW_ACCOUNT, Paid, look};

/// The decision of a meeting, and the group is told.
pub(super) fn decide(window: &Window, paid: &Paid) {
    window.go_to("Applications");
    window.see("heading", "Applications");
    window.tab_to_row(paid.group);
    window.press("Enter");
    window.see("heading", paid.group);
    window.press("Ctrl+Enter");
    window.see("heading", "Record the decision");
    match paid.part {
        None => window.choose("Approved, as asked"),
        // No more is free on the line.
        Some(part) => {
            window.choose("Approved in part");
            window.fill("How much is granted?", paid.amount);
            window.fill("What is it for?", part);
        }
    }
    window.fill_date("When was it decided?", "16", "1", "2023");
    window.choose("A partnership meeting");
    window.fill("How many members were there in all?", "15");
    window.fill("How many members were in the room?", "10");
    window.fill("How many of these were residents?", "8");
    window.choose("Everyone who took part agreed");
    window.fill("The names, or the meeting", "Partnership meeting of 16 January 2023");
    window.fill_date("When does the funding end?", "31", "3", "2023");
    window.fill_date("When should the signed agreement be back?", "30", "1", "2023");
    window.press("Ctrl+Enter");
    window.see("heading", "Record this decision?");
    window.press("Ctrl+Enter");
    window.see("heading", "Tell the group");
    window.fill_date("When was the group told?", "17", "1", "2023");
    window.choose("By letter");
    window.press("Ctrl+Enter");
    window.see("heading", "Has the group been told?");
    window.press("Ctrl+Enter");
    window.see_text("The group was told. The embargo has ended.");
}

/// Both sides sign.
pub(super) fn sign(window: &Window, paid: &Paid) {
    window.go_to("Agreements");
    window.see("heading", "Agreements");
    window.tab_to_row(paid.group);
    window.press("Enter");
    window.see("heading", paid.group);
    window.activate("button", "Record the group’s signature");
    signature(window, "Rosa Tillage", "Treasurer");
    window.see_text("The signature was recorded.");
    window.activate("button", "Record the partnership’s signature");
    signature(window, "Marcia Lowe", "Chair");
    window.see_text("Signed by both sides.");
}

fn signature(window: &Window, name: &str, position: &str) {
    window.fill("Name", name);
    window.fill_date("Date on the paper", "17", "1", "2023");
    window.fill("Position", position);
    window.press("Enter");
}

/// The account from the paper, and the check.
pub(super) fn account(window: &Window, paid: &Paid) {
    open_payment(window, paid);
    window.activate("button", "Record the account");
    window.fill("Sort code", paid.sort_code);
    window.fill("Account number", paid.account);
    window.press("Ctrl+Enter");
    window.see("button", "Check the account");
    window.activate("button", "Check the account");
    window.choose("Bank statement seen");
    window.press("Ctrl+Enter");
    window.see_text("Every check is done.");
    look(window, &format!("The account of {} is checked", paid.group));
}

/// The group writes about another account: from now on it must be checked by phone.
pub(super) fn change_account(window: &Window, paid: &Paid) {
    open_payment(window, paid);
    window.activate("button", "Change the account");
    window.fill("Account name", paid.group);
    window.fill("Account number", NEW_ACCOUNT);
    window.fill("Sort code", paid.sort_code);
    window.press("Ctrl+Enter");
    window.see_text("Do not pay yet");
    look(window, "An account changed after it was checked: do not pay yet");
}

/// The panel of a grant, from wherever the register stands.
pub(super) fn open_payment(window: &Window, paid: &Paid) {
    window.go_to("Payments");
    window.see("heading", "Payments");
    window.activate("link", "All…");
    window.tab_to_row(paid.group);
    window.press("Enter");
    window.see("heading", paid.group);
}
