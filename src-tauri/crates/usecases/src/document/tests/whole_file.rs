//! The whole file of a grant: its letters are those that went out, whoever prints it and whenever.

use super::*;
use crate::grant::{NewSignature, extend, record_signature};
use crate::interest::tests::place::{Place, approve, on};
use crate::{decision, embargo, issue};
use documents::view::{AgreementView, LetterView, OfferView, Outcome};
use domain::id::ApplicationId;
use domain::signature::Party;

/// What of a decision letter depends on who makes it and when.
fn said(papers: &[Paper]) -> [String; 5] {
    let letter = papers.iter().find_map(|paper| if let Paper::DecisionLetter(letter) = paper { Some(letter) } else { None }).unwrap();
    let Outcome::Offer(OfferView { end_of_funding, feedback_due, .. }) = &letter.outcome else { panic!("{letter:?}") };
    [&letter.signed_by, &letter.role, &letter.date, end_of_funding, feedback_due].map(String::clone)
}

fn agreement(papers: &[Paper]) -> &AgreementView {
    papers.iter().find_map(|paper| if let Paper::Agreement(agreement) = paper { Some(agreement) } else { None }).unwrap()
}

fn change_letter(papers: &[Paper]) -> &LetterView {
    papers.iter().find_map(|paper| if let Paper::ChangeLetter(change) = paper { Some(&change.letter) } else { None }).unwrap()
}

/// The papers in the whole file.
fn bound(open: &Open, id: ApplicationId) -> Vec<Paper> {
    grant_file::papers(&Desk::of(open).unwrap(), open.case(id).unwrap()).unwrap().unwrap().1
}

/// A paper printed by itself.
fn alone(open: &Open, kind: DocumentKind) -> [Paper; 1] {
    [paper(&Desk::of(open).unwrap(), kind, Size::Standard).unwrap().paper]
}

fn printed(open: &mut Open, kind: DocumentKind) {
    issue::issue(open, kind, Size::Standard).unwrap();
}

fn told(open: &mut Open, id: ApplicationId) {
    let today = open.today();
    decision::issue(open, id, today, "By post").unwrap();
}

#[test]
fn the_letter_and_the_agreement_are_those_that_were_sent_and_signed() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    approve(open, id).unwrap();
    let grant = open.case(id).unwrap().grant_id().unwrap();
    place.move_to("2023-01-18");
    printed(place.open(), DocumentKind::DecisionLetter(id));
    place.move_to("2023-01-20");
    told(place.open(), id);
    let sent = alone(place.open(), DocumentKind::Agreement(grant));
    assert_eq!(agreement(&sent).end_of_funding, "Friday 30 June 2023");
    for (party, name) in Party::ALL.into_iter().zip(["Win Barlow", "Marcia Lowe"]) {
        let signature = NewSignature { party, name: name.into(), position: "Chair".into(), signed_on: on("2023-01-20"), scan: None };
        record_signature(place.open(), grant, &signature).unwrap();
    }
    let signed = agreement(&alone(place.open(), DocumentKind::Agreement(grant))).clone();
    assert!(signed.signatures.iter().all(|signature| signature.signed.is_some()));
    place.move_to("2023-02-01");
    extend(place.open(), grant, &on("2023-09-30"), "The hall is being painted").unwrap();

    let letter = ["Joan Pelham", "Co-ordinator, for the Allenton Big Local Partnership Group", "18 January 2023"];
    let letter = [&letter[..], &["Friday 30 June 2023", "Sunday 30 July 2023"]].concat();
    let (joan, anita) = (place.joan, place.anita);
    let open = place.sit(anita);
    let file = bound(open, id);
    assert_eq!(said(&file), *letter);
    assert_eq!(agreement(&file), &signed);
    assert_eq!(agreement(&alone(open, DocumentKind::Agreement(grant))), &signed, "and when it is printed again");
    assert_eq!(change_letter(&file).signed_by, "Anita Joyce", "nobody has sent it yet");

    // Printed again by another member it is another letter, and not the one that the group was told in.
    place.move_to("2023-02-02");
    printed(place.open(), DocumentKind::DecisionLetter(id));
    printed(place.sit(joan), DocumentKind::ChangeLetter(grant));
    let open = place.sit(anita);
    let own = said(&alone(open, DocumentKind::DecisionLetter(id)));
    assert_eq!([&own[0], &own[2], &own[3]], ["Anita Joyce", "20 January 2023", "Friday 30 June 2023"]);
    let file = bound(open, id);
    assert_eq!(said(&file), *letter);
    assert_eq!((change_letter(&file).signed_by.as_str(), change_letter(&file).date.as_str()), ("Joan Pelham", "1 February 2023"));
}

#[test]
fn a_letter_that_was_written_after_a_call_is_of_the_day_of_the_call_and_the_first_after_it() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    approve(open, id).unwrap();
    told(open, id);
    assert_eq!(said(&bound(open, id))[0], "Joan Pelham");
    place.move_to("2023-01-19");
    printed(place.open(), DocumentKind::DecisionLetter(id));
    let anita = place.anita;
    place.move_to("2023-01-25");
    let open = place.sit(anita);
    printed(open, DocumentKind::DecisionLetter(id));
    let file = said(&bound(open, id));
    assert_eq!([&file[0], &file[2]], ["Joan Pelham", "17 January 2023"]);
}

#[test]
fn what_was_decided_is_in_the_file_of_its_readers_alone_until_the_group_is_told() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    approve(open, id).unwrap();
    embargo::open_early(open, id, "The paper printed it.").unwrap();
    let grant = open.case(id).unwrap().grant_id().unwrap();
    extend(open, grant, &on("2023-09-30"), "The hall is being painted").unwrap();
    let parts = |open: &Open| grant_file::papers(&Desk::of(open).unwrap(), open.case(id).unwrap()).unwrap().unwrap().0.parts;
    let whole = ["Application", "Decision letter", "Agreement", "Change letter"];
    assert_eq!(parts(open), whole);
    let (joan, anita) = (place.joan, place.anita);
    assert_eq!(parts(place.sit(anita)), ["Application"]);
    told(place.sit(joan), id);
    assert_eq!(parts(place.sit(anita)), whole);
}
