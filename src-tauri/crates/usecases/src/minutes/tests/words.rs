//! What the record says, word for word.

use super::room::{Room, all_words, part, vote};
use crate::decision::TypedOutcome;
use crate::meeting::tests::meeting_on;
use crate::minutes::{Version, note, save};
use crate::sitting::{Attendance, Step};
use crate::{Error, meeting};
use domain::meeting::{Casting, ItemKind, MeetingKind, Part, Way};

#[test]
fn an_interest_is_stated_in_the_three_points_of_the_plan_and_no_more() {
    let mut room = Room::new();
    let (_, item) = room.application("Merrybank Growers");
    room.starts_without(&["Priya Sands"]);
    room.take(item, "6:40pm");
    room.declare(item, "Bilal Hussain", false, Some(Part::Withdrew), "6:41pm");
    room.declare(item, "Carol Finch", false, Some(Part::Remained), "6:41pm");
    room.declare(item, "Tom Vale", true, Some(Part::Withdrew), "6:42pm");
    // She was not at the meeting.
    room.declare(item, "Priya Sands", false, None, "6:42pm");
    room.grant(item, part("295"), vote(4, 0, 2, None), "6:50pm");
    let expected = [
        "Bilal Hussain declared a non-financial interest and withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
        "Carol Finch declared a non-financial interest and remained in the room during its consideration, but took no part in the discussion or decision.",
        "Tom Vale declared a financial interest and withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
        "A vote was taken: 4 for, 0 against, 2 not voting.",
        "It was agreed to fund £295.00 of the £400.00 asked for.",
        "The money is only for this: the timber.",
        "Condition: Keep the tools in the hub.",
        "Funding ends on Friday 30 June 2023.",
    ];
    assert_eq!(room.facts(item), expected);
}

#[test]
fn a_vote_is_stated_with_its_figures_and_the_casting_vote_with_whoever_chaired() {
    let mut room = Room::new();
    let tied = room.item(ItemKind::General, "The summer fair", None);
    let lost = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    room.take(tied, "6:35pm");
    room.other(tied, "That the fair be held in June", vote(4, 4, 0, Some(Casting::For)), "6:36pm");
    room.take(lost, "6:40pm");
    room.other(lost, "New bins for the park", vote(4, 3, 1, None), "6:41pm");
    room.step(lost, Step::Noted, "6:42pm");
    assert_eq!(
        room.facts(tied),
        [
            "A vote was taken: 4 for, 4 against, 0 not voting. The votes were tied, and Marcia Lowe, in the chair, gave a casting vote for it.",
            "It was agreed that the fair be held in June.",
        ]
    );
    assert_eq!(
        room.facts(lost),
        [
            "It was proposed: New bins for the park.",
            "A vote was taken: 4 for, 3 against, 1 not voting.",
            "The proposal was not carried: 4 of the 8 residents present agreed, and 5 were needed.",
            "The item was noted.",
        ]
    );
}

#[test]
fn the_quorum_is_told_when_it_ends_with_who_ended_it() {
    let mut room = Room::new();
    let ended = room.item(ItemKind::General, "The summer fair", None);
    let never = room.item(ItemKind::General, "The bins", None);
    let back = room.item(ItemKind::General, "The lights", None);
    // Eleven members: six are needed.
    room.starts_without(&["Doreen Pike", "Ken Ashby", "Priya Sands", "Carol Finch", "Tom Vale"]);
    room.take(ended, "7:10pm");
    room.attend("Terry Moult", Attendance::Left, "7:16pm");
    room.step(ended, Step::PutOff, "7:20pm");
    room.take(never, "7:21pm");
    room.step(never, Step::Noted, "7:22pm");
    room.take(back, "7:23pm");
    room.attend("Ken Ashby", Attendance::Arrived, "7:24pm");
    room.other(back, "That lights be bought", Way::Consensus, "7:25pm");
    assert_eq!(
        room.facts(ended),
        [
            "Terry Moult left the meeting at 7:16pm. The meeting was no longer quorate and no vote was taken.",
            "The item was put off to another meeting.",
        ]
    );
    assert_eq!(
        room.facts(never),
        ["The meeting was not quorate and no vote was taken: 5 of the 11 members were present, and 6 were needed.", "The item was noted.",]
    );
    assert_eq!(
        room.facts(back),
        [
            "The meeting was not quorate at first: 5 of the 11 members were present, and 6 were needed.",
            "Ken Ashby came at 7:24pm, and the meeting was quorate again.",
            "Everybody who took part agreed.",
            "It was agreed that lights be bought.",
        ]
    );
}

#[test]
fn every_outcome_has_its_sentence() {
    let mut room = Room::new();
    let (_, whole) = room.application("One");
    let (_, deferred) = room.application("Two");
    let (_, declined) = room.application("Three");
    let left = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    room.take(whole, "6:35pm");
    room.grant(whole, TypedOutcome::Approved { amount: "400".into() }, Way::Consensus, "6:36pm");
    room.take(deferred, "6:37pm");
    room.grant(deferred, TypedOutcome::Deferred { missing: "A second quote".into() }, Way::Consensus, "6:38pm");
    room.take(declined, "6:39pm");
    room.grant(declined, TypedOutcome::Declined { reasons: "It is not for the area.".into() }, Way::Consensus, "6:40pm");
    room.closes("7:00pm");
    assert_eq!(room.facts(whole)[1], "It was agreed to fund £400.00, as asked for.");
    let said = room.facts(deferred);
    assert_eq!(said[1..3], ["It was agreed to defer the decision.", "What is missing: A second quote."]);
    let said = room.facts(declined);
    assert_eq!(said[1..3], ["It was agreed to decline the application.", "Reasons: It is not for the area."]);
    assert_eq!(room.facts(left), ["The item was not reached."]);
    assert_eq!(room.decided(), 3);
}

#[test]
fn the_attendance_names_who_came_who_sent_apologies_and_nobody_who_stayed_away() {
    let mut room = Room::new();
    let meeting = room.meeting;
    meeting_on(room.open(), MeetingKind::Partnership, "2023-02-21");
    room.attend("Priya Sands", Attendance::Apologies, "6:00pm");
    room.starts_without(&["Priya Sands", "Sunita Rao", "Doreen Pike"]);
    room.attend("Sunita Rao", Attendance::Arrived, "6:42pm");
    room.attend("Tom Vale", Attendance::Left, "7:05pm");
    room.attend("Tom Vale", Attendance::Arrived, "7:15pm");
    room.attend("Grace Adeyemi", Attendance::TookChair, "7:20pm");
    room.closes("8:05pm");
    let minutes = room.minutes();
    let expected = [
        "In the chair: Marcia Lowe.",
        "Residents: Marcia Lowe (Chair), Grace Adeyemi (Vice-chair), Bilal Hussain, Ken Ashby, Sunita Rao, Terry Moult.",
        "Advisory members: Carol Finch, Ines Marlow, Tom Vale.",
        "Apologies: Priya Sands.",
        "Sunita Rao came at 6:42pm.",
        "Tom Vale left at 7:05pm.",
        "Tom Vale came back at 7:15pm.",
        "Grace Adeyemi took the chair at 7:20pm.",
    ];
    assert_eq!(minutes.attendance_told().unwrap(), expected);
    let close = ["The meeting closed at 8:05pm.", "The next meeting is on Tuesday 21 February 2023 at 6:30pm, at The Hub."];
    assert_eq!(minutes.close, close);
    assert_eq!(meeting::read(room.open(), meeting).unwrap().stage(), meeting::Stage::Ended);
}

#[test]
fn the_words_start_with_the_note_and_approval_closes_them() {
    let mut room = Room::new();
    let first = room.meeting;
    let bins = room.item(ItemKind::General, "The bins", None);
    let refused = note(room.open(), bins, "Too early");
    assert!(matches!(refused, Err(Error::WrongState)), "{refused:?}");
    room.starts_without(&[]);
    room.take(bins, "6:35pm");
    note(room.open(), bins, "Ken had counted them.").unwrap();
    let words = |room: &mut Room| {
        let minutes = room.minutes();
        (minutes.items[0].confidential.clone(), minutes.items[0].publishable.clone(), minutes.may_edit)
    };
    assert_eq!(words(&mut room), ("Ken had counted them.".into(), String::new(), true));
    room.step(bins, Step::Noted, "6:40pm");
    room.closes("7:00pm");
    save(room.open(), bins, "Ken had counted twelve.", "There are twelve bins.").unwrap();
    // The note is done with once the words were edited.
    note(room.open(), bins, "Something else").unwrap();
    assert_eq!(words(&mut room), ("Ken had counted twelve.".into(), "There are twelve bins.".into(), true));
    assert!(all_words(&room.printed(Version::Confidential)).contains("Ken had counted twelve.\nThe item was noted."));
    let public = all_words(&room.printed(Version::Publishable));
    assert!(public.contains("There are twelve bins.") && !public.contains("Ken had counted"), "{public}");

    room.place.move_to("2023-01-24");
    room.meeting = meeting_on(room.open(), MeetingKind::Partnership, "2023-01-24");
    let second = room.meeting;
    let item = meeting::read(room.open(), second).unwrap().items[0].clone();
    assert_eq!(
        (item.row.minutes_of, item.title(room.open()).as_deref()),
        (Some(first.0), Some("Minutes of the meeting on Tuesday 17 January 2023"))
    );
    room.starts_without(&[]);
    room.take(item.id, "6:35pm");
    room.other(item.id, "That the minutes be approved", Way::Consensus, "6:36pm");
    room.closes("7:00pm");
    room.meeting = first;
    let minutes = room.minutes();
    assert_eq!((minutes.approved_on, minutes.may_edit), (Some(super::room::day("2023-01-24")), false));
    for refused in [save(room.open(), bins, "Changed", "Changed"), note(room.open(), bins, "Changed")] {
        assert!(matches!(refused, Err(Error::MinutesClosed)), "{refused:?}");
    }
    // Nor can anybody write past the use case.
    let refused = room.open().change_register(|tx| {
        let blob = tx.new_id();
        tx.put_blob(blob, b"x")?;
        tx.insert_item_words(bins.0, blob, None)?;
        Ok(((), store::Event { kind: "test", subject: None, payload: serde_json::json!({}), touched: &[], signed: false }))
    });
    assert!(refused.is_err());
    assert_eq!(words(&mut room).0, "Ken had counted twelve.");
}
