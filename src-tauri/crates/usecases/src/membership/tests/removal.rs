//! A member voted off at a meeting of this register (§8.11).

use super::*;
use crate::meeting::{self, TypedItem, TypedMeeting};
use crate::sitting::{self, Attendance, Step, TypedClose, TypedProposal, TypedResolution};
use domain::id::ItemId;
use domain::meeting::{ItemKind, MeetingKind, Tally, Way};

/// A meeting that six residents and an adviser came to, and that voted on a member.
fn voted(open: &mut Open, members: &[MemberId], about: MemberId, agree: u32) -> ItemId {
    let kind = MeetingKind::Partnership;
    let typed = TypedMeeting { kind, on: typed("2023-02-01"), starts_at: "6:30pm".to_owned(), place: "Community Hub".to_owned() };
    let id = meeting::plan(open, &typed).unwrap().value;
    let title = "A member who does not come".to_owned();
    let typed = TypedItem { kind: ItemKind::Removal, title, about: String::new(), subject: Some(about.0), public: false };
    let item = meeting::add_item(open, id, &typed).unwrap().value;
    for member in [&members[..5], &members[6..7], &members[8..9]].concat() {
        sitting::attend(open, id, member, Attendance::Arrived, "6:30pm").unwrap();
    }
    sitting::attend(open, id, members[0], Attendance::TookChair, "6:30pm").unwrap();
    sitting::start(open, id, "6:31pm").unwrap();
    sitting::take_step(open, item, Step::Taken, "6:32pm").unwrap();
    let way = Way::Vote(Tally { agree, against: 6 - agree, not_voting: 0, casting: None });
    let proposal = TypedProposal::Other { proposal: "That the seat ends".to_owned(), other_side: true };
    sitting::resolve(open, item, &TypedResolution { proposal, way }, "6:40pm").unwrap();
    if agree < 4 {
        // It fell, and stays open until somebody says that the meeting went on.
        sitting::take_step(open, item, Step::Noted, "6:45pm").unwrap();
    }
    sitting::close(open, id, &TypedClose { at: "8pm".to_owned(), ..TypedClose::default() }).unwrap();
    item
}

#[test]
fn the_vote_of_a_meeting_ends_a_seat_when_it_carried_and_they_were_told_before() {
    let (_home, mut open, members) = partnership();
    let [flo, hal] = [members[5], members[7]];
    let carried = voted(&mut open, &members, flo, 4);
    let lost = voted(&mut open, &members, hal, 3);
    assert_eq!(person(&open, hal).unwrap().removals, []);
    let offered = person(&open, flo).unwrap().removals;
    assert_eq!(offered.len(), 1);
    assert_eq!((offered[0].item, offered[0].on), (carried, day("2023-02-01")));
    assert_eq!((offered[0].vote.residents, offered[0].vote.advisers, offered[0].vote.agreed), (6, 1, 4));

    let told =
        |told_on: &str, on: &str, item| TypedSeatEnd { told_on: typed(told_on), item: Some(item), ..ending(flo, EndedBy::Removed, on) };
    assert!(matches!(end_seat(&mut open, &told("2023-01-20", "2023-02-01", lost)), Err(Error::NotFound)), "the vote on somebody else");
    let hal_lost = TypedSeatEnd { member: hal, ..told("2023-01-20", "2023-02-01", lost) };
    assert!(matches!(end_seat(&mut open, &hal_lost), Err(Error::NotFound)), "a vote that did not carry");
    assert_eq!(refused_seat(end_seat(&mut open, &told("2023-02-01", "2023-02-01", carried))), SeatProblem::TooEarly, "told that day");
    assert_eq!(refused_seat(end_seat(&mut open, &told("2023-01-20", "2023-01-31", carried))), SeatProblem::TooEarly, "before the vote");
    end_seat(&mut open, &told("2023-01-20", "2023-02-02", carried)).unwrap();
    assert!(seat_of(&open, flo, "2023-02-01").is_some());
    assert_eq!(seat_of(&open, flo, "2023-02-02"), None);
    let view = person(&open, flo).unwrap();
    assert_eq!(view.terms[0].vote.map(|vote| vote.agreed), Some(4));
    assert_eq!(view.removals, [], "there is no seat to end any more");
}
