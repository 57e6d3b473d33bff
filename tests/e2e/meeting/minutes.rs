//! The minutes: for the members, for everybody, put right, and approved by the next meeting.

use std::path::{Path, PathBuf};

use journeys::window::Window;

use super::room::mark;
use super::{
    BAKERS, CHOIR, CLUB, FAIR, FAIR_SAID, GRACES_TIE, KENS_TIE, LEASE, LEASE_SAID, MEETING, MENDERS, NEXT, TERRYS_TIE, assert_not_printed,
    look, open_meeting, print, sit_down,
};
use crate::journey::{assert_printed, text_of};

fn pages(window: &Window, version: &str, asked: bool) -> PathBuf {
    open_meeting(window, MEETING);
    window.activate("link", version);
    let pages = print(window, asked);
    look(window, version);
    pages
}

/// Everything is in the members' minutes.
pub(super) fn for_the_members(window: &Window) {
    let pages = pages(window, "Minutes for the members", true);
    assert_printed(&pages, &["26 January 2023", "Marcia Lowe", "Piotr Zielinski", "Neil Corby", "Olive Hartley", "Sunita Rao"]);
    assert_printed(&pages, &[CHOIR, BAKERS, CLUB, MENDERS, FAIR, FAIR_SAID, LEASE, LEASE_SAID]);
    assert_printed(&pages, &["£240.00", "£200.00", "casting vote"]);
    // Appendix 1, in each of its points.
    for (who, part) in [("Ken Ashby", "withdrew"), ("Grace Adeyemi", "remained"), ("Terry Moult", "withdrew")] {
        let declared = format!("{who} declared a non-financial interest");
        assert_printed(&pages, &[&declared]);
        let text = text_of(&pages);
        let sentence: String = text.split(&declared).skip(1).flat_map(str::chars).take(400).collect();
        assert!(sentence.contains(part), "{who} {part}: {sentence}");
        assert!(sentence.contains("no part in the discussion or decision"), "{who}: {sentence}");
    }
    // Exactly these: how an interest arises stands in the register, and not in its statement.
    assert_not_printed(&pages, &[KENS_TIE, GRACES_TIE, TERRYS_TIE]);
}

/// Of what is under embargo or not public nothing is there, and no number is missing.
pub(super) fn for_everybody_before_the_groups_know(window: &Window) {
    let pages = pages(window, "Minutes for everybody", false);
    assert_printed(&pages, &["26 January 2023", FAIR]);
    let sealed = [CHOIR, BAKERS, CLUB, MENDERS, LEASE, LEASE_SAID, KENS_TIE, GRACES_TIE, TERRYS_TIE, "CC-2023-00", "£240", "£200"];
    assert_not_printed(&pages, &sealed);
    assert_numbered(&pages, 1);
}

/// Now what was decided stands there, and still no number is missing. What was deferred stays under embargo until it is decided.
pub(super) fn for_everybody_when_the_groups_know(window: &Window) {
    let pages = pages(window, "Minutes for everybody", false);
    assert_printed(&pages, &[FAIR, CHOIR, BAKERS, CLUB, "£240.00", "£200.00"]);
    assert_not_printed(&pages, &[LEASE, LEASE_SAID, MENDERS, TERRYS_TIE]);
    assert_numbered(&pages, 4);
}

/// The items are numbered from 1 to the last, without a gap.
#[track_caller]
fn assert_numbered(pages: &Path, last: u32) {
    let text = text_of(pages);
    let titles = [FAIR, CHOIR, BAKERS, LEASE, CLUB, MENDERS];
    let numbered = |number: u32| titles.iter().any(|title| text.contains(&format!("{number}. {title}")));
    assert!((1..=last).all(numbered), "items 1 to {last}:\n{text}");
    assert!(!(last + 1..10).any(numbered), "no item after {last}:\n{text}");
}

/// What was said is put right, and kept as it is typed.
pub(super) fn edited(window: &Window) {
    open_meeting(window, MEETING);
    window.press("Ctrl+Enter");
    window.see("heading", "Minutes of 26 January 2023");
    window.see_value("For members, item 1", FAIR_SAID);
    window.fill("For everybody, item 1", "The fair is on 13 May. Anybody may help.");
    window.see_text("Saved at");
    look(window, "The minutes are written");
    window.restart();
    super::unlock(window);
    let pages = pages(window, "Minutes for everybody", false);
    assert_printed(&pages, &["The fair is on 13 May. Anybody may help."]);
}

/// What they are called on the next agenda.
const MINUTES: &str = "Minutes of the meeting on Thursday 26 January 2023";

/// The next meeting approves them. From then on nothing of them changes.
pub(super) fn approved_at_the_next_meeting(window: &Window) {
    open_meeting(window, NEXT);
    // Both came to its agenda by themselves: the minutes, and what was deferred.
    window.see("heading", MINUTES);
    window.see("link", MENDERS);
    look(window, "What comes back by itself");
    sit_down(window, NEXT);
    for member in ["Marcia Lowe", "Grace Adeyemi", "Terry Moult", "Ken Ashby", "Doreen Pike", "Olive Hartley", "Imran Sheikh"] {
        mark(window, member, "Space");
        window.see("button", &format!("Undo: {member} arrived…"));
    }
    mark(window, "Grace Adeyemi", "C");
    window.see_text("Grace Adeyemi is in the chair.");
    window.press("Ctrl+Enter");
    window.see("heading", "Choose an item");
    window.press("Ctrl+Enter");
    window.see("heading", MINUTES);
    window.see_value("What is proposed?", "That the minutes of the meeting on 26 January 2023 be approved as a true record");
    window.see_text("6 of the 6 residents present agreed, 4 were needed.");
    look(window, "The minutes are put to the next meeting");
    window.press("Ctrl+Enter");
    window.see("heading", "This item was decided");
    window.activate("button", "Close the meeting");
    window.see("heading", "Close the meeting?");
    window.activate("button", "Close the meeting");
    window.see("heading", NEXT);

    open_meeting(window, MEETING);
    window.see_text("Minutes approved on Thursday 23 February 2023");
    window.press("Ctrl+Enter");
    window.see("heading", "Minutes of 26 January 2023");
    window.see_text("They are closed.");
    window.see_no("textbox", "For members, item 1");
    look(window, "Approved, and closed");
    see_every_group(window);
}

/// Everything was told by now: what was sealed is there for everybody.
fn see_every_group(window: &Window) {
    for group in [CHOIR, BAKERS, CLUB, MENDERS] {
        window.see_text(group);
    }
}
