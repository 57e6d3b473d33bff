//! The first reviewer's desk: a pack from somebody not known yet, the question before the text, reading and writing, a
//! power cut in mid-word, and the response. Days later, a change.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use journeys::window::Window;

use super::{OWLS, OWLS_TEXT, ROUND, Reader, Sent, TABLE, TABLE_TEXT, assert_nowhere, carry, look, see_none};

/// What may not be on the disk of a reviewer, at any time.
const SECRETS: [&str; 5] = ["Night Owls", "Kingfisher", OWLS_TEXT, TABLE_TEXT, "Three retired teachers"];
const GOOD: &str = "The teachers come for nothing, and the Hub is warm. It is the only quiet pla";

/// Both applications are reviewed; gives the response.
pub(super) fn review(window: &Window, doreen: &Reader, ruth: &Reader, sent: &Sent) -> PathBuf {
    window.see("heading", "Unlock your desk");
    look(window, "Doreen Pike, at home: the desk is locked");
    doreen.unlock(window);
    open_pack(window, &sent.doreens, sent, &ruth.fingerprint);
    assert_nowhere(window, &SECRETS);
    window.press("Ctrl+Enter");
    window.see("heading", ROUND);
    window.see_text(OWLS);
    see_none(window, &[OWLS_TEXT, TABLE_TEXT]);
    look(window, "Doreen Pike, at home: what is in the pack, without its text");

    window.activate("button", &format!("Begin with {OWLS}"));
    no_interest(window, OWLS, OWLS_TEXT);
    look(window, "Doreen Pike, at home: the application, and the judgement beside it");
    window.activate("button", "Add a note to question 3");
    window.fill("Your note to question 3", "Ask the hub for a locked cupboard.");
    window.activate("button", "Done");
    window.choose("Yes");
    window.fill("What is good about it?", GOOD);
    // The promise is that what was typed a second ago is safe.
    thread::sleep(Duration::from_secs(1));
    window.kill();
    doreen.unlock(window);
    window.activate("button", &format!("Open {ROUND}"));
    window.see("heading", ROUND);
    window.activate("button", &format!("Go on with {OWLS}"));
    window.see_value("What is good about it?", GOOD);
    window.see_text("Ask the hub for a locked cupboard.");
    look(window, "Doreen Pike, at home: opened again after the power went, nothing is lost");
    judge_owls(window);

    window.press("Ctrl+Enter");
    no_interest(window, TABLE, TABLE_TEXT);
    window.fill("What is good about it?", "People eat together who would not meet.");
    window.choose("Fund it in full");
    window.press("Ctrl+Enter");
    window.see("heading", "Your review is sealed");
    window.press("Ctrl+Enter");
    window.see("heading", ROUND);
    window.see_text("All of it is answered.");
    let response = save(window, "Save my response", "pack doreen.chestpack");
    window.see_text("It holds 2 reviews.");
    look(window, "Doreen Pike, at home: the response to take back");
    window.press("Ctrl+L");
    window.see("heading", "Unlock your desk");
    see_none(window, &["Night Owls", "Kingfisher"]);
    assert_nowhere(window, &SECRETS);
    assert_nowhere(window, &["locked cupboard", "only quiet pla"]);
    response
}

/// A pack from somebody this desk has had nothing from: refused until their fingerprint is right.
pub(super) fn open_pack(window: &Window, pack: &Path, sent: &Sent, wrong: &str) {
    let pack = carry(pack, window);
    window.will_pick(&[&pack]);
    window.activate("button", "Open a pack");
    window.see("heading", "Check who this pack is from");
    window.see_text("This pack says it is from Joan Pelham");
    window.fill("The fingerprint they read out", wrong);
    window.activate("button", "It is them. Open the pack");
    window.see_errors("That is not the fingerprint of whoever made this pack");
    window.see_text("Nothing of it was kept.");
    look(window, "At home: a fingerprint that is not the sender’s");
    window.fill("The fingerprint they read out", &sent.fingerprint);
    window.activate("button", "It is them. Open the pack");
    window.see("heading", &format!("{ROUND} is on your desk"));
    look(window, "At home: the pack is on the desk");
}

/// The question before the text, and then the text.
pub(super) fn no_interest(window: &Window, group: &str, text: &str) {
    window.see("heading", "Do you have an interest in this application?");
    window.see("heading", group);
    window.see_no_text(text);
    assert_nowhere(window, &SECRETS);
    window.press("Ctrl+Enter");
    window.see_errors("Choose yes, no, or I am not sure");
    window.see_no_text(text);
    look(window, &format!("At home: the question before the text of {group}"));
    window.choose("No, I have no interest");
    window.press("Ctrl+Enter");
    window.see_text(text);
    window.see("heading", group);
    assert_nowhere(window, &SECRETS);
}

/// Faults first, then part of the money.
fn judge_owls(window: &Window) {
    window.press("Ctrl+Enter");
    window.see_errors("Choose what the meeting should do");
    window.fill("What worries you, or is missing?", "Who looks after the laptops in the holidays?");
    window.fill("Questions to ask the group", "Who has the key?\nWhat happens in the summer?");
    window.choose("Fund part of it");
    window.fill("How much of the £385.00?", "400");
    window.press("Ctrl+Enter");
    window.see_errors("A part must be less than the £385.00 asked for");
    look(window, "Doreen Pike, at home: a part that is more than the whole");
    window.fill("How much of the £385.00?", "300");
    window.press("Ctrl+Enter");
    window.see("heading", "Your review is sealed");
    look(window, "Doreen Pike, at home: a review is sealed");
}

/// Saves the response where the co-ordinator's stick is.
pub(super) fn save(window: &Window, button: &str, name: &str) -> PathBuf {
    let response = window.beside_home(name);
    window.will_pick(&[&response]);
    window.activate("button", button);
    window.see("heading", "Your response is saved");
    window.see_file(&response);
    response
}

/// The receipt has come, and one review is changed after the others were opened.
pub(super) fn change(window: &Window, doreen: &Reader, receipt: &Path, sent: &Sent) -> PathBuf {
    doreen.unlock(window);
    let receipt = carry(receipt, window);
    window.will_pick(&[&receipt]);
    window.activate("button", "Open a pack");
    window.see("heading", "Your response arrived");
    look(window, "Doreen Pike, at home: the receipt says that the response came");
    let own = carry(&sent.doreens, window);
    window.will_pick(&[&own]);
    window.activate("button", "Open a pack");
    window.see_text("This pack was on your desk already. Nothing changed.");
    window.activate("button", &format!("Open {ROUND}"));
    window.see("heading", ROUND);
    window.activate("link", OWLS);
    window.see("heading", "Your review is sealed");
    window.activate("button", "Change my review");
    window.see_value("How much of the £385.00?", "300.00");
    window.fill("How much of the £385.00?", "350");
    window.press("Ctrl+Enter");
    window.see("heading", "Your review is sealed");
    window.activate("link", "Put it away for now");
    window.see("heading", ROUND);
    save(window, "Save it again", "pack doreen again.chestpack")
}
