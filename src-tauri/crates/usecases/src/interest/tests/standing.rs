//! The standing register, and the names that look like it.

use super::place::{Place, on};
use crate::interest::{NewStanding, TypedAnswer, add_standing, answer, end_standing, gate, matches, register};
use crate::{Error, FieldFault};
use domain::id::MemberId;
use domain::interest::{InterestKind, Reach};

fn entry(member: MemberId, body: &str) -> NewStanding {
    NewStanding {
        member,
        body: body.into(),
        how: "Trustee".into(),
        kind: InterestKind::Loyalty,
        reach: Reach::Direct,
        since: on("2020-05-01"),
    }
}

#[test]
fn everybody_tells_their_own_and_whoever_keeps_the_members_tells_for_others() {
    let mut place = Place::new();
    let (joan, grace, anita) = (place.joan, place.grace, place.anita);
    let open = place.sit(anita);
    let mine = add_standing(open, &entry(anita, "Derby Pantry")).unwrap().value;
    assert!(matches!(add_standing(open, &entry(grace, "Night Owls")), Err(Error::NotPermitted(_))));
    let empty = NewStanding { body: " ".into(), how: String::new(), since: on("2023-01-18"), ..entry(anita, "") };
    let Err(Error::Fields(faults)) = add_standing(open, &empty) else { panic!("three faults") };
    let expected = [("body", FieldFault::Missing), ("how", FieldFault::Missing), ("since", FieldFault::InFuture)];
    assert_eq!(faults, expected.map(|(field, fault)| (field.to_owned(), fault)));

    let open = place.sit(joan);
    let hers = add_standing(open, &entry(grace, "Night Owls")).unwrap().value;
    assert!(matches!(add_standing(open, &entry(MemberId(uuid::Uuid::nil()), "X")), Err(Error::NotFound)));
    let open = place.sit(grace);
    let seen: Vec<_> = register(open).unwrap().standing.into_iter().map(|entry| (entry.body, entry.may_end)).collect();
    assert_eq!(seen, [("Derby Pantry".to_owned(), false), ("Night Owls".to_owned(), true)]);
    assert!(matches!(end_standing(open, mine, &on("2023-01-01")), Err(Error::NotPermitted(_))));
    let Err(Error::Fields(faults)) = end_standing(open, hers, &on("2020-04-30")) else { panic!("before it began") };
    assert_eq!(faults, [("on".to_owned(), FieldFault::EndsBeforeItBegins)]);
    end_standing(open, hers, &on("2023-01-01")).unwrap();
    assert!(matches!(end_standing(open, hers, &on("2023-01-02")), Err(Error::WrongState)));
    let open = place.sit(grace);
    let ended = register(open).unwrap().standing.remove(1);
    assert_eq!((ended.id, ended.ended_on, ended.may_end), (hers, "2023-01-01".parse().ok(), false));
}

#[test]
fn a_group_or_payee_that_looks_like_an_entry_is_shown_to_whoever_may_know_the_name() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let (marcia, ines, anita) = (place.marcia, place.ines, place.anita);
    let open = place.open();
    for (member, body) in [(marcia, "the merrybank grower's group"), (marcia, "Night Owls"), (ines, "Merrybank Growers")] {
        add_standing(open, &entry(member, body)).unwrap();
    }
    let found = matches(open, marcia, open.case(id).unwrap());
    assert_eq!(found.iter().map(|found| found.body.as_str()).collect::<Vec<_>>(), ["the merrybank grower's group"]);
    let open = place.sit(marcia);
    assert_eq!(gate(open, id).unwrap().matches.len(), 1, "before the text");
    answer(open, id, &TypedAnswer::declared("A trustee")).unwrap();
    assert!(gate(open, id).unwrap().matches.is_empty(), "a match would tell the name");
    let open = place.sit(anita);
    assert!(matches(open, ines, open.case(id).unwrap()).is_empty());

    let joan = place.joan;
    let open = place.sit(joan);
    let entry = register(open).unwrap().standing.into_iter().find(|entry| entry.member == ines).unwrap();
    end_standing(open, entry.id, &on("2023-01-17")).unwrap();
    assert!(matches(open, ines, open.case(id).unwrap()).is_empty(), "it ended");
}
