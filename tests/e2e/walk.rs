//! Walks the journey in the real window and keeps a picture of every step, for a computer without a display.

#![expect(clippy::print_stdout, reason = "a command-line tool")]
#![expect(clippy::expect_used, reason = "what is not there stops the walk")]

mod journey;
mod papers;
mod paying;
mod review;
mod round;

use journeys::window::{Window, target};

fn main() {
    let window = Window::open("walk", "2022-12-20");
    window.keep_album(
        &target().join("walk"),
        "Community Chest: one application from paper to closed grant, the sample partnership, a round of review, the payments at the LTO, and the papers that go out and come back",
    );
    journey::go(&window);
    let sample = Window::open("walk-sample", "2023-01-17");
    sample.take_over_album(&window);
    drop(window);
    round::go(&sample);
    let tables = review::Tables::set("walk-review");
    tables.register.take_over_album(&sample);
    drop(sample);
    review::go(&tables);
    let desks = paying::Desks::set("walk-paying");
    desks.register.take_over_album(&tables.register);
    drop(tables);
    paying::go(&desks);
    let hands = Window::open("walk-papers", "2023-01-17");
    hands.take_over_album(&desks.register);
    drop(desks);
    papers::go(&hands);
    if let Some(page) = hands.finish_album() {
        println!("   Look through the pictures: {}", page.display());
    }
}
