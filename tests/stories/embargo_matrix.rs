//! The embargo matrix: every role, in every state of an application, under every stance. A word of an application is met
//! by nobody who may not read it: through no use case, in no cell of any table, in no file.

mod files;
mod papers;
mod raw;
mod reads;

use domain::interest::Sight;
use domain::member::Role;
use std::collections::BTreeSet;
use testkit::matrix::{Marked, Matrix, Person};

/// What somebody was shown or could read, with where it stood.
struct Shown {
    /// Where: the use case, the cell, the file.
    place: String,
    /// What.
    text: String,
    /// Whether it is what stands before the text, where the summary is shown.
    gate: bool,
}

/// Every word that a member met and may not, with where.
fn leaks(matrix: &Matrix, person: &Person, shown: &[Shown]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for one in shown {
        let text = one.text.to_lowercase();
        if !is_reader(person.role) && text.contains(&matrix.matter.to_lowercase()) {
            found.insert(format!("{:?}: an item of a meeting in {}", person.role, one.place));
        }
        for marked in &matrix.applications {
            let sight = marked.sight(person);
            let may_meet_cover = sight == Sight::Whole || (one.gate && sight == Sight::Summary);
            for (word, may) in [(&marked.cover, may_meet_cover), (&marked.inner, sight == Sight::Whole)] {
                if !may && text.contains(&word.to_lowercase()) {
                    let stance = marked.stance(person.id);
                    found.insert(format!("{:?}, {stance:?}, {:?}: {word} in {}", person.role, marked.state, one.place));
                }
            }
        }
    }
    found
}

/// Nobody met a word that is not theirs.
#[track_caller]
fn assert_none(found: &BTreeSet<String>) {
    let lines: Vec<&str> = found.iter().map(String::as_str).take(150).collect();
    assert!(found.is_empty(), "{} words met by somebody who may not:\n  {}", found.len(), lines.join("\n  "));
}

#[test]
fn nobody_meets_a_word_of_what_they_may_not_read() {
    let mut matrix = Matrix::new();
    assert_every_state_under_every_stance(&matrix);
    let mut found = BTreeSet::new();
    for person in matrix.people.clone() {
        matrix = matrix.signed_in(person.id);
        let shown = reads::everything(&matrix, &person);
        found.extend(leaks(&matrix, &person, &shown));
        reads::what_may_be_read_is_there(&matrix, &person, &shown);
        reads::sums_orders_and_finds_give_nothing_away(&matrix, &person);
        reads::nothing_brings_it_back(&mut matrix, &person);
        found.extend(leaks(&matrix, &person, &reads::cases_again(&matrix, &person)));
        found.extend(raw::blobs_that_open_for_others(&matrix, &person));
        papers::are_there_for_just_their_readers(&matrix, &person);
    }
    assert_none(&found);
    matrix = raw::no_cell_holds_a_word(matrix);
    matrix = files::packs_hold_what_their_readers_may_read(matrix);
    files::no_file_holds_a_word(matrix);
}

/// The four who read applications and the four who do not all sit at the register.
fn is_reader(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Chair | Role::ViceChair | Role::Reviewer)
}

/// Those a member may read whole.
fn whole<'m>(matrix: &'m Matrix, person: &'m Person) -> impl Iterator<Item = &'m Marked> {
    matrix.applications.iter().filter(|marked| marked.sight(person) == Sight::Whole)
}

/// Every role is there, and whoever reads applications stands towards some in every state in every way.
fn assert_every_state_under_every_stance(matrix: &Matrix) {
    use domain::interest::Stance;
    use testkit::matrix::State;
    assert_eq!(matrix.people.iter().map(|person| person.role).collect::<Vec<_>>(), Role::ALL.to_vec());
    for person in matrix.people.iter().filter(|person| is_reader(person.role)) {
        for state in State::SEALED {
            let stances: Vec<Stance> =
                matrix.applications.iter().filter(|marked| marked.state == state).map(|marked| marked.stance(person.id)).collect();
            assert!(Stance::ALL.iter().all(|stance| stances.contains(stance)), "{person:?} {state:?}: {stances:?}");
            // The register says the same.
            for marked in matrix.applications.iter().filter(|marked| marked.state == state) {
                let held = matrix.test.open.stance(person.id.into(), marked.id).unwrap();
                assert_eq!(held, marked.stance(person.id), "{person:?} {state:?}");
            }
        }
    }
}
