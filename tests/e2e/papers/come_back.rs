//! What comes back: a form filled in on a computer, a signed agreement as a scan, and a file that is neither.

use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::{answer, look};

/// What the group typed into the form.
const FILLED: [(&str, &str); 4] = [
    ("group_name", "Zażółć Gęślą Choir"),
    ("summary", "Song books for everybody"),
    ("answer_2", "Six evenings of song.\n\nEverybody comes."),
    ("cost_1_what", "Song books"),
];
/// The grant whose agreement comes back.
const WORKSHOP: &str = "Second Spin Bike Workshop";

/// The form for groups, saved as a file.
pub(super) fn fillable_form(window: &Window) -> PathBuf {
    window.go_to("Applications");
    window.activate("link", "Form to fill in on a computer");
    window.see_text("Page 1 of");
    let file = window.beside_home("Application form.pdf");
    window.will_pick(&[&file]);
    window.activate("button", "Save as PDF");
    window.see_file(&file);
    look(window, "The form that groups fill in on a computer");
    file
}

/// Dropped on the window it becomes an application that is being typed in.
pub(super) fn filled_form(window: &Window, form: &Path) {
    let bytes = std::fs::read(form).expect("the form that was saved");
    let filled = window.put_file("filled in by the choir.pdf", &answer::fill(&bytes, &FILLED));
    drop_in(window, &filled);
    window.see("heading", "A form that was filled in on a computer");
    window.see_text("Zażółć Gęślą Choir");
    look(window, "A filled form: nothing is kept yet");
    window.press("Ctrl+Enter");
    window.see_value("Name of the group", "Zażółć Gęślą Choir");
    look(window, "The application begun from a filled form");
}

/// The agreement is printed, signed and scanned; the code on its pages says where it belongs.
pub(super) fn signed_agreement(window: &Window) {
    window.go_to("Agreements");
    window.see("heading", "Agreements");
    window.tab_to_row(WORKSHOP);
    window.press("Enter");
    window.see("heading", WORKSHOP);
    window.see_text("Page 1 of");
    let printed = window.documents().len();
    window.press("Ctrl+P");
    let agreement = window.see_document(printed + 1);
    let scan = window.put_file("scan0001.pdf", &answer::scan(&agreement));
    window.go_to("Home");
    drop_in(window, &scan);
    window.see("heading", "Agreement, CC…");
    window.see_text("pages are in the file.");
    window.see_text(WORKSHOP);
    look(window, "A scan of a signed agreement is matched to its grant");
    window.press("Ctrl+Enter");
    window.see_text("It is filed with CC");
    look(window, "The signed agreement is filed");
    window.activate("button", "Record the signatures");
    window.see("heading", WORKSHOP);
    window.see("button", "Record the group’s signature");
}

/// A file that is no paper of ours.
pub(super) fn something_else(window: &Window) {
    let notes = window.put_file("notes.txt", b"Bread, milk, tea");
    drop_in(window, &notes);
    window.see("heading", "This is not a PDF and not a picture");
    look(window, "A file that is no paper is refused");
}

/// A hand drags the file over the window and lets it go.
fn drop_in(window: &Window, file: &Path) {
    let hand = window.drag(file);
    window.see_text("Drop it: a filled form or a scan");
    look(window, "A file hangs over the window");
    hand.let_go();
    window.see_no_text("Drop it: a filled form or a scan");
}
