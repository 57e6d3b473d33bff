//! Everything people hold in their hands: words, letters, codes, filled forms and scans.

use journeys::window::{Window, target};

use crate::papers::go;

#[test]
fn words_letters_forms_and_scans_go_out_and_come_back() {
    let window = Window::open("words_letters_forms_and_scans_go_out_and_come_back", "2023-01-17");
    // For whoever wants to look through it.
    if std::env::var_os("CHEST_ALBUM").is_some() {
        window.keep_album(&target().join("papers"), "Words, letters, codes, forms and scans");
    }
    go(&window);
    window.finish_album();
}
