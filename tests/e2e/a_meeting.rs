//! A meeting of thirteen members, minuted in the real window from its agenda to its approved minutes.

use crate::meeting::{go, open};

#[test]
fn a_meeting_is_minuted_from_its_agenda_to_its_approved_minutes_by_keyboard_alone() {
    go(&open("a_meeting_is_minuted_from_its_agenda_to_its_approved_minutes"));
}
