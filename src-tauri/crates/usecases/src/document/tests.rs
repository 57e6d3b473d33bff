//! Every document, made from the sample, for those who may read it and for nobody else.

mod meeting;
mod whole_file;

use super::*;
use crate::{register, sample};
use keys::KdfCost;
use std::sync::Arc;
use store::{Surroundings, SystemSurroundings};

fn world() -> Arc<dyn Surroundings> {
    Arc::new(SystemSurroundings)
}

fn of<'o>(open: &'o Open, reference: &str) -> &'o Case {
    open.cases().find(|case| case.reference().as_deref() == Some(reference)).unwrap()
}

#[test]
fn every_document_is_made_under_a_name_that_gives_nobody_away() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let brightwater = of(&open, "CC-2022-005");
    let (id, grant_id) = (brightwater.id(), brightwater.grant_id().unwrap());
    for (kind, name) in [
        (DocumentKind::BlankForm, "Community Chest application form.pdf"),
        (DocumentKind::Application(id), "CC-2022-005 application.pdf"),
        (DocumentKind::DecisionLetter(id), "CC-2022-005 decision letter.pdf"),
        (DocumentKind::Agreement(grant_id), "CC-2022-005 agreement.pdf"),
        (DocumentKind::FeedbackForm(grant_id), "CC-2022-005 feedback form.pdf"),
        (DocumentKind::ReceiptSheet(grant_id), "CC-2022-005 receipt sheet.pdf"),
        (DocumentKind::StoryConsent(grant_id), "CC-2022-005 story consent.pdf"),
        (DocumentKind::GrantFile(id), "CC-2022-005 whole file.pdf"),
        (DocumentKind::MemberAgreement(open.member().id), "Member agreement.pdf"),
        (DocumentKind::Reminder(of(&open, "CC-2022-003").grant_id().unwrap()), "CC-2022-003 reminder.pdf"),
        (DocumentKind::ChangeLetter(of(&open, "CC-2022-008").grant_id().unwrap()), "CC-2022-008 change letter.pdf"),
        (DocumentKind::ClosingLetter(of(&open, "CC-2022-002").grant_id().unwrap()), "CC-2022-002 closing letter.pdf"),
    ] {
        let standard = make(&open, kind, Size::Standard).unwrap();
        let large = make(&open, kind, Size::Large).unwrap();
        assert_eq!(standard.file_name, name);
        assert!(standard.bytes.starts_with(b"%PDF-") && standard.pages > 0 && large.pages >= standard.pages, "{kind:?}");
    }
    let page = recovery_page(&open, &RecoveryKey::generate()).unwrap();
    assert_eq!((page.file_name.as_str(), page.pages), ("Community Chest recovery page.pdf", 1));

    let draft = open.cases().find(|case| case.reference().is_none()).unwrap().id();
    assert_eq!(make(&open, DocumentKind::Application(draft), Size::Standard).unwrap().file_name, "Draft application.pdf");
}

#[test]
fn what_is_sealed_to_others_is_not_found_and_a_letter_needs_a_decision() {
    let place = tempfile::tempdir().unwrap();
    let (open, passphrase) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let (waiting, hedgerow) = (of(&open, "CC-2023-001").id(), of(&open, "CC-2022-012"));
    let (told_not_yet, grant_id) = (hedgerow.id(), hedgerow.grant_id().unwrap());
    let folder = open.register().folder().to_owned();
    assert!(matches!(make(&open, DocumentKind::DecisionLetter(waiting), Size::Standard), Err(Error::NotFound)));
    make(&open, DocumentKind::DecisionLetter(told_not_yet), Size::Standard).unwrap();
    open.close().unwrap();

    let people = register::inspect(&folder).unwrap().people;
    let clerk = people.into_iter().find(|person| person.role == "lto-clerk").unwrap();
    let open = register::open(&folder, clerk.member_id, &passphrase, world()).unwrap();
    for kind in [
        DocumentKind::Application(waiting),
        DocumentKind::Application(told_not_yet),
        DocumentKind::DecisionLetter(told_not_yet),
        DocumentKind::Agreement(grant_id),
        DocumentKind::FeedbackForm(grant_id),
        DocumentKind::ReceiptSheet(grant_id),
        DocumentKind::StoryConsent(grant_id),
        DocumentKind::GrantFile(told_not_yet),
    ] {
        assert!(matches!(make(&open, kind, Size::Standard), Err(Error::NotFound)), "{kind:?}");
    }
    make(&open, DocumentKind::BlankForm, Size::Standard).unwrap();
}

#[test]
fn the_printed_costs_add_up_to_the_grant_whatever_the_papers_own_sum_was() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let desk = Desk::of(&open).unwrap();
    let sum = |reference: &str, granted: i64| {
        let case = of(&open, reference);
        let lines = agreement::costs(&desk, case, case.content().unwrap(), domain::Money::from_pence(granted));
        let pence = |amount: &str| {
            let bare = amount.trim_start_matches('\u{2212}');
            let pence = domain::Money::parse(bare).unwrap().pence();
            if bare == amount { pence } else { -pence }
        };
        (lines.len(), lines.iter().map(|line| pence(&line.amount)).sum::<i64>())
    };
    // As the paper says; more than its lines; less than its lines; and a part of it.
    assert_eq!(sum("CC-2022-006", 30_000), (3, 30_000));
    assert_eq!(sum("CC-2023-003", 17_500), (3, 17_500));
    assert_eq!(sum("CC-2022-006", 28_000), (4, 28_000));
    assert_eq!(sum("CC-2022-012", 9_500), (1, 9_500));
}

#[test]
fn a_letter_that_has_nothing_to_say_is_not_found() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    // Being paid, in time and not changed.
    let grant_id = of(&open, "CC-2022-005").grant_id().unwrap();
    let draft = open.cases().find(|case| case.reference().is_none()).unwrap().id();
    for kind in [
        DocumentKind::ChangeLetter(grant_id),
        DocumentKind::Reminder(grant_id),
        DocumentKind::ClosingLetter(grant_id),
        DocumentKind::GrantFile(draft),
        DocumentKind::MemberAgreement(MemberId(uuid::Uuid::nil())),
    ] {
        assert!(matches!(make(&open, kind, Size::Standard), Err(Error::NotFound)), "{kind:?}");
    }
}

#[test]
fn the_change_letter_tells_the_latest_change_and_the_closing_letter_where_the_money_went() {
    let place = tempfile::tempdir().unwrap();
    let (mut open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let teatech = of(&open, "CC-2022-008").grant_id().unwrap();
    let later = domain::date::TypedDate::from_date("2023-07-31".parse().unwrap());
    crate::grant::extend(&mut open, teatech, &later, "Ruth was ill").unwrap();
    let desk = Desk::of(&open).unwrap();
    let told = change_letter::view(&desk, of(&open, "CC-2022-008"), Hand::Own).unwrap().unwrap();
    let change =
        |what: &str, before: &str, now: &str| documents::view::ChangeView { what: what.into(), before: before.into(), now: now.into() };
    let expected = [
        change("Spend the money by", "Wednesday 31 May 2023", "Monday 31 July 2023"),
        change("Send us the Grant Feedback form by", "Friday 30 June 2023", "Thursday 31 August 2023"),
    ];
    assert_eq!((told.changes.as_slice(), told.reason.as_str(), told.must_sign), (&expected[..], "Ruth was ill", false));
    assert_eq!(told.letter.amount, "£80.00");

    let told = closing_letter::view(&desk, of(&open, "CC-2022-002"), Hand::Own).unwrap().unwrap();
    let money: Vec<_> = told.money.iter().map(|line| (line.what.as_str(), line.amount.as_str())).collect();
    assert_eq!(money, [("We paid you", "£160.00"), ("Your receipts came to", "£147.40"), ("You sent back", "£12.60")]);
    assert_eq!((told.letter.date.as_str(), told.feedback_on.as_deref()), ("17 November 2022", Some("Monday 26 September 2022")));
}

#[test]
fn the_whole_file_has_every_paper_there_is_and_nothing_of_an_account() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let desk = Desk::of(&open).unwrap();
    let stitchers = of(&open, "CC-2022-002");
    let (front, behind) = grant_file::papers(&desk, stitchers).unwrap().unwrap();
    assert_eq!(front.parts, ["Application", "Decision letter", "Agreement", "Closing letter"]);
    assert_eq!(behind.len(), 4);
    assert_eq!(front.made, "17 January 2023, for Joan Pelham");
    let what: Vec<&str> = front.timeline.iter().map(|line| line.what.as_str()).collect();
    assert!(what.contains(&"Bank account recorded") && what.contains(&"Grant closed"), "{what:?}");
    assert!(what.iter().any(|line| line.starts_with("Paid £160.00: ")), "{what:?}");
    let days: Vec<NaiveDate> = front.timeline.iter().map(|line| NaiveDate::parse_from_str(&line.date, "%d %B %Y").unwrap()).collect();
    assert!(days.is_sorted());
    assert!(front.facts.iter().any(|fact| fact.label == "How well it went" && fact.value.starts_with("Well. One machine")));
    assert_eq!(front.receipts[2], ["14 November 2022", "Sent back: STITCHERS BACK", "£12.60"]);
    assert_eq!((front.payments.len(), front.receipts.len(), front.embargo), (1, 3, None));
    let text = testkit::text_of(&make(&open, DocumentKind::GrantFile(stitchers.id()), Size::Standard).unwrap().bytes);
    for secret in ["3401", "09-99-91", "00123401", "••"] {
        assert!(!text.contains(secret), "{secret}");
    }

    let (changed, _) = grant_file::papers(&desk, of(&open, "CC-2022-008")).unwrap().unwrap();
    assert_eq!(changed.parts, ["Application", "Decision letter", "Agreement", "Change letter"]);
    let (waiting, behind) = grant_file::papers(&desk, of(&open, "CC-2023-001")).unwrap().unwrap();
    assert_eq!((waiting.parts, behind.len()), (vec!["Application".to_owned()], 1));
    assert_eq!(waiting.embargo.as_deref(), Some(desk.labels.embargo.as_str()));
}

#[test]
fn every_kind_of_document_is_printed_from_the_sample_in_both_sizes() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), world()).unwrap();
    let all = sample::papers::all(&open).unwrap();
    let names: std::collections::HashSet<&str> = all.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names.len(), all.len());
    for (name, kind, size) in &all {
        let printed = make(&open, *kind, *size).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(printed.bytes.starts_with(b"%PDF-") && printed.pages > 0, "{name}");
    }
}
