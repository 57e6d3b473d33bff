//! A round through the sample partnership, where there is a grant at every stage of its life.

use journeys::window::Window;

/// From the first screen to Home of the sample.
pub(crate) fn open_sample(window: &Window) {
    window.see("heading", "Welcome");
    window.activate("button", "Try the sample partnership…");
    window.see_text("Opening...");
    window.see("heading", "Good…");
    window.see("heading", "Late…");
}

/// Every screen, seen.
pub(crate) fn go(window: &Window) {
    open_sample(window);
    look(window, "The sample partnership: Home");
    window.press("Ctrl+K");
    window.type_keys("lunch");
    window.see("group", "Grants");
    look(window, "Find: as you type");
    window.press("Escape");
    window.go_to("Applications");
    window.see_text("Foxglove Close Street Play");
    look(window, "Applications");
    open_row(window, "Foxglove Close Street Play");
    look(window, "The task list of an application that is being typed in");
    window.go_to("Applications");
    open_row(window, "Night Owls Homework Club");
    look(window, "An application that waits for its decision");
    window.activate("button", "Correct it");
    window.activate("link", "4. Benefits to the area");
    window.see_text("Question 4 of 7");
    look(window, "A question with the scan beside it");
    window.choose("All on one page");
    window.see("heading", "The seven questions, straight through");
    look(window, "The seven questions on one page");
    window.choose("One question a page");
    window.see_text("Question 1 of 7");
    window.activate("button", "Save and stop");
    window.activate("button", "Stop correcting");
    look(window, "Stop correcting?");
    window.activate("button", "Stop correcting");
    window.see("button", "Correct it");
    window.go_to("Decisions");
    window.see("heading", "Decisions");
    look(window, "Decisions");
    window.go_to("Agreements");
    window.see("heading", "Agreements");
    look(window, "Agreements");
    open_row(window, "Second Spin Bike Workshop");
    window.see_text("Page 1 of");
    look(window, "An agreement that waits for the group");
    window.go_to("Payments");
    window.see("heading", "Payments");
    window.activate("link", "All…");
    window.see_text("Poppyfield Lunch Club");
    look(window, "Payments: the ledger");
    open_row(window, "Poppyfield Lunch Club");
    window.see_text("Do not pay yet");
    look(window, "The bank details changed");
    window.go_to("Feedback");
    window.see_text("Merrybank Growers");
    look(window, "Feedback: what is due");
    open_row(window, "Merrybank Growers");
    window.see_text("What has happened");
    look(window, "The story of a grant");
    window.activate("link", "Record feedback");
    window.see("heading", "Record feedback");
    look(window, "Feedback and receipts");
    window.go_to("Budget (Spendometer)");
    window.see("heading", "Spendometer");
    look(window, "The budget");
    window.go_to("Members");
    window.see("heading", "Members");
    look(window, "Members");
    window.go_to("Settings");
    window.see("heading", "Settings");
    look(window, "Settings");
    window.choose("Dark");
    window.go_to("Home");
    window.see("heading", "Late…");
    look(window, "Home in the dark");
    window.go_to("Settings");
    window.choose("Light");
    window.choose("Twice the usual");
    window.go_to("Home");
    window.see("heading", "Late…");
    look(window, "Home with letters twice as large");
}

/// Opens the row of a list that has this name in it.
fn open_row(window: &Window, name: &str) {
    window.tab_to_row(name);
    window.press("Enter");
    window.see("heading", name);
}

/// A picture for the album, of a page on which axe finds nothing.
#[track_caller]
pub(crate) fn look(window: &Window, caption: &str) {
    window.step(caption);
    let found = window.violations();
    assert!(found.is_empty(), "{caption}: axe-core found\n  {}", found.join("\n  "));
}
