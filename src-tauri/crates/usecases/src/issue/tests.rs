//! Papers that were issued, as each member meets them.

use super::shape::{About, is_for_members, kind_of, says_decision};
use super::{Issued, as_printed, by_code, copy, issue, of_application};
use crate::document::{DocumentKind, Printed, Size, Version, make};
use crate::interest::tests::place::{Place, approve, day, on};
use crate::interest::{TypedAnswer, answer};
use crate::{Error, Open, decision, embargo, wording};
use documents::Wording;
use domain::id::{ApplicationId, MemberId};
use store::IssueRow;

/// An application of a group, approved; everybody who reads applications has said where they stand, and Marcia has an interest.
fn offered(place: &mut Place) -> ApplicationId {
    let id = place.received("Merrybank Growers");
    let (joan, marcia, grace) = (place.joan, place.marcia, place.grace);
    answer(place.sit(grace), id, &TypedAnswer::none()).unwrap();
    answer(place.sit(marcia), id, &TypedAnswer::declared("Win Barlow is my brother")).unwrap();
    approve(place.sit(joan), id).unwrap();
    id
}

fn letter(open: &mut Open, id: ApplicationId) -> Printed {
    issue(open, DocumentKind::DecisionLetter(id), Size::Standard).unwrap().value
}

fn told(open: &mut Open, id: ApplicationId) {
    let today = open.today();
    decision::issue(open, id, today, "By letter").unwrap();
}

/// Neither the paper nor its pages are there, nor anything that would tell them from a code nobody ever printed.
#[track_caller]
fn is_not_there(open: &Open, id: ApplicationId, paper: &Issued) {
    assert!(matches!(by_code(open, &paper.code), Err(Error::NotFound)));
    assert!(matches!(copy(open, paper.id), Err(Error::NotFound)));
    assert!(of_application(open, id).map_or(true, |papers| papers.iter().all(|other| other.id != paper.id)));
}

fn journal(open: &Open) -> Vec<String> {
    let entries = open.register().read(|tx| tx.entries(None, 1000)).unwrap();
    entries.iter().filter(|entry| entry.kind == "paperIssued").map(|entry| format!("{entry:?}")).collect()
}

#[test]
fn an_offer_issued_under_embargo_is_there_for_its_readers_and_for_all_when_the_group_was_told() {
    let mut place = Place::new();
    let id = offered(&mut place);
    let before = place.blobs();
    let printed = letter(place.open(), id);
    let code = printed.code.clone().unwrap();
    let (joan, marcia, grace, ines, anita) = (place.joan, place.marcia, place.grace, place.ines, place.anita);
    let new: Vec<_> = place.blobs().difference(&before).copied().collect();
    assert_eq!(new.len(), 1, "the pages, and nothing else");
    let opens = |place: &Place, member: MemberId| place.opened_by(member).contains(&new[0]);
    // Sealed as the application is: Ines has not said where she stands, and may hold it.
    assert_eq!([joan, marcia, grace, ines, anita].map(|member| opens(&place, member)), [true, false, true, true, false]);

    let grant = place.open().case(id).unwrap().grant_id();
    let found = by_code(place.open(), &code.to_lowercase().replace('-', " ")).unwrap();
    assert_eq!(
        found,
        Issued {
            id: found.id,
            code,
            kind: DocumentKind::DecisionLetter(id),
            size: Size::Standard,
            pages: printed.pages,
            application: Some(id),
            grant,
            reference: Some("CC-2023-001".into()),
            group: Some("Merrybank Growers".into()),
            on: day("2023-01-17"),
            by: joan.0,
            wording_version: 0,
            kept: true,
            sealed: true,
        }
    );
    assert_eq!(copy(place.sit(grace), found.id).unwrap().bytes, printed.bytes, "a reader opens what was issued");
    assert_eq!(of_application(place.open(), id).unwrap(), std::slice::from_ref(&found));
    // Whoever has an interest, has not answered yet, or reads no applications meets nothing.
    for member in [marcia, ines, anita] {
        is_not_there(place.sit(member), id, &found);
    }
    let said = journal(place.sit(joan));
    assert!(said.len() == 1 && !said[0].contains("Merrybank") && !said[0].contains("40000") && !said[0].contains(&found.code), "{said:?}");

    told(place.open(), id);
    let open_to_all = Issued { sealed: false, ..found.clone() };
    for member in [joan, marcia, grace, ines, anita] {
        let open = place.sit(member);
        assert_eq!(by_code(open, &found.code).unwrap(), open_to_all);
        let shown = copy(open, found.id).unwrap();
        assert_eq!((shown.bytes, shown.file_name), (printed.bytes.clone(), format!("CC-2023-001 {}.pdf", found.code)));
    }
    assert!([joan, marcia, grace, ines, anita].iter().all(|member| opens(&place, *member)));
    // The pages are no file that somebody added.
    assert!(place.open().case(id).unwrap().attachments.is_empty());
}

#[test]
fn whoever_finds_out_that_they_have_an_interest_loses_the_papers_too() {
    let mut place = Place::new();
    let id = offered(&mut place);
    letter(place.open(), id);
    let paper = of_application(place.open(), id).unwrap().remove(0);
    let grace = place.grace;
    copy(place.sit(grace), paper.id).unwrap();
    answer(place.open(), id, &TypedAnswer::declared("They phoned me")).unwrap();
    is_not_there(place.open(), id, &paper);
    let joan = place.joan;
    let blob = place.sit(joan).register().read(|tx| tx.issue(paper.id.0)).unwrap().unwrap().copy.unwrap();
    assert!(place.opened_by(joan).contains(&blob) && !place.opened_by(grace).contains(&blob));
}

#[test]
fn what_was_decided_on_an_application_opened_early_stays_with_its_readers_until_the_group_is_told() {
    let mut place = Place::new();
    let id = offered(&mut place);
    letter(place.open(), id);
    embargo::open_early(place.open(), id, "The paper printed it.").unwrap();
    issue(place.open(), DocumentKind::Application(id), Size::Large).unwrap();
    let grant = place.open().case(id).unwrap().grant_id().unwrap();
    issue(place.open(), DocumentKind::FeedbackForm(grant), Size::Standard).unwrap();
    let papers = of_application(place.open(), id).unwrap();
    let [form, application, letter] = papers.as_slice() else { panic!("{papers:?}") };
    assert_eq!([form, application, letter].map(|paper| paper.sealed), [true, false, true], "the decision waits until the group is told");
    let (joan, marcia, anita) = (place.joan, place.marcia, place.anita);
    for member in [marcia, anita] {
        let open = place.sit(member);
        assert_eq!(of_application(open, id).unwrap(), std::slice::from_ref(application), "the application itself is open to all");
        is_not_there(open, id, letter);
        is_not_there(open, id, form);
    }
    told(place.sit(joan), id);
    for member in [marcia, anita] {
        let papers = of_application(place.sit(member), id).unwrap();
        assert_eq!(papers.iter().map(|paper| paper.sealed).collect::<Vec<_>>(), [false; 3]);
        copy(place.open(), letter.id).unwrap();
    }
}

#[test]
fn a_paper_that_says_what_was_decided_is_made_for_readers_of_the_decision_alone_until_the_group_is_told() {
    let mut place = Place::new();
    let id = offered(&mut place);
    embargo::open_early(place.open(), id, "The paper printed it.").unwrap();
    let grant = place.open().case(id).unwrap().grant_id().unwrap();
    crate::grant::extend(place.open(), grant, &on("2023-09-30"), "The hall is being painted").unwrap();
    let papers = [
        DocumentKind::Agreement(grant),
        DocumentKind::FeedbackForm(grant),
        DocumentKind::ChangeLetter(grant),
        DocumentKind::ReceiptSheet(grant),
        DocumentKind::StoryConsent(grant),
        DocumentKind::DecisionLetter(id),
    ];
    let (joan, marcia, anita) = (place.joan, place.marcia, place.anita);
    for member in [marcia, anita] {
        let open = place.sit(member);
        assert!(open.case(id).unwrap().is_readable());
        for kind in papers {
            assert!(matches!(issue(open, kind, Size::Standard), Err(Error::NotFound)), "{kind:?}");
        }
    }
    assert_eq!(journal(place.open()).len(), 0);

    let open = place.sit(joan);
    for kind in papers {
        make(open, kind, Size::Standard).unwrap();
    }
    told(open, id);
    for member in [marcia, anita] {
        let open = place.sit(member);
        for kind in papers {
            make(open, kind, Size::Standard).unwrap();
        }
    }
}

#[test]
fn the_same_paper_again_writes_nothing_and_another_size_is_another_paper() {
    let mut place = Place::new();
    let id = offered(&mut place);
    let first = letter(place.open(), id);
    let head = place.open().register().head().unwrap();
    let again = issue(place.open(), DocumentKind::DecisionLetter(id), Size::Standard).unwrap();
    assert_eq!((again.value, again.touched), (first.clone(), vec![]));
    assert_eq!(place.open().register().head().unwrap(), head);
    let large = issue(place.open(), DocumentKind::DecisionLetter(id), Size::Large).unwrap();
    assert!(large.value.code != first.code && large.touched == ["paper"]);
    // To look at a document is not to issue it, and what carries no code is not recorded.
    make(place.open(), DocumentKind::Application(id), Size::Standard).unwrap();
    assert_eq!(issue(place.open(), DocumentKind::BlankForm, Size::Standard).unwrap().value.code, None);
    assert_eq!(of_application(place.open(), id).unwrap().len(), 2);
    assert_eq!(journal(place.open()).len(), 2);
}

#[test]
fn words_changed_between_two_letters_stand_in_the_second_alone() {
    let mut place = Place::new();
    let id = offered(&mut place);
    letter(place.open(), id);
    let text = Wording::original("decision_letter").unwrap().replace("Yours sincerely", "With warm wishes from Sorrel Walk");
    wording::save(place.open(), "decision_letter", Some(&text), 0).unwrap();
    letter(place.open(), id);
    let papers = of_application(place.open(), id).unwrap();
    assert_eq!(papers.iter().map(|paper| paper.wording_version).collect::<Vec<_>>(), [1, 0]);
    let open = place.open();
    let said = papers.iter().map(|paper| testkit::text_of(&copy(open, paper.id).unwrap().bytes));
    let said: Vec<_> = said.map(|text| [text.contains("With warm wishes from Sorrel Walk"), text.contains("Yours sincerely")]).collect();
    assert_eq!(said, [[true, false], [false, true]]);
}

#[test]
fn whoever_changes_nothing_prints_all_the_same_and_the_record_is_in_their_name() {
    let mut place = Place::new();
    let id = offered(&mut place);
    told(place.open(), id);
    let anita = place.anita;
    let printed = letter(place.sit(anita), id);
    assert_eq!(by_code(place.open(), &printed.code.unwrap()).unwrap().by, anita.0);
}

#[test]
fn papers_about_a_meeting_or_a_day_keep_no_pages_and_are_found_by_all() {
    let mut place = Place::new();
    let printed = issue(place.open(), DocumentKind::SpendReport(None), Size::Standard).unwrap().value;
    let anita = place.anita;
    let open = place.sit(anita);
    let found = by_code(open, &printed.code.unwrap()).unwrap();
    assert_eq!((found.kind, found.kept, found.application), (DocumentKind::SpendReport(Some(day("2023-01-17"))), false, None));
    assert!(!found.sealed, "everybody may have it");
    assert!(matches!(copy(open, found.id), Err(Error::NotFound)));
}

#[test]
fn what_is_for_the_members_only_is_confidential_and_what_is_published_is_not() {
    let id = uuid::Uuid::nil();
    let (mut members, mut everybody) = (Vec::new(), Vec::new());
    for version in [Version::Confidential, Version::Publishable] {
        let list = if version == Version::Confidential { &mut members } else { &mut everybody };
        list.extend([DocumentKind::Agenda(id.into(), version), DocumentKind::Minutes(id.into(), version)]);
    }
    members.extend([DocumentKind::PanelReport(id.into()), DocumentKind::DecisionSheet(id.into())]);
    members.extend([DocumentKind::Booklet(id.into(), id.into()), DocumentKind::ReplySheet(id.into(), id.into())]);
    everybody.extend([DocumentKind::BlankForm, DocumentKind::MeetingNotice(id.into()), DocumentKind::Spendometer(None)]);
    assert!(members.into_iter().all(is_for_members));
    assert!(!everybody.into_iter().any(is_for_members));
}

#[test]
fn a_register_that_is_only_looked_at_prints_and_records_nothing() {
    let place = tempfile::tempdir().unwrap();
    let words = keys::Passphrase::typed("abacus abdomen abide zoom quilt");
    let world = || std::sync::Arc::new(store::SystemSurroundings);
    let cost = crate::register::KdfCost::for_tests();
    let (open, _) = crate::register::create(place.path(), "Allenton Big Local", "Joan Pelham", &words, cost, world()).unwrap();
    let (folder, joan) = (open.register().folder().to_owned(), open.member().id.0);
    open.close().unwrap();
    let looked_at = store::Register::look(&folder, joan, &words, world()).unwrap();
    let mut open = Open::new(looked_at, "Allenton Big Local".into()).unwrap();
    let printed = issue(&mut open, DocumentKind::SpendReport(None), Size::Standard).unwrap().value;
    assert!(matches!(by_code(&open, &printed.code.unwrap()), Err(Error::NotFound)));
}

#[test]
fn a_code_is_read_as_people_type_it() {
    for typed in ["7KQX-M2PD-9RTA", " 7kqx m2pd 9rta ", "7KQXM2PD9RTA", "CC1:7KQXM2PD9RTA:2"] {
        assert_eq!(as_printed(typed).as_deref(), Some("7KQX-M2PD-9RTA"), "{typed}");
    }
    assert_eq!(as_printed("OIL0-0000-000o").as_deref(), Some("0110-0000-0000"));
    for typed in ["", "7KQX-M2PD-9RT", "7KQX-M2PD-9RTAA", "ÄÖÜß-M2PD-9RTA", "CC1:", "CC1:::"] {
        assert_eq!(as_printed(typed), None, "{typed}");
    }
}

#[test]
fn every_document_that_carries_a_code_is_known_again_by_its_word_and_no_other_has_one() {
    let place = tempfile::tempdir().unwrap();
    let world = std::sync::Arc::new(store::SystemSurroundings);
    let (open, _) = crate::sample::create(place.path(), crate::register::KdfCost::for_tests(), world).unwrap();
    let today = open.today();
    let row = |about: &About| IssueRow {
        issue_id: uuid::Uuid::nil(),
        code: String::new(),
        kind: about.code.to_owned(),
        subject: about.subject,
        day: about.day,
        application_id: None,
        large: false,
        pages: 1,
        wording_version: 0,
        issued_on: today,
        issued_by: uuid::Uuid::nil(),
        copy: None,
    };
    let mut known = Vec::new();
    for (name, kind, size) in crate::sample::papers::all(&open).unwrap() {
        if size == Size::Large {
            continue;
        }
        let about = About::of(kind, today);
        assert_eq!(about.is_some(), make(&open, kind, size).unwrap().code.is_some(), "{name}");
        let Some(about) = about else { continue };
        let again = if kind == DocumentKind::SpendReport(None) { DocumentKind::SpendReport(Some(today)) } else { kind };
        assert_eq!(kind_of(&row(&about)), Some(again), "{name}");
        assert_eq!(says_decision(about.code), !matches!(kind, DocumentKind::Application(_)), "{name}");
        known.push(about);
    }
    let strange = IssueRow { kind: "invoice".into(), ..row(&known[0]) };
    assert_eq!(kind_of(&strange), None);
}
