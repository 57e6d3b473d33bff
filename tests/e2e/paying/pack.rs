//! The pack to the LTO, and the receipt that comes back.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{CLERK, OWLS, Paid, TABLE, carry, grant, look};

/// The payment pack, made for the clerk alone.
pub(super) fn send(window: &Window) -> PathBuf {
    window.go_to("Payments");
    window.see("heading", "Payments");
    window.activate("link", "Send payments to the LTO");
    window.see("heading", "Send payments to the LTO");
    window.see_text(CLERK);
    look(window, "What goes to the LTO, and who gets it");
    let folder = window.beside_home("Payments");
    fs::create_dir_all(&folder).expect("a folder for the pack");
    window.will_pick(&[&folder]);
    window.activate("button", "Make the pack");
    window.see("heading", "The pack is made");
    look(window, "The payment pack is made");
    let mut files = fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path());
    let pack = files.next().expect("a pack");
    assert_eq!(files.next(), None, "one file and no other");
    assert!(pack.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pack ")), "{}", pack.display());
    pack
}

/// What the LTO paid comes into the register, once.
pub(super) fn bring_in(window: &Window, receipt: &Path) {
    let receipt = carry(receipt, window);
    window.go_to("Payments");
    window.see("heading", "Payments");
    window.will_pick(&[&receipt]);
    window.activate("button", "Bring in what the LTO paid");
    window.see("heading", "What the LTO paid");
    for paid in [&OWLS, &TABLE] {
        window.see_text(paid.group);
        window.see_text(&format!("Reference {}", paid.reference));
    }
    look(window, "What a receipt would bring, fact by fact");
    window.press("Ctrl+Enter");
    window.see_text("The payments and their grants are up to date.");
    look(window, "The receipt is taken in");
    window.will_pick(&[&receipt]);
    window.activate("button", "Choose another receipt");
    window.see_text("Everything in this receipt is here already");
    look(window, "The same receipt brings nothing a second time");
}

/// Both grants are paid, and each payment was found on the statement.
pub(super) fn reconciled(window: &Window) {
    seen(window, &OWLS, "17 January 2023");
    seen(window, &TABLE, "17 January 2023");
    look(window, "Paid, returned and paid again, and found on the bank’s statement");
    window.go_to("Budget (Spendometer)");
    window.see("heading", "Spendometer");
    look(window, "The spendometer after the payments");
}

fn seen(window: &Window, paid: &Paid, day: &str) {
    grant::open_payment(window, paid);
    window.see_text("All of it is paid.");
    window.see_text(&format!("Seen on the bank statement on {day}"));
}
