//! An invented meeting: its notice, its agenda, its minutes and its decisions.

use super::invented::{PARTNERSHIP, line, sender, words};
use crate::view::{
    AgendaItemView, AgendaView, Audience, ComingView, DecisionSheetView, Fact, MeetingNoticeView, MeetingView, MinuteView, MinutesItemView,
    MinutesView, Purpose, SheetGrantView, WhoMayCome,
};

const JOURNAL: &str = "3f2a 91bc 04de 77a1";
const NIGHT_OWLS: &str = "Night Owls Homework Club";
const KINGFISHER: &str = "Kingfisher Cooks";

fn meeting(time: &str) -> MeetingView {
    MeetingView {
        sender: sender(),
        kind: format!("Meeting of the {PARTNERSHIP}"),
        day: "Thursday 26 January 2023".into(),
        time: time.into(),
        place: "The Community Hub, 1 Example Street".into(),
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

fn noted(text: &str) -> MinuteView {
    MinuteView::Noted(text.into())
}

fn agreed(text: &str) -> MinuteView {
    MinuteView::Resolved { lead: "Agreed".into(), words: text.into() }
}

fn item(heading: &str, paragraphs: Vec<MinuteView>) -> MinutesItemView {
    MinutesItemView { heading: heading.into(), paragraphs }
}

pub(crate) fn minutes() -> MinutesView {
    MinutesView {
        meeting: meeting("6:30pm to 8:05pm"),
        audience: Audience::Members { embargo: true, until: None },
        approved_on: None,
        attendance: vec![
            fact("In the chair", "Marcia Lowe"),
            fact(
                "Resident members",
                "Marcia Lowe (Chair), Grace Adeyemi (Vice-chair), Ken Ashby, Carol Finch, Bilal Hussain, Sunita Rao, Tom Weir",
            ),
            fact("Advisory members", "Dev Patterson, Jo Mellor"),
            fact("Apologies", "Priya Sands"),
        ],
        comings: words(&["Sunita Rao came at 6:42pm.", "Jo Mellor left at 7:30pm."]),
        items: vec![
            item(
                "Minutes of Thursday 15 December 2022",
                vec![noted("Everybody had read them."), agreed("by consensus: the minutes are a true record.")],
            ),
            item(
                &format!("{KINGFISHER} (CC-007)"),
                vec![
                    noted(
                        "Ken Ashby declared a financial interest. He withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
                    ),
                    noted("The panel was for it. Members asked who would hold the food hygiene certificate."),
                    noted("A vote was taken. Resident members present: 6. For: 5. Against: 0. Not voting: 1."),
                    agreed("to fund £340.00 of the £420.00 asked for."),
                    noted("Condition: The group shows us a food hygiene certificate before the first meal."),
                ],
            ),
            item(
                &format!("{NIGHT_OWLS} (CC-008)"),
                vec![
                    noted(
                        "Bilal Hussain declared a non-financial interest. He withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
                    ),
                    noted(
                        "Carol Finch declared a non-financial interest. She remained in the room during its consideration, but took no part in the discussion or decision.",
                    ),
                    noted(
                        "A vote was taken. Resident members present: 7. For: 2. Against: 2. Not voting: 1. The votes were tied, and Marcia Lowe, in the chair, gave a casting vote for it.",
                    ),
                    MinuteView::Resolved {
                        lead: "Not carried".into(),
                        words: "3 of the 7 residents present agreed, and 4 were needed.".into(),
                    },
                ],
            ),
            item(
                "The spring fair",
                vec![
                    noted(
                        "Tom Weir told the meeting what is planned. The fair is on Saturday 29 April 2023.\nThree stalls are still free.",
                    ),
                    agreed("by consensus: to lend the fair our two gazebos."),
                ],
            ),
            item("The new lease of the Hub", vec![noted("The meeting heard where the talks with the landlord stand.")]),
        ],
        close: words(&[
            "The meeting ended at 8:05pm.",
            "The next meeting is on Thursday 23 February 2023 at 6:30pm, at The Community Hub, 1 Example Street.",
        ]),
        journal: JOURNAL.into(),
    }
}

/// The same minutes as they are published after they were approved.
pub(crate) fn published_minutes() -> MinutesView {
    let whole = minutes();
    let items = whole.items.into_iter().enumerate().filter(|(index, _)| [0, 3].contains(index)).map(|(_, item)| item);
    MinutesView { audience: Audience::Public, approved_on: Some("Thursday 23 February 2023".into()), items: items.collect(), ..minutes() }
}

pub(crate) fn agenda() -> AgendaView {
    let item = |heading: &str, purpose, about: &str, papers: &[&str]| AgendaItemView {
        heading: heading.into(),
        purpose,
        about: about.into(),
        late: false,
        papers: words(papers),
    };
    let late = AgendaItemView {
        late: true,
        ..item("The new lease of the Hub", Purpose::Discuss, "Where the talks with the landlord stand.", &[])
    };
    AgendaView {
        meeting: meeting("6:30pm"),
        audience: Audience::Members { embargo: true, until: None },
        items: vec![
            item("Minutes of Thursday 15 December 2022", Purpose::Approve, "", &["Minutes of 15 December"]),
            item(
                &format!("{KINGFISHER} (CC-007)"),
                Purpose::Decide,
                "A meal cooked together once a month. They ask for £420.00.",
                &["Panel report", "Prices from the cash and carry"],
            ),
            item(
                &format!("{NIGHT_OWLS} (CC-008)"),
                Purpose::Decide,
                "A homework club at the library. They ask for £385.00.",
                &["Panel report"],
            ),
            item("The spring fair", Purpose::Discuss, "What we can lend, and who can help on the day.", &[]),
            item("Money for the youth club", Purpose::Commit, "£1,200.00 to The Willow Trust, from April to July.", &[]),
            item("Ada Lin would like to join", Purpose::Join, "", &[]),
            late,
        ],
    }
}

/// The same agenda as it is published.
pub(crate) fn published_agenda() -> AgendaView {
    let whole = agenda();
    let items = whole.items.into_iter().enumerate().filter(|(index, _)| [0, 3, 4].contains(index)).map(|(_, item)| item);
    AgendaView { audience: Audience::Public, items: items.collect(), ..agenda() }
}

pub(crate) fn notice() -> MeetingNoticeView {
    let coming = |when: &str, what: &str| ComingView { when: when.into(), what: what.into() };
    MeetingNoticeView {
        meeting: meeting("6:30pm"),
        who: WhoMayCome::Members,
        called_off: false,
        items_by: Some("Monday 16 January 2023".into()),
        coming: vec![
            coming("Thursday 23 February 2023, 6:30pm", "Partnership Group"),
            coming("Saturday 25 March 2023, 2:00pm", "The Forum, Elm Hall"),
            coming("Thursday 30 March 2023, 6:30pm", "Partnership Group"),
        ],
    }
}

pub(crate) fn called_off() -> MeetingNoticeView {
    MeetingNoticeView { called_off: true, ..notice() }
}

pub(crate) fn decision_sheet() -> DecisionSheetView {
    DecisionSheetView {
        meeting: meeting("6:30pm to 8:05pm"),
        lto: "The Willow Trust".into(),
        embargo: true,
        evidence: vec![
            fact("Members on the day", "10. Residents: 8."),
            fact("Needed to decide", "6 members, most of them residents"),
            fact("In the chair", "Marcia Lowe"),
        ],
        grants: vec![
            SheetGrantView {
                reference: "CC-007".into(),
                group: KINGFISHER.into(),
                amount: "£340.00".into(),
                purpose: "A meal cooked together once a month, for four months.".into(),
                conditions: words(&["The group shows us a food hygiene certificate before the first meal."]),
                end_of_funding: "Wednesday 31 May 2023".into(),
                instalments: vec![line("When the agreement is signed", "£200.00"), line("After the second meal", "£140.00")],
                told_on: None,
                vote: words(&["8 of 10 members present. Residents present: 6.", "A vote: 5 for, 0 against, 1 not voting."]),
            },
            SheetGrantView {
                reference: "CC-009".into(),
                group: "Riverside Walkers".into(),
                amount: "£125.00".into(),
                purpose: "First aid kits and high-visibility vests.".into(),
                conditions: Vec::new(),
                end_of_funding: "Friday 30 June 2023".into(),
                instalments: vec![line("One payment, when both have signed", "£125.00")],
                told_on: Some("27 January 2023".into()),
                vote: words(&["9 of 10 members present. Residents present: 7.", "By consensus."]),
            },
        ],
        total: "£465.00".into(),
        others: words(&["CC-006", "CC-010"]),
        withheld: words(&["CC-011"]),
        journal: JOURNAL.into(),
    }
}
