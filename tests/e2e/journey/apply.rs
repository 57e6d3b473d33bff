//! The paper form is typed in, received, kept as a scan, corrected and printed.

use std::thread;
use std::time::Duration;

use journeys::window::Window;

use super::{GROUP, assert_printed, look, scan, unlock};

const BENEFITS: &str = "Forty neighbours share one wheelbarrow and a lot of seeds. They meet every Sunday and grow what they eat.";
const KEEPING_TRACK: &str = "Rosa Tillage keeps the receipts in a tin. Two of us look at it each month.";

/// From Ctrl N to a reference.
pub(super) fn type_it_in(window: &Window, passphrase: &str) {
    window.go_to("Applications");
    window.see("heading", "Applications");
    window.see_text("No applications yet");
    look(window, "No applications yet");
    window.press("Ctrl+N");

    window.see("heading", "The group and who to contact");
    window.fill("Name of the group", GROUP);
    window.choose("Neighbours or friends, without rules");
    window.fill("What the money is for, in one line", "Raised beds that a wheelchair can reach");
    window.fill("Name", "Rosa Tillage");
    window.fill("Their part in the group", "Treasurer");
    window.fill("Phone number", "01632 960 123");
    window.fill("Email address", "quince-row@example.org");
    window.fill("Address of the group", "7 Quince Row\nOrchard End");
    window.fill("Postcode", "DE99 4QR");
    look(window, "The cover sheet: the group and who to contact");
    window.press("Ctrl+Enter");

    window.see("heading", "Dates and who is paid");
    window.fill_date("When was the form received?", "31", "2", "2022");
    window.press("Ctrl+Enter");
    window.see_errors("must be a real date");
    look(window, "A date that is not in the calendar");
    window.fill_date("When was the form received?", "19", "December", "2022");
    window.fill("How did the group hear about the Community Chest?", "A poster at the library");
    window.press("Ctrl+Enter");

    window.see_text("Question 1 of 7");
    window.choose("Strengthening the community");
    look(window, "Question 1: the priorities of this plan");
    window.press("Ctrl+Enter");

    window.see_text("Question 2 of 7");
    window.fill("What is your project…", "Four raised beds on the empty corner of Quince Row, for everybody who lives near it.");
    window.fill("65 and over", "15");
    window.fill("People in all", "40");
    window.fill("Of these, from the Big Local area", "36");
    look(window, "Question 2: who will benefit, with ages and numbers");
    window.press("Ctrl+Enter");

    window.see_text("Question 3 of 7");
    costs(window);
    window.press("Ctrl+Enter");

    // In the middle of question 4 the power goes.
    window.see_text("Question 4 of 7");
    window.fill("What benefits will this money…", BENEFITS);
    // The promise is that what was typed a second ago is safe.
    thread::sleep(Duration::from_secs(1));
    window.kill();
    unlock(window, passphrase);
    window.see_text("Finish typing in Quince Row Gardeners");
    look(window, "Opened again after the power went: Home says what to carry on with");
    window.activate("button", "Carry on: Finish typing in…");
    window.see("heading", GROUP);
    look(window, "The task list");
    window.activate("link", "4. Benefits to the area");
    window.see_text("Question 4 of 7");
    window.see_value("What benefits will this money…", BENEFITS);
    look(window, "Question 4: nothing that was typed is lost");
    window.press("Ctrl+Enter");

    window.see_text("Question 5 of 7");
    window.press("Ctrl+Enter");
    window.see_errors("must be answered, or marked as left blank on the paper");
    look(window, "Question 5: no answer is not the same as left blank");
    window.activate("button", "Left blank on the paper");
    window.see_text("Question 6 of 7");
    window.activate("button", "Save and stop");
    window.see("heading", GROUP);
    window.activate("link", "Check and receive");
    window.see_errors("must be answered, or marked as left blank on the paper");
    look(window, "Check: what is still to be answered, with a way to each");
    window.activate("link", "Question 6 must be answered…");
    window.see_text("Question 6 of 7");
    window.fill("How will you keep track…", KEEPING_TRACK);
    window.press("Ctrl+Enter");
    window.see_text("Question 7 of 7");
    window.fill("Anything else you would like to add?", "Come and see us.");
    window.press("Ctrl+Enter");

    window.see("heading", "Check the answers against the paper");
    window.see_text("Left blank on the paper");
    window.see_text("£450.00");
    look(window, "Check the answers against the paper");
    window.press("Ctrl+Enter");
    window.see("heading", "Application received");
    window.see_text("CC-2022-001");
    look(window, "Received, with its reference");
}

/// Three costs that do not add up, and then do.
fn costs(window: &Window) {
    window.fill("Cost 1, what", "Four raised beds");
    window.fill("Cost 1, pounds", "260");
    window.fill("Cost 2, what", "Compost and plants");
    window.fill("Cost 2, pounds", "145.50");
    window.fill("Cost 3, what", "A wheelbarrow");
    window.fill("Cost 3, pounds", "40");
    window.fill("Total asked for on the paper", "£450");
    window.see_text("The total on the paper is £4.50 more than the costs.");
    look(window, "Question 3: costs that do not add up");
    window.fill("Cost 3, pounds", "44.50");
    window.see_text("The costs and the total agree.");
    look(window, "Question 3: costs that add up as they are typed");
}

/// A scan is kept and looked at, a wrong telephone number is put right, and the form is printed.
pub(super) fn keep_the_paper_and_correct(window: &Window) {
    window.activate("link", "Open the application");
    window.see("heading", GROUP);
    let paper = window.put_file("quince-form.png", &scan::png());
    window.will_pick(&[&paper]);
    window.activate("button", "Add a file");
    window.see("heading", "What do you want to add?");
    look(window, "A paper to keep with it");
    window.activate("button", "Choose files");
    window.see_text("1 file added");
    window.activate("link", "Open quince-form.png");
    window.see("img", "quince-form.png");
    look(window, "The scan of the paper form");
    window.press("Escape");
    window.see_no("img", "quince-form.png");

    window.activate("button", "Correct it");
    window.see_text("A correction is being typed in.");
    window.activate("link", "The group and who to contact");
    window.see("heading", "The group and who to contact");
    window.fill("Phone number", "01632 960 321");
    look(window, "A correction, with the paper beside it");
    window.activate("button", "Save and stop");
    window.see("heading", GROUP);
    window.press("Ctrl+Enter");
    window.see("heading", "Check the answers against the paper");
    window.press("Ctrl+Enter");
    window.see_errors("Enter why it is corrected");
    window.fill("Why is it corrected?", "The group wrote a 1 that looked like a 3.");
    look(window, "A correction says why");
    window.press("Ctrl+Enter");
    window.see("heading", "Correction received");
    window.see_text("Version 2");

    window.press("Ctrl+P");
    window.see_text("Page 1 of");
    look(window, "The application as it is printed");
    window.press("Ctrl+P");
    window.see("heading", "These pages are under embargo");
    look(window, "Printing what is under embargo is asked about once");
    window.activate("button", "Open the pages");
    let printed = window.see_document(3);
    assert_printed(
        &printed,
        &[GROUP, "CC-2022-001", "01632 960 321", "Rosa Tillage", "£260.00", "£450.00", BENEFITS, KEEPING_TRACK, "Left blank on the paper"],
    );
    window.go_to("Applications");
    window.see_text("CC-2022-001");
    look(window, "The list of applications");
}
