//! One application from paper to closed grant, by keyboard alone. The test and the walk share it.

mod apply;
mod decide;
mod finish;
mod pay;
mod scan;
mod start;

use std::path::Path;
use std::process::Command;

use journeys::window::Window;

use crate::round::look;

/// Who keeps this register.
const KEEPER: &str = "Dilys Amberley";
/// The group, its application and its grant.
const GROUP: &str = "Quince Row Gardeners";

/// Goes all the way, on a fresh register in a home of its own.
pub(crate) fn go(window: &Window) {
    let passphrase = start::make_register(window);
    apply::type_it_in(window, &passphrase);
    apply::keep_the_paper_and_correct(window);
    // Pages opened to print are taken away with the lock, and nothing else that was typed can be read from the disk.
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    for text in [GROUP, "wheelbarrow", "Tillage", "quince-row@example.org"] {
        assert_eq!(window.files_with(text), Vec::<std::path::PathBuf>::new(), "{text}");
    }
    window.restart_on("2023-01-12");
    unlock(window, &passphrase);
    decide::decide(window);
    decide::tell(window);
    window.restart_on("2023-01-16");
    unlock(window, &passphrase);
    pay::sign(window);
    pay::first_part(window);
    window.restart_on("2023-02-20");
    unlock(window, &passphrase);
    pay::second_part(window);
    window.restart_on("2023-05-12");
    unlock(window, &passphrase);
    finish::feedback(window);
    finish::close(window);
    window.restart_on("2023-05-15");
    unlock(window, &passphrase);
    finish::everything_is_there(window);
}

/// From the door to Home.
fn unlock(window: &Window, passphrase: &str) {
    window.see("heading", "Unlock the register");
    window.fill("Dilys’s passphrase", passphrase);
    window.press("Enter");
    window.see("heading", "Good…");
}

/// The text of a PDF as poppler reads it, its spaces evened out.
pub(crate) fn text_of(pdf: &Path) -> String {
    let read = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output();
    let read = read.expect("pdftotext is in the Debian package poppler-utils");
    assert!(read.status.success(), "pdftotext could not read {}", pdf.display());
    String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every one of these is printed.
pub(crate) fn assert_printed(pdf: &Path, wanted: &[&str]) {
    let text = text_of(pdf);
    for words in wanted {
        assert!(text.contains(words), "{} does not say \"{words}\":\n{text}", pdf.display());
    }
}
