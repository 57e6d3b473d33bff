//! The meeting while it is held, between the core's shapes and the window's.

use domain::id::{ItemId, MeetingId, MemberId};
use domain::meeting::{Count, Tally, Way};
use domain::membership::Office;
use domain::review::Together;
use domain::time::written;
use usecases::decision::TypedOutcome;
use usecases::sitting::{
    InHand, ItemApplication, ItemInterest, LastEntry, Place, QuorumView, Resolved, Seat, Sitting, SittingItem, Step, TypedClose,
    TypedGrant, TypedInterest, TypedProposal, TypedResolution, Weighed,
};

use crate::ipc::dto::decision::TypedOutcome as TypedOutcomeDto;
use crate::ipc::dto::mirror_both;
use crate::ipc::dto::review::Recommendation;
use crate::ipc::dto::sitting::{
    self as dto, Attendance, CloseMeetingInput, DeclareAtMeetingInput, ItemStep, LastKind, PanelCount, QuorumEnded, Resolution, SeatRow,
    TypedWay,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};

mirror_both!(Attendance, usecases::sitting::Attendance { Apologies, Arrived, Left, TookChair });
mirror_both!(dto::Office, Office { Chair, ViceChair });
mirror_both!(ItemStep, Step { Taken, PutOff, Noted });

impl From<Place> for dto::Place {
    fn from(place: Place) -> Self {
        match place {
            Place::NotHere => Self::NotHere,
            Place::Apologies => Self::Apologies,
            Place::Here { since, late } => Self::Here { since: written(since), late },
            Place::Withdrew => Self::Withdrew,
            Place::Left { at } => Self::Left { at: written(at) },
        }
    }
}

impl From<Seat> for SeatRow {
    fn from(seat: Seat) -> Self {
        Self {
            member_id: seat.seat.member.to_string(),
            name: seat.seat.name,
            resident: seat.seat.resident,
            office: seat.seat.office.map(Into::into),
            lto: seat.seat.lto,
            place: seat.place.into(),
            chairs: seat.chairs,
        }
    }
}

impl From<SittingItem> for dto::SittingItem {
    fn from(item: SittingItem) -> Self {
        Self {
            id: item.id.to_string(),
            number: item.number,
            kind: item.kind.into(),
            title: item.title,
            reference: item.reference,
            sealed: item.sealed,
            public: item.public,
            state: item.state.into(),
        }
    }
}

impl From<ItemInterest> for dto::ItemInterest {
    fn from(interest: ItemInterest) -> Self {
        Self {
            member_id: interest.member.to_string(),
            name: interest.name,
            financial: interest.financial,
            how: interest.how,
            part: interest.part.map(Into::into),
            known: interest.known,
            here: interest.here,
        }
    }
}

impl From<QuorumView> for dto::QuorumView {
    fn from(view: QuorumView) -> Self {
        let (floor, quorum) = (view.floor, view.floor.quorum);
        Self {
            members: quorum.members,
            present: quorum.present,
            needed: quorum.needed(),
            residents: quorum.residents,
            residents_needed: quorum.residents_needed(),
            withdrew: view.withdrew,
            enough_members: quorum.enough_members(),
            mostly_residents: quorum.mostly_residents(),
            met: quorum.is_met(),
            nobody_to_spare: quorum.has_nobody_to_spare(),
            ended_by: view.ended_by.map(|ended| QuorumEnded { name: ended.name, at: written(ended.at), withdrew: ended.withdrew }),
            entitled: floor.entitled,
            residents_present: floor.residents,
            agree_needed: view.agree_needed,
            casting: floor.casting,
        }
    }
}

fn panel(together: &Together) -> Vec<PanelCount> {
    let counts = [
        (Recommendation::FundInFull, together.in_full),
        (Recommendation::FundPart, together.in_part),
        (Recommendation::AskForMore, together.ask_for_more),
        (Recommendation::DoNotFund, together.do_not_fund),
    ];
    let some = counts.into_iter().filter(|(_, reviews)| *reviews > 0);
    some.map(|(recommendation, reviews)| PanelCount { recommendation, reviews: count(reviews) }).collect()
}

impl From<ItemApplication> for dto::ItemApplication {
    fn from(application: ItemApplication) -> Self {
        Self {
            application_id: application.id.to_string(),
            reference: application.reference,
            group_name: application.group_name,
            one_line: application.one_line,
            asked_pence: application.asked.map(Into::into),
            panel: application.panel.as_ref().map(panel),
            free_pence: application.free.into(),
            ends_on: application.ends_on,
            correcting: application.correcting,
        }
    }
}

impl From<Resolved> for Resolution {
    fn from(resolved: Resolved) -> Self {
        Self { carried: resolved.carried, words: resolved.words, at: written(resolved.at) }
    }
}

impl From<InHand> for dto::ItemInHand {
    fn from(hand: InHand) -> Self {
        Self {
            item: hand.item.into(),
            about: hand.about,
            hidden: hand.hidden,
            application: hand.application.map(Into::into),
            interests: hand.interests.into_iter().map(Into::into).collect(),
            quorum: hand.quorum.into(),
            resolutions: hand.resolutions.into_iter().map(Into::into).collect(),
            note: hand.note,
            minutes: hand.minutes,
            minutes_of: hand.minutes_of,
        }
    }
}

fn last(entry: LastEntry) -> Option<dto::LastEntry> {
    use usecases::EntryKind;
    let kind = match entry.kind {
        EntryKind::Apologies => LastKind::Apologies,
        EntryKind::Arrived => LastKind::Arrived,
        EntryKind::Left => LastKind::Left,
        EntryKind::TookChair => LastKind::TookChair,
        EntryKind::Heads => LastKind::Heads,
        EntryKind::Started => LastKind::Started,
        EntryKind::Taken => LastKind::Taken,
        EntryKind::Declared => LastKind::Declared,
        EntryKind::TookPart => LastKind::TookPart,
        EntryKind::Resolved => LastKind::Resolved,
        EntryKind::PutOff => LastKind::PutOff,
        EntryKind::Noted => LastKind::Noted,
        EntryKind::Ended => LastKind::Ended,
        EntryKind::Struck => return None,
    };
    Some(dto::LastEntry { id: entry.id.to_string(), kind, name: entry.name, at: written(entry.at) })
}

impl From<Sitting> for dto::Sitting {
    fn from(sitting: Sitting) -> Self {
        Self {
            meeting: sitting.meeting.into(),
            started_at: sitting.started_at.map(written),
            ended_at: sitting.ended_at.map(written),
            seats: sitting.seats.into_iter().map(Into::into).collect(),
            heads: sitting.heads,
            items: sitting.items.into_iter().map(Into::into).collect(),
            in_hand: sitting.in_hand.map(Into::into),
            quorum: sitting.quorum.into(),
            last: sitting.last.and_then(last),
            next_on: sitting.next_on,
            decisions: count(sitting.decisions),
            decides_grants: sitting.decides_grants,
            back_dated: sitting.back_dated,
            may_minute: sitting.may_minute,
        }
    }
}

/// Whose interest in what, and the interest.
pub(super) fn interest(input: DeclareAtMeetingInput) -> CommandResult<(ItemId, MemberId, TypedInterest)> {
    let typed = TypedInterest { financial: input.financial, how: input.how, part: input.part.map(Into::into) };
    Ok((parse_id(&input.item_id)?, parse_id(&input.member_id)?, typed))
}

/// Which meeting, and its close.
pub(super) fn close(input: CloseMeetingInput) -> CommandResult<(MeetingId, TypedClose)> {
    let typed = TypedClose { at: input.at, embargo_until: input.embargo_until.into(), embargo_reason: input.embargo_reason };
    Ok((parse_id(&input.meeting_id)?, typed))
}

/// What is put to the meeting.
pub(super) fn resolution(proposal: dto::TypedProposal, way: TypedWay) -> TypedResolution {
    let proposal = match proposal {
        dto::TypedProposal::Grant { outcome, conditions, ends_on, return_by, instalments, reason } => {
            TypedProposal::Grant(Box::new(TypedGrant {
                outcome: match outcome {
                    TypedOutcomeDto::Approved { amount } => TypedOutcome::Approved { amount },
                    TypedOutcomeDto::ApprovedInPart { amount, purpose } => TypedOutcome::ApprovedInPart { amount, purpose },
                    TypedOutcomeDto::Deferred { missing } => TypedOutcome::Deferred { missing },
                    TypedOutcomeDto::Declined { reasons } => TypedOutcome::Declined { reasons },
                },
                conditions,
                ends_on: ends_on.into(),
                return_by: return_by.into(),
                instalments: instalments.into_iter().map(|part| (part.when, part.amount)).collect(),
                reason,
            }))
        }
        dto::TypedProposal::Other { proposal, other_side } => TypedProposal::Other { proposal, other_side },
    };
    let way = match way {
        TypedWay::Consensus => Way::Consensus,
        TypedWay::Vote { agree, against, not_voting, casting } => {
            Way::Vote(Tally { agree, against, not_voting, casting: casting.map(Into::into) })
        }
    };
    TypedResolution { proposal, way }
}

/// What would come of it.
pub(super) fn weighed(weighed: Weighed) -> CommandResult<dto::Weighed> {
    Ok(match weighed {
        Weighed::Carried { count: Count { agreed, of, needed }, free } => {
            dto::Weighed::Carried { agreed, of, needed, free_pence: free.map(Into::into) }
        }
        Weighed::Lost { count: Count { agreed, of, needed }, tied } => dto::Weighed::Lost { agreed, of, needed, tied },
        Weighed::NotYet => dto::Weighed::NotYet,
        Weighed::Refused(error) => match CommandError::from(error) {
            CommandError::MeetingRefused { refusal } => dto::Weighed::Refused { refusal },
            other => return Err(other),
        },
    })
}
