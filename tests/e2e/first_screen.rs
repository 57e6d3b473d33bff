//! What stands in the window when the program opens for the first time.

use journeys::window::Window;

#[test]
fn the_program_opens_on_a_screen_that_everybody_can_use() {
    let window = Window::open(
        "the_program_opens_on_a_screen_that_everybody_can_use",
        "2023-01-20",
    );
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
fn the_web_view_keeps_no_page_text_on_disk() {
    let window = Window::open("the_web_view_keeps_no_page_text_on_disk", "2023-01-20");
    let heading = window.text_of("heading", "…");
    assert!(heading.len() > 8, "{heading:?} is too short to look for");
    window.restart();
    window.see("heading", "…");
    assert_eq!(
        window.files_with(&heading),
        Vec::<std::path::PathBuf>::new()
    );
}
