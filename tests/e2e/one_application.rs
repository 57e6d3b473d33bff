//! One application lives its whole life in the real window.

use journeys::window::Window;

use crate::journey;

#[test]
fn one_application_goes_from_paper_to_closed_grant_by_keyboard_alone() {
    let window = Window::open("one_application_goes_from_paper_to_closed_grant_by_keyboard_alone", "2022-12-20");
    journey::go(&window);
}
