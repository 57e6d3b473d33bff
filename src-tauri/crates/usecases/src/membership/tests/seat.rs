//! Seats that are given by hand, and the ends of seats (§8.3, §8.11, Appendix 1).

use super::*;
use domain::meeting::VoteRefusal;
use domain::membership::SeatKind;

fn seat(member: MemberId, seat: SeatKind, begins: &str, ends: TypedDate) -> TypedSeat {
    TypedSeat { member, seat, begins_on: typed(begins), ends_on: ends }
}

#[test]
fn a_seat_is_given_for_three_years_at_most_and_only_to_somebody_without_one() {
    let (_home, mut open, members) = partnership();
    let kim = added(&mut open, "Kim Lowe", Role::ReadOnly, Residency::Lives);
    assert_eq!(seat_of(&open, kim, "2022-06-01"), None);
    let long = seat(kim, SeatKind::Resident, "2022-06-01", typed("2025-06-02"));
    assert_eq!(faults(give_seat(&mut open, &long)), [("endsOn".to_owned(), FieldFault::TermTooLong { most: 3 })]);
    let future = seat(kim, SeatKind::Resident, "2999-06-01", TypedDate::default());
    assert_eq!(faults(give_seat(&mut open, &future)), [("beginsOn".to_owned(), FieldFault::InFuture)]);
    give_seat(&mut open, &seat(kim, SeatKind::Resident, "2022-06-01", TypedDate::default())).unwrap();
    let again = seat(kim, SeatKind::Advisory, "2025-06-01", TypedDate::default());
    assert_eq!(refused_seat(give_seat(&mut open, &again)), SeatProblem::HasASeat, "the last day of the first");
    give_seat(&mut open, &seat(kim, SeatKind::Advisory, "2025-06-02", TypedDate::default())).unwrap();
    assert!(seat_of(&open, kim, "2025-06-01").unwrap().resident);
    assert!(!seat_of(&open, kim, "2025-06-02").unwrap().resident);
    assert_eq!(role_of(&open, kim), Role::ReadOnly, "a seat is not a role at the register");

    member::leave(&mut open, members[9], &typed("2023-01-01"), "").unwrap();
    let gone = seat(members[9], SeatKind::Advisory, "2023-02-01", TypedDate::default());
    assert!(matches!(give_seat(&mut open, &gone), Err(Error::Member(member::MemberError::HasLeft))));
}

#[test]
fn there_is_no_twenty_first_seat() {
    // §8.3.
    let (_home, mut open, _) = partnership();
    for number in 11..=20 {
        added(&mut open, &format!("Member {number}"), Role::Resident, Residency::Lives);
    }
    let kim = added(&mut open, "Kim Lowe", Role::ReadOnly, Residency::Lives);
    let one_more = seat(kim, SeatKind::Resident, "2022-06-01", TypedDate::default());
    assert_eq!(refused_seat(give_seat(&mut open, &one_more)), SeatProblem::Full);
    assert_eq!(on(&open, "2022-06-01").len(), 20);
}

#[test]
fn whoever_resigns_says_why_in_writing_and_only_those_who_keep_members_read_it() {
    // Appendix 1.
    let (home, mut open, members) = partnership();
    let chair = members[0];
    member::give_vault(&mut open, members[1], &Passphrase::typed("zebra yogurt wombat velvet umpire"), KdfCost::for_tests()).unwrap();
    let mut resigned = ending(chair, EndedBy::Resigned, "2023-02-01");
    assert_eq!(faults(end_seat(&mut open, &resigned)), [("words".to_owned(), FieldFault::Missing)]);
    resigned.words = "My mother needs me at Quillbrook".to_owned();
    resigned.on = typed("2022-03-31");
    assert_eq!(faults(end_seat(&mut open, &resigned)), [("on".to_owned(), FieldFault::EndsBeforeItBegins)]);
    resigned.on = typed("2023-02-01");
    end_seat(&mut open, &resigned).unwrap();
    assert_eq!(seat_of(&open, chair, "2023-01-31").unwrap().office, Some(Office::Chair));
    assert_eq!(seat_of(&open, chair, "2023-02-01"), None);
    assert_eq!(role_of(&open, chair), Role::Resident, "the office ended with the seat, and its role with it");
    assert_eq!(found(&open, Rule::Chair, "2023-02-01"), (false, 0, vec![]));
    assert!(!stands_open(&open, "Quillbrook"), "sealed, and in no journal");
    let terms = person(&open, chair).unwrap().terms;
    assert_eq!(terms[0].words.as_deref(), Some("My mother needs me at Quillbrook"));
    assert_eq!(refused_seat(end_seat(&mut open, &resigned)), SeatProblem::NoSeat);
    let due = desk(&open, day("2023-02-01")).unwrap().due;
    assert!(due.contains(&Due::ExitInterview { member: chair, since: day("2023-02-01") }));

    let kind = domain::membership::PaperKind::Agreement;
    let (seen_by, text) = (String::new(), String::new());
    let (on, certificate_on) = (typed("2022-04-01"), TypedDate::default());
    record_paper(&mut open, &TypedPaper { member: members[3], kind, on, level: None, certificate_on, seen_by, words: text }).unwrap();
    assert_eq!(person(&open, members[3]).unwrap().papers.len(), 1);

    // A Vice-chair works at the register, and keeps no members.
    let folder = open.register().folder().to_owned();
    open.close().unwrap();
    let open = register::open(&folder, members[1].0, &Passphrase::typed("zebra yogurt wombat velvet umpire"), Arc::new(SystemSurroundings))
        .unwrap();
    let terms = person(&open, chair).unwrap().terms;
    assert_eq!((terms[0].words.as_deref(), terms[0].term.ended.map(|ended| ended.why)), (None, Some(EndedBy::Resigned)));
    assert_eq!(person(&open, members[3]).unwrap().papers, [], "nor do they see what is on file of anybody");
    drop(home);
}

#[test]
fn a_member_is_voted_off_only_after_they_were_told_and_by_a_vote_that_stands() {
    // §8.11, §8.6: ten members, of whom six must be there.
    let (_home, mut open, members) = partnership();
    let mut removed = ending(members[5], EndedBy::Removed, "2023-02-01");
    let missing = ["toldOn", "residents", "advisers", "agreed"];
    let refused = faults(end_seat(&mut open, &removed));
    assert_eq!(refused.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), missing);
    removed.told_on = typed("2023-02-01");
    removed.vote = vote(6, 0, 6);
    assert_eq!(refused_seat(end_seat(&mut open, &removed)), SeatProblem::TooEarly, "told on the day of the vote");
    removed.told_on = typed("2023-01-20");
    removed.vote = vote(5, 0, 5);
    let quorum = VoteRefusal::TooFewMembers { present: 5, members: 10, needed: 6 };
    assert_eq!(refused_seat(end_seat(&mut open, &removed)), SeatProblem::Vote(quorum));
    removed.vote = vote(6, 1, 3);
    assert_eq!(refused_seat(end_seat(&mut open, &removed)), SeatProblem::NotCarried { agreed: 3, needed: 4 });
    assert!(seat_of(&open, members[5], "2023-02-01").is_some(), "nothing was changed");
    removed.vote = vote(6, 1, 4);
    end_seat(&mut open, &removed).unwrap();
    assert_eq!(seat_of(&open, members[5], "2023-02-01"), None);
    let term = person(&open, members[5]).unwrap().terms.remove(0);
    assert_eq!((term.told_on, term.vote.map(|vote| vote.agreed)), (Some(day("2023-01-20")), Some(4)));
}

#[test]
fn a_term_that_ran_out_is_settled_by_saying_that_they_stood_down() {
    // §8.3.
    let (_home, mut open, members) = partnership();
    let everybody_resident = &members[..8];
    assert_eq!(found(&open, Rule::Terms, "2025-04-02").2.len(), everybody_resident.len());
    for member in everybody_resident {
        end_seat(&mut open, &ending(*member, EndedBy::StoodDown, "2025-09-01")).unwrap();
    }
    assert_eq!(found(&open, Rule::Terms, "2025-04-02"), (true, 0, vec![]));
    assert_eq!(found(&open, Rule::StoodDown, "2025-04-02"), (true, 8, vec![]), "on the day after the last, not when it was typed");
    assert_eq!(found(&open, Rule::StoodDown, "2025-04-01"), (false, 0, vec![]));
}

#[test]
fn a_seat_that_was_entered_by_mistake_never_was() {
    let (_home, mut open, members) = partnership();
    end_seat(&mut open, &ending(members[3], EndedBy::Mistake, "2022-04-01")).unwrap();
    assert_eq!(seat_of(&open, members[3], "2022-04-01"), None);
    give_seat(&mut open, &seat(members[3], SeatKind::Resident, "2022-04-01", TypedDate::default())).unwrap();
    assert!(seat_of(&open, members[3], "2022-04-01").is_some());
}

#[test]
fn only_those_who_keep_the_members_change_seats() {
    let (_home, mut open, members) = partnership();
    let other = Passphrase::typed("zebra yogurt wombat velvet umpire");
    member::give_vault(&mut open, members[1], &other, KdfCost::for_tests()).unwrap();
    let folder = open.register().folder().to_owned();
    open.close().unwrap();
    let mut open = register::open(&folder, members[1].0, &other, Arc::new(SystemSurroundings)).unwrap();
    let head = open.register().head().unwrap();
    let (member, day) = (members[3], typed("2023-01-18"));
    let appointment = TypedAppointment { office: Office::Chair, on: day.clone(), nominees: vec![nominee(member, "")], in_place_of: None };
    let (candidate, none) = (Candidate::New("Kim Lowe".to_owned()), TypedDate::default());
    let (hands, nobody) = ("9".to_owned(), String::new());
    let election = TypedElection {
        held_on: day.clone(),
        candidate,
        nominated_on: typed("2023-01-01"),
        residents: hands.clone(),
        hands,
        ends_on: none.clone(),
    };
    let (name, met_by) = ("Kim Lowe".to_owned(), [Some(members[2]), Some(member)]);
    let joining = TypedJoining { member: None, name, met_on: day.clone(), met_by, eligible: true, words: nobody.clone() };
    let voted = TypedJoiningVote { joining: member.0.into(), voted_on: day.clone(), vote: vote(8, 0, 8), ends_on: none.clone() };
    let kind = domain::membership::PaperKind::Agreement;
    let (seen_by, words) = (nobody.clone(), nobody.clone());
    let paper = TypedPaper { member, kind, on: day.clone(), level: None, certificate_on: none.clone(), seen_by, words };
    let tie = TypedTie { member, kind: domain::membership::TieKind::Lto, what: "Trustee".to_owned(), since: day.clone() };
    let refused = [
        give_seat(&mut open, &seat(member, SeatKind::Advisory, "2023-01-18", none)).map(drop),
        end_seat(&mut open, &ending(member, EndedBy::StoodDown, "2023-01-18")).map(drop),
        appoint(&mut open, &appointment).map(drop),
        end_office(&mut open, members[0], &day).map(drop),
        elect(&mut open, &election).map(drop),
        meet(&mut open, &joining).map(drop),
        vote_on_joining(&mut open, &voted).map(drop),
        record_paper(&mut open, &paper).map(drop),
        void_paper(&mut open, member.0.into()).map(drop),
        record_tie(&mut open, &tie).map(drop),
        end_tie(&mut open, member.0.into(), &day).map(drop),
    ];
    for result in refused {
        assert!(matches!(result, Err(Error::NotPermitted(_))), "{result:?}");
    }
    assert_eq!(open.register().head().unwrap(), head);
    assert!(!desk(&open, open.today()).unwrap().may_keep);
}

#[test]
fn whoever_keeps_the_members_no_longer_reads_no_personal_words_any_more() {
    let (_home, mut open, members) = partnership();
    let (ada, di, ed) = (members[0], members[3], members[4]);
    let other = Passphrase::typed("zebra yogurt wombat velvet umpire");
    member::give_vault(&mut open, ada, &other, KdfCost::for_tests()).unwrap();
    let resigned = TypedSeatEnd { words: "Too far away now".to_owned(), ..ending(ed, EndedBy::Resigned, "2022-09-01") };
    end_seat(&mut open, &resigned).unwrap();
    let folder = open.register().folder().to_owned();
    let as_ada = |open: Open| {
        open.close().unwrap();
        register::open(&folder, ada.0, &other, Arc::new(SystemSurroundings)).unwrap()
    };
    let words_of = |open: &Open| person(open, ed).unwrap().terms[0].words.clone();
    let open = as_ada(open);
    assert_eq!(words_of(&open).as_deref(), Some("Too far away now"), "the Chair keeps the members");
    let joan = open.people().find(|(_, name)| *name == "Joan Pelham").map(|(id, _)| id).unwrap();
    open.close().unwrap();
    let mut open = register::open(&folder, joan, &words(), Arc::new(SystemSurroundings)).unwrap();
    let nominees = vec![nominee(di, "")];
    appoint(&mut open, &TypedAppointment { office: Office::Chair, on: typed("2023-02-01"), nominees, in_place_of: None }).unwrap();
    let open = as_ada(open);
    assert_eq!((open.member().role, words_of(&open)), (Role::Resident, None));
}
