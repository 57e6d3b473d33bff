//! Letters made many at once: which there are, in which order, for whom, and that nothing half-made stays.

use super::*;
use crate::interest::tests::place::{figures, resolved};
use crate::register::{self, KdfCost, SystemSurroundings};
use crate::{decision, embargo, sample};
use domain::Money;
use domain::decision::{Figures, Outcome};
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

/// Those that would be made.
fn lines_of(open: &Open, kind: MailKind, meeting: Option<MeetingId>) -> Vec<MailLine> {
    list(open, kind, meeting).unwrap().lines
}

/// Locks the register, and unlocks it for somebody of the sample.
fn sit(open: Open, name: &str) -> Open {
    let folder = open.register().folder().to_owned();
    let person = register::inspect(&folder).unwrap().people.into_iter().find(|person| person.name == name).unwrap();
    open.close().unwrap();
    register::open(&folder, person.member_id, &sample::passphrase().unwrap(), Arc::new(SystemSurroundings)).unwrap()
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
    let letters = lines_of(&open, MailKind::DecisionLetters, Some(december));
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
    let agreements = lines_of(&open, MailKind::Agreements, Some(december));
    let found: Vec<_> = agreements.iter().map(|line| line.reference.as_str()).collect();
    assert_eq!(found, ["CC-2022-006", "CC-2022-007", "CC-2022-008", "CC-2022-009"]);
    assert!(matches!(list(&open, MailKind::Agreements, None), Err(Error::NotFound)));
    assert!(matches!(list(&open, MailKind::Agreements, Some(MeetingId(Uuid::nil()))), Err(Error::NotFound)));
}

#[test]
fn reminders_are_due_to_the_latest_first_and_firm_to_whoever_did_not_answer() {
    let (_place, open) = made();
    let lines = lines_of(&open, MailKind::Reminders, None);
    let mut turned: Vec<_> = lines.iter().rev().cloned().collect();
    latest_first(&mut turned);
    assert_eq!(turned, lines, "whatever the order of the register");
    let found: Vec<_> = lines.into_iter().map(|line| (line.group, line.reminder, line.issued_on)).collect();
    let expected = [
        ("Merrybank Growers".to_owned(), Some((18, Tone::Firm)), None),
        ("Second Spin Bike Workshop".to_owned(), Some((4, Tone::Friendly)), None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn letters_in_one_file_stand_in_the_order_that_was_asked_for_and_are_recorded_each() {
    let (place, mut open) = made();
    let lines = lines_of(&open, MailKind::DecisionLetters, Some(meeting_of(&open, "2022-12-15")));
    let wanted: Vec<Uuid> = subjects(&lines[..3]).into_iter().rev().collect();
    let path = place.path().join(file_name(&open, MailKind::DecisionLetters).unwrap());
    assert!(path.ends_with("Decision letters 2023-01-17.pdf"));

    let told = RefCell::new(Vec::new());
    let job = prepare(&open, MailKind::DecisionLetters, &[&wanted[..], &wanted[..1]].concat(), Size::Large).unwrap();
    let each = |done, of| told.borrow_mut().push((done, of));
    let staged = job.run(&Place::File(path.clone()), &each, &AtomicBool::new(false)).unwrap();
    assert_eq!(told.take(), (0..=6).map(|done| (done, 6)).collect::<Vec<_>>());
    assert!(!path.exists(), "nothing has its name before it is recorded");

    let recorded = record(&mut open, staged).unwrap().value;
    assert!(!path.exists());
    let made = recorded.place().unwrap();
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
    let again = lines_of(&open, MailKind::DecisionLetters, Some(meeting_of(&open, "2022-12-15")));
    let issued: Vec<bool> = again.iter().map(|line| line.issued_on.is_some()).collect();
    assert_eq!(issued, [true, true, true, false, false]);
}

#[test]
fn a_file_for_each_has_a_name_that_gives_nobody_away_and_a_reminder_sent_is_the_same_letter() {
    let (place, mut open) = made();
    let folder = place.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    let wanted = subjects(&lines_of(&open, MailKind::Reminders, None));
    let staged = run(&open, MailKind::Reminders, &wanted, &Place::Folder(folder.clone())).unwrap();
    let made = record(&mut open, staged).unwrap().value.place().unwrap();
    assert_eq!(names(&folder), ["CC-2022-003 reminder.pdf", "CC-2022-006 reminder.pdf"]);
    assert_eq!((made.letters, made.path), (2, folder.clone()));
    let today = open.today();
    for line in lines_of(&open, MailKind::Reminders, None) {
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
    let wanted = subjects(&lines_of(&open, MailKind::Agreements, Some(meeting_of(&open, "2022-12-15"))));
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
    open = sit(open, "Anita Joyce");
    assert!(matches!(record(&mut open, staged), Err(Error::Stopped)));
    assert!(names(&folder).is_empty());
}

#[test]
fn a_letter_that_its_reader_may_not_read_is_neither_listed_nor_made() {
    let (_place, open) = made();
    let december = meeting_of(&open, "2022-12-15");
    let lantern = lines_of(&open, MailKind::DecisionLetters, Some(december)).pop().unwrap();
    let hedgerow = open.cases().find(|case| case.reference().as_deref() == Some("CC-2022-012")).unwrap();
    let (application, grant) = (hedgerow.id().0, hedgerow.grant_id().unwrap().0);
    let open = sit(open, "Anita Joyce");
    let listed = lines_of(&open, MailKind::DecisionLetters, Some(december));
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
    let wanted = subjects(&lines_of(&open, MailKind::Reminders, None));
    let path = place.path().join("all.pdf");
    let folder = place.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    for to in [Place::File(path.clone()), Place::Folder(folder.clone())] {
        let staged = run(&open, MailKind::Reminders, &wanted, &to).unwrap();
        let versions: Vec<u32> = staged.letters.iter().map(|(_, printed)| printed.wording_version).collect();
        assert_eq!(versions, [0, 1], "each record says with which words its letter was printed");
        record(&mut open, staged).unwrap().value.place().unwrap();
    }
    let alone: Vec<String> = names(&folder).iter().map(|name| testkit::text_of(&std::fs::read(folder.join(name)).unwrap())).collect();
    assert!(alone[0].contains("We still need to hear from you") && alone[1].contains("A friendly nudge"), "{alone:?}");
    let bound = testkit::text_of(&std::fs::read(&path).unwrap());
    assert!(bound.contains("We still need to hear from you") && bound.contains("A friendly nudge"), "{bound}");
}

fn missing(open: &Open, kind: MailKind, meeting: MeetingId) -> Vec<(String, MissingReason, bool)> {
    let missing = list(open, kind, Some(meeting)).unwrap().missing;
    missing.into_iter().map(|line| (line.reference, line.reason, line.embargo)).collect()
}

#[test]
fn whoever_is_not_in_the_list_is_named_with_the_reason_to_those_who_may_know_it() {
    let (_place, mut open) = made();
    let (may, december) = (meeting_of(&open, "2022-05-19"), meeting_of(&open, "2022-12-15"));
    let january = meeting::list(&open).unwrap().coming[0].id;
    let (letters, agreements) = (MailKind::DecisionLetters, MailKind::Agreements);
    let not_decided = |references: &[&str]| -> Vec<_> {
        references.iter().map(|reference| ((*reference).to_owned(), MissingReason::NotDecided, true)).collect()
    };
    assert_eq!(missing(&open, letters, january), not_decided(&["CC-2022-010", "CC-2023-001", "CC-2023-002"]));
    assert_eq!(missing(&open, letters, december), []);
    let stitchers = ("CC-2022-002".to_owned(), MissingReason::GrantOver, false);
    assert_eq!((missing(&open, letters, may), missing(&open, agreements, may)), (vec![], vec![stitchers.clone()]));

    // What everybody reads early says nothing of its decision, neither that there is one nor that there is none.
    let owls = open.cases().find(|case| case.reference().as_deref() == Some("CC-2023-001")).unwrap().id();
    embargo::open_early(&mut open, owls, "The newspaper has it").unwrap();
    assert_eq!(missing(&open, letters, january), not_decided(&["CC-2022-010", "CC-2023-002"]));

    let lantern = lines_of(&open, letters, Some(december)).pop().unwrap().application;
    let approved = resolved(Outcome::Approved { amount: Money::from_pence(35_000) });
    let figures = Figures { members: 15, present: 12, residents: 9, ..figures() };
    decision::record(&mut open, lantern, &approved, &figures).unwrap();
    for kind in [letters, agreements] {
        assert_eq!(missing(&open, kind, december), [("CC-2022-010".to_owned(), MissingReason::DecidedAgain, true)]);
    }
    embargo::open_early(&mut open, lantern, "The newspaper has it").unwrap();

    let open = sit(open, "Anita Joyce");
    for meeting in [december, january] {
        assert_eq!(missing(&open, letters, meeting), []);
    }
    assert_eq!(lines_of(&open, letters, Some(december)).len(), 4);
    assert_eq!(missing(&open, agreements, may), [stitchers]);
}

/// The letters that are recorded in the journal.
fn recorded(open: &Open) -> usize {
    open.register().read(|tx| tx.entries(None, 10_000)).unwrap().iter().filter(|entry| entry.kind == "paperIssued").count()
}

#[test]
fn letters_that_cannot_be_written_or_recorded_leave_neither_a_record_nor_a_file() {
    let (place, mut open) = made();
    let folder = place.path().join("letters");
    let wanted = subjects(&lines_of(&open, MailKind::Reminders, None));
    let before = recorded(&open);
    // No such folder, and a file where a folder should be.
    let in_the_way = place.path().join("a file");
    std::fs::File::create(&in_the_way).unwrap();
    for nowhere in [&folder, &in_the_way] {
        for to in [Place::Folder(nowhere.clone()), Place::File(nowhere.join("all.pdf"))] {
            assert!(matches!(run(&open, MailKind::Reminders, &wanted, &to), Err(Error::Pack(_))), "{to:?}");
        }
    }
    // The second cannot be recorded: so the first is not either.
    std::fs::create_dir(&folder).unwrap();
    let mut staged = run(&open, MailKind::Reminders, &wanted, &Place::Folder(folder.clone())).unwrap();
    staged.letters[1].1.code = staged.letters[0].1.code.clone();
    assert_eq!(names(&folder).len(), 2, "written, without their names");
    assert!(matches!(record(&mut open, staged), Err(Error::Store(_))));
    assert!(names(&folder).is_empty());
    assert_eq!(recorded(&open), before);
    assert!(lines_of(&open, MailKind::Reminders, None).iter().all(|line| line.issued_on.is_none()));
}

#[test]
fn letters_whose_place_goes_away_once_they_are_recorded_are_told_and_made_again_as_they_were() {
    let (place, mut open) = made();
    let folder = place.path().join("letters");
    let wanted = subjects(&lines_of(&open, MailKind::Reminders, None));
    let before = recorded(&open);
    let to = Place::Folder(folder.clone());
    let unplaced = |made: Result<MailMade>| matches!(made, Err(Error::LettersNotPlaced { path }) if path == folder);

    std::fs::create_dir(&folder).unwrap();
    let staged = run(&open, MailKind::Reminders, &wanted, &to).unwrap();
    let ready = record(&mut open, staged).unwrap();
    assert_eq!(ready.touched, ["paper"], "the screens hear of the record");
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(unplaced(ready.value.place()));
    assert!(!folder.exists());
    assert_eq!(recorded(&open), before + 2);
    assert!(lines_of(&open, MailKind::Reminders, None).iter().all(|line| line.issued_on == Some(open.today())));

    // The second name is taken meanwhile: the first letter goes too, and the file in the way stays as it is.
    std::fs::create_dir(&folder).unwrap();
    let staged = run(&open, MailKind::Reminders, &wanted, &to).unwrap();
    let ready = record(&mut open, staged).unwrap().value;
    std::fs::create_dir(folder.join("CC-2022-006 reminder.pdf")).unwrap();
    assert!(unplaced(ready.place()));
    assert_eq!(names(&folder), ["CC-2022-006 reminder.pdf"]);

    std::fs::remove_dir(folder.join("CC-2022-006 reminder.pdf")).unwrap();
    let staged = run(&open, MailKind::Reminders, &wanted, &to).unwrap();
    record(&mut open, staged).unwrap().value.place().unwrap();
    assert_eq!(names(&folder), ["CC-2022-003 reminder.pdf", "CC-2022-006 reminder.pdf"]);
    assert_eq!(recorded(&open), before + 2, "the same letters, and no other record");
}
