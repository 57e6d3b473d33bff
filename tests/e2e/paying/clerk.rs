//! The clerk's desk: the pack, a payment that is refused, two that are made, one that is made again, and the receipt.

use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{AGAIN, OWLS, Paid, TABLE, carry, look};
use crate::journey::assert_printed;

/// A pack from somebody not known yet: the fingerprint is asked for.
pub(super) fn open_pack(window: &Window, pack: &Path, fingerprint: &str) {
    let pack = carry(pack, window);
    window.will_pick(&[&pack]);
    window.activate("button", "Open a pack");
    window.see("heading", "Check who this pack is from");
    window.fill("The fingerprint they read out", fingerprint);
    window.activate("button", "It is them. Open the pack");
    window.see("heading", "The payments of Allenton Big Local are on your desk");
    look(window, "At the LTO: the payment pack is on the desk");
    window.press("Ctrl+Enter");
    window.see("heading", "Payments");
    look(window, "At the LTO: the ledger");
}

/// One payment is refused until the group was phoned; both are made.
pub(super) fn pay(window: &Window) {
    open_grant(window, &OWLS);
    window.see_text("Do not pay yet");
    look(window, "At the LTO: the bank details changed");
    record(window, &OWLS);
    window.see_text("The bank details changed on 17 January 2023 and have not been checked again");
    look(window, "At the LTO: a payment into a changed account is refused");
    window.press("Escape");
    window.activate("button", "Check the account");
    window.choose("Bank statement seen");
    window.press("Ctrl+Enter");
    window.see_text("An account that changed must be checked by phone");
    window.choose("Group phoned");
    window.press("Ctrl+Enter");
    window.see_text("Every check is done.");
    record(window, &OWLS);
    window.see_text(&format!("£{} to {} is recorded.", OWLS.amount, OWLS.group));
    look(window, "At the LTO: paid after the phone call");
    window.press("Escape");
    open_grant(window, &TABLE);
    record(window, &TABLE);
    window.see_text(&format!("£{} to {} is recorded.", TABLE.amount, TABLE.group));
    window.press("Escape");
    look(window, "At the LTO: what is done and not sent yet");
}

/// The money that came back goes out again, in a run with its papers.
pub(super) fn pay_again(window: &Window) {
    window.activate("link", "All payments");
    window.see("heading", "Payments");
    open_grant(window, &TABLE);
    look(window, "At the LTO: the payment that came back is left to pay again");
    window.press("Escape");
    window.tab_to_row(TABLE.group);
    window.press("Space");
    window.press("Ctrl+N");
    window.see("heading", "Make a run");
    window.fill("Bank reference for…", AGAIN);
    look(window, "At the LTO: a run of payments is made");
    window.press("Enter");
    window.see("heading", "Run of 1 payment");
    paper(window, "Payment list", &["Payment list", TABLE.group, "£140.00"]);
    window.activate("button", "Record it as paid");
    window.see("heading", "Record all of it as paid");
    window.press("Ctrl+Enter");
    window.see_text("The payments are recorded.");
    paper(window, "Remittance advice", &[TABLE.group, "£140.00", AGAIN]);
    look(window, "At the LTO: a run is paid");
}

/// A paper of the run in both sizes, and back to the run.
fn paper(window: &Window, name: &str, words: &[&str]) {
    window.activate("button", name);
    window.see("heading", name);
    for size in ["14 point", "Large print, 18 point"] {
        window.choose(size);
        window.see_text("Page 1 of");
        let printed = window.documents().len();
        window.press("Ctrl+P");
        assert_printed(&window.see_document(printed + 1), words);
    }
    look(window, &format!("At the LTO: {}, in large print", name.to_lowercase()));
    window.activate("link", "Back to the run");
    window.see("heading", "Run of 1 payment");
}

/// What was done goes back to the co-ordinator.
pub(super) fn send_back(window: &Window) -> PathBuf {
    window.activate("link", "All payments");
    window.see("heading", "Payments");
    let folder = window.beside_home("Receipts");
    std::fs::create_dir_all(&folder).expect("a folder for the receipt");
    window.will_pick(&[&folder]);
    window.activate("button", "Save what you did for Joan");
    window.see("heading", "What you did is saved");
    look(window, "At the LTO: the receipt for the co-ordinator");
    let mut files = std::fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path());
    files.next().expect("a receipt pack")
}

pub(super) fn open_ledger(window: &Window) {
    window.activate("button", "Open the payments of Allenton Big Local");
    window.see("heading", "Payments");
}

fn open_grant(window: &Window, paid: &Paid) {
    window.activate("link", "All…");
    window.tab_to_row(paid.group);
    window.press("Enter");
    window.see("heading", paid.group);
}

fn record(window: &Window, paid: &Paid) {
    window.activate("button", "Record payment…");
    window.see_value("Amount in pounds", paid.amount);
    window.fill("Bank reference", paid.reference);
    window.press("Ctrl+Enter");
}
