//! The driver itself, on a page made for it: what it says it did by keyboard has happened.

use journeys::window::Window;
use serde_json::json;

const PAGE: &str = r#"document.body.innerHTML = `<main><h1>A page for the driver</h1>
  <label for="kind">Kind of group</label>
  <select id="kind"><option>Choose one</option><option>Residents' group</option><option>School</option></select>
  <fieldset><legend>Colour</legend>
    <label><input type="radio" name="colour">Red</label> <label><input type="radio" name="colour">Green</label>
    <label><input type="radio" name="colour">Blue</label></fieldset>
  <label><input type="checkbox" id="agreed"> It is agreed</label>
  <label for="words">Words</label><textarea id="words">old</textarea>
  <button type="button" aria-label="Count the words" onclick="">Count</button>
  <button type="button" hidden>Not here</button></main>`;
  document.querySelector("button").addEventListener("click", (event) => { event.target.after("Counted"); });
  document.addEventListener("keydown", (event) => { if (event.ctrlKey && event.key === "k") document.body.append("Found"); });"#;

#[test]
fn the_driver_does_by_keyboard_what_it_says() {
    let window = Window::open("the_driver_does_by_keyboard_what_it_says", "2023-01-20");
    window.see("heading", "…");
    window.script(PAGE);
    window.see("heading", "A page for the driver");
    window.pick("Kind of group", "School");
    window.see_value("Kind of group", "School");
    window.choose("Blue");
    window.choose("It is agreed");
    assert_eq!(
        window.script("return [...document.querySelectorAll('input')].map((input) => input.checked);"),
        json!([false, false, true, true])
    );
    window.fill("Words", "£1,250.00 for “Tea & cake”\nand more");
    assert_eq!(window.value_of("Words"), "£1,250.00 for “Tea & cake”\nand more");
    window.see_no("button", "Not here");
    window.see_no_text("Counted");
    window.activate("button", "Count the words");
    window.see_focus("button", "Count the words");
    window.see_text("Counted");
    window.press("Ctrl+K");
    window.see_text("Found");
}

#[test]
fn the_driver_sees_what_axe_finds() {
    let window = Window::open("the_driver_sees_what_axe_finds", "2023-01-20");
    window.see("heading", "…");
    window.script("document.body.innerHTML = '<main><h1>Bad</h1><img src=\"x.png\"><input></main>'; return null;");
    let found = window.violations();
    assert!(found.iter().any(|line| line.starts_with("image-alt: ")), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("label: ")), "{found:?}");
}
