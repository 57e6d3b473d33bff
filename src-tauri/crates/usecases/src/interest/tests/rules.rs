//! The rules of the gate, one by one.

use super::place::{Place, at_register, on};
use crate::application::{self, AttachmentKind, NewFile};
use crate::document::{DocumentKind, Size, make};
use crate::interest::{Said, TypedAnswer, answer, bring_in, bring_in_paper, declared, gate, on_paper, register, rule};
use crate::{Error, FieldFault, Open, decision, find, home, seal};
use domain::id::ApplicationId;
use domain::interest::{Answer, InterestKind, Reach, Sight, Stance};
use domain::member::Role;
use serde_json::json;
use store::{Event, Way};

const GROUP: &str = "Merrybank Growers";

fn file() -> NewFile {
    NewFile { name: "Merrybank form.pdf".into(), bytes: b"%PDF-1.7 Merrybank".to_vec() }
}

/// An application with a file and a note.
fn whole(place: &mut Place) -> ApplicationId {
    let id = place.received(GROUP);
    application::attach(place.open(), id, AttachmentKind::Scan, &[file()]).unwrap();
    application::add_note(place.open(), id, true, &on("2023-01-17"), "Win Barlow phoned about Merrybank").unwrap();
    id
}

/// What is shown of a case outside the gate.
fn shown(open: &Open, id: ApplicationId) -> String {
    let case = open.case(id).unwrap();
    assert!(!case.is_readable() && case.group_name().is_none() && case.asked().is_none() && case.on_screen().is_none());
    let mut silent = case.clone();
    silent.gate = None;
    let filter = application::ApplicationFilter {
        text: String::new(),
        states: vec![],
        stage: None,
        sort: application::ApplicationSort::Group,
        descending: false,
        offset: 0,
        limit: 50,
    };
    let page = application::list(open, &filter);
    assert_eq!((page.total, page.asked.pence()), (1, 0));
    let home = home::home(open);
    assert_eq!(home.waiting.pence(), 0);
    assert!(home.tasks.iter().all(|task| task.case.group_name().is_none()));
    for word in ["merrybank", "barlow", "quiet", "timber", "phoned", "sorrel"] {
        assert!(find::find(open, word).is_empty(), "{word}");
    }
    let scan = case.attachments[0].id;
    assert!(matches!(application::content(open, scan), Err(Error::NotFound)));
    assert!(matches!(make(open, DocumentKind::Application(id), Size::Standard), Err(Error::NotFound)));
    let story = crate::grant::story(open, case);
    assert!(story.iter().all(|line| line.text.is_none()));
    format!("{silent:?} {story:?} {:?}", find::find(open, "cc-"))
}

#[test]
fn whoever_did_not_type_it_in_meets_the_gate_and_reads_after_saying_they_have_no_interest() {
    let mut place = Place::new();
    let id = whole(&mut place);
    assert_eq!(place.open().case(id).unwrap().sight, Sight::Whole, "the typist has read it already");
    let marcia = place.marcia;
    let open = place.sit(marcia);
    let told = shown(open, id);
    assert!(!told.contains("Merrybank") && !told.contains("Barlow"), "{told}");

    let before = gate(open, id).unwrap();
    let summary = before.summary.unwrap();
    assert_eq!((summary.group_name.as_str(), summary.one_line.as_str()), (GROUP, "Raised beds and soil"));
    assert_eq!(summary.people, [("Treasurer".to_owned(), "Win Barlow".to_owned())]);
    assert_eq!((summary.meets_at.as_str(), summary.asked.map(domain::Money::pence)), ("2 Sorrel Walk, Allenton", Some(40_000)));
    assert_eq!((before.stance, before.said), (Stance::Unanswered, None));
    assert!(open.case(id).unwrap().asks_interest());
    // Nothing is done to what one has not read.
    let head = open.register().head().unwrap();
    assert!(matches!(super::place::approve(open, id), Err(Error::NotFound)));
    assert!(matches!(declared(open, id), Err(Error::NotFound)));
    assert_eq!(open.register().head().unwrap(), head);

    answer(open, id, &TypedAnswer::none()).unwrap();
    let case = open.case(id).unwrap();
    assert_eq!((case.group_name(), case.asks_interest(), case.stance(marcia)), (Some(GROUP), false, Stance::Clear));
    assert_eq!(find::find(open, "timber").len(), 1);
    let said = gate(open, id).unwrap().said.unwrap();
    assert_eq!((said.answer, said.how), (Answer::NoInterest, None));
    let entry = open.register().read(|tx| tx.entries(None, 1)).unwrap().remove(0);
    assert!(entry.kind == "interestAnswered" && entry.signed);
}

#[test]
fn an_interest_takes_every_blob_of_the_application_away_in_the_same_change() {
    let mut place = Place::new();
    let (id, other) = (whole(&mut place), place.received("Night Owls"));
    let marcia = place.marcia;
    answer(place.sit(marcia), id, &TypedAnswer::none()).unwrap();
    let before = place.opened_by(marcia);
    let head = place.open().register().head().unwrap();
    // She has read it, and sees only then whose brother the treasurer is.
    answer(place.open(), id, &TypedAnswer::declared("Win Barlow is my brother")).unwrap();
    let open = place.open();
    assert_eq!(open.register().head().unwrap().seq, head.seq + 1, "one event");
    let case = open.case(id).unwrap();
    assert_eq!((case.sight, case.gate.as_ref()), (Sight::Reference, None));
    assert!(!format!("{case:?}").contains("Merrybank"));
    assert_eq!(open.readers_of(case), ["Joan Pelham", "Grace Adeyemi", "Ines Marlow"]);
    assert!(matches!(rule(open, id, marcia, false, "none"), Err(Error::OwnInterest)));
    let beyond = gate(open, id).unwrap();
    assert!(beyond.summary.is_none() && beyond.stance == Stance::Conflicted);
    let said = beyond.said.unwrap();
    assert_eq!((said.answer, said.how, said.kinds), (Answer::Interest, None, vec![]));

    // Her keys open what is left to her, the other application, and nothing of this one.
    let left = place.opened_by(marcia);
    assert!(before.len() >= 5 && left.len() == 1, "{before:?} {left:?}");
    assert_eq!(place.log(), 0, "the log keeps no former copy");
    assert!(!place.journal().contains("brother"));
    assert!(place.open().case(other).unwrap().gate.is_some());
    let joan = place.joan;
    let open = place.sit(joan);
    let told = declared(open, id).unwrap().remove(0);
    assert_eq!((told.member, told.said.how.as_deref()), (marcia, Some("Win Barlow is my brother")));
    assert!(!told.may_rule, "the co-ordinator does not settle it");
    // What is kept later is not sealed to her either.
    application::add_note(open, id, false, &on("2023-01-17"), "Asked for a quote").unwrap();
    assert_eq!(place.opened_by(marcia), left);
}

#[test]
fn doubt_is_an_interest_until_the_chair_has_settled_it() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let (marcia, grace, ines, joan) = (place.marcia, place.grace, place.ines, place.joan);
    answer(place.sit(grace), id, &TypedAnswer::unsure("I buy their vegetables")).unwrap();
    assert_eq!(place.open().case(id).unwrap().sight, Sight::Reference);
    assert!(matches!(answer(place.open(), id, &TypedAnswer::none()), Err(Error::WrongState)), "one cannot take it back");
    answer(place.sit(ines), id, &TypedAnswer::declared("A trustee")).unwrap();
    assert!(matches!(rule(place.sit(joan), id, grace, false, "x"), Err(Error::NotPermitted(_))));

    let open = place.sit(marcia);
    assert!(matches!(rule(open, id, grace, false, "x"), Err(Error::NotFound)), "the chair has not read it");
    answer(open, id, &TypedAnswer::none()).unwrap();
    let Err(Error::Fields(faults)) = rule(open, id, grace, false, " ") else { panic!("no reason") };
    assert_eq!(faults, [("reason".to_owned(), FieldFault::Missing)]);
    assert!(matches!(rule(open, id, joan, true, "x"), Err(Error::WrongState)), "nothing was declared");
    let may: Vec<_> = declared(open, id).unwrap().into_iter().map(|one| (one.member, one.may_rule)).collect();
    assert_eq!(may, [(grace, true), (ines, true), (marcia, false)]);
    rule(open, id, grace, false, "Buying vegetables is no tie").unwrap();
    rule(open, id, ines, true, "A trustee takes no part").unwrap();
    let all = register(open).unwrap().declared;
    assert_eq!(all.len(), 2);
    let settled = all.iter().find(|one| one.member == grace).unwrap();
    assert_eq!((settled.stance, settled.ruled_by), (Stance::Clear, Some(marcia)));
    assert_eq!(settled.ruled_reason.as_deref(), Some("Buying vegetables is no tie"));
    assert_eq!(settled.said.how.as_deref(), Some("I buy their vegetables"));
    assert!(!place.journal().contains("vegetables"));

    assert_eq!(place.sit(grace).case(id).unwrap().group_name(), Some(GROUP));
    let open = place.sit(ines);
    assert_eq!((open.case(id).unwrap().sight, open.case(id).unwrap().stance(ines)), (Sight::Reference, Stance::Conflicted));
    let mine = register(open).unwrap().declared;
    assert_eq!(mine.len(), 1, "one's own answer, without its words");
    assert_eq!((mine[0].member, mine[0].said.how.as_deref(), mine[0].ruled_reason.as_deref()), (ines, None, None));
}

#[test]
fn the_co_ordinator_who_declares_does_nothing_more_to_it_and_the_next_reader_can() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let (joan, marcia) = (place.joan, place.marcia);
    let scan = place.open().case(id).unwrap().attachments[0].id;
    answer(place.open(), id, &TypedAnswer::declared("My daughter runs it")).unwrap();
    assert!(place.opened_by(joan).is_empty());
    let open = place.open();
    let head = open.register().head().unwrap();
    for refused in [
        application::withdraw(open, id, "x").map(drop),
        application::start_correction(open, id).map(drop),
        application::add_note(open, id, false, &on("2023-01-17"), "x").map(drop),
        application::attach(open, id, AttachmentKind::Letter, &[file()]).map(drop),
        application::remove_attachment(open, scan, "x").map(drop),
        super::place::approve(open, id),
        crate::embargo::open_early(open, id, "x").map(drop),
        crate::embargo::told_of_application(open, id, "x").map(drop),
    ] {
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
    assert_eq!(open.register().head().unwrap(), head);
    // She adds a member who may read it, and cannot seal it to them: whoever can does.
    let tom = at_register(open, "Tom Adeyemi", Role::ViceChair);
    assert!(place.opened_by(tom).is_empty());
    place.sit(marcia);
    assert!(place.opened_by(tom).len() >= 5 && place.opened_by(joan).is_empty());
    assert!(place.journal().contains("sealedAnew"));
}

#[test]
fn an_answer_is_read_whole_or_says_every_field_that_is_missing() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let anita = place.anita;
    let interest = |kinds: Vec<InterestKind>, reach, how: &str| TypedAnswer { answer: Answer::Interest, kinds, reach, how: how.into() };
    for (typed, missing) in [
        (interest(vec![], None, " "), vec!["kinds", "reach", "how"]),
        (interest(vec![InterestKind::Personal], None, "x"), vec!["reach"]),
        (interest(vec![], Some(Reach::Direct), "x"), vec!["kinds"]),
    ] {
        let Err(Error::Fields(faults)) = answer(place.open(), id, &typed) else { panic!("{typed:?}") };
        assert_eq!(faults.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), missing);
    }
    for ruling in [Answer::RuledNone, Answer::RuledInterest] {
        let typed = TypedAnswer { answer: ruling, ..TypedAnswer::none() };
        assert!(matches!(answer(place.open(), id, &typed), Err(Error::NotFound)));
    }
    let open = place.sit(anita);
    assert!(matches!(answer(open, id, &TypedAnswer::none()), Err(Error::NotPermitted(_))));
    assert!(matches!(gate(open, id), Err(Error::NotFound)));
    assert!(register(open).unwrap().declared.is_empty());
}

#[test]
fn what_was_said_elsewhere_comes_in_once_and_takes_the_text_away_as_soon_as_somebody_can() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let (joan, marcia, ines) = (place.joan, place.marcia, place.ines);
    let fact = exchange::SignedFact { text: "{\"answer\":\"interest\"}".into(), signature: Some("signed".into()) };
    let said = Said {
        interest_id: fact.id(),
        application_id: id,
        member_id: ines,
        answer: Answer::Interest,
        kinds: vec![InterestKind::Financial],
        reach: Some(Reach::Direct),
        how: "They rent my garage".into(),
        said_at: "2023-01-12T20:00:00Z".parse().unwrap(),
        fact: Some(fact),
    };
    let bring = |open: &mut Open, said: &Said| {
        open.change_register(|tx| {
            bring_in(tx, std::slice::from_ref(said))?;
            Ok(((), Event { kind: "test", subject: None, payload: json!({}), touched: &[], signed: false }))
        })
        .unwrap();
    };
    // Joan is out of it herself: she takes the answer in, and cannot seal the application without Ines.
    answer(place.open(), id, &TypedAnswer::declared("My daughter runs it")).unwrap();
    bring(place.open(), &said);
    bring(place.open(), &said);
    assert!(!place.opened_by(ines).is_empty());
    let open = place.sit(marcia);
    answer(open, id, &TypedAnswer::none()).unwrap();
    let told = declared(open, id).unwrap();
    assert_eq!(told.iter().map(|one| one.member).collect::<Vec<_>>(), [joan, ines, marcia]);
    assert_eq!((told[1].said.way, told[1].said.how.as_deref()), (Way::Signed, Some("They rent my garage")));
    assert_eq!(told[1].said.on, "2023-01-12".parse().unwrap());
    assert!(place.opened_by(ines).is_empty(), "taken away when Marcia sat down");
    assert!(!place.journal().contains("garage"));
    assert!(!place.open().register().read(seal::is_due).unwrap());
}

#[test]
fn what_was_sealed_while_the_rest_waited_is_sealed_anew_with_it() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let (joan, marcia, anita) = (place.joan, place.marcia, place.anita);
    // Joan is out of it. She adds a reader, for whom the application waits, and types in something that is sealed to him.
    answer(place.open(), id, &TypedAnswer::declared("My daughter runs it")).unwrap();
    let tom = at_register(place.open(), "Tom Adeyemi", Role::ViceChair);
    let open = place.open();
    let said = on_paper(open, anita, id, &TypedAnswer::declared("I do their books")).unwrap();
    open.change_register(|tx| {
        bring_in_paper(tx, &said)?;
        Ok(((), Event { kind: "test", subject: None, payload: json!({}), touched: &[], signed: false }))
    })
    .unwrap();
    assert_eq!(place.opened_by(tom).len(), 1);
    // Now the readers are again those for whom the rest was sealed.
    crate::member::change(place.open(), tom, &super::place::typed_member("Tom Adeyemi", Role::LtoClerk)).unwrap();
    place.sit(marcia);
    assert!(place.opened_by(tom).is_empty() && place.opened_by(joan).is_empty());
    assert!(place.opened_by(marcia).len() >= 6);
}

#[test]
fn when_the_group_was_told_there_is_no_gate_and_nothing_to_declare() {
    let mut place = Place::new();
    let id = whole(&mut place);
    let (marcia, ines) = (place.marcia, place.ines);
    answer(place.sit(ines), id, &TypedAnswer::declared("A trustee")).unwrap();
    let joan = place.joan;
    super::place::approve(place.sit(joan), id).unwrap();
    decision::issue(place.open(), id, "2023-01-17".parse().unwrap(), "By letter").unwrap();
    for member in [marcia, ines, place.anita] {
        let open = place.sit(member);
        let case = open.case(id).unwrap();
        assert_eq!((case.sight, case.group_name(), case.asks_interest()), (Sight::Whole, Some(GROUP), false));
        assert_eq!(open.readers_of(case).len(), 5);
    }
    let open = place.sit(marcia);
    assert!(matches!(answer(open, id, &TypedAnswer::declared("x")), Err(Error::WrongState)));
    assert!(matches!(rule(open, id, ines, false, "x"), Err(Error::WrongState)));
    assert_eq!(declared(open, id).unwrap()[0].said.how.as_deref(), Some("A trustee"), "the minutes say who and how");
}

#[test]
fn on_ten_thousand_applications_it_takes_no_time_to_see_that_nothing_is_due() {
    let mut place = Place::new();
    let marcia = place.marcia;
    place
        .open()
        .change_register(|tx| {
            for number in 0..10_000 {
                let id = tx.new_id();
                let blob_id = seal::put(tx, id, b"{}")?;
                tx.insert_application(id, blob_id)?;
                if number % 50 == 0 {
                    let (interest_id, said_on) = (tx.new_id(), tx.today());
                    let (member_id, answer, way) = (marcia.0, Answer::Unsure, Way::Here);
                    let new = store::NewInterest { interest_id, application_id: id, member_id, answer, way, words: None, said_on };
                    tx.insert_interest(&new)?;
                }
            }
            seal::settle(tx)?;
            Ok(((), Event { kind: "test", subject: None, payload: json!({}), touched: &[], signed: false }))
        })
        .unwrap();
    let began = std::time::Instant::now();
    let due = place.open().register().read(seal::is_due).unwrap();
    let took = began.elapsed();
    assert!(!due);
    // Measured at 15 milliseconds; a busy computer is given far more.
    assert!(took < std::time::Duration::from_secs(1), "{took:?}");
}
