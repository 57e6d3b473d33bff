//! Files: the register with its log, its backups, the packs.

use domain::id::MemberId;
use domain::member::Role;
use keys::Opener;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::matrix::{Matrix, State};
use usecases::Error;
use usecases::review::export;

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

/// Packs that go out now hold just what their readers may read.
pub(super) fn packs_hold_what_their_readers_may_read(matrix: Matrix) -> Matrix {
    let office = matrix.test.co_ordinator;
    let mut matrix = matrix.signed_in(office);
    let co_ordinator = matrix.person(Role::Coordinator).clone();
    let round = matrix.rounds[1];
    let [chair, vice_chair, reviewer] = [Role::Chair, Role::ViceChair, Role::Reviewer].map(|role| MemberId(matrix.person(role).id));
    // Of what the co-ordinator may read herself, there is nothing that this reviewer has no interest in.
    assert!(matches!(export::prepare(&matrix.test.open, round, &[reviewer]), Err(Error::NothingToSend)));
    let away = matrix.away.member;
    let sent = matrix.send_packs(round, "second stick", &[chair, vice_chair, away]);
    for person in matrix.people.clone() {
        if person.role == Role::Coordinator || !super::is_reader(person.role) {
            continue;
        }
        matrix = matrix.signed_in(person.id);
        let keyring = matrix.test.open.register().keyring();
        let mut opened = 0;
        for pack in &sent.packs {
            let bytes = fs::read(sent.folder.join(&pack.file_name)).unwrap();
            let Ok(plain) = keyring.open(&bytes) else { continue };
            assert_eq!(pack.member_id.0, person.id, "a pack of somebody else");
            opened += 1;
            let text = String::from_utf8_lossy(&plain).to_lowercase();
            for marked in &matrix.applications {
                let open_to = |member: &testkit::matrix::Person| marked.is_held_by(member.id);
                // What the group took back, and what is decided, goes to nobody any more.
                let asked = !matches!(
                    marked.state,
                    State::Approved | State::InPart | State::Cancelled | State::Declined | State::Withdrawn | State::Told
                );
                let expected = marked.round == Some(round) && asked && open_to(&person) && open_to(&co_ordinator);
                assert_eq!(text.contains(&marked.inner.to_lowercase()), expected, "{person:?} {marked:?}");
            }
        }
        assert_eq!(opened, usize::from(person.role != Role::Reviewer), "{person:?}");
    }
    matrix
}

/// No file holds a word: not the register with its log, not its backup, not a pack, and no name of a file.
pub(super) fn no_file_holds_a_word(mut matrix: Matrix) {
    // Something is in the log, and a backup was made since.
    matrix.test.clock.pass_days(1);
    let person = matrix.person(Role::Coordinator).id;
    matrix = matrix.signed_in(person);
    let unread = matrix.applications.iter().find(|marked| marked.is_held_by(person)).unwrap().clone();
    let on = domain::date::TypedDate::from_date(matrix.test.open.today());
    usecases::application::add_note(&mut matrix.test.open, unread.id, true, &on, &format!("They said {}.", unread.inner)).unwrap();
    usecases::register::back_up(&mut matrix.test.open).unwrap();

    let mut files = Vec::new();
    files_below(matrix.test.place(), &mut files);
    let named = |ending: &str| files.iter().filter(|path| path.to_string_lossy().ends_with(ending)).count();
    assert!(named("register.chest") >= 2 && named("-wal") >= 1 && named(".chestpack") >= 9, "{files:#?}");
    let words: Vec<String> =
        matrix.applications.iter().flat_map(|marked| [marked.cover.to_lowercase(), marked.inner.to_lowercase()]).collect();
    for path in files {
        let mut texts = vec![path.to_string_lossy().to_lowercase()];
        let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
        let pairs = |from: usize| bytes[from..].as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect::<Vec<_>>();
        texts.extend([0, 1].map(|from| String::from_utf16_lossy(&pairs(from.min(bytes.len())))));
        for word in &words {
            assert!(!texts.iter().any(|text| text.contains(word)), "{word} in {}", path.display());
        }
    }
}
