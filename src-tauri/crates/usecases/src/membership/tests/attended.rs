//! How members came to the last meetings (§8.11).

use super::*;
use crate::meeting::{self, TypedMeeting};
use crate::sitting::{self, Attendance, TypedClose};
use domain::meeting::MeetingKind;

/// A meeting that was held: who came, who sent apologies, who left early.
fn held(open: &mut Open, on: &str, kind: MeetingKind, came: &[MemberId], apologies: &[MemberId], left: Option<MemberId>) {
    let typed = TypedMeeting { kind, on: typed(on), starts_at: "6:30pm".to_owned(), place: "Community Hub".to_owned() };
    let id = meeting::plan(open, &typed).unwrap().value;
    for member in apologies {
        sitting::attend(open, id, *member, Attendance::Apologies, "6:30pm").unwrap();
    }
    for member in came {
        sitting::attend(open, id, *member, Attendance::Arrived, "6:30pm").unwrap();
    }
    sitting::attend(open, id, came[0], Attendance::TookChair, "6:30pm").unwrap();
    sitting::start(open, id, "6:35pm").unwrap();
    if let Some(member) = left {
        sitting::attend(open, id, member, Attendance::Left, "7pm").unwrap();
    }
    sitting::close(open, id, &TypedClose { at: "8pm".to_owned(), ..TypedClose::default() }).unwrap();
}

fn attended(open: &Open, member: MemberId, on: &str) -> (u32, u32, u32) {
    let line = desk(open, day(on)).unwrap().seats.into_iter().find(|line| line.member == member).unwrap();
    (line.attended.present, line.attended.apologies, line.attended.absent)
}

#[test]
fn each_member_is_counted_at_the_last_six_meetings_of_the_partnership_that_are_over() {
    let (_home, mut open, members) = partnership();
    let [ada, ben, cy, di] = [members[0], members[1], members[2], members[3]];
    assert_eq!(attended(&open, ada, "2022-05-01"), (0, 0, 0));
    held(&mut open, "2022-05-10", MeetingKind::Partnership, &[ada, cy], &[ben], Some(cy));
    assert_eq!(attended(&open, ada, "2022-05-09"), (0, 0, 0), "as of the day before");
    let on = "2022-05-10";
    assert_eq!([ada, ben, cy, di].map(|member| attended(&open, member, on)), [(1, 0, 0), (0, 1, 0), (1, 0, 0), (0, 0, 1)]);
    // Neither a sub-group's meeting nor one that only stands on the programme counts.
    held(&mut open, "2022-05-20", MeetingKind::SubGroup, &[ada], &[], None);
    let planned = TypedMeeting {
        kind: MeetingKind::Partnership,
        on: typed("2022-05-25"),
        starts_at: "6:30pm".to_owned(),
        place: "Community Hub".to_owned(),
    };
    meeting::plan(&mut open, &planned).unwrap();
    assert_eq!(attended(&open, ada, "2022-05-31"), (1, 0, 0));
    for month in 6..=11 {
        held(&mut open, &format!("2022-{month:02}-10"), MeetingKind::Partnership, &[ada], &[], None);
    }
    assert_eq!(attended(&open, ben, "2022-10-31"), (0, 1, 5));
    assert_eq!(attended(&open, ben, "2022-11-30"), (0, 0, 6), "the first of seven is looked at no more");
    let kim = added(&mut open, "Kim Lowe", Role::Resident, Residency::Lives);
    assert_eq!(attended(&open, kim, "2022-11-30"), (0, 0, 0), "who was on no roll missed nothing");
}
