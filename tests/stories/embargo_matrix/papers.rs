//! Papers that were issued: for whoever may not read the application there is no such paper, and their keys do not open it.

use domain::interest::Sight;
use keys::Opener;
use testkit::matrix::{Matrix, Person, State};
use usecases::{Error, issue};

pub(super) fn are_there_for_just_their_readers(matrix: &Matrix, person: &Person) {
    let open = &matrix.test.open;
    let (mut shown, mut hidden) = (0, 0);
    for marked in &matrix.applications {
        let reads = marked.sight(person) == Sight::Whole;
        let listed = issue::of_application(open, marked.id);
        if !reads {
            assert!(matches!(listed, Err(Error::NotFound)), "{person:?} {marked:?}");
        }
        for (id, code) in &marked.papers {
            let (found, pages) = (issue::by_code(open, code), issue::copy(open, *id));
            if reads {
                assert!(pages.unwrap().bytes.starts_with(b"%PDF-") && found.unwrap().id == *id, "{person:?} {marked:?}");
                shown += 1;
            } else {
                assert!(matches!((found, pages), (Err(Error::NotFound), Err(Error::NotFound))), "{person:?} {marked:?}");
                hidden += 1;
            }
            // Whoever reads applications and has not answered yet holds the text behind the gate.
            let holds = marked.state == State::Told || (super::is_reader(person.role) && marked.is_held_by(person.id));
            let sealed = open.register().read(|tx| tx.get_blob(tx.issue(id.0)?.unwrap().copy.unwrap())).unwrap();
            assert_eq!(open.register().keyring().open(&sealed).is_ok(), holds, "{person:?} {marked:?}");
        }
    }
    assert!(shown > 0 && hidden > 10, "{person:?}: {shown} shown, {hidden} hidden");
}
