//! Complaints in a register: taken in, acknowledged in time or not, and kept from whoever they are about.

use super::{TypedComplaint, TypedStep, add, list, record_step};
use crate::home::{Matter, chores};
use crate::interest::tests::place::{Place, approve, day, on};
use crate::interest::{TypedAnswer, answer};
use crate::{Error, FieldFault, Open};
use domain::complaint::{ComplaintKind, ComplaintOutcome, StepKind};
use domain::id::{ApplicationId, MemberId};

fn complaint(kind: ComplaintKind) -> TypedComplaint {
    TypedComplaint {
        kind,
        application: None,
        about: None,
        received_on: on("2023-01-10"),
        who: "Mrs Ivy Thorn".into(),
        words: "My name was on the noticeboard.".into(),
    }
}

fn step(kind: StepKind, when: &str) -> TypedStep {
    TypedStep { kind, on: on(when), words: "We wrote to her.".into(), outcome: None }
}

fn appeal(application: ApplicationId) -> TypedComplaint {
    TypedComplaint { application: Some(application), words: "We were not told why.".into(), ..complaint(ComplaintKind::Appeal) }
}

fn fields<T: std::fmt::Debug>(result: crate::Result<T>) -> Vec<(String, FieldFault)> {
    match result {
        Err(Error::Fields(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

fn waits(open: &Open) -> Vec<Option<u32>> {
    let today = open.today();
    let chores = chores(open).unwrap();
    let ours = chores.iter().filter(|chore| matches!(chore.matter, Matter::AnswerComplaint(_)));
    ours.map(|chore| chore.days_late(today)).collect()
}

#[test]
fn one_about_personal_data_is_due_after_thirty_days_and_needs_somebody_until_it_is_acknowledged() {
    let mut place = Place::new();
    let anita = place.anita;
    let open = place.open();
    let id = add(open, &complaint(ComplaintKind::DataProtection)).unwrap().value;
    add(open, &complaint(ComplaintKind::Complaint)).unwrap();
    let due = list(open).unwrap()[0].standing;
    assert_eq!((due.acknowledge_by, due.overdue), (Some(day("2023-02-09")), false));
    assert_eq!(waits(open), [None]);
    let joan = place.joan;
    place.move_to("2023-02-12");
    let open = place.sit(joan);
    assert!(list(open).unwrap()[0].standing.overdue);
    assert_eq!(waits(open), [Some(3)]);
    assert_eq!(waits(place.sit(anita)), [], "it is not for the clerk to know");
    let open = place.sit(joan);
    record_step(open, id, &step(StepKind::Acknowledged, "2023-02-12")).unwrap();
    assert_eq!(waits(open), []);
    assert!(matches!(record_step(open, id, &step(StepKind::Acknowledged, "2023-02-12")), Err(Error::WrongState)));
    let early = record_step(open, id, &step(StepKind::Note, "2023-01-09"));
    assert_eq!(fields(early), [("on".to_owned(), FieldFault::EndsBeforeItBegins)]);
    let outcome = TypedStep { outcome: Some(ComplaintOutcome::Upheld), ..step(StepKind::Outcome, "2023-02-12") };
    record_step(open, id, &outcome).unwrap();
    let held = list(open).unwrap().into_iter().find(|one| one.id == id).unwrap();
    assert!(held.standing.over);
    assert_eq!(held.steps.iter().map(|step| step.outcome).collect::<Vec<_>>(), [None, Some(ComplaintOutcome::Upheld)]);
}

#[test]
fn whoever_it_is_about_does_not_read_it_nor_take_it_in_and_the_journal_names_nobody() {
    let mut place = Place::new();
    let (joan, marcia, grace, ines) = (place.joan, place.marcia, place.grace, place.ines);
    let about = |member: MemberId| TypedComplaint { about: Some(member), ..complaint(ComplaintKind::Complaint) };
    assert_eq!(fields(add(place.open(), &about(joan))), [("aboutMember".to_owned(), FieldFault::OneSelf)]);
    let id = add(place.open(), &about(marcia)).unwrap().value;
    record_step(place.open(), id, &step(StepKind::Note, "2023-01-12")).unwrap();
    for (member, reads) in [(joan, 1), (marcia, 0), (grace, 1), (ines, 0)] {
        assert_eq!(list(place.sit(member)).unwrap().len(), reads);
    }
    let refused = record_step(place.sit(marcia), id, &step(StepKind::Note, "2023-01-12"));
    assert!(matches!(refused, Err(Error::NotFound)));
    assert!(matches!(add(place.sit(ines), &about(marcia)), Err(Error::NotPermitted(_))));
    let entries = place.open().register().read(|tx| tx.entries(None, 1000)).unwrap();
    let ours: Vec<String> = entries.iter().filter(|entry| entry.kind.starts_with("complaint")).map(|entry| format!("{entry:?}")).collect();
    assert_eq!(ours.len(), 2);
    let named = ["Thorn", "noticeboard", &marcia.0.to_string()];
    assert!(ours.iter().all(|entry| named.iter().all(|name| !entry.contains(name))), "{ours:?}");
    let words = place.open().register().read(|tx| tx.complaints(store::Which::All)).unwrap().remove(0).words;
    place.sit(joan);
    assert!(place.opened_by(joan).contains(&words) && !place.opened_by(marcia).contains(&words));
}

#[test]
fn an_appeal_names_a_decision_and_is_kept_from_those_with_an_interest_in_the_application() {
    let mut place = Place::new();
    let (joan, marcia) = (place.joan, place.marcia);
    let application = place.received("Merrybank Growers");
    let open = place.open();
    assert!(matches!(add(open, &appeal(application)), Err(Error::NotFound)), "nothing was decided");
    approve(open, application).unwrap();
    let without = TypedComplaint { application: None, ..appeal(application) };
    assert_eq!(fields(add(open, &without)), [("applicationId".to_owned(), FieldFault::Missing)]);
    let id = add(open, &appeal(application)).unwrap().value;
    assert_eq!(list(place.sit(marcia)).unwrap().len(), 1);
    answer(place.open(), application, &TypedAnswer::declared("My sister runs it.")).unwrap();
    assert_eq!(list(place.sit(joan)).unwrap().len(), 1);
    assert_eq!(list(place.sit(marcia)).unwrap().len(), 0);
    let look_again = TypedStep { outcome: Some(ComplaintOutcome::LookAgain), ..step(StepKind::Outcome, "2023-01-17") };
    let open = place.sit(joan);
    record_step(open, id, &look_again).unwrap();
    let other = add(open, &complaint(ComplaintKind::Complaint)).unwrap().value;
    assert!(matches!(record_step(open, other, &look_again), Err(Error::WrongState)), "only an appeal is looked at again");
}
