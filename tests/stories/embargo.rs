//! What is under embargo leaves no trace outside its seal, and the LTO clerk meets no word of it.

use domain::application::ApplicationState;
use domain::member::Role;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::{Paper, Stage, TestRegister};
use usecases::application::{self, ApplicationFilter, ApplicationSort, AttachmentKind, NewFile};
use usecases::document::{DocumentKind, Size, make};
use usecases::grant::{self, GrantFilter, GrantSort, GrantTab};
use usecases::{Error, find, home, register};

const MARKER: &str = "Zwetschgenkuchen";

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Marked applications: one on the typing desk, one received, one decided and not told.
fn marked() -> (TestRegister, uuid::Uuid, [domain::id::ApplicationId; 3]) {
    let (mut test, clerk) = TestRegister::new().with_member("Anita Joyce", Role::LtoClerk);
    let ids = [Stage::Draft, Stage::Received, Stage::Approved].map(|stage| {
        let paper = Paper {
            group: format!("{MARKER} Club"),
            summary: format!("a {MARKER}"),
            words: format!("We bake {MARKER}."),
            asked: "50.00".into(),
        };
        let id = paper.brought_to(&mut test.open, stage);
        let file = NewFile { name: format!("{MARKER}.pdf"), bytes: format!("%PDF-1.7 {MARKER}").into_bytes() };
        application::attach(&mut test.open, id, AttachmentKind::Scan, &[file]).unwrap();
        let on = domain::date::TypedDate::from_date(test.open.today());
        application::add_note(&mut test.open, id, true, &on, &format!("They phoned about {MARKER}.")).unwrap();
        id
    });
    (test, clerk, ids)
}

#[test]
fn no_file_of_the_register_or_its_backup_holds_a_word_of_a_sealed_application() {
    let (mut test, _, ids) = marked();
    register::back_up(&mut test.open).unwrap();
    // A trace in the open tables would be encrypted with the rest: so the tables are read through the key as well.
    let journal = test.open.register().read(|tx| tx.entries(None, 10_000)).unwrap();
    assert!(journal.len() >= 15, "{}", journal.len());
    assert!(journal.iter().all(|entry| !format!("{entry:?}").contains(MARKER)), "the journal");
    assert!(ids.iter().all(|id| test.open.case(*id).unwrap().group_name().unwrap().contains(MARKER)), "the co-ordinator reads it");

    let mut files = Vec::new();
    files_below(test.place(), &mut files);
    let names: Vec<String> = files.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert!(names.iter().any(|name| name == "register.chest") && names.iter().any(|name| name.ends_with("-wal")), "{names:?}");
    assert!(names.iter().filter(|name| *name == "register.chest").count() == 2, "the register and its backup: {names:?}");
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let found = bytes.windows(MARKER.len()).any(|window| window.eq_ignore_ascii_case(MARKER.as_bytes()));
        assert!(!found && !path.to_string_lossy().contains(MARKER), "{}", path.display());
    }
}

#[test]
fn the_clerk_of_the_lto_meets_no_word_of_it_in_lists_search_home_or_documents() {
    let (test, clerk, ids) = marked();
    let grant_id = test.grant_of(ids[2]);
    let scan = test.open.case(ids[1]).unwrap().attachments[0].id;
    let test = test.signed_in(clerk);
    let open = &test.open;

    for id in ids {
        let shown = format!("{:?}", open.case(id).unwrap());
        assert!(!shown.contains(MARKER), "{shown}");
        assert!(matches!(make(open, DocumentKind::Application(id), Size::Standard), Err(Error::NotFound)));
        assert!(matches!(make(open, DocumentKind::DecisionLetter(id), Size::Standard), Err(Error::NotFound)));
    }
    assert!(matches!(make(open, DocumentKind::Agreement(grant_id), Size::Standard), Err(Error::NotFound)));
    assert!(matches!(make(open, DocumentKind::FeedbackForm(grant_id), Size::Standard), Err(Error::NotFound)));
    assert!(matches!(grant::get(open, grant_id), Err(Error::NotFound)));
    assert!(matches!(application::content(open, scan), Err(Error::NotFound)));
    for typed in [MARKER, &MARKER[..5], "bake", "phoned", "Pat Lindley"] {
        assert!(find::find(open, typed).is_empty(), "{typed}");
    }
    let applications = ApplicationFilter {
        stage: None,
        text: MARKER.into(),
        states: vec![],
        sort: ApplicationSort::Group,
        descending: false,
        offset: 0,
        limit: 50,
    };
    assert_eq!(application::list(open, &applications).total, 0);
    let everything = application::list(open, &ApplicationFilter { text: String::new(), ..applications });
    assert_eq!(everything.asked.pence(), 0, "sums give nothing away");
    let grants = GrantFilter { tab: GrantTab::All, text: MARKER.into(), sort: GrantSort::Group, descending: false, offset: 0, limit: 50 };
    assert_eq!(grant::list(open, &grants).total, 0);
    let home = home::home(open);
    assert!(home.tasks.iter().all(|task| task.case.group_name().is_none()));
    assert_eq!(home.waiting.pence(), 0);
}

#[test]
fn once_the_group_is_told_the_clerk_reads_what_is_to_be_paid() {
    let (mut test, clerk, ids) = marked();
    let today = test.open.today();
    usecases::decision::issue(&mut test.open, ids[2], today, "By letter").unwrap();
    let test = test.signed_in(clerk);
    let case = test.open.case(ids[2]).unwrap();
    assert_eq!(case.state(), ApplicationState::Approved);
    assert_eq!(case.group_name(), Some(format!("{MARKER} Club").as_str()));
    make(&test.open, DocumentKind::Agreement(case.grant_id().unwrap()), Size::Standard).unwrap();
    assert_eq!(find::find(&test.open, MARKER).len(), 1);
}
