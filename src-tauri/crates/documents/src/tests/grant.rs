//! The letters and forms that go with a grant, the member agreement and the grant file.

use super::{
    SIZES,
    file::{run, squeezed, words},
    grant_papers as sheets, long_answer, long_name, sixty_costs,
};
use crate::{
    Paper, Size, Wording,
    display::{DisplayList, Item},
    paper, print,
    view::{ChangeLetterView, ChangeView, Fact, GrantFileView, LateView, ReceiptSheetView, ReminderView, TimelineView},
};
use std::sync::LazyLock;

fn said(paper: &Paper, size: Size) -> String {
    squeezed(&run("pdftotext", &["-raw"], &print(paper, &words(), size).unwrap()))
}

fn laid_out(paper: &Paper, size: Size) -> DisplayList {
    paper::lay_out(paper, &Wording::bundled().unwrap(), size).unwrap()
}

#[test]
fn a_later_end_of_funding_needs_no_signature_and_another_change_does() {
    for size in SIZES {
        let time = said(&Paper::ChangeLetter(sheets::more_time()), size);
        assert!(!time.contains("Signature") && time.contains("You now have until Monday 31 July 2023"), "{time}");
        let other = said(&Paper::ChangeLetter(sheets::less_money()), size);
        assert_eq!(other.matches("Signature").count(), 2, "{other}");
        assert!(other.contains("counts from the day we have it"), "{other}");
        for ChangeView { what, before, now } in sheets::less_money().changes {
            assert!([what, before, now].iter().all(|words| other.contains(words)), "{other}");
        }
    }
}

#[test]
fn days_are_said_in_the_table_or_below_it_and_not_twice() {
    let view = sheets::more_time();
    let time = said(&Paper::ChangeLetter(view.clone()), Size::Standard);
    assert!(!time.contains("Dates to remember"), "{time}");
    let partly = ChangeLetterView { changes: view.changes[..1].to_vec(), ..view };
    let partly = said(&Paper::ChangeLetter(partly), Size::Standard);
    assert!(partly.contains("Dates to remember") && partly.contains("Thursday 31 August 2023"), "{partly}");
}

#[test]
fn a_reminder_names_what_is_late_and_no_more() {
    let cases = [
        (sheets::late_agreement(), "The signed agreement. It was due on Thursday 9 February 2023"),
        (sheets::late_feedback(), "The Grant Feedback form. It was due on Friday 30 June 2023"),
        (sheets::late_receipts(), "Receipts for £116.00, or the money. They were due on Friday 30 June 2023"),
    ];
    for (late, words) in &cases {
        let letter = said(&Paper::Reminder(sheets::friendly(late.clone())), Size::Standard);
        for (other, others) in &cases {
            assert_eq!(letter.contains(others), other == late, "{words}: {letter}");
        }
        assert!(letter.contains("by Monday 31 July 2023") && !letter.contains("hold back"), "{letter}");
    }
}

#[test]
fn a_firm_reminder_says_what_may_follow() {
    let paid = said(&Paper::Reminder(sheets::firm(vec![sheets::late_feedback(), sheets::late_receipts()])), Size::Standard);
    assert!(paid.contains("ask for it back") && paid.contains("Grant Feedback form.") && paid.contains("£116.00"), "{paid}");
    let unsigned = said(&Paper::Reminder(sheets::firm(vec![sheets::late_agreement()])), Size::Standard);
    assert!(unsigned.contains("not be able to keep the money") && !unsigned.contains("ask for it back"), "{unsigned}");
}

#[test]
fn the_last_page_of_a_letter_has_more_than_a_name() {
    for size in SIZES {
        let letters = [
            Paper::ChangeLetter(sheets::more_time()),
            Paper::Reminder(sheets::firm(vec![sheets::late_feedback(), sheets::late_receipts()])),
            Paper::Reminder(sheets::friendly(sheets::late_receipts())),
            Paper::ClosingLetter(sheets::closing(true)),
        ];
        for letter in &letters {
            let text = run("pdftotext", &["-raw"], &print(letter, &words(), size).unwrap());
            let last = text.trim_end_matches('\u{c}').rsplit('\u{c}').next().unwrap();
            let (before, _) = last.split_once("Do you have a question?").unwrap();
            assert!(before.trim().len() > 20, "{last}");
        }
    }
}

#[test]
fn the_receipt_sheet_has_a_page_to_pin_receipts_on() {
    for size in SIZES {
        let list = laid_out(&Paper::ReceiptSheet(sheets::receipt_sheet(true)), size);
        let edges = list.pages.last().unwrap().iter().filter_map(|placed| match &placed.item {
            Item::Line { from, to, .. } if from.0 == to.0 => Some(to.1 - from.1),
            _ => None,
        });
        let high: Vec<f32> = edges.filter(|height| *height > list.height * 0.6).collect();
        assert_eq!(high.len(), 2, "a left and a right edge");
        let sheet = said(&Paper::ReceiptSheet(sheets::receipt_sheet(true)), size);
        assert!(sheet.contains("Work stands, 4 March 2023 £150.00") && sheet.contains("All receipts together"), "{sheet}");
        let none = said(&Paper::ReceiptSheet(sheets::receipt_sheet(false)), size);
        assert!(!none.contains("What we have already"), "{none}");
    }
}

#[test]
fn every_line_of_consent_has_its_box() {
    for size in SIZES {
        let list = laid_out(&Paper::StoryConsent(sheets::consent()), size);
        let boxes = list.tags.iter().filter(|tag| tag.role == "Figure").count();
        assert_eq!(boxes, 2 + 3 + 3 + 4);
        let form = said(&Paper::StoryConsent(sheets::consent()), size);
        for words in ["with no name", "parent or carer", "take your consent back at any time", "On our website", "01632 960 123"] {
            assert!(form.to_lowercase().contains(&words.to_lowercase()), "{words}: {form}");
        }
    }
}

#[test]
fn the_promises_of_a_member_are_numbered_through() {
    let said = said(&Paper::MemberAgreement(sheets::member_agreement()), Size::Standard);
    for number in 1..=24 {
        assert!(said.contains(&format!(" {number}. ")), "{number}: {said}");
    }
    assert!(!said.contains(" 25. "));
    for words in ["Amrit Gale", "Resident member", "I keep to an embargo", "vote me off", "I declare it and ask", "Signature"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn what_happened_is_a_list_in_the_order_of_the_days() {
    let view = sheets::file();
    for size in SIZES {
        let list = laid_out(&Paper::GrantFile(view.clone()), size);
        let items = list.tags.iter().filter(|tag| tag.role == "LI").count();
        assert_eq!(items, view.timeline.len() + view.parts.len() + view.files.len());
        let said = said(&Paper::GrantFile(view.clone()), size);
        let mut rest = said.as_str();
        for TimelineView { date, what, who } in &view.timeline {
            let entry = format!("{date} {what} {who}");
            let (_, after) = rest.split_once(&entry).unwrap_or_else(|| panic!("{entry}: {rest}"));
            rest = after;
        }
    }
}

#[test]
fn a_grant_file_under_embargo_says_so_on_every_page() {
    let view = sheets::file_under_embargo();
    let band = view.embargo.clone().unwrap();
    let text = run("pdftotext", &["-raw"], &print(&Paper::GrantFile(view), &words(), Size::Large).unwrap());
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 1 && pages.iter().all(|page| page.contains(&band)), "{pages:?}");
    assert!(text.contains("Nothing was paid.") && text.contains("There are no receipts."), "{text}");
}

/// Very long names and texts, many lines and none. They are laid out once for all tests.
pub(super) fn extremes(size: Size) -> &'static [(&'static str, DisplayList)] {
    static STANDARD: LazyLock<Vec<(&str, DisplayList)>> = LazyLock::new(|| made(Size::Standard));
    static LARGE: LazyLock<Vec<(&str, DisplayList)>> = LazyLock::new(|| made(Size::Large));
    match size {
        Size::Standard => &STANDARD,
        Size::Large => &LARGE,
    }
}

fn made(size: Size) -> Vec<(&'static str, DisplayList)> {
    let mut change = sheets::less_money();
    change.letter.group = long_name();
    change.letter.recipient = vec![long_name(); 6];
    change.letter.project = long_answer();
    change.reason = long_answer();
    change.changes = vec![ChangeView { what: long_name(), before: long_name(), now: long_answer() }; 3];
    let mut reminder = sheets::firm(vec![LateView::Receipts { amount: long_name(), due: long_name() }; 12]);
    reminder.letter.signed_by = long_name();
    let nothing = ReminderView { late: Vec::new(), ..sheets::firm(Vec::new()) };
    let receipts = ReceiptSheetView { group: long_name(), costs: sixty_costs(), received: sixty_costs(), ..sheets::receipt_sheet(true) };
    let mut consent = sheets::consent();
    consent.group = long_name();
    consent.contact = vec![long_name(); 4];
    let mut closing = sheets::closing(true);
    closing.money = sixty_costs();
    let mut member = sheets::member_agreement();
    member.member = long_name();
    let file = GrantFileView {
        group: long_name(),
        made: long_name(),
        facts: vec![Fact { label: long_name(), value: long_answer() }],
        timeline: vec![TimelineView { date: long_name(), what: long_answer(), who: long_name() }; 3],
        payments: vec![[long_name(), long_name(), long_name()]; 20],
        receipts: Vec::new(),
        files: vec![long_name(); 60],
        parts: vec![long_name(); 60],
        ..sheets::file_under_embargo()
    };
    vec![
        ("long change", laid_out(&Paper::ChangeLetter(change), size)),
        ("long reminder", laid_out(&Paper::Reminder(reminder), size)),
        ("reminder of nothing", laid_out(&Paper::Reminder(nothing), size)),
        ("long receipt sheet", laid_out(&Paper::ReceiptSheet(receipts), size)),
        ("long consent", laid_out(&Paper::StoryConsent(consent), size)),
        ("long closing letter", laid_out(&Paper::ClosingLetter(closing), size)),
        ("long member agreement", laid_out(&Paper::MemberAgreement(member), size)),
        ("long grant file", laid_out(&Paper::GrantFile(file), size)),
    ]
}
