//! What the door says: a lock, a register that is open already, that is gone, or that stands in the wrong folder.

use std::fs;

use journeys::window::Window;

use crate::round::open_sample;

/// The passphrase of everybody in the sample.
const PASSPHRASE: &str = "garden kettle ribbon thimble lantern";

#[test]
fn a_locked_register_shows_nothing_and_opens_in_one_window_only() {
    let name = "a_locked_register_shows_nothing_and_opens_in_one_window_only";
    let window = Window::open(name, "2023-01-17");
    open_sample(&window);
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    for text in ["Merrybank", "Spendometer", "Late"] {
        window.see_no_text(text);
    }
    window.see_no_violations();
    window.choose("Joan Pelham…");
    window.fill("Joan’s passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("heading", "Late…");

    // A second window on the same register, in a home that knows of it.
    let home = window.home();
    let second = Window::open_in(&format!("{name}-second"), "2023-01-17", |own| {
        copy_settings(&home, own);
    });
    second.see("heading", "Unlock the register");
    second.choose("Joan Pelham…");
    second.fill("Joan’s passphrase", PASSPHRASE);
    second.press("Enter");
    second.see_text("The register is open already");
    second.see_no_violations();
}

#[test]
fn a_register_that_is_gone_is_said_so_with_a_way_on() {
    let window = Window::open("a_register_that_is_gone_is_said_so_with_a_way_on", "2023-01-17");
    open_sample(&window);
    window.press("Ctrl+L");
    window.see("heading", "Unlock the register");
    let register = window.home().join(".local/share/org.communitychest.desktop/sample");
    let away = window.home().join("On a stick");
    fs::rename(&register, &away).expect("the register goes away");
    window.restart();
    window.see("heading", "Welcome");
    window.see_text("The register is not where it was");
    window.see_no_violations();
    fs::rename(&away, &register).expect("the register comes back");
    window.activate("button", "Try again");
    window.see("heading", "Unlock the register");
}

#[test]
fn a_folder_that_is_copied_to_the_internet_is_refused() {
    let window = Window::open("a_folder_that_is_copied_to_the_internet_is_refused", "2023-01-17");
    window.activate("button", "Create a register…");
    window.fill("Name of the partnership", "Orchard End Partnership");
    window.fill("Your name", "Dilys Amberley");
    let folder = window.home().join("Dropbox");
    fs::create_dir_all(&folder).expect("a folder");
    window.will_pick(&[&folder]);
    window.activate("button", "Choose another folder");
    window.see_text(&folder.display().to_string());
    window.activate("button", "Continue");
    window.value_when_there("Your passphrase");
    window.choose("I have written it down");
    window.activate("button", "Create the register");
    window.see_text("That folder is copied to other machines by Dropbox");
    window.see("heading", "Your partnership");
    window.see_no_violations();
    assert_eq!(fs::read_dir(&folder).map(Iterator::count).ok(), Some(0), "nothing was made there");
}

/// The list of registers that one home knows, in another.
fn copy_settings(from: &std::path::Path, to: &std::path::Path) {
    let mut folders = vec![from.join(".config")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(inside) = path.strip_prefix(from) else {
                continue;
            };
            let copy = to.join(inside);
            if path.is_dir() {
                fs::create_dir_all(&copy).expect("a folder of settings");
                folders.push(path);
            } else {
                fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder of settings");
                fs::copy(&path, &copy).expect("the settings");
            }
        }
    }
}
