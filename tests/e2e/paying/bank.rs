//! The bank's statement: a file that is refused whole, one whose columns are told, and another with a saved profile.

use std::path::PathBuf;

use journeys::window::Window;

use super::{OWLS, TABLE, clerk, look};

/// Money in and out in two columns, as some UK banks write it, with other money between.
const FIRST: &str = "Date,Description,Paid out,Paid in,Balance\r\n\
    17/01/2023,OPENING CREDIT LOCAL TRUST,,\"39,750.00\",\"41,000.00\"\r\n\
    17/01/2023,FASTER PAYMENT NIGHT OWLS JAN,385.00,,\"40,615.00\"\r\n\
    17/01/2023,FASTER PAYMENT KINGFISHER JAN,140.00,,\"40,475.00\"\r\n\
    17/01/2023,OFFICE SUPPLIES,31.20,,\"40,443.80\"\r\n\
    17/01/2023,RETURNED KINGFISHER JAN,,140.00,\"40,583.80\"\r\n";
/// The same day's statement later on, when the payment that came back had gone out again.
const SECOND: &str = "Date,Description,Paid out,Paid in,Balance\r\n\
    17/01/2023,OPENING CREDIT LOCAL TRUST,,\"39,750.00\",\"41,000.00\"\r\n\
    17/01/2023,FASTER PAYMENT NIGHT OWLS JAN,385.00,,\"40,615.00\"\r\n\
    17/01/2023,FASTER PAYMENT KINGFISHER JAN,140.00,,\"40,475.00\"\r\n\
    17/01/2023,OFFICE SUPPLIES,31.20,,\"40,443.80\"\r\n\
    17/01/2023,RETURNED KINGFISHER JAN,,140.00,\"40,583.80\"\r\n\
    17/01/2023,FASTER PAYMENT KINGFISHER TWO,140.00,,\"40,443.80\"\r\n";
/// Somebody wrote one date another way round.
const MIXED: &str = "Date,Description,Paid out,Paid in,Balance\r\n\
    17/01/2023,OFFICE SUPPLIES,31.20,,\"41,000.00\"\r\n\
    17/01/2023,FASTER PAYMENT NIGHT OWLS JAN,385.00,,\"40,615.00\"\r\n\
    2023-01-17,FASTER PAYMENT KINGFISHER JAN,140.00,,\"40,475.00\"\r\n";

fn statement(window: &Window, name: &str, text: &str) -> PathBuf {
    window.put_file(name, text.as_bytes())
}

fn pick(window: &Window, name: &str, text: &str) {
    let file = statement(window, name, text);
    window.will_pick(&[&file]);
    window.activate("button", "Choose a statement");
    window.see("heading", "Which column is what?");
}

/// A statement with mixed dates is refused; then two payments and one that came back are found.
pub(super) fn first_statement(window: &Window) {
    clerk::open_ledger(window);
    window.activate("button", "Read bank statement");
    window.see("heading", "Read a bank statement");
    pick(window, "mixed.csv", MIXED);
    window.activate("button", "Compare with the payments");
    window.see_text("is written in another way than the other dates");
    window.see_text("Nothing was changed.");
    look(window, "At the LTO: a statement with mixed dates is refused whole");
    window.activate("button", "Put it away");
    pick(window, "statement.csv", FIRST);
    window.choose("Keep these choices for next time");
    window.fill("What is this account called here?", "Our main account");
    look(window, "At the LTO: which column is what");
    window.activate("button", "Compare with the payments");
    window.see("heading", "The statement and your payments");
    window.see_text(OWLS.reference);
    window.see_text(TABLE.reference);
    look(window, "At the LTO: what fits");
    window.press("Ctrl+Enter");
    window.see_text("matches are confirmed.");
    window.activate("link", "Came back…");
    look(window, "At the LTO: money that came back");
    window.activate("button", "Record that it came back…");
    window.choose("The money came back");
    window.fill("Why?", "The bank sent it back: the account takes no new payments.");
    window.press("Ctrl+Enter");
    window.see_text("That is recorded. The money is left to pay again.");
    window.see("heading", "The statement and your payments");
    window.activate("link", "Fit…");
    window.press("Ctrl+Enter");
    window.activate("button", "Put it away");
}

/// The payment that was made again is found with the choices kept before.
pub(super) fn second_statement(window: &Window) {
    clerk::open_ledger(window);
    window.activate("button", "Read bank statement");
    pick(window, "statement later.csv", SECOND);
    window.activate("button", "Compare with the payments");
    window.see("heading", "The statement and your payments");
    window.press("Ctrl+Enter");
    window.see_text("is confirmed.");
    window.activate("button", "Put it away");
}
