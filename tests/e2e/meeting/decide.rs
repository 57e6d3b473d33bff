//! Items that were heard, and applications that were decided: in full, in part, and with a casting vote.

use journeys::window::Window;

use super::{BAKERS, BAKERS_SAID, CHOIR, CLUB, FAIR, FAIR_SAID, GRACES_TIE, KENS_TIE, LEASE, LEASE_SAID, look, room, see_no_group};

/// An item to hear.
pub(super) fn the_fair(window: &Window) {
    window.see("heading", FAIR);
    window.fill("Note of the discussion", FAIR_SAID);
    look(window, "An item to hear");
    window.press("Ctrl+Enter");
    window.see("heading", "This item is done with");
    window.press("Ctrl+Enter");
}

/// Granted by consensus. Ken Ashby said at review that he has an interest, and withdraws: nobody is to spare.
pub(super) fn in_full(window: &Window) {
    window.see("heading", "Application CC-2023-001");
    window.see_text("This item is hidden here");
    see_no_group(window);
    window.see_no_text(KENS_TIE);
    look(window, "An application under embargo is not shown until somebody asks");
    room::show(window);
    window.see("heading", CHOIR);
    window.see_text("Said at review.");
    window.see_text("Not settled yet");
    window.choose("Fund in full");
    window.see_value("Amount", "240.00");
    window.press("Ctrl+Enter");
    window.see_errors("Settle first whether Ken Ashby withdraws or remains");
    look(window, "Nothing is decided before an interest is settled");
    window.choose("Withdrew");
    window.see_text("7 of 13 in the room, 7 needed.");
    window.see_text("Nobody to spare.");
    terms(window);
    window.see_text("Carried: fund £240.00");
    window.see_text("5 of the 5 residents present agreed, 3 were needed.");
    look(window, "What would come of it");
    window.press("Ctrl+Enter");
    window.see("heading", "This item was decided");
    look(window, "Decided by consensus");
    window.press("Ctrl+Enter");
}

fn terms(window: &Window) {
    window.activate("button", "Terms: conditions, end of funding, payments");
    window.activate("button", "Add a condition");
    window.fill("Condition 1", "Ask the hall before the first evening.");
    window.fill_date("When does the funding end?", "30", "6", "2023");
    window.fill_date("When should the signed agreement be back?", "17", "2", "2023");
}

/// Granted in part by a vote. Grace Adeyemi declares an interest and remains: she is counted, and takes no part.
pub(super) fn in_part(window: &Window) {
    window.see("heading", BAKERS);
    declare(window, "Grace Adeyemi", GRACES_TIE, "They remained, and take no part");
    window.see_text("10 of 13 in the room, 7 needed.");
    window.choose("Fund part");
    window.fill("Amount", "200");
    window.choose("Vote");
    window.see_text("7 residents may vote");
    window.fill("For", "5");
    window.fill("Against", "1");
    window.see_text("7 residents may vote. You have counted 6.");
    window.fill("Not voting", "1");
    window.see_text("5 of the 8 residents present agreed, 5 were needed.");
    window.fill("What is it for?", "The oven, without the tables");
    window.fill("Reason, in the words of the meeting", "The tables can be lent by the Hub.");
    terms(window);
    window.see_text("Carried: fund £200.00");
    // What is decided keeps what was noted first.
    window.fill("Note of the discussion", BAKERS_SAID);
    look(window, "A vote, counted");
    window.press("Ctrl+Enter");
    window.see("heading", "This item was decided");
}

/// An item that was declared non-public.
pub(super) fn the_lease(window: &Window) {
    window.see("heading", LEASE);
    window.fill("Note of the discussion", LEASE_SAID);
    look(window, "An item for members only");
    window.press("Ctrl+Enter");
    window.see("heading", "This item is done with");
    window.press("Ctrl+Enter");
}

/// Declined: four for it, four against, and the chair's casting vote.
pub(super) fn by_a_casting_vote(window: &Window) {
    window.see("heading", CLUB);
    window.choose("Decline");
    window.fill("Reason, in the words of the meeting", "The library writes letters already.");
    window.choose("Vote");
    for side in ["For", "Against"] {
        window.fill(side, "4");
    }
    window.see_text("The votes are tied");
    look(window, "The votes are tied");
    window.choose("Chair votes for");
    window.see_text("Carried: do not fund it");
    window.see_text("5 of the 8 residents present agreed, 5 were needed.");
    look(window, "A casting vote");
    window.press("Ctrl+Enter");
    window.see("heading", "This item was decided");
    window.press("Ctrl+Enter");
}

/// Somebody declares an interest in the room.
pub(super) fn declare(window: &Window, who: &str, how: &str, part: &str) {
    window.activate("button", "Declare an interest");
    window.activate("button", "Record the interest");
    window.see_errors("Choose who declares it");
    window.pick("Who declares it?", who);
    window.choose("No, not financial");
    window.fill("How does it arise?", how);
    window.pick("What do they do during the item?", part);
    look(window, &format!("{who} declares an interest"));
    window.activate("button", "Record the interest");
    window.see("rowheader", who);
}
