//! Every document, made from the sample, for those who may read it and for nobody else.

mod meeting;

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
