//! The papers of a meeting: minutes, agenda, notice, decision sheet.

use super::{
    SIZES,
    file::{run, text, words},
    laid_out, long_answer, long_name, meeting_sheets as sheets,
};
use crate::{
    DocumentError, Size, Wording,
    display::{DisplayList, Item},
    document,
    layout::Draft,
    tests::printing::{agenda as print_agenda, decision_sheet as print_sheet, meeting_notice, minutes as print_minutes},
    view::{
        AgendaItemView, AgendaView, Audience, DecisionSheetView, Fact, MeetingNoticeView, MinuteView, MinutesItemView, MinutesView, Purpose,
    },
};
use std::sync::LazyLock;

type Drafting<View> = fn(&View, &crate::wording::Script, Size) -> Result<Draft, DocumentError>;

fn list<View>(name: &'static str, draft: Drafting<View>, view: &View, size: Size) -> DisplayList {
    let wording = Wording::bundled().unwrap();
    laid_out(draft(view, wording.script(name).unwrap(), size))
}

pub(super) fn minutes(view: &MinutesView, size: Size) -> DisplayList {
    list(document::minutes::NAME, document::minutes::draft, view, size)
}

pub(super) fn agenda(view: &AgendaView, size: Size) -> DisplayList {
    list(document::agenda::NAME, document::agenda::draft, view, size)
}

pub(super) fn notice(view: &MeetingNoticeView, size: Size) -> DisplayList {
    list(document::meeting_notice::NAME, document::meeting_notice::draft, view, size)
}

pub(super) fn decision_sheet(view: &DecisionSheetView, size: Size) -> DisplayList {
    list(document::decision_sheet::NAME, document::decision_sheet::draft, view, size)
}

/// The pages on which some words stand, as they were given to the layout.
fn pages_saying(list: &DisplayList, wanted: &str) -> Vec<usize> {
    let says = |item: &Item| matches!(item, Item::Glyphs { text, .. } if text.replace('\u{a0}', " ").contains(wanted));
    (0..list.pages.len()).filter(|page| list.pages[*page].iter().any(|placed| says(&placed.item))).collect()
}

#[test]
fn the_members_minutes_say_who_was_there_and_what_was_agreed() {
    let view = sheets::minutes();
    for size in SIZES {
        let document = print_minutes(&view, &words(), size).unwrap();
        let said = text(&document);
        let expected = [
            "Minutes of Thursday 26 January 2023",
            "Meeting of the Allenton Big Local Partnership Group",
            "6:30pm to 8:05pm, The Community Hub, 1 Example Street",
            "Draft, not approved yet",
            "In the chair Marcia Lowe",
            "Apologies Priya Sands",
            "Sunita Rao came at 6:42pm.",
            "3. Night Owls Homework Club (CC-008)",
            "Agreed to fund £340.00 of the £420.00 asked for.",
            "Not carried: 3 of the 7 residents present agreed, and 4 were needed.",
            "5. The new lease of the Hub",
            "The meeting ended at 8:05pm.",
            "Signature",
        ];
        for words in expected {
            assert!(said.contains(words), "{words} is missing in {size:?}: {said}");
        }
        assert!(said.contains(&format!("Page {0} of {0}", document.pages)), "{said}");
    }
}

#[test]
fn members_papers_say_on_every_page_that_they_are_not_to_be_shared() {
    for size in SIZES {
        let list = minutes(&sheets::minutes(), size);
        let every: Vec<usize> = (0..list.pages.len()).collect();
        assert!(every.len() > 1);
        assert_eq!(pages_saying(&list, "For members only. Not to be shared."), every);
        assert_eq!(pages_saying(&list, "under embargo until the groups have been told"), every);
        assert_eq!(pages_saying(&list, "Journal 3f2a 91bc 04de 77a1"), every);
        let nothing_sealed = MinutesView { audience: Audience::Members { embargo: false, until: None }, ..sheets::minutes() };
        assert_eq!(pages_saying(&minutes(&nothing_sealed, size), "embargo"), Vec::<usize>::new());
        let whole = Audience::Members { embargo: false, until: Some("Tuesday 31 January 2023".into()) };
        let list = minutes(&MinutesView { audience: whole, ..sheets::minutes() }, size);
        assert_eq!(pages_saying(&list, "This meeting is under embargo until Tuesday 31 January 2023."), every);
    }
}

#[test]
fn published_minutes_have_no_band_and_no_gap_in_their_numbers() {
    let document = print_minutes(&sheets::published_minutes(), &words(), Size::Standard).unwrap();
    let said = text(&document);
    for absent in ["members only", "embargo", "Night Owls", "Kingfisher", "CC-007", "CC-008", "new lease", " 3. ", "Signature", "Draft"] {
        assert!(!said.contains(absent), "{absent}: {said}");
    }
    assert!(said.contains("1. Minutes of Thursday 15 December 2022") && said.contains("2. The spring fair"), "{said}");
    assert!(said.contains("These minutes were approved on Thursday 23 February 2023."), "{said}");
    assert!(said.contains("The journal number at the foot comes from our register."), "{said}");
}

#[test]
fn an_item_of_the_minutes_is_a_heading_to_somebody_who_listens() {
    let document = print_minutes(&sheets::minutes(), &words(), Size::Standard).unwrap();
    let tree = run("pdfinfo", &["-struct-text"], &document);
    assert!(tree.contains("H1 (block)") && tree.contains("H2 (block)"), "{tree}");
    assert!(tree.contains("Night Owls Homework Club (CC-008)"), "{tree}");
}

#[test]
fn the_agenda_says_what_each_item_is_for() {
    let said = text(&print_agenda(&sheets::agenda(), &words(), Size::Standard).unwrap());
    for words in [
        "Place The Community Hub, 1 Example Street",
        "1. Minutes of Thursday 15 December 2022 To approve. Paper: Minutes of 15 December",
        "2. Kingfisher Cooks (CC-007) To decide. A meal cooked together once a month. They ask for £420.00.",
        "Papers: Panel report; Prices from the cash and carry",
        "To decide. It needs the agreement of the partner. £1,200.00",
        "To vote on. It needs two thirds of the resident members.",
        "Late item, allowed by the Chair and the co-ordinator.",
        "Please say so at the start of the meeting.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(said.matches("Late item").count(), 1);
}

#[test]
fn the_published_agenda_has_no_gap() {
    let said = text(&print_agenda(&sheets::published_agenda(), &words(), Size::Standard).unwrap());
    assert!(said.contains("2. The spring fair") && said.contains("3. Money for the youth club"), "{said}");
    for absent in [" 4. ", "CC-007", "Kingfisher", "members only", "embargo", "new lease", "interest"] {
        assert!(!said.contains(absent), "{absent}: {said}");
    }
    let empty = AgendaView { items: Vec::new(), ..sheets::published_agenda() };
    assert!(text(&print_agenda(&empty, &words(), Size::Standard).unwrap()).contains("There are no items yet."));
}

#[test]
fn a_notice_is_one_page_with_day_time_and_place() {
    for size in SIZES {
        for view in [sheets::notice(), sheets::called_off()] {
            let document = meeting_notice(&view, &words(), size).unwrap();
            assert_eq!(document.pages, 1, "{size:?}");
            let said = text(&document);
            for words in ["Day Thursday 26 January 2023", "Time 6:30pm", "Phone us on 01632 960 123.", "Saturday 25 March 2023, 2:00pm"] {
                assert!(said.contains(words), "{words}: {said}");
            }
            assert_eq!(said.contains("called off"), view.called_off);
            assert_eq!(said.contains("Tell us by Monday 16 January 2023."), !view.called_off);
        }
    }
}

#[test]
fn the_decision_sheet_adds_up_and_names_no_group_that_gets_nothing() {
    for size in SIZES {
        let document = print_sheet(&sheets::decision_sheet(), &words(), size).unwrap();
        let said = text(&document);
        for words in [
            "For The Willow Trust.",
            if size == Size::Standard { "CC-007 Kingfisher Cooks Not yet £340.00" } else { "CC-007 Kingfisher Cooks £340.00" },
            "Total £465.00",
            "Needed to decide 6 members, most of them residents",
            "8 of 10 members present. Residents present: 6.",
            "Not on this copy: CC-011.",
            "£200.00: When the agreement is signed",
            "A vote: 5 for, 0 against, 1 not voting.",
            "CC-006, CC-010",
            "Under embargo until the groups are told.",
            "Signature",
        ] {
            assert!(said.contains(words), "{words} is missing in {size:?}: {said}");
        }
    }
    let unread = DecisionSheetView { grants: Vec::new(), ..sheets::decision_sheet() };
    let said = text(&print_sheet(&unread, &words(), Size::Standard).unwrap());
    assert!(said.contains("Ask the Chair for a sheet with them.") && !said.contains("nothing to pay."), "{said}");
    let told = DecisionSheetView { embargo: false, withheld: Vec::new(), ..unread };
    let said = text(&print_sheet(&told, &words(), Size::Standard).unwrap());
    assert!(said.contains("You have nothing to pay.") && !said.contains("embargo") && !said.contains("Before you pay"), "{said}");
}

/// Very long names and texts, and nothing where nothing need be. They are laid out once for all tests.
pub(super) fn extremes(size: Size) -> &'static [(&'static str, DisplayList)] {
    static STANDARD: LazyLock<Vec<(&str, DisplayList)>> = LazyLock::new(|| made(Size::Standard));
    static LARGE: LazyLock<Vec<(&str, DisplayList)>> = LazyLock::new(|| made(Size::Large));
    match size {
        Size::Standard => &STANDARD,
        Size::Large => &LARGE,
    }
}

fn made(size: Size) -> Vec<(&'static str, DisplayList)> {
    let mut long = sheets::minutes();
    long.meeting.sender.name = long_name();
    long.meeting.sender.lines = vec![long_name(); 6];
    long.meeting.place = long_name();
    long.attendance = vec![Fact { label: long_name(), value: long_answer() }];
    long.items = (0..5)
        .map(|_| MinutesItemView {
            heading: long_name(),
            paragraphs: vec![MinuteView::Noted(long_name()), MinuteView::Resolved { lead: "Agreed".into(), words: long_answer() }],
        })
        .collect();
    let bare = MinutesView { attendance: Vec::new(), comings: Vec::new(), items: Vec::new(), close: Vec::new(), ..sheets::minutes() };
    let mut full = sheets::agenda();
    full.items = (0..5)
        .map(|_| AgendaItemView {
            heading: long_name(),
            purpose: Purpose::Remove,
            about: long_answer(),
            late: true,
            papers: vec![long_name(); 12],
        })
        .collect();
    let mut sheet = sheets::decision_sheet();
    let mut grant = sheet.grants[0].clone();
    grant.group = long_name();
    grant.conditions = vec![long_name(); 12];
    grant.purpose = long_answer();
    sheet.grants = vec![grant; 4];
    sheet.others = vec![long_name(); 20];
    let mut poster = sheets::notice();
    poster.meeting.kind = long_name();
    poster.coming = vec![poster.coming[0].clone(); 20];
    vec![
        ("long minutes", minutes(&long, size)),
        ("bare minutes", minutes(&bare, size)),
        ("full agenda", agenda(&full, size)),
        ("long sheet", decision_sheet(&sheet, size)),
        ("long notice", notice(&poster, size)),
    ]
}
