//! Letters made many at once: which there are, in which order, for whom, and that nothing half-made stays.

use super::*;
use crate::meeting;
use crate::register::{self, KdfCost, SystemSurroundings};
use crate::sample;
use domain::meeting::MeetingKind;
use std::cell::RefCell;
use std::sync::Arc;
use store::Event;

fn made() -> (tempfile::TempDir, Open) {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), Arc::new(SystemSurroundings)).unwrap();
    (place, open)
}

fn meeting_of(open: &Open, day: &str) -> MeetingId {
    let past = meeting::list(open).unwrap().past;
    past.iter().find(|line| line.kind == MeetingKind::Partnership && line.on.to_string() == day).unwrap().id
}

fn subjects(lines: &[MailLine]) -> Vec<Uuid> {
    lines.iter().map(|line| line.subject).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn contact<'o>(open: &'o Open, line: &MailLine) -> &'o str {
    open.case(line.application).unwrap().cover().unwrap().contacts[0].name.as_str()
}

fn run(open: &Open, kind: MailKind, subjects: &[Uuid], place: &Place) -> Result<StagedMail> {
    prepare(open, kind, subjects, Size::Standard)?.run(place, &|_, _| {}, &AtomicBool::new(false))
}

#[test]
fn the_letters_of_a_meeting_are_listed_in_the_order_of_its_agenda() {
    let (_place, open) = made();
    let december = meeting_of(&open, "2022-12-15");
    let letters = list(&open, MailKind::DecisionLetters, Some(december)).unwrap();
    let found: Vec<_> = letters.iter().map(|line| (line.reference.as_str(), line.embargo, line.issued_on)).collect();
    let expected = [
        ("CC-2022-006", false, None),
        ("CC-2022-007", false, None),
        ("CC-2022-008", false, None),
        ("CC-2022-009", false, None),
        ("CC-2022-010", true, None),
    ];
    assert_eq!(found, expected);
    // What was deferred has no agreement.
    let agreements = list(&open, MailKind::Agreements, Some(december)).unwrap();
    let found: Vec<_> = agreements.iter().map(|line| line.reference.as_str()).collect();
    assert_eq!(found, ["CC-2022-006", "CC-2022-007", "CC-2022-008", "CC-2022-009"]);
    assert!(matches!(list(&open, MailKind::Agreements, None), Err(Error::NotFound)));
    assert!(matches!(list(&open, MailKind::Agreements, Some(MeetingId(Uuid::nil()))), Err(Error::NotFound)));
}

#[test]
fn reminders_are_due_to_the_latest_first_and_firm_to_whoever_did_not_answer() {
    let (_place, open) = made();
    let found: Vec<_> =
        list(&open, MailKind::Reminders, None).unwrap().into_iter().map(|line| (line.group, line.reminder, line.issued_on)).collect();
    let expected = [
        ("Merrybank Growers".to_owned(), Some((18, Tone::Firm)), None),
        ("Second Spin Bike Workshop".to_owned(), Some((4, Tone::Friendly)), None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn letters_in_one_file_stand_in_the_order_that_was_asked_for_and_are_recorded_each() {
    let (place, mut open) = made();
    let lines = list(&open, MailKind::DecisionLetters, Some(meeting_of(&open, "2022-12-15"))).unwrap();
    let wanted: Vec<Uuid> = subjects(&lines[..3]).into_iter().rev().collect();
    let path = place.path().join(file_name(&open, MailKind::DecisionLetters).unwrap());
    assert!(path.ends_with("Decision letters 2023-01-17.pdf"));

    let told = RefCell::new(Vec::new());
    let job = prepare(&open, MailKind::DecisionLetters, &[&wanted[..], &wanted[..1]].concat(), Size::Large).unwrap();
    let each = |done, of| told.borrow_mut().push((done, of));
    let staged = job.run(&Place::File(path.clone()), &each, &AtomicBool::new(false)).unwrap();
    assert_eq!(told.take(), (0..=6).map(|done| (done, 6)).collect::<Vec<_>>());
    assert!(!path.exists(), "nothing has its name before it is recorded");

    let made = record(&mut open, staged).unwrap().value;
    assert_eq!((made.letters, made.path.as_path()), (3, path.as_path()));
    let text = testkit::text_of(&std::fs::read(&path).unwrap());
    let places: Vec<usize> = lines[..3]
        .iter()
        .rev()
        .map(|line| text.find(&format!("Dear {}", contact(&open, line))).unwrap_or_else(|| panic!("{}", line.reference)))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for line in &lines[..3] {
        let issued = issue::of_application(&open, line.application).unwrap();
        assert!(issued.iter().any(|paper| paper.kind == line.letter && paper.size == Size::Large), "{line:?}");
    }
    let again = list(&open, MailKind::DecisionLetters, Some(meeting_of(&open, "2022-12-15"))).unwrap();
    let issued: Vec<bool> = again.iter().map(|line| line.issued_on.is_some()).collect();
    assert_eq!(issued, [true, true, true, false, false]);
}

#[test]
fn a_file_for_each_has_a_name_that_gives_nobody_away_and_a_reminder_sent_is_the_same_letter() {
    let (place, mut open) = made();
    let folder = place.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    let wanted = subjects(&list(&open, MailKind::Reminders, None).unwrap());
    let staged = run(&open, MailKind::Reminders, &wanted, &Place::Folder(folder.clone())).unwrap();
    let made = record(&mut open, staged).unwrap().value;
    assert_eq!(names(&folder), ["CC-2022-003 reminder.pdf", "CC-2022-006 reminder.pdf"]);
    assert_eq!((made.letters, made.path), (2, folder.clone()));
    let today = open.today();
    for line in list(&open, MailKind::Reminders, None).unwrap() {
        assert_eq!(line.issued_on, Some(today), "{line:?}");
    }
    // Nothing is written over.
    let again = run(&open, MailKind::Reminders, &wanted, &Place::Folder(folder.clone()));
    assert!(matches!(again, Err(Error::Pack(exchange::PackError::AlreadyThere { .. }))));
    assert_eq!(names(&folder).len(), 2);
}

#[test]
fn work_that_is_stopped_at_any_moment_leaves_nothing() {
    let (place, mut open) = made();
    let folder = place.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    let wanted = subjects(&list(&open, MailKind::Agreements, Some(meeting_of(&open, "2022-12-15"))).unwrap());
    for (to, steps) in [(Place::Folder(folder.clone()), 4), (Place::File(folder.join("all.pdf")), 8)] {
        for at in 0..=steps {
            let stop = AtomicBool::new(false);
            let each = |done, _| stop.store(done >= at, Ordering::Relaxed);
            let job = prepare(&open, MailKind::Agreements, &wanted, Size::Standard).unwrap();
            assert!(matches!(job.run(&to, &each, &stop), Err(Error::Stopped)), "{to:?} at {at}");
            assert!(names(&folder).is_empty(), "{to:?} at {at}");
        }
    }
    // Somebody else at the desk does not answer for what was printed before.
    let staged = run(&open, MailKind::Agreements, &wanted, &Place::Folder(folder.clone())).unwrap();
    let folder_of = open.register().folder().to_owned();
    let anita = register::inspect(&folder_of).unwrap().people.into_iter().find(|person| person.name == "Anita Joyce").unwrap();
    open.close().unwrap();
    open = register::open(&folder_of, anita.member_id, &sample::passphrase().unwrap(), Arc::new(SystemSurroundings)).unwrap();
    assert!(matches!(record(&mut open, staged), Err(Error::Stopped)));
    assert!(names(&folder).is_empty());
}

#[test]
fn a_letter_that_its_reader_may_not_read_is_neither_listed_nor_made() {
    let (_place, open) = made();
    let december = meeting_of(&open, "2022-12-15");
    let lantern = list(&open, MailKind::DecisionLetters, Some(december)).unwrap().pop().unwrap();
    let hedgerow = open.cases().find(|case| case.reference().as_deref() == Some("CC-2022-012")).unwrap();
    let (application, grant) = (hedgerow.id().0, hedgerow.grant_id().unwrap().0);
    let folder = open.register().folder().to_owned();
    let anita = register::inspect(&folder).unwrap().people.into_iter().find(|person| person.name == "Anita Joyce").unwrap();
    open.close().unwrap();
    let open = register::open(&folder, anita.member_id, &sample::passphrase().unwrap(), Arc::new(SystemSurroundings)).unwrap();
    let listed = list(&open, MailKind::DecisionLetters, Some(december)).unwrap();
    assert_eq!(listed.len(), 4);
    assert!(listed.iter().all(|line| !line.embargo));
    for (kind, subject) in [
        (MailKind::DecisionLetters, lantern.subject),
        (MailKind::DecisionLetters, application),
        (MailKind::Agreements, grant),
        (MailKind::Reminders, grant),
        (MailKind::Reminders, Uuid::nil()),
    ] {
        assert!(matches!(prepare(&open, kind, &[subject], Size::Standard), Err(Error::NotFound)), "{kind:?}");
    }
    assert!(matches!(prepare(&open, MailKind::Reminders, &[], Size::Standard), Err(Error::NotFound)));
}

#[test]
fn a_letter_that_our_words_cannot_print_does_not_keep_the_others_back() {
    let (place, mut open) = made();
    // Words kept by an older program, for whose fonts the firm letter was no trouble.
    let text = documents::Wording::original("reminder").unwrap().replace("A friendly reminder", "A friendly nudge");
    let text = text.replace("We still need to hear from you", "We still need \u{13000}");
    open.change_register(|tx| {
        tx.insert_wording("reminder", 0, Some(&text))?;
        Ok(((), Event { kind: "wordingChanged", subject: None, payload: serde_json::json!({}), touched: &[], signed: false }))
    })
    .unwrap();
    let wanted = subjects(&list(&open, MailKind::Reminders, None).unwrap());
    let path = place.path().join("all.pdf");
    let folder = place.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    for to in [Place::File(path.clone()), Place::Folder(folder.clone())] {
        let staged = run(&open, MailKind::Reminders, &wanted, &to).unwrap();
        let versions: Vec<u32> = staged.letters.iter().map(|(_, printed)| printed.wording_version).collect();
        assert_eq!(versions, [0, 1], "each record says with which words its letter was printed");
        record(&mut open, staged).unwrap();
    }
    let alone: Vec<String> = names(&folder).iter().map(|name| testkit::text_of(&std::fs::read(folder.join(name)).unwrap())).collect();
    assert!(alone[0].contains("We still need to hear from you") && alone[1].contains("A friendly nudge"), "{alone:?}");
    let bound = testkit::text_of(&std::fs::read(&path).unwrap());
    assert!(bound.contains("We still need to hear from you") && bound.contains("A friendly nudge"), "{bound}");
}
