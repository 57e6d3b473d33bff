//! The tables themselves, as somebody with the register key reads them.

use super::{Shown, assert_none, leaks};
use domain::member::Role;
use keys::Opener;
use std::collections::BTreeSet;
use store::RawCell;
use testkit::matrix::{Marked, Matrix, Person, State};

/// How a sealed blob begins.
const SEAL: &[u8] = b"age-encryption.org/v1";

fn cells(matrix: &Matrix) -> Vec<RawCell> {
    matrix.test.open.register().raw_cells().unwrap()
}

/// With each member's keys every blob of the register is tried: those of an application open for its readers alone.
/// Answers what opens for somebody else, or does not for a reader.
pub(super) fn blobs_that_open_for_others(matrix: &Matrix, person: &Person) -> BTreeSet<String> {
    let mine = matrix.test.open.register().keyring();
    let (mut found, mut tried) = (BTreeSet::new(), 0);
    for cell in cells(matrix).into_iter().filter(|cell| cell.bytes.starts_with(SEAL)) {
        // The recovery key opens everything, which tells what a blob is about.
        let plain = matrix.test.recovery.open(&cell.bytes).unwrap();
        let plain = String::from_utf8_lossy(&plain).to_lowercase();
        let about = |marked: &&Marked| [&marked.cover, &marked.inner].iter().any(|word| plain.contains(&word.to_lowercase()));
        let readers = if let Some(marked) = matrix.applications.iter().find(about) {
            // What reviewers said stays with those who read applications, also when the embargo is over.
            let of_reviews = plain.contains("judgement") || plain.contains("the post was late");
            let reads = super::is_reader(person.role) && marked.is_held_by(person.id);
            if marked.state == State::Told && !of_reviews { true } else { reads }
        } else if plain.contains(&matrix.matter.to_lowercase()) {
            super::is_reader(person.role)
        } else {
            continue;
        };
        tried += 1;
        let opens = mine.open(&cell.bytes).is_ok();
        if opens != readers {
            let begins: String = plain.chars().take(60).collect();
            found.insert(format!("{:?}: opens {opens}, should {readers}: row {} of {}: {begins}", person.role, cell.row, cell.table));
        }
    }
    assert!(tried > matrix.applications.len() * 10, "only {tried} blobs have a word of an application");
    found
}

/// No cell of any table holds a word of an application under embargo, outside a seal.
pub(super) fn no_cell_holds_a_word(matrix: Matrix) -> Matrix {
    let cells = cells(&matrix);
    let tables: BTreeSet<&str> = cells.iter().map(|cell| cell.table.as_str()).collect();
    assert!(tables.len() > 25 && tables.contains("blob") && tables.contains("event_payload"), "{tables:?}");
    let shown: Vec<Shown> = cells
        .iter()
        .map(|cell| Shown {
            place: format!("{}.{}", cell.table, cell.column),
            text: format!("{}\n{}", String::from_utf8_lossy(&cell.bytes), wide(&cell.bytes)),
            gate: false,
        })
        .collect();
    // Whoever may look, and reads no application, holds the register key as everybody here does.
    let person = matrix.person(Role::ReadOnly).clone();
    assert_none(&leaks(&matrix, &person, &shown));
    let told = matrix.applications.iter().find(|marked| marked.state == State::Told).unwrap();
    let word = told.inner.to_lowercase();
    assert!(shown.iter().any(|one| one.text.to_lowercase().contains(&word)), "what was told stands in open tables");
    matrix
}

/// The same bytes read as UTF-16.
fn wide(bytes: &[u8]) -> String {
    let pairs: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    String::from_utf16_lossy(&pairs)
}
