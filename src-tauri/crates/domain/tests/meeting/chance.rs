//! Meetings by chance: rolls, choices, and moves that are read against where the meeting stands, so that many of them count.

use super::restatement::Meeting;
use chrono::NaiveTime;
use domain::Money;
use domain::constitution::{CastingVote, Constitution, SubGroupPower, Withdrawal};
use domain::id::{ItemId, MemberId};
use domain::meeting::{Casting, Entry, ItemKind, MeetingKind, Motion, Part, Seat, Tally, Way};
use proptest::prelude::*;
use uuid::Uuid;

/// What somebody at the meeting does, in numbers that pick among what there is.
#[derive(Clone, Debug)]
pub(crate) enum Move {
    Apologies(u8),
    Arrives(u8),
    Leaves(u8),
    TakesChair(u8),
    Heads(u8),
    Starts,
    /// An item that was not decided, or any.
    TakesUp {
        pick: u8,
        any: bool,
    },
    /// An interest in the item in hand, or in any.
    Declares {
        who: u8,
        elsewhere: Option<u8>,
        financial: bool,
        part: Option<Part>,
        in_the_room: bool,
    },
    /// What somebody with an interest does in the item in hand.
    Settles {
        who: u8,
        part: Part,
    },
    Puts {
        elsewhere: Option<u8>,
        pounds: Option<i64>,
        other_side: bool,
        way: HowPut,
    },
    PutsOff(u8),
    Notes(u8),
    Ends,
}

/// How something is put: the hands are a share of those who may vote.
#[derive(Clone, Debug)]
pub(crate) enum HowPut {
    Consensus,
    Hands { agree: u8, against: u8, miscounted_by: i8, casting: Option<Casting> },
    Tie { each: u8, casting: Option<Casting> },
}

/// The moves of one meeting, each with the minutes since the one before.
pub(crate) type Moves = Vec<(i8, Move)>;

const ROLL: std::ops::RangeInclusive<usize> = 1..=20;
const MOST_MOVES: usize = 60;

fn member(number: u8) -> MemberId {
    MemberId(Uuid::from_u128(u128::from(number)))
}

fn item(number: usize) -> ItemId {
    ItemId(Uuid::from_u128(1000 + number as u128))
}

fn choices() -> impl Strategy<Value = Constitution> {
    let power = prop_oneof![
        1 => Just(SubGroupPower::Recommends),
        2 => (0_i64..300).prop_map(|pounds| SubGroupPower::Decides { up_to: Money::from_pence(pounds * 100) }),
    ];
    (
        any::<bool>(),
        any::<bool>(),
        proptest::sample::select(Withdrawal::ALL.to_vec()),
        proptest::sample::select(CastingVote::ALL.to_vec()),
        power,
    )
        .prop_map(|(advisory_counts, remained_counts, withdrawal, casting, sub_group)| Constitution {
            advisory_counts,
            remained_counts,
            withdrawal,
            casting,
            sub_group,
            ..Constitution::default()
        })
}

fn part() -> impl Strategy<Value = Part> {
    proptest::sample::select(Part::ALL.to_vec())
}

fn way() -> impl Strategy<Value = HowPut> {
    let casting = || prop_oneof![1 => Just(None), 2 => Just(Some(Casting::For)), 1 => Just(Some(Casting::Against))];
    let miscount = prop_oneof![8 => Just(0_i8), 1 => -2_i8..=2];
    prop_oneof![
        2 => Just(HowPut::Consensus),
        4 => (0_u8..=100, 0_u8..=100, miscount, prop_oneof![3 => Just(None), 1 => casting()])
            .prop_map(|(agree, against, miscounted_by, casting)| HowPut::Hands { agree, against, miscounted_by, casting }),
        5 => (prop_oneof![4 => Just(0_u8), 1 => 0_u8..=3], casting()).prop_map(|(each, casting)| HowPut::Tie { each, casting }),
    ]
}

fn one_move() -> impl Strategy<Value = Move> {
    let elsewhere = || prop_oneof![8 => Just(None), 1 => any::<u8>().prop_map(Some)];
    prop_oneof![
        1 => any::<u8>().prop_map(Move::Apologies),
        6 => any::<u8>().prop_map(Move::Arrives),
        4 => any::<u8>().prop_map(Move::Leaves),
        3 => any::<u8>().prop_map(Move::TakesChair),
        1 => (0_u8..40).prop_map(Move::Heads),
        1 => Just(Move::Starts),
        6 => (any::<u8>(), proptest::bool::weighted(0.15)).prop_map(|(pick, any)| Move::TakesUp { pick, any }),
        4 => (any::<u8>(), elsewhere(), any::<bool>(), proptest::option::of(part()), any::<bool>()).prop_map(
            |(who, elsewhere, financial, part, in_the_room)| Move::Declares { who, elsewhere, financial, part, in_the_room }
        ),
        3 => (any::<u8>(), part()).prop_map(|(who, part)| Move::Settles { who, part }),
        14 => (elsewhere(), proptest::option::of(0_i64..600), proptest::bool::weighted(0.7), way())
            .prop_map(|(elsewhere, pounds, other_side, way)| Move::Puts { elsewhere, pounds, other_side, way }),
        1 => any::<u8>().prop_map(Move::PutsOff),
        1 => any::<u8>().prop_map(Move::Notes),
    ]
}

/// Meetings, most of them opened as meetings are: people come, somebody takes the chair, it starts.
pub(crate) fn meetings() -> impl Strategy<Value = (Meeting, Moves)> {
    let kind = prop_oneof![5 => Just(MeetingKind::Partnership), 2 => Just(MeetingKind::SubGroup), 1 => Just(MeetingKind::Forum)];
    let roll = (ROLL, 30_u32..=100).prop_flat_map(|(seats, resident)| {
        proptest::collection::vec((proptest::bool::weighted(f64::from(resident) / 100.0), proptest::bool::weighted(0.9)), seats)
    });
    let items =
        proptest::collection::vec(prop_oneof![1 => Just(ItemKind::Grant), 2 => proptest::sample::select(ItemKind::ALL.to_vec())], 1..=8);
    let minutes = || prop_oneof![40 => 0_i8..=3, 1 => -3_i8..0];
    let moves = proptest::collection::vec((minutes(), one_move()), 0..=MOST_MOVES);
    let opened = proptest::bool::weighted(0.9);
    // At some, most have an interest in the first item, and stay for it.
    let most = proptest::option::weighted(
        0.3,
        (proptest::collection::vec(proptest::bool::weighted(0.7), *ROLL.end()), prop_oneof![2 => Just(HowPut::Consensus), 1 => way()]),
    );
    let ends_at = proptest::option::weighted(0.3, 0..=MOST_MOVES);
    (kind, choices(), roll, items, (moves, opened, most, ends_at)).prop_map(
        |(kind, choices, roll, items, (moves, opened, most, ends_at))| {
            let numbered = || roll.iter().zip(1_u8..);
            let elected = numbered().find(|((resident, _), _)| *resident).map(|(_, number)| number);
            let seats = numbered().map(|((resident, _), number)| Seat {
                member: member(number),
                resident: *resident,
                is_chair: Some(number) == elected,
            });
            let chairs = numbered().find(|((resident, comes), _)| *resident && *comes).map_or(0, |(_, number)| number - 1);
            let mut all: Moves = Vec::new();
            if opened {
                all.extend(numbered().filter(|((_, comes), _)| *comes).map(|(_, number)| (0, Move::Arrives(number - 1))));
                let heads = u8::try_from(roll.len() * 2).unwrap();
                all.extend([
                    (0, Move::TakesChair(chairs)),
                    (0, Move::Heads(heads)),
                    (1, Move::Starts),
                    (1, Move::TakesUp { pick: 0, any: true }),
                ]);
            }
            if let Some((interested, way)) = most {
                for ((_, number), _) in numbered().zip(interested).skip(1).filter(|(_, interested)| *interested) {
                    let part = Some(Part::Remained);
                    all.push((0, Move::Declares { who: number - 1, elsewhere: None, financial: false, part, in_the_room: false }));
                }
                all.push((0, Move::Puts { elsewhere: None, pounds: None, other_side: true, way }));
            }
            let begun = all.len();
            all.extend(moves);
            if let Some(place) = ends_at.filter(|place| begun + place < all.len()) {
                all.insert(begun + place, (0, Move::Ends));
            }
            let items = items.into_iter().enumerate().map(|(number, kind)| (item(number), kind)).collect();
            (Meeting { kind, choices, roll: seats.collect(), items, history: Vec::new() }, all)
        },
    )
}

impl Meeting {
    /// Somebody with a seat; in one of thirty picks somebody without.
    fn somebody(&self, pick: u8) -> MemberId {
        if pick % 30 == 29 { member(200) } else { self.roll[usize::from(pick) % self.roll.len()].member }
    }

    /// An item of the agenda; in one of thirty picks one that is not on it.
    fn some_item(&self, pick: u8) -> ItemId {
        if pick % 30 == 29 { item(900) } else { self.items[usize::from(pick) % self.items.len()].0 }
    }

    fn item_for(&self, elsewhere: Option<u8>) -> ItemId {
        elsewhere.map(|pick| self.some_item(pick)).or_else(|| self.in_hand()).unwrap_or_else(|| self.some_item(0))
    }

    fn way_of(&self, item: ItemId, how: &HowPut) -> Way {
        let may = u32::try_from(self.may_vote(item)).unwrap();
        match how {
            HowPut::Consensus => Way::Consensus,
            HowPut::Hands { agree, against, miscounted_by, casting } => {
                let agree = may * u32::from(*agree) / 100;
                let against = (may - agree) * u32::from(*against) / 100;
                let not_voting = (may - agree - against).saturating_add_signed(i32::from(*miscounted_by));
                Way::Vote(Tally { agree, against, not_voting, casting: *casting })
            }
            HowPut::Tie { each, casting } => {
                let each = (may / 2).saturating_sub(u32::from(*each));
                Way::Vote(Tally { agree: each, against: each, not_voting: may - 2 * each, casting: *casting })
            }
        }
    }
}

/// What a move is at this meeting, as it stands, and at what time.
pub(crate) fn entry_of((minutes, made): &(i8, Move), meeting: &Meeting) -> (NaiveTime, Entry) {
    let opens = NaiveTime::from_hms_opt(18, 30, 0).unwrap();
    let last = meeting.history.last().map_or(opens, |happened| happened.at);
    let at = last + chrono::TimeDelta::minutes(i64::from(*minutes));
    let entry = match made {
        Move::Apologies(who) => Entry::Apologies(meeting.somebody(*who)),
        Move::Arrives(who) => Entry::Arrived(meeting.somebody(*who)),
        Move::Leaves(who) => Entry::Left(meeting.somebody(*who)),
        Move::TakesChair(who) => Entry::TookChair(meeting.somebody(*who)),
        Move::Heads(heads) => Entry::Heads(u32::from(*heads)),
        Move::Starts => Entry::Started,
        Move::TakesUp { pick, any } => {
            let open: Vec<_> = meeting.items.iter().map(|(item, _)| *item).filter(|item| !meeting.was_decided(*item)).collect();
            Entry::Taken(if *any || open.is_empty() { meeting.some_item(*pick) } else { open[usize::from(*pick) % open.len()] })
        }
        Move::Declares { who, elsewhere, financial, part, in_the_room } => Entry::Declared {
            item: meeting.item_for(*elsewhere),
            member: meeting.somebody(*who),
            financial: *financial,
            part: *part,
            in_the_room: *in_the_room,
        },
        Move::Settles { who, part } => {
            let item = meeting.item_for(None);
            let interested: Vec<_> = meeting.interested(item).into_iter().collect();
            let who = if interested.is_empty() { meeting.somebody(*who) } else { interested[usize::from(*who) % interested.len()] };
            Entry::TookPart { item, member: who, part: *part }
        }
        Move::Puts { elsewhere, pounds, other_side, way } => {
            let item = meeting.item_for(*elsewhere);
            let motion = Motion { grant: pounds.map(|pounds| Money::from_pence(pounds * 100)), other_side: *other_side };
            Entry::Resolved { item, motion, way: meeting.way_of(item, way) }
        }
        Move::PutsOff(pick) => Entry::PutOff(meeting.some_item(*pick)),
        Move::Notes(pick) => Entry::Noted(meeting.some_item(*pick)),
        Move::Ends => Entry::Ended,
    };
    (at, entry)
}
