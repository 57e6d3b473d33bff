//! The first run: a register is made, its passphrase and recovery page are shown once, and the door opens again.

use journeys::window::Window;

use super::{KEEPER, assert_printed, look};

/// Makes the register and gives its passphrase. Ends on Home, after unlocking.
pub(super) fn make_register(window: &Window) -> String {
    window.see("heading", "Welcome");
    look(window, "The program opens for the first time");
    window.activate("button", "Create a register…");

    window.see("heading", "Your partnership");
    window.activate("button", "Continue");
    window.see_errors("Enter the name of the partnership");
    window.fill("Name of the partnership", "Orchard End Partnership");
    window.fill("Your name", KEEPER);
    let folder = window.home().join("Registers");
    std::fs::create_dir_all(&folder).expect("a folder for registers");
    window.will_pick(&[&folder]);
    window.activate("button", "Choose another folder");
    window.see_text(&folder.display().to_string());
    look(window, "A register of our own: the partnership and the folder");
    window.activate("button", "Continue");

    window.see("heading", "Lock your register");
    window.see("textbox", "Your passphrase");
    window.see_text("Five words, made for you by chance");
    let passphrase = window.value_when_there("Your passphrase");
    assert_eq!(passphrase.split_whitespace().count(), 5, "five words");
    window.activate("button", "Create the register");
    window.see_errors("Write the passphrase down, then tick the box");
    window.choose("I have written it down");
    look(window, "Five words, shown once");
    window.activate("button", "Create the register");

    window.see("heading", "Print your recovery page");
    window.see_text("Page 1 of 1");
    look(window, "The recovery page, shown once");
    window.activate("button", "Open to print");
    let page = window.see_document(1);
    assert_printed(&page, &["Orchard End Partnership", "The recovery key AGE- SECR ET-K EY-1"]);
    let saved = window.home().join("../recovery.pdf");
    window.will_pick(&[&saved]);
    window.activate("button", "Save as PDF");
    window.see_file(&saved);
    window.choose("Large print, 18 point");
    window.see_text("Page 1 of 2");
    window.activate("button", "Open to print");
    assert_printed(&window.see_document(2), &["Orchard End Partnership", "The recovery key"]);
    window.choose("It is printed and put away somewhere safe");
    window.activate("button", "Go to your register");

    window.see("heading", "Good…");
    window.see_text("Nothing needs you now.");
    look(window, "Home of a new register");
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    window.see_no_text("Spendometer");
    window.fill("Dilys’s passphrase", "marble sandwich river cloak");
    window.press("Enter");
    window.see_errors("That passphrase does not open the register");
    look(window, "A wrong passphrase");
    window.fill("Dilys’s passphrase", &passphrase);
    window.press("Enter");
    window.see("heading", "Good…");
    passphrase
}
