//! The Chair and the Vice-chairs (§8.5).

use super::*;
use crate::application;
use domain::membership::TieKind;

fn appointment(office: Office, on: &str, nominees: Vec<TypedNominee>) -> TypedAppointment {
    TypedAppointment { office, on: typed(on), nominees, in_place_of: None }
}

fn readers(open: &Open, id: domain::id::ApplicationId) -> Vec<String> {
    open.readers_of(open.case(id).unwrap())
}

#[test]
fn a_new_chair_has_the_office_and_its_role_and_reads_what_the_chair_reads() {
    let (_home, mut open, members) = partnership();
    let (ada, di) = (members[0], members[3]);
    for (member, words) in [(ada, "zebra yogurt wombat velvet umpire"), (di, "abacus abdomen abide zoom quilt")] {
        member::give_vault(&mut open, member, &Passphrase::typed(words), KdfCost::for_tests()).unwrap();
    }
    let id = application::start(&mut open).unwrap().value;
    assert_eq!(readers(&open, id), ["Joan Pelham", "Ada Brook"]);
    assert_eq!(appoint(&mut open, &appointment(Office::Chair, "2023-02-01", vec![nominee(di, "")])).unwrap().value, di);
    assert_eq!(
        (seat_of(&open, ada, "2023-01-31").unwrap().office, seat_of(&open, di, "2023-01-31").unwrap().office),
        (Some(Office::Chair), None)
    );
    assert_eq!(
        (seat_of(&open, ada, "2023-02-01").unwrap().office, seat_of(&open, di, "2023-02-01").unwrap().office),
        (None, Some(Office::Chair))
    );
    assert_eq!((role_of(&open, ada), role_of(&open, di)), (Role::Resident, Role::Chair));
    assert_eq!(readers(&open, id), ["Joan Pelham", "Di Evans"]);
    let folder = open.register().folder().to_owned();
    open.close().unwrap();
    let open = register::open(&folder, di.0, &words(), Arc::new(SystemSurroundings)).unwrap();
    assert!(open.case(id).unwrap().on_screen().is_some() || open.case(id).unwrap().gate.is_some(), "sealed to the new chair too");
}

#[test]
fn an_office_goes_only_to_somebody_who_may_hold_it_and_consents() {
    let (_home, mut open, members) = partnership();
    let (di, ed, adviser) = (members[3], members[4], members[8]);
    let mut unasked = nominee(di, "");
    unasked.consents = false;
    assert_eq!(refused_office(appoint(&mut open, &appointment(Office::Chair, "2023-02-01", vec![unasked]))), OfficeProblem::NoConsent);
    let to = |member| appointment(Office::Chair, "2023-02-01", vec![nominee(member, "")]);
    assert_eq!(refused_office(appoint(&mut open, &to(adviser))), OfficeProblem::NotAResident);
    for (member, kind) in [(di, TieKind::Lto), (ed, TieKind::PaidPost)] {
        record_tie(&mut open, &TypedTie { member, kind, what: "Youth worker".to_owned(), since: typed("2022-05-01") }).unwrap();
    }
    assert_eq!(refused_office(appoint(&mut open, &to(di))), OfficeProblem::Attached);
    assert_eq!(refused_office(appoint(&mut open, &to(ed))), OfficeProblem::PaidPost);
    let third = appointment(Office::ViceChair, "2023-02-01", vec![nominee(members[5], "")]);
    assert_eq!(refused_office(appoint(&mut open, &third)), OfficeProblem::NoPlace);
    let head = open.register().head().unwrap();
    assert_eq!(faults(appoint(&mut open, &appointment(Office::Chair, "2022-03-31", vec![nominee(di, "")])))[0].0, "on");
    assert_eq!(faults(appoint(&mut open, &appointment(Office::Chair, "2023-02-01", vec![])))[0].0, "nominees");
    assert_eq!(open.register().head().unwrap(), head);
    // Beside a Vice-chair who is independent, an attached one may stand; and the attachment ends one day.
    let beside = TypedAppointment { in_place_of: Some(members[1]), ..appointment(Office::ViceChair, "2023-02-01", vec![nominee(di, "")]) };
    appoint(&mut open, &beside).unwrap();
    assert_eq!(role_of(&open, members[1]), Role::Resident);
    assert!(seat_of(&open, di, "2023-02-01").unwrap().lto);
    let tie = person(&open, di).unwrap().ties[0].id;
    end_tie(&mut open, tie, &typed("2023-03-01")).unwrap();
    assert!(!seat_of(&open, di, "2023-03-01").unwrap().lto);
    assert!(matches!(end_tie(&mut open, tie, &typed("2023-03-01")), Err(Error::WrongState)));
}

#[test]
fn more_than_one_nominee_is_voted_on_by_written_ballot_and_the_votes_are_kept() {
    let (_home, mut open, members) = partnership();
    let (di, ed) = (members[3], members[4]);
    let ballot = |votes: [&str; 2]| appointment(Office::Chair, "2023-02-01", vec![nominee(di, votes[0]), nominee(ed, votes[1])]);
    assert_eq!(faults(appoint(&mut open, &ballot(["4", ""]))), [("votes.1".to_owned(), FieldFault::Missing)]);
    assert_eq!(faults(appoint(&mut open, &ballot(["four", "3"]))), [("votes.0".to_owned(), FieldFault::NotANumber)]);
    assert_eq!(refused_office(appoint(&mut open, &ballot(["4", "4"]))), OfficeProblem::Tied { between: vec![di, ed] });
    assert_eq!(refused_office(appoint(&mut open, &ballot(["5", "4"]))), OfficeProblem::TooManyVotes { cast: 9, eligible: 8 });
    assert_eq!(seat_of(&open, members[0], "2023-02-01").unwrap().office, Some(Office::Chair), "nothing was changed");
    assert_eq!(appoint(&mut open, &ballot(["3", "4"])).unwrap().value, ed);
    let (office, votes) = person(&open, ed).unwrap().offices.remove(0);
    assert_eq!((office.office, office.how), (Office::Chair, domain::membership::OfficeBy::Ballot));
    assert_eq!(votes.iter().map(|line| (line.name.as_str(), line.votes)).collect::<Vec<_>>(), [("Di Evans", 3), ("Ed Frost", 4)]);
}

#[test]
fn a_vice_chair_who_becomes_chair_leaves_a_place_free() {
    let (_home, mut open, members) = partnership();
    let ben = members[1];
    appoint(&mut open, &appointment(Office::Chair, "2023-02-01", vec![nominee(ben, "")])).unwrap();
    assert_eq!(role_of(&open, ben), Role::Chair);
    let offices = person(&open, ben).unwrap().offices;
    assert_eq!((offices[1].0.office, offices[1].0.ended_on), (Office::ViceChair, Some(day("2023-02-01"))));
    assert_eq!(found(&open, Rule::ViceChairs, "2023-02-01"), (false, 1, vec![]));
    appoint(&mut open, &appointment(Office::ViceChair, "2023-02-01", vec![nominee(members[0], "")])).unwrap();
    assert_eq!(role_of(&open, members[0]), Role::ViceChair);
    assert_eq!(found(&open, Rule::ViceChairs, "2023-02-01"), (true, 2, vec![]));
    assert_eq!(found(&open, Rule::Chair, "2023-02-01"), (true, 1, vec![]));
}

#[test]
fn an_office_ends_with_its_role_and_the_seat_stays() {
    let (_home, mut open, members) = partnership();
    end_office(&mut open, members[1], &typed("2023-02-01")).unwrap();
    assert_eq!(role_of(&open, members[1]), Role::Resident);
    assert_eq!(seat_of(&open, members[1], "2023-02-01").unwrap().office, None);
    assert!(matches!(end_office(&mut open, members[1], &typed("2023-02-01")), Err(Error::WrongState)));
}

#[test]
fn whoever_keeps_the_records_keeps_that_role_with_an_office_too() {
    let (_home, mut open, _) = partnership();
    let (joan, today) = (open.member().id, open.today());
    let seat = domain::membership::SeatKind::Resident;
    let given = TypedSeat { member: joan, seat, begins_on: TypedDate::from_date(today), ends_on: TypedDate::default() };
    give_seat(&mut open, &given).unwrap();
    appoint(&mut open, &appointment(Office::Chair, &today.to_string(), vec![nominee(joan, "")])).unwrap();
    assert_eq!((role_of(&open, joan), open.member().role), (Role::Coordinator, Role::Coordinator));
    assert_eq!(seat_of(&open, joan, &today.to_string()).unwrap().office, Some(Office::Chair));
}

#[test]
fn the_last_who_may_keep_the_members_is_not_left_without_that_role() {
    let (_home, mut open, members) = partnership();
    let ada = members[0];
    let words = Passphrase::typed("zebra yogurt wombat velvet umpire");
    member::give_vault(&mut open, ada, &words, KdfCost::for_tests()).unwrap();
    let (joan, today) = (open.member().id, TypedDate::from_date(open.today()));
    let folder = open.register().folder().to_owned();
    open.close().unwrap();
    let mut open = register::open(&folder, ada.0, &words, Arc::new(SystemSurroundings)).unwrap();
    member::leave(&mut open, joan, &today, "").unwrap();
    let head = open.register().head().unwrap();
    let refused = end_office(&mut open, ada, &today).unwrap_err();
    assert!(matches!(refused, Error::Member(member::MemberError::LastKeeper)), "{refused:?}");
    assert_eq!(open.register().head().unwrap(), head);
    assert_eq!(open.member().role, Role::Chair);
}
