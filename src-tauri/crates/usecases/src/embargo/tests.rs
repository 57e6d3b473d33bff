//! Embargoes: opened early for a reason, set on other matters, ended by day or event, and who knows what of them.

use super::{EmbargoLine, TypedEmbargo, end, list, open_early, set, told, told_of_application};
use crate::interest::tests::place::{Place, approve, on};
use crate::interest::{TypedAnswer, answer};
use crate::{Error, FieldFault, Open, decision};
use domain::application::ApplicationState;
use domain::date::TypedDate;
use domain::embargo::{EmbargoReason, EmbargoSubject};
use domain::id::EmbargoId;

fn matter() -> TypedEmbargo {
    TypedEmbargo {
        subject: EmbargoSubject::MeetingItem,
        title: "The lease of the Hub".into(),
        reason: EmbargoReason::NotPublic,
        reason_words: String::new(),
        until_date: on("2023-01-31"),
        until_event: String::new(),
        told: "Win Barlow\n\n Pat Lindley ".into(),
    }
}

fn only(open: &Open) -> (Vec<EmbargoLine>, Vec<EmbargoLine>) {
    let register = list(open).unwrap();
    (register.in_force, register.past)
}

fn fields(error: Error) -> Vec<(String, FieldFault)> {
    match error {
        Error::Fields(faults) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_application_opened_early_is_read_by_everybody_and_the_decision_waits_until_the_group_is_told() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let (joan, ines, anita, grace) = (place.joan, place.ines, place.anita, place.grace);
    answer(place.sit(ines), id, &TypedAnswer::declared("A trustee")).unwrap();
    let open = place.sit(joan);
    approve(open, id).unwrap();
    told_of_application(open, id, "Councillor Ash").unwrap();
    assert_eq!(fields(open_early(open, id, "  ").unwrap_err()), [("reason".to_owned(), FieldFault::Missing)]);
    open_early(open, id, "The newspaper has it").unwrap();
    let entry = open.register().read(|tx| tx.entries(None, 1)).unwrap().remove(0);
    assert!(entry.signed && entry.kind == "embargoOpenedEarly" && format!("{entry:?}").contains("The newspaper has it"));
    assert!(matches!(open_early(open, id, "again"), Err(Error::WrongState)));
    let case = open.case(id).unwrap();
    assert_eq!((case.is_sealed(), case.state()), (false, ApplicationState::Approved));
    assert!(case.decisions[0].words.is_some());

    for member in [anita, ines] {
        let open = place.sit(member);
        let case = open.case(id).unwrap();
        assert_eq!(case.group_name(), Some("Merrybank Growers"));
        assert_eq!(case.decisions[0].words, None, "the group hears it first");
        let line = only(open).1.remove(0);
        assert_eq!(
            (line.opened_early_by.as_deref(), line.opened_early_reason.as_deref()),
            (Some("Joan Pelham"), Some("The newspaper has it"))
        );
        assert_eq!((line.told, line.readers.len(), line.may_end), (vec!["Councillor Ash".to_owned()], 5, false));
    }
    assert!(place.sit(grace).case(id).unwrap().decisions[0].words.is_some());
    let open = place.sit(joan);
    decision::issue(open, id, "2023-01-17".parse().unwrap(), "By letter").unwrap();
    let open = place.sit(anita);
    assert_eq!(open.case(id).unwrap().decisions[0].words.as_ref().unwrap().decided_by, "The partnership meeting");
    assert!(open.register().read(|tx| tx.sealing(id.0, "untold")).unwrap().is_none());
}

#[test]
fn a_decision_recorded_after_an_early_opening_is_sealed_until_the_group_is_told() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let (joan, anita, ines) = (place.joan, place.anita, place.ines);
    open_early(place.open(), id, "It was in the paper").unwrap();
    approve(place.open(), id).unwrap();
    assert_eq!(place.sit(anita).case(id).unwrap().decisions[0].words, None);
    // An interest may still be declared, and takes the decision away.
    let open = place.sit(ines);
    assert!(open.case(id).unwrap().decisions[0].words.is_some());
    answer(open, id, &TypedAnswer::declared("A trustee")).unwrap();
    assert_eq!(open.case(id).unwrap().decisions[0].words, None);
    assert_eq!(open.case(id).unwrap().group_name(), Some("Merrybank Growers"));
    let open = place.sit(joan);
    decision::issue(open, id, "2023-01-17".parse().unwrap(), "By letter").unwrap();
    assert!(place.sit(ines).case(id).unwrap().decisions[0].words.is_some());
}

#[test]
fn an_embargo_needs_its_end_and_for_another_reason_its_words() {
    let mut place = Place::new();
    let none = TypedDate::default();
    let open = place.open();
    for (typed, expected) in [
        (TypedEmbargo { title: " ".into(), ..matter() }, vec!["title"]),
        (TypedEmbargo { reason: EmbargoReason::Other, ..matter() }, vec!["reasonWords"]),
        (TypedEmbargo { until_date: none.clone(), ..matter() }, vec!["untilDate"]),
        (TypedEmbargo { until_date: on("2023-01-16"), ..matter() }, vec!["untilDate"]),
    ] {
        let faults = fields(set(open, &typed).unwrap_err());
        assert_eq!(faults.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), expected);
    }
    let application = TypedEmbargo { subject: EmbargoSubject::Application, ..matter() };
    assert!(matches!(set(open, &application), Err(Error::WrongState)));
    set(open, &TypedEmbargo { until_date: none, until_event: "The letters are sent".into(), ..matter() }).unwrap();
    set(open, &TypedEmbargo { until_date: on("2023-01-17"), ..matter() }).unwrap();
    let ines = place.ines;
    assert!(matches!(set(place.sit(ines), &matter()), Err(Error::NotPermitted(_))));
}

#[test]
fn what_a_matter_is_about_is_for_its_readers_until_it_ends_by_its_day() {
    let mut place = Place::new();
    let (joan, anita) = (place.joan, place.anita);
    let id = set(place.open(), &matter()).unwrap().value;
    assert!(!place.journal().contains("Hub") && !place.journal().contains("Barlow"));
    let line = only(place.open()).0.remove(0);
    assert_eq!((line.title.as_deref(), line.may_end), (Some("The lease of the Hub"), true));
    assert_eq!(line.told, ["Win Barlow", "Pat Lindley"]);
    let open = place.sit(anita);
    let line = only(open).0.remove(0);
    assert_eq!((line.title, line.told.len(), line.may_end), (None, 0, false));
    assert_eq!((line.subject, line.until_date), (EmbargoSubject::MeetingItem, "2023-01-31".parse().ok()));
    assert_eq!(line.readers, ["Joan Pelham", "Marcia Lowe", "Grace Adeyemi", "Ines Marlow"]);
    assert!(matches!(told(open, id, "x"), Err(Error::NotPermitted(_))));

    // The day after its last, the next reader who sits down seals it to everybody.
    place.move_to("2023-02-01");
    assert_eq!(only(place.sit(anita)).1.remove(0).title, None);
    let open = place.sit(joan);
    assert!(matches!(end(open, id, true, ""), Err(Error::WrongState)));
    assert!(matches!(told(open, id, "x"), Err(Error::WrongState)));
    let line = only(place.sit(anita)).1.remove(0);
    assert_eq!((line.title.as_deref(), line.ended_on), (Some("The lease of the Hub"), "2023-02-01".parse().ok()));
    assert_eq!(line.told.len(), 2);
}

#[test]
fn a_matter_ends_when_what_was_to_end_it_happened_or_early_for_a_reason() {
    let mut place = Place::new();
    let (joan, anita) = (place.joan, place.anita);
    let typed = TypedEmbargo { until_date: TypedDate::default(), until_event: "The lease is signed".into(), ..matter() };
    let open = place.open();
    let (one, two) = (set(open, &typed).unwrap().value, set(open, &typed).unwrap().value);
    told(open, one, "Grace Adeyemi").unwrap();
    end(open, one, true, "").unwrap();
    assert_eq!(fields(end(open, two, false, " ").unwrap_err()), [("reason".to_owned(), FieldFault::Missing)]);
    end(open, two, false, "Everybody knows").unwrap();
    assert!(matches!(end(open, two, true, ""), Err(Error::WrongState)));
    assert!(matches!(end(open, EmbargoId(uuid::Uuid::nil()), true, ""), Err(Error::NotFound)));
    let past = only(place.sit(anita)).1;
    let early: Vec<_> = past.iter().map(|line| (EmbargoId(line.id) == two, line.opened_early_reason.as_deref())).collect();
    assert!(early.contains(&(true, Some("Everybody knows"))) && early.contains(&(false, None)));
    assert!(past.iter().all(|line| line.title.as_deref() == Some("The lease of the Hub")));
    assert_eq!(past.iter().find(|line| EmbargoId(line.id) == one).unwrap().told.len(), 3);
    place.sit(joan);
}
