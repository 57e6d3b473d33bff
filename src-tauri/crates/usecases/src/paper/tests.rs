//! Forms and scans that come back to a real register.

use super::*;
use crate::application::{attach, content, receive};
use crate::document::{Size, make};
use crate::interest::tests::place::{Place, approve};
use crate::interest::{TypedAnswer, answer};
use crate::mail::{self, MailKind};
use crate::{decision, embargo, issue};
use domain::application::{AgeGroup, Answer, GroupKind, check};
use domain::member::may;
use exchange::corpus::filled_form;
use std::sync::atomic::AtomicBool;

fn form(open: &Open) -> Vec<u8> {
    make(open, DocumentKind::FillableForm, Size::Standard).unwrap().bytes
}

fn file(bytes: Vec<u8>) -> PaperRead {
    let file = NewFile { name: "From Łódź Road.pdf".into(), bytes };
    super::read(file, &Arc::new(AtomicBool::new(false))).unwrap()
}

fn look_at(open: &Open, bytes: &[u8]) -> Result<PaperFound> {
    super::look_at(open, file(bytes.to_vec()))
}

fn take_form(open: &mut Open, bytes: &[u8]) -> Result<Changed<ApplicationId>> {
    super::take_form(open, file(bytes.to_vec()))
}

fn file_scan(open: &mut Open, bytes: &[u8]) -> Result<Changed<()>> {
    let code = match look_at(open, bytes) {
        Ok(PaperFound::Issued { paper, .. }) => paper.code,
        _ => String::new(),
    };
    super::file_scan(open, file(bytes.to_vec()), &code)
}

const WORDS: &[(&str, &str)] = &[
    ("group_name", " Łódź Road\nChoir "),
    ("summary", "Song books"),
    ("address", "12 Example Road\nAllenton"),
    ("postcode", "DE24 0ZZ"),
    ("contact_1_name", "Zofia Żak"),
    ("contact_1_position", "Chair"),
    ("contact_1_phone", "01632 960 111"),
    ("contact_1_email", "zofia@example.org"),
    ("contact_2_name", "Siân Ŵyn"),
    ("payee_name", "łódź road choir"),
    ("heard_else", "The baker"),
    ("age_2", "12"),
    ("age_6", "8"),
    ("people_total", "20"),
    ("people_from_area", "15"),
    ("answer_2", "Six evenings of song.\n\nEverybody comes."),
    ("answer_4", "Neighbours meet."),
    ("cost_1_what", "Song books"),
    ("cost_1_amount", "£84.50"),
    ("cost_12_what", "Piano tuning"),
    ("cost_12_amount", "60"),
    ("asked", "144.50"),
];
const TICKS: &[&str] = &["kind_2", "heard_1", "priority_1"];

#[test]
fn a_filled_form_begins_an_application_with_every_box_in_its_place() {
    let mut place = Place::new();
    let open = place.open();
    let bytes = filled_form(&form(open), WORDS, TICKS);
    let found = look_at(open, &bytes).unwrap();
    let filled = WORDS.len() + TICKS.len();
    assert_eq!(found, PaperFound::FilledForm { group: "Łódź Road Choir".into(), filled, unread: Vec::new() });
    assert_eq!(open.cases().count(), 0, "to look keeps nothing");

    let id = take_form(open, &bytes).unwrap().value;
    let case = open.case(id).unwrap();
    assert!(case.is_sealed());
    let typed = case.on_screen().unwrap();
    let cover = &typed.cover;
    assert_eq!(cover.group_name, "Łódź Road Choir");
    assert_eq!(cover.group_kind, Some(GroupKind::Informal));
    assert_eq!(cover.summary, "Song books");
    assert_eq!((cover.address.as_str(), cover.postcode.as_str()), ("12 Example Road\nAllenton", "DE24 0ZZ"));
    assert_eq!(cover.heard_how, "Newsletter, The baker");
    assert_eq!(cover.payee_name, "", "the group itself is paid");
    let [one, two] = cover.contacts.as_slice() else { panic!("two contacts") };
    let said = [&one.name, &one.position, &one.phone, &one.email, &two.name, &two.phone].map(String::as_str);
    assert_eq!(said, ["Zofia Żak", "Chair", "01632 960 111", "zofia@example.org", "Siân Ŵyn", ""]);
    assert_eq!(typed.priorities, [open.plan().priorities[0].id]);
    assert_eq!(typed.people.by_age, [(AgeGroup::From5To10, "12".to_owned()), (AgeGroup::From65, "8".to_owned())]);
    assert_eq!((typed.people.total.as_str(), typed.people.from_area.as_str()), ("20", "15"));
    let costs: Vec<(&str, &str)> = typed.costs.iter().map(|line| (line.what.as_str(), line.amount.as_str())).collect();
    assert_eq!(costs, [("Song books", "£84.50"), ("Piano tuning", "60")]);
    assert_ne!(typed.costs[0].id, typed.costs[1].id);
    assert_eq!(typed.asked, "144.50");
    let blank = |number: usize| typed.answers[number - 1].left_blank;
    assert_eq!([1, 2, 3, 4, 5, 6, 7].map(blank), [false, false, false, false, true, true, true]);
    assert_eq!(typed.answers[1], Answer { text: "Six evenings of song.\n\nEverybody comes.".into(), left_blank: false });
    assert_eq!(typed.received_on.date().unwrap(), open.today());
    assert!(check(&typed, open.today()).is_ok());

    let [kept] = case.attachments.as_slice() else { panic!("the form is kept") };
    assert_eq!((kept.kind.as_str(), kept.name.as_deref()), ("scan", Some("From Łódź Road.pdf")));
    assert_eq!(content(open, kept.id).unwrap(), bytes);
    assert!(receive(open, id).is_ok());
    for word in ["Łódź", "Zofia", "Song"] {
        assert!(!place.journal().contains(word), "{word} in the journal");
    }
    // The form is sealed as what is typed: whoever reads no applications cannot open it, nor the name of its file.
    assert!(place.opened_by(place.anita).is_empty());
}

#[test]
fn what_has_no_place_is_listed_and_never_dropped_or_guessed() {
    let mut place = Place::new();
    let open = place.open();
    let long = "x".repeat(301);
    let words = [("group_name", "Łódź Road Choir"), ("summary", &long), ("postcode", "DE24\u{7}0ZZ"), ("answer_2", "Song")];
    let bytes = filled_form(&form(open), &words, &["kind_1", "kind_3"]);
    let Ok(PaperFound::FilledForm { filled: 6, unread, .. }) = look_at(open, &bytes) else { panic!("a filled form") };
    let said: Vec<_> = unread.iter().map(|one| (one.label.as_str(), one.text.len(), one.reason)).collect();
    assert_eq!(
        said,
        [
            ("Postcode", 8, UnreadReason::Characters),
            ("What the money is for: In one line", 301, UnreadReason::TooLong),
            ("A registered charity or company", 0, UnreadReason::UnknownBox),
        ]
    );
    let id = take_form(open, &bytes).unwrap().value;
    let typed = open.case(id).unwrap().on_screen().unwrap();
    assert_eq!((typed.cover.summary.as_str(), typed.cover.postcode.as_str()), ("", ""));
    assert_eq!(typed.cover.group_kind, Some(GroupKind::NotSaid), "two kinds were ticked: the office asks");
    assert!(typed.answers.iter().all(|answer| !answer.left_blank), "nothing is called blank while something was not read");
}

#[test]
fn a_tick_beside_a_priority_of_another_plan_is_listed() {
    let mut place = Place::new();
    let bytes = include_bytes!("../../../exchange/files/forms/pdf-lib.pdf");
    let Ok(PaperFound::FilledForm { group, unread, .. }) = look_at(place.open(), bytes) else { panic!("a filled form") };
    assert_eq!(group, "Zażółć Gęślą Choir – Łódź Road");
    // The invented form has priorities and kinds in other words than this register.
    let unread: Vec<_> = unread.iter().map(|one| one.label.as_str()).collect();
    assert!(unread.contains(&"A group with no constitution yet"), "{unread:?}");
}

#[test]
fn what_is_no_paper_of_ours_is_told_apart() {
    let mut place = Place::new();
    let open = place.open();
    let empty = form(open);
    let too_large = [b"%PDF-1.7".to_vec(), vec![b' '; MOST_ATTACHMENT_BYTES]].concat();
    let cases: [(&[u8], UnknownPaper); 6] = [
        (b"MZ a program", UnknownPaper::Kind),
        (&too_large, UnknownPaper::TooLarge),
        (b"%PDF-1.7 nothing", UnknownPaper::Unreadable),
        (include_bytes!("../../../exchange/files/forms/qpdf-locked.pdf"), UnknownPaper::Unreadable),
        (&empty, UnknownPaper::EmptyForm),
        (include_bytes!("../../../exchange/files/forms/flattened.pdf"), UnknownPaper::EmptyForm),
    ];
    for (bytes, reason) in cases {
        assert_eq!(look_at(open, bytes).unwrap(), PaperFound::Unknown(reason));
        assert!(matches!(take_form(open, bytes), Err(Error::FileKind)), "{reason:?}");
        assert!(matches!(file_scan(open, bytes), Err(Error::NotFound)), "{reason:?}");
    }
    let blank = make(open, DocumentKind::BlankForm, Size::Standard).unwrap().bytes;
    assert_eq!(look_at(open, &blank).unwrap(), PaperFound::Unknown(UnknownPaper::NoCode));
    assert_eq!(open.cases().count(), 0);
}

#[test]
fn a_scan_is_kept_with_the_application_that_its_code_names() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    approve(open, id).unwrap();
    let grant = open.case(id).unwrap().grant_id().unwrap();
    let agreement = issue::issue(open, DocumentKind::Agreement(grant), Size::Standard).unwrap().value;
    let Ok(PaperFound::Issued { paper, found, filing: Filing::May }) = look_at(open, &agreement.bytes) else { panic!("a paper") };
    assert_eq!((paper.kind, paper.application), (DocumentKind::Agreement(grant), Some(id)));
    assert_eq!(found, (1..=u32::from(agreement.pages)).collect::<Vec<_>>());

    // Another paper took the name of the file since it was looked at.
    let letter = issue::issue(open, DocumentKind::DecisionLetter(id), Size::Standard).unwrap().value;
    assert!(matches!(super::file_scan(open, file(letter.bytes), &paper.code), Err(Error::NotFound)));
    assert!(open.case(id).unwrap().attachments.is_empty());

    file_scan(open, &agreement.bytes).unwrap();
    let [kept] = open.case(id).unwrap().attachments.as_slice() else { panic!("the scan is kept") };
    assert_eq!(kept.kind, "agreement");
    assert_eq!(content(open, kept.id).unwrap(), agreement.bytes);
    // Under embargo it is sealed as the other files are.
    assert!(place.opened_by(place.anita).is_empty());
}

/// The scan is there for the co-ordinator alone of these, and nothing tells the others that there is one.
#[track_caller]
fn is_kept_from_others(place: &mut Place, id: ApplicationId, before: &BTreeSet<uuid::Uuid>) {
    let (joan, marcia, grace, anita) = (place.joan, place.marcia, place.grace, place.anita);
    let scan: BTreeSet<_> = place.blobs().difference(before).copied().collect();
    assert_eq!(scan.len(), 2, "its bytes and its name");
    let kept = place.sit(joan).case(id).unwrap().attachments.last().unwrap().id;
    content(place.open(), kept).unwrap();
    for member in [marcia, anita] {
        assert!(place.opened_by(member).is_disjoint(&scan));
        let open = place.sit(member);
        let case = open.case(id).unwrap();
        assert!(case.is_readable() && case.attachments.iter().all(|file| file.id != kept));
        assert!(matches!(content(open, kept), Err(Error::NotFound)));
        assert!(crate::grant::story(open, case).iter().all(|line| line.attachment != Some(kept)));
    }
    assert!(place.opened_by(grace).is_superset(&scan), "a reader of the decision");
    decision::issue(place.sit(joan), id, "2023-01-17".parse().unwrap(), "By letter").unwrap();
    for member in [joan, marcia, grace, anita] {
        let open = place.sit(member);
        let file = open.case(id).unwrap().attachments.iter().find(|file| file.id == kept).unwrap();
        assert_eq!(file.name.as_deref(), Some("From Łódź Road.pdf"));
        content(open, kept).unwrap();
    }
}

fn letter() -> NewFile {
    NewFile { name: "letter.pdf".into(), bytes: b"%PDF-1.7 from the group".to_vec() }
}

fn signed_agreement(open: &mut Open, id: ApplicationId) -> Vec<u8> {
    let grant = open.case(id).unwrap().grant_id().unwrap();
    issue::issue(open, DocumentKind::Agreement(grant), Size::Standard).unwrap().value.bytes
}

#[test]
fn a_scan_that_says_what_was_decided_waits_with_the_decision_until_the_group_is_told() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let (joan, marcia) = (place.joan, place.marcia);
    answer(place.sit(marcia), id, &TypedAnswer::declared("Win Barlow is my brother")).unwrap();
    let open = place.sit(joan);
    embargo::open_early(open, id, "The paper printed it.").unwrap();
    attach(open, id, AttachmentKind::Letter, &[letter()]).unwrap();
    approve(open, id).unwrap();
    let bytes = signed_agreement(open, id);
    let before = place.blobs();
    file_scan(place.open(), &bytes).unwrap();
    assert_eq!(place.sit(marcia).case(id).unwrap().attachments.len(), 1, "what came before the decision is open");
    is_kept_from_others(&mut place, id, &before);
}

#[test]
fn a_scan_filed_under_embargo_is_not_opened_early_with_the_application() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let (joan, marcia, grace) = (place.joan, place.marcia, place.grace);
    answer(place.sit(marcia), id, &TypedAnswer::declared("Win Barlow is my brother")).unwrap();
    answer(place.sit(grace), id, &TypedAnswer::none()).unwrap();
    let open = place.sit(joan);
    attach(open, id, AttachmentKind::Letter, &[letter()]).unwrap();
    approve(open, id).unwrap();
    let bytes = signed_agreement(open, id);
    let before = place.blobs();
    file_scan(place.open(), &bytes).unwrap();
    embargo::open_early(place.open(), id, "The paper printed it.").unwrap();
    assert_eq!(place.sit(marcia).case(id).unwrap().attachments.len(), 1, "what came before the decision is opened");
    is_kept_from_others(&mut place, id, &before);
}

#[test]
fn pages_that_cannot_be_kept_with_one_application_say_why() {
    let mut place = Place::new();
    let ids = [place.received("Merrybank Growers"), place.received("Teasel Lane Allotments")];
    let folder = tempfile::tempdir().unwrap();
    let open = place.open();
    let filing = |open: &Open, bytes: &[u8]| match look_at(open, bytes).unwrap() {
        PaperFound::Issued { filing, .. } => filing,
        other => panic!("{other:?}"),
    };
    let report = issue::issue(open, DocumentKind::SpendReport(None), Size::Standard).unwrap().value;
    assert_eq!(filing(open, &report.bytes), Filing::NoApplication);

    for id in ids {
        approve(open, id).unwrap();
    }
    let letters = mail::prepare(open, MailKind::DecisionLetters, &ids.map(|id| id.0), Size::Standard).unwrap();
    let staged = letters.run(&mail::Place::File(folder.path().join("letters.pdf")), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let written = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let both = std::fs::read(written).unwrap();
    drop(staged);
    assert_eq!(look_at(open, &both).unwrap(), PaperFound::Unknown(UnknownPaper::OtherRegister));
    for (id, expected) in ids.into_iter().zip([Filing::Strange, Filing::Several]) {
        let letter = issue::issue(open, DocumentKind::DecisionLetter(id), Size::Standard).unwrap().value;
        assert_eq!(filing(open, &letter.bytes), Filing::May);
        assert_eq!(filing(open, &both), expected);
        assert!(matches!(file_scan(open, &both), Err(Error::NotFound)));
    }
    assert!(matches!(file_scan(open, &report.bytes), Err(Error::NotFound)));
    assert!(ids.iter().all(|id| open.case(*id).unwrap().attachments.is_empty()));
}

#[test]
fn a_code_that_this_member_may_not_see_answers_as_one_that_nobody_printed() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let printed = issue::issue(place.open(), DocumentKind::Application(id), Size::Standard).unwrap().value;
    assert!(matches!(look_at(place.open(), &printed.bytes), Ok(PaperFound::Issued { .. })));
    let joan = place.joan;
    answer(place.sit(joan), id, &TypedAnswer::declared("Win Barlow is my brother")).unwrap();
    let hidden = (look_at(place.open(), &printed.bytes).unwrap(), file_scan(place.open(), &printed.bytes).unwrap_err().to_string());

    let mut other = Place::new();
    let strange = (look_at(other.open(), &printed.bytes).unwrap(), file_scan(other.open(), &printed.bytes).unwrap_err().to_string());
    assert_eq!(hidden, strange);
    assert_eq!(hidden.0, PaperFound::Unknown(UnknownPaper::OtherRegister));
}

#[test]
fn only_who_may_keep_records_looks_at_papers_that_come_back() {
    let mut place = Place::new();
    let bytes = filled_form(&form(place.open()), WORDS, TICKS);
    for member in [place.joan, place.marcia, place.grace, place.ines, place.anita] {
        let open = place.sit(member);
        let allowed = may(open.member().role, Act::KeepRecords);
        assert_eq!(look_at(open, &bytes).is_ok(), allowed);
        assert_eq!(matches!(file_scan(open, &bytes), Err(Error::NotPermitted(_))), !allowed);
        assert_eq!(take_form(open, &bytes).is_ok(), allowed);
    }
}

#[test]
fn a_reading_can_be_stopped_and_never_takes_for_ever() {
    let stop = Arc::new(AtomicBool::new(true));
    let slow = || NewFile { name: "slow.pdf".into(), bytes: form(Place::new().open()) };
    assert!(matches!(super::read(slow(), &stop), Err(Error::Stopped)));
    stop.store(false, Ordering::Relaxed);
    let read = read_within(slow(), &stop, 0).unwrap();
    assert!(matches!(read.content, Content::Unknown(UnknownPaper::TooLarge)));
    assert!(stop.load(Ordering::Relaxed), "what goes on by itself is told to end");
}
