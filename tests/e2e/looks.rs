//! Text size, colours and contrast: chosen by keyboard, kept for the next start, usable by everybody.

use journeys::window::Window;
use serde_json::json;

/// The size of the text on the page, in CSS pixels.
fn text_size(window: &Window) -> serde_json::Value {
    window.script("return getComputedStyle(document.documentElement).fontSize;")
}

#[test]
fn large_dark_text_is_there_after_a_restart_and_everybody_can_use_it() {
    let window = Window::open("large_dark_text_is_there_after_a_restart_and_everybody_can_use_it", "2023-01-20");
    window.see("heading", "Welcome");
    assert_eq!(text_size(&window), json!("16px"));
    window.activate("link", "Text size and colours");
    window.choose("Twice the usual");
    window.choose("Dark");
    window.restart();
    window.see("heading", "Welcome");
    assert_eq!(text_size(&window), json!("32px"));
    window.screenshot("large-and-dark");
    window.see_no_violations();
}
