//! What stands in the window when the program opens for the first time.

use std::path::PathBuf;

use journeys::window::Window;

#[test]
fn the_program_opens_on_a_screen_that_everybody_can_use() {
    let window = Window::open("the_program_opens_on_a_screen_that_everybody_can_use", "2023-01-20");
    window.see("heading", "…");
    window.screenshot("first-screen");
    window.see_no_violations();
}

#[test]
fn the_program_closes_and_opens_again() {
    let window = Window::open("the_program_closes_and_opens_again", "2023-01-20");
    window.see("heading", "…");
    window.restart();
    window.see("heading", "…");
    window.kill();
    window.see("heading", "…");
}

#[test]
fn the_web_view_keeps_nothing_that_was_shown_or_typed() {
    let window = Window::open("the_web_view_keeps_nothing_that_was_shown_or_typed", "2023-01-20");
    window.activate("button", "Create a register…");
    window.fill("Name of the partnership", "Marrowfield Quince Partnership");
    window.see_value("Name of the partnership", "Marrowfield Quince Partnership");
    window.restart();
    window.see("heading", "…");
    for text in ["Marrowfield", "small grants, from the paper form"] {
        assert_eq!(window.files_with(text), Vec::<PathBuf>::new(), "{text}");
    }
}
