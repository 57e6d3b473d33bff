//! Invented letters and forms that go with a grant after it was agreed, a member agreement and a whole-grant file.

use super::invented::{LETTERHEAD, PARTNERSHIP, contact, costs, fact, line, sender, words};
use crate::view::{
    ChangeLetterView, ChangeView, ClosingLetterView, GrantFileView, LateView, LetterView, MemberAgreementView, ReceiptSheetView,
    ReminderView, StoryConsentView, TimelineView,
};

const GROUP: &str = "Second Spin Bike Workshop";
const PROJECT: &str = "six Saturday mornings of bike mending";

fn letter(date: &str) -> LetterView {
    LetterView {
        sender: sender(),
        date: date.into(),
        recipient: words(&["Del Rankin", GROUP, "12 Example Road", "Allenton"]),
        greeting: "Dear Del".into(),
        group: GROUP.into(),
        reference: "CC-006".into(),
        project: PROJECT.into(),
        amount: "£300.00".into(),
        signed_by: "Joan Pelham".into(),
        role: format!("Co-ordinator, for the {PARTNERSHIP}"),
    }
}

fn change(what: &str, before: &str, now: &str) -> ChangeView {
    ChangeView { what: what.into(), before: before.into(), now: now.into() }
}

/// A later end of funding.
pub(crate) fn more_time() -> ChangeLetterView {
    ChangeLetterView {
        letter: letter("12 April 2023"),
        changes: vec![
            change("Spend the money by", "Wednesday 31 May 2023", "Monday 31 July 2023"),
            change("Feedback form due by", "Friday 30 June 2023", "Thursday 31 August 2023"),
        ],
        reason: "The hall has no heating until May. The last three Saturdays move to June and July.".into(),
        end_of_funding: "Monday 31 July 2023".into(),
        feedback_due: "Thursday 31 August 2023".into(),
        must_sign: false,
    }
}

/// Another amount, which the group must agree to.
pub(crate) fn less_money() -> ChangeLetterView {
    ChangeLetterView {
        letter: LetterView { amount: "£226.00".into(), ..letter("12 April 2023") },
        changes: vec![
            change("Amount of the grant", "£300.00", "£226.00"),
            change("How it is paid", "£200.00, then £100.00", "£200.00, then £26.00"),
        ],
        reason: "Another group lends you one of the two work stands. You do not need to buy it.".into(),
        must_sign: true,
        end_of_funding: "Wednesday 31 May 2023".into(),
        feedback_due: "Friday 30 June 2023".into(),
    }
}

/// Not late for long.
pub(crate) fn friendly(late: LateView) -> ReminderView {
    ReminderView { letter: letter("17 July 2023"), firm: false, late: vec![late], by: "Monday 31 July 2023".into() }
}

/// Late for long.
pub(crate) fn firm(late: Vec<LateView>) -> ReminderView {
    ReminderView { letter: letter("1 September 2023"), firm: true, late, by: "Friday 15 September 2023".into() }
}

pub(crate) fn late_agreement() -> LateView {
    LateView::Agreement("Thursday 9 February 2023".into())
}

pub(crate) fn late_feedback() -> LateView {
    LateView::Feedback("Friday 30 June 2023".into())
}

pub(crate) fn late_receipts() -> LateView {
    LateView::Receipts { amount: "£116.00".into(), due: "Friday 30 June 2023".into() }
}

/// The sheet while nothing has come, or when something has.
pub(crate) fn receipt_sheet(some_came: bool) -> ReceiptSheetView {
    ReceiptSheetView {
        letterhead: LETTERHEAD.into(),
        reference: "CC-006".into(),
        group: GROUP.into(),
        amount: "£300.00".into(),
        costs: costs(),
        total: "£300.00".into(),
        end_of_funding: "Wednesday 31 May 2023".into(),
        due: "Friday 30 June 2023".into(),
        received: if some_came { vec![line("Work stands, 4 March 2023", "£150.00")] } else { Vec::new() },
        contact: contact(),
    }
}

pub(crate) fn consent() -> StoryConsentView {
    StoryConsentView {
        letterhead: LETTERHEAD.into(),
        partnership: PARTNERSHIP.into(),
        reference: "CC-006".into(),
        group: GROUP.into(),
        project: PROJECT.into(),
        contact: contact(),
    }
}

/// The last letter, where money came back or none.
pub(crate) fn closing(sent_back: bool) -> ClosingLetterView {
    let money = if sent_back {
        vec![line("We paid you", "£300.00"), line("Your receipts come to", "£287.40"), line("You sent back", "£12.60")]
    } else {
        vec![line("We paid you", "£300.00"), line("Your receipts come to", "£300.00")]
    };
    ClosingLetterView { letter: letter("14 July 2023"), money, feedback_on: Some("28 June 2023".into()), closed_on: "14 July 2023".into() }
}

pub(crate) fn member_agreement() -> MemberAgreementView {
    MemberAgreementView {
        letterhead: LETTERHEAD.into(),
        partnership: PARTNERSHIP.into(),
        member: "Amrit Gale".into(),
        seat: "Resident member".into(),
        date: "26 January 2023".into(),
    }
}

/// The whole file of a grant that is closed.
pub(crate) fn file() -> GrantFileView {
    let happened = |date: &str, what: &str, who: &str| TimelineView { date: date.into(), what: what.into(), who: who.into() };
    let money = |day: &str, what: &str, amount: &str| [day.into(), what.into(), amount.into()];
    GrantFileView {
        letterhead: LETTERHEAD.into(),
        reference: "CC-006".into(),
        group: GROUP.into(),
        made: "17 July 2023, for Joan Pelham".into(),
        facts: vec![
            fact("What it is for", "Six Saturday mornings where people of all ages learn to mend a bike."),
            fact("Grant", "£300.00 of £300.00 asked for"),
            fact("Priorities", "Strengthening the community\nImproving life skills"),
            fact("End of funding", "Wednesday 31 May 2023"),
            fact("Where it stands", "Closed on 14 July 2023"),
        ],
        timeline: vec![
            happened("24 November 2022", "Received on paper", "Joan Pelham"),
            happened("1 December 2022", "Version 2: the group made the leaflets cheaper", "Joan Pelham"),
            happened("6 December 2022", "Three reviews came in: two for the grant, one asked for the price of the stands", "Marcia Lowe"),
            happened("15 December 2022", "The meeting offered £300.00", "Marcia Lowe"),
            happened("20 December 2022", "The group was told", "Joan Pelham"),
            happened("11 January 2023", "The agreement was signed by all", "Joan Pelham"),
            happened("20 January 2023", "£200.00 paid", "The Willow Trust"),
            happened("11 March 2023", "£100.00 paid", "The Willow Trust"),
            happened("28 June 2023", "Feedback form and receipts for £287.40 came", "Joan Pelham"),
            happened("10 July 2023", "£12.60 came back", "The Willow Trust"),
            happened("14 July 2023", "Closed", "Joan Pelham"),
        ],
        payments: vec![money("20 January 2023", "First payment", "£200.00"), money("11 March 2023", "Second payment", "£100.00")],
        receipts: vec![
            money("28 June 2023", "Tools and two work stands", "£181.40"),
            money("28 June 2023", "Tubes, brake blocks and cables", "£76.00"),
            money("28 June 2023", "Printing 200 leaflets", "£30.00"),
            money("10 July 2023", "Money sent back", "£12.60"),
        ],
        files: words(&["Application form, scanned.pdf", "Agreement, signed.pdf", "Photograph of the third Saturday.jpg"]),
        parts: words(&["Application", "Letter of 20 December 2022", "Agreement", "Closing letter"]),
        embargo: None,
    }
}

/// The file of an application before it is decided.
pub(crate) fn file_under_embargo() -> GrantFileView {
    let whole = file();
    GrantFileView {
        made: "2 December 2022, for Joan Pelham".into(),
        facts: whole.facts.into_iter().take(1).chain([fact("Asked for", "£300.00"), fact("Where it stands", "Not decided yet")]).collect(),
        timeline: whole.timeline.into_iter().take(2).collect(),
        payments: Vec::new(),
        receipts: Vec::new(),
        files: whole.files.into_iter().take(1).collect(),
        parts: words(&["Application"]),
        embargo: Some("Embargo until Friday 20 January 2023. Do not share this.".into()),
        ..whole
    }
}
