//! What people hold in their hands, in the sample partnership: the words changed, letters made in one file, a code checked,
//! a form filled in on a computer and a signed agreement that come back by being dropped. The test and the walk share it.

mod answer;
mod come_back;
mod letters;
mod wording;

use journeys::window::Window;

use crate::round::look;

/// What the partnership adds to its reminders.
const OUR_WORDS: &str = ", with thanks from all of us";

/// Goes all the way.
pub(crate) fn go(window: &Window) {
    crate::round::open_sample(window);
    wording::refused_then_kept(window);
    let reminder = letters::reminders(window);
    letters::check_code(window, &reminder);
    letters::of_a_meeting(window);
    let form = come_back::fillable_form(window);
    come_back::filled_form(window, &form);
    come_back::signed_agreement(window);
    come_back::something_else(window);
    large(window);
}

/// The same screens with letters twice as large.
fn large(window: &Window) {
    window.go_to("Settings");
    window.choose("Twice the usual");
    wording::open(window);
    look(window, "The words of the reminders, with letters twice as large");
    letters::open_reminders(window);
    look(window, "Letters made many at once, with letters twice as large");
}
