//! Property: what is decided at a meeting is what a second, naive reading of the plan lets be decided, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::wildcard_enum_match_arm,
    clippy::print_stdout,
    reason = "a failed test should stop at once; what is naive is counted plainly"
)]

#[path = "meeting/chance.rs"]
mod chance;
#[path = "meeting/restatement.rs"]
mod restatement;

use chance::{Moves, entry_of, meetings};
use domain::meeting::{Casting, Count, Entry, MeetingRefusal, Record, Tally, Verdict, VoteRefusal, Way};
use proptest::test_runner::{Config, TestRunner};
use restatement::{Broken, Happened, Meeting};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The rule behind a refusal.
fn rule_of(refusal: MeetingRefusal) -> Broken {
    match refusal {
        MeetingRefusal::NotStarted => Broken::NotStarted,
        MeetingRefusal::AlreadyStarted => Broken::Started,
        MeetingRefusal::AlreadyEnded => Broken::Ended,
        MeetingRefusal::BeforeTheLast { .. } => Broken::OutOfOrder,
        MeetingRefusal::NoSeat => Broken::NoSeat,
        MeetingRefusal::AlreadyHere => Broken::IsHere,
        MeetingRefusal::NotHere => Broken::IsNotHere,
        MeetingRefusal::ChairNotResident => Broken::AdviserChairs,
        MeetingRefusal::NobodyChairs => Broken::NobodyChairs,
        MeetingRefusal::ChairHasInterest => Broken::ChairTakesNoPart,
        MeetingRefusal::NoSuchItem => Broken::NoItem,
        MeetingRefusal::NotInHand => Broken::NotInHand,
        MeetingRefusal::AlreadyDecided => Broken::Decided,
        MeetingRefusal::NoInterest => Broken::NoInterest,
        MeetingRefusal::MustWithdraw => Broken::Withdraws,
        MeetingRefusal::NotSettled { .. } => Broken::Unsettled,
        MeetingRefusal::NoConsent => Broken::NoConsent,
        MeetingRefusal::NotToldFirst => Broken::NotAdvised,
        MeetingRefusal::ForThePartnership => Broken::NotThisBody,
        MeetingRefusal::OverSubGroupLimit { .. } => Broken::OverLimit,
        MeetingRefusal::Vote(refusal) => match refusal {
            VoteRefusal::TooFewMembers { .. } => Broken::TooFewMembers,
            VoteRefusal::TooFewResidents { .. } => Broken::TooFewResidents,
            VoteRefusal::CountDiffers { .. } => Broken::CountDiffers,
            VoteRefusal::NotATie => Broken::NoTie,
            VoteRefusal::NoCastingVote => Broken::NoCastingVote,
            VoteRefusal::TooFewEntitled { .. } => Broken::TooFewMayAgree,
        },
    }
}

/// How often each thing came of something put to a meeting.
#[derive(Default)]
struct Seen(RefCell<BTreeMap<String, u32>>);

impl Seen {
    fn note(&self, what: impl std::fmt::Debug) {
        *self.0.borrow_mut().entry(format!("{what:?}")).or_default() += 1;
    }

    fn times(&self, what: &str) -> u32 {
        self.0.borrow().get(what).copied().unwrap_or(0)
    }

    fn note_verdict(&self, verdict: Verdict, way: &Way) {
        self.note(if verdict.is_carried() { "carried" } else { "lost" });
        match way {
            Way::Consensus => self.note("consensus"),
            Way::Vote(Tally { casting: Some(Casting::For), .. }) => self.note(("casting for", verdict.is_carried())),
            Way::Vote(Tally { casting: Some(Casting::Against), .. }) => self.note("casting against"),
            Way::Vote(Tally { agree, against, .. }) if agree > against && !verdict.is_carried() => self.note("more for, and lost"),
            Way::Vote(_) => {}
        }
    }
}

/// Goes through a meeting, entry by entry: both readings must say the same at every step.
fn go_through(meeting: &mut Meeting, moves: &Moves, seen: &Seen) {
    let mut record = Record::new(meeting.kind, meeting.choices, meeting.roll.clone(), meeting.items.clone());
    for made in moves {
        let (at, entry) = entry_of(made, meeting);
        let before = record.clone();
        let (hand, quorate) = (meeting.in_hand(), meeting.is_quorate());
        let answer = meeting.answer(at, &entry);
        if let Entry::Resolved { item, motion, way } = &entry
            && meeting.history.iter().all(|happened| happened.at <= at)
        {
            let weighed = record.weigh(*item, motion, way);
            assert_eq!(weighed.map(Verdict::is_carried).ok(), answer.as_ref().ok().copied().flatten(), "{entry:?} weighed");
        }
        match (record.take(at, &entry), answer) {
            (Ok(happening), Ok(carried)) => {
                assert_eq!(happening.verdict.map(Verdict::is_carried), carried, "{entry:?} of {}", told(meeting));
                if let (Some(verdict), Entry::Resolved { way, .. }) = (happening.verdict, &entry) {
                    let (Verdict::Carried(Count { of, .. }) | Verdict::Lost(Count { of, .. })) = verdict;
                    assert_eq!(of as usize, meeting.residents_present(hand), "the residents present, {entry:?}");
                    seen.note_verdict(verdict, way);
                }
                meeting.history.push(Happened { at, entry, carried: carried == Some(true) });
                let changed = meeting.has_started() && hand == meeting.in_hand() && !meeting.has_ended() && quorate != meeting.is_quorate();
                if !meeting.has_ended() {
                    assert_eq!(happening.quorum_changed_to, changed.then_some(!quorate), "the quorum after {entry:?}");
                }
            }
            (Err(refusal), Err(broken)) => {
                assert!(broken.contains(&rule_of(refusal)), "{refusal:?} for {entry:?}, where {broken:?} are broken");
                assert_eq!(record, before, "a refusal changes nothing: {entry:?}");
                if matches!(entry, Entry::Resolved { .. }) {
                    seen.note(rule_of(refusal));
                }
            }
            (Ok(happening), Err(broken)) => panic!("recorded, against {broken:?}: {entry:?}, {happening:?}, {}", told(meeting)),
            (Err(refusal), Ok(_)) => panic!("refused with {refusal:?}, against no rule: {entry:?}, {}", told(meeting)),
        }
    }
}

fn told(meeting: &Meeting) -> String {
    let entries: Vec<_> = meeting.history.iter().map(|happened| happened.entry).collect();
    format!("{:?} with {:?}, {:?}, after {entries:?}", meeting.kind, meeting.choices, meeting.roll)
}

const CASES: u32 = 1500;

/// What must come of something put to a meeting, and how often at least in all the cases together, so that the property is
/// about something.
const AT_LEAST: [(&str, u32); 25] = [
    ("\"carried\"", CASES / 3),
    ("\"lost\"", CASES / 3),
    ("\"consensus\"", CASES / 8),
    ("(\"casting for\", true)", CASES / 15),
    ("(\"casting for\", false)", CASES / 30),
    ("\"casting against\"", CASES / 20),
    ("\"more for, and lost\"", CASES / 30),
    ("TooFewMembers", CASES / 5),
    ("TooFewResidents", CASES / 5),
    ("CountDiffers", CASES / 50),
    ("NoTie", CASES / 40),
    ("NoCastingVote", CASES / 40),
    ("TooFewMayAgree", CASES / 150),
    ("Unsettled", CASES / 5),
    ("NobodyChairs", CASES / 10),
    ("ChairTakesNoPart", CASES / 20),
    ("NotInHand", CASES / 10),
    ("Decided", CASES / 5),
    ("NotStarted", CASES / 5),
    ("Ended", CASES / 5),
    ("NoItem", CASES / 200),
    ("NoConsent", CASES / 100),
    ("NotAdvised", CASES / 100),
    ("NotThisBody", CASES / 8),
    ("OverLimit", CASES / 200),
];

#[test]
fn no_decision_stands_against_the_plan_and_none_is_refused_that_the_plan_lets_stand() {
    let seen = Seen::default();
    let config = Config { failure_persistence: None, ..Config::with_cases(CASES) };
    TestRunner::new(config)
        .run(&meetings(), |(mut meeting, moves)| {
            go_through(&mut meeting, &moves, &seen);
            Ok(())
        })
        .unwrap();
    println!("{:#?}", seen.0.borrow());
    for (what, least) in AT_LEAST {
        assert!(seen.times(what) >= least, "{what} came {} times only, and should come {least} times", seen.times(what));
    }
}
