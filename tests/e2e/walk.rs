//! Walks the journey in the real window and keeps a picture of every step, for a computer without a display.

#![expect(clippy::print_stdout, reason = "a command-line tool")]
#![expect(clippy::expect_used, reason = "what is not there stops the walk")]

mod journey;
mod round;

use journeys::window::{Window, target};

fn main() {
    let window = Window::open("walk", "2022-12-20");
    window.keep_album(&target().join("walk"), "Community Chest: one application, from paper to closed grant");
    journey::go(&window);
    let sample = Window::open("walk-sample", "2023-01-17");
    sample.take_over_album(&window);
    drop(window);
    round::go(&sample);
    if let Some(page) = sample.finish_album() {
        println!("   Look through the pictures: {}", page.display());
    }
}
