//! Walks the journey in the real window and keeps a picture of every step, for a computer without a display.

#![expect(clippy::print_stdout, reason = "a command-line tool")]

use journeys::window::{Window, target};

fn main() {
    let window = Window::open("walk", "2023-01-20");
    window.keep_album(
        &target().join("walk"),
        "Community Chest: one application, from paper to closed grant",
    );
    window.see("heading", "…");
    window.step("The program opens");
    if let Some(page) = window.finish_album() {
        println!("   Look through the pictures: {}", page.display());
    }
}
