//! A meeting of thirteen members, minuted in the real window from its agenda to its approved minutes.

use journeys::window::target;

use crate::meeting::{go, open};

#[test]
fn a_meeting_is_minuted_from_its_agenda_to_its_approved_minutes_by_keyboard_alone() {
    let window = open("a_meeting_is_minuted_from_its_agenda_to_its_approved_minutes");
    // For whoever wants to look through it.
    if std::env::var_os("CHEST_ALBUM").is_some() {
        window.keep_album(&target().join("meeting"), "A meeting of thirteen members");
    }
    go(&window);
    window.finish_album();
}
