//! The sample partnership: for a clerk who may not see what is sealed, and in a small window with large letters.

use std::time::{Duration, Instant};

use journeys::window::Window;
use serde_json::json;

use crate::round::open_sample;

/// Those whose decision is not known to the group yet.
const SEALED: [&str; 5] = ["Foxglove Close", "Kingfisher Kitchen", "Night Owls", "Lantern Parade", "Hedgerow"];

/// The passphrase of everybody in the sample.
const PASSPHRASE: &str = "garden kettle ribbon thimble lantern";

#[test]
fn the_sample_opens_soon_and_says_what_it_does() {
    let window = Window::open("the_sample_opens_soon_and_says_what_it_does", "2023-01-17");
    let began = Instant::now();
    open_sample(&window);
    let took = began.elapsed();
    assert!(took < Duration::from_secs(20), "it took {took:?}");
}

#[test]
fn the_lto_clerk_sees_no_name_of_a_sealed_application_anywhere() {
    let window = Window::open("the_lto_clerk_sees_no_name_of_a_sealed_application_anywhere", "2023-01-17");
    open_sample(&window);
    window.see_text("Decide about Night Owls Homework Club");
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    window.choose("Anita Joyce…");
    window.fill("Anita’s passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("heading", "Good…");
    for place in window.places() {
        window.go_to(&place);
        window.see("heading", heading_of(&place));
        window.see_settled();
        // The standing register is open to everybody at the register: what members belong to tells of no application.
        let told = if place == "Interests" { &["Night Owls"][..] } else { &[] };
        for name in SEALED.iter().filter(|name| !told.contains(name)) {
            window.see_no_text(name);
        }
        window.see_no_violations();
    }
    for name in SEALED {
        window.press("Ctrl+K");
        window.type_keys(name);
        window.see_text("Nothing found.");
        window.press("Escape");
    }
}

#[test]
fn nothing_scrolls_sideways_in_the_smallest_window_or_with_the_largest_letters() {
    let window = Window::open("nothing_scrolls_sideways_in_the_smallest_window_or_with_the_largest_letters", "2023-01-17");
    open_sample(&window);
    window.resize(800, 600);
    every_place_fits(&window, "800 by 600");
    window.resize(1280, 860);
    window.go_to("Settings");
    window.choose("Twice the usual");
    every_place_fits(&window, "letters twice as large");
}

/// The title of a place, where it is not its name in the list.
fn heading_of(place: &str) -> &str {
    match place {
        "Home" => "Good…",
        "Budget (Spendometer)" => "Spendometer",
        named => named,
    }
}

fn every_place_fits(window: &Window, what: &str) {
    let places = window.places();
    assert!(places.len() > 9, "every place is visited: {places:?}");
    for place in places {
        window.go_to(&place);
        window.see("heading", heading_of(&place));
        window.see_settled();
        let wide = window.script(
            "return [document.documentElement, document.body, ...document.querySelectorAll('main, main *')]
               .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
                 && !e.closest('.cc-tableframe, .cc-scrollx, .govuk-visually-hidden, svg')
                 && ['auto', 'scroll', 'visible'].includes(getComputedStyle(e).overflowX)
                 && getComputedStyle(e).display !== 'inline')
               .filter((e) => e === document.documentElement || e.tagName === 'MAIN' || getComputedStyle(e).overflowX !== 'visible')
               .map((e) => `${e.tagName}.${e.className}: ${e.scrollWidth} in ${e.clientWidth}`);",
        );
        assert_eq!(wide, json!([]), "{place}, {what}");
        window.see_no_violations();
    }
}
