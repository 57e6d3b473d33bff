//! The rules of meetings a second time, from the plan's own words: slow and simple, each read from the whole history. Nothing
//! is shared with `domain::meeting` but the words for what happened.

use chrono::NaiveTime;
use domain::constitution::{CastingVote, Constitution, SubGroupPower, Withdrawal};
use domain::id::{ItemId, MemberId};
use domain::meeting::{Casting, Entry, ItemKind, MeetingKind, Motion, Part, Seat, Way};
use std::collections::BTreeSet;

/// A rule that an entry would break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Broken {
    NotStarted,
    Started,
    Ended,
    OutOfOrder,
    NoSeat,
    IsHere,
    IsNotHere,
    AdviserChairs,
    NobodyChairs,
    ChairTakesNoPart,
    NoItem,
    NotInHand,
    Decided,
    NoInterest,
    Withdraws,
    Unsettled,
    TooFewMembers,
    TooFewResidents,
    CountDiffers,
    NoTie,
    NoCastingVote,
    TooFewMayAgree,
    NoConsent,
    NotAdvised,
    NotThisBody,
    OverLimit,
}

/// What happened, when, and whether it carried something.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) at: NaiveTime,
    pub(crate) entry: Entry,
    pub(crate) carried: bool,
}

/// A meeting: what was settled before it, and everything that happened in it.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    pub(crate) kind: MeetingKind,
    pub(crate) choices: Constitution,
    pub(crate) roll: Vec<Seat>,
    pub(crate) items: Vec<(ItemId, ItemKind)>,
    pub(crate) history: Vec<Happened>,
}

/// What would come of an entry: the rules it breaks; or whether it carries something, where something is put to the meeting.
pub(crate) type Answer = Result<Option<bool>, BTreeSet<Broken>>;

impl Meeting {
    fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.history.iter().map(|happened| &happened.entry)
    }

    pub(crate) fn has_started(&self) -> bool {
        self.entries().any(|entry| *entry == Entry::Started)
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.entries().any(|entry| *entry == Entry::Ended)
    }

    pub(crate) fn in_hand(&self) -> Option<ItemId> {
        let mut last = None;
        for entry in self.entries() {
            if let Entry::Taken(item) = entry {
                last = Some(*item);
            }
        }
        last
    }

    pub(crate) fn is_here(&self, who: MemberId) -> bool {
        let mut here = false;
        for entry in self.entries() {
            match entry {
                Entry::Arrived(member) if *member == who => here = true,
                Entry::Left(member) if *member == who => here = false,
                _ => {}
            }
        }
        here
    }

    /// §8.5: "Charing of partnership meetings shall be undertaken by any resident member." Whoever leaves chairs no more.
    pub(crate) fn chair(&self) -> Option<MemberId> {
        let mut chair = None;
        for entry in self.entries() {
            match entry {
                Entry::TookChair(member) => chair = Some(*member),
                Entry::Left(member) if chair == Some(*member) => chair = None,
                _ => {}
            }
        }
        chair
    }

    /// §8.3: "residents in attendance by show of hands", as they were counted last.
    fn heads(&self) -> usize {
        let mut heads = 0;
        for entry in self.entries() {
            if let Entry::Heads(counted) = entry {
                heads = *counted as usize;
            }
        }
        heads
    }

    /// Who declared an interest in an item.
    pub(crate) fn interested(&self, item: ItemId) -> BTreeSet<MemberId> {
        let of = |entry: &Entry| match entry {
            Entry::Declared { item: on, member, .. } if *on == item => Some(*member),
            _ => None,
        };
        self.entries().filter_map(of).collect()
    }

    /// Appendix 1: "Whether they withdrew from the meeting while the item was discussed […] or remained in the room during its
    /// consideration": what was last said of it, and none where that was that it is still to be settled.
    fn part(&self, item: ItemId, who: MemberId) -> Option<Part> {
        let mut last = None;
        for entry in self.entries() {
            match entry {
                Entry::Declared { item: on, member, part, .. } if *on == item && *member == who => last = *part,
                Entry::TookPart { item: on, member, part } if *on == item && *member == who => last = Some(*part),
                _ => {}
            }
        }
        last
    }

    pub(crate) fn was_decided(&self, item: ItemId) -> bool {
        let on_it = |entry: &Entry| matches!(entry, Entry::Resolved { item: on, .. } if *on == item);
        self.history.iter().any(|happened| happened.carried && on_it(&happened.entry))
    }

    /// §8.6: "a majority of the members are present and the majority of these are residents". Recorded choice: whether advisory
    /// members are among "the members".
    pub(crate) fn members(&self) -> BTreeSet<MemberId> {
        self.roll.iter().filter(|seat| seat.resident || self.choices.advisory_counts).map(|seat| seat.member).collect()
    }

    pub(crate) fn residents(&self) -> BTreeSet<MemberId> {
        self.roll.iter().filter(|seat| seat.resident).map(|seat| seat.member).collect()
    }

    /// §8.12: "it will be for the member to withdraw from the room": who did is not present for the item. Recorded choice: whether
    /// somebody who has an interest and is still in the room is present for it.
    fn present(&self, item: Option<ItemId>) -> BTreeSet<MemberId> {
        let mut present = BTreeSet::new();
        for seat in &self.roll {
            let has_interest = item.is_some_and(|item| self.interested(item).contains(&seat.member));
            let withdrew = has_interest && item.and_then(|item| self.part(item, seat.member)) == Some(Part::Withdrew);
            let counts = !has_interest || self.choices.remained_counts;
            if self.is_here(seat.member) && !withdrew && counts {
                present.insert(seat.member);
            }
        }
        present
    }

    /// The residents in the room: of the Forum, all who came (§8.1: "an open public meeting").
    pub(crate) fn residents_present(&self, item: Option<ItemId>) -> usize {
        if self.kind == MeetingKind::Forum { self.heads() } else { self.present(item).intersection(&self.residents()).count() }
    }

    /// §8.7: "those present and entitled to vote". §8.3: "Only resident members […] have full voting rights." §8.12: "Members
    /// should take no part in an item" in which they have an interest; Appendix 1: in both cases "taking no part in the discussion
    /// or decision".
    pub(crate) fn may_vote(&self, item: ItemId) -> usize {
        if self.kind == MeetingKind::Forum {
            return self.heads();
        }
        let mut may = 0;
        for member in self.residents() {
            if self.is_here(member) && !self.interested(item).contains(&member) {
                may += 1;
            }
        }
        may
    }

    /// §8.6, in two halves: a majority of the members; the majority of these residents.
    fn without_quorum(&self, item: Option<ItemId>) -> BTreeSet<Broken> {
        let (members, present, residents) = if self.kind == MeetingKind::Forum {
            (self.heads(), self.heads(), self.heads())
        } else {
            let present: BTreeSet<_> = self.present(item).intersection(&self.members()).copied().collect();
            (self.members().len(), present.len(), present.intersection(&self.residents()).count())
        };
        let mut broken = BTreeSet::new();
        if 2 * present <= members {
            broken.insert(Broken::TooFewMembers);
        }
        if 2 * residents <= present {
            broken.insert(Broken::TooFewResidents);
        }
        broken
    }

    pub(crate) fn is_quorate(&self) -> bool {
        self.without_quorum(self.in_hand()).is_empty()
    }

    /// What would come of an entry now.
    pub(crate) fn answer(&self, at: NaiveTime, entry: &Entry) -> Answer {
        let mut broken = self.out_of_place(at, entry);
        let mut carried = None;
        match entry {
            Entry::Apologies(member) | Entry::Arrived(member) => {
                if self.is_here(*member) {
                    broken.insert(Broken::IsHere);
                }
            }
            Entry::Left(member) => {
                if !self.is_here(*member) {
                    broken.insert(Broken::IsNotHere);
                }
            }
            Entry::TookChair(member) => {
                // §8.5: "any resident member".
                if !self.residents().contains(member) {
                    broken.insert(Broken::AdviserChairs);
                }
                if !self.is_here(*member) {
                    broken.insert(Broken::IsNotHere);
                }
            }
            Entry::Started => {
                if self.has_started() {
                    broken.insert(Broken::Started);
                }
                if self.chair().is_none() {
                    broken.insert(Broken::NobodyChairs);
                }
            }
            Entry::Declared { part, .. } => broken.extend(self.always_withdraws(*part)),
            Entry::TookPart { item, member, part } => {
                if !self.interested(*item).contains(member) {
                    broken.insert(Broken::NoInterest);
                }
                broken.extend(self.always_withdraws(Some(*part)));
            }
            Entry::Resolved { item, motion, way } => {
                broken.extend(self.may_not_be_put(*item, motion));
                match self.put(*item, way) {
                    Ok(agreed) => carried = Some(agreed),
                    Err(more) => broken.extend(more),
                }
            }
            Entry::Heads(_) | Entry::Taken(_) | Entry::PutOff(_) | Entry::Noted(_) | Entry::Ended => {}
        }
        if broken.is_empty() { Ok(carried) } else { Err(broken) }
    }

    /// Before the beginning, after the end, of somebody without a seat, on nothing that is on the agenda.
    fn out_of_place(&self, at: NaiveTime, entry: &Entry) -> BTreeSet<Broken> {
        let mut broken = BTreeSet::new();
        if self.has_ended() {
            broken.insert(Broken::Ended);
        }
        if self.history.iter().any(|happened| happened.at > at) {
            broken.insert(Broken::OutOfOrder);
        }
        let needs_start = !matches!(
            entry,
            Entry::Apologies(_) | Entry::Arrived(_) | Entry::Left(_) | Entry::TookChair(_) | Entry::Heads(_) | Entry::Started
        );
        if needs_start && !self.has_started() {
            broken.insert(Broken::NotStarted);
        }
        if let Entry::Apologies(who) | Entry::Arrived(who) | Entry::Left(who) | Entry::TookChair(who) | Entry::Declared { member: who, .. } =
            entry
            && !self.roll.iter().any(|seat| seat.member == *who)
        {
            broken.insert(Broken::NoSeat);
        }
        if let Entry::Taken(item)
        | Entry::PutOff(item)
        | Entry::Noted(item)
        | Entry::Declared { item, .. }
        | Entry::TookPart { item, .. }
        | Entry::Resolved { item, .. } = entry
        {
            if !self.items.iter().any(|(known, _)| known == item) {
                broken.insert(Broken::NoItem);
            }
            // Appendix 1: "I will accept a majority committee vote on an issue as decisive and final."
            if self.was_decided(*item) && !matches!(entry, Entry::Taken(_)) {
                broken.insert(Broken::Decided);
            }
        }
        broken
    }

    /// §8.12: "it will be for the member to withdraw from the room". Recorded choice: always so; or, by Appendix 1, "The ABL
    /// partnership group will decide if a member has to withdraw".
    fn always_withdraws(&self, part: Option<Part>) -> Option<Broken> {
        (self.choices.withdrawal == Withdrawal::Always && part == Some(Part::Remained)).then_some(Broken::Withdraws)
    }

    /// Whether anything may be put on this item at this moment, whatever the votes.
    fn may_not_be_put(&self, item: ItemId, motion: &Motion) -> BTreeSet<Broken> {
        // §8.6: "Meetings can take place even if not quorate but votes cannot take place."
        let mut broken = self.without_quorum(Some(item));
        if self.in_hand() != Some(item) {
            broken.insert(Broken::NotInHand);
        }
        // Appendix 1: "a statement will appear in the minutes […] Whether they withdrew […] or remained".
        for member in self.interested(item) {
            if self.is_here(member) && self.part(item, member).is_none() {
                broken.insert(Broken::Unsettled);
            }
        }
        // §8.5: somebody chairs; §8.12: who has an interest takes "no part in an item".
        match self.chair() {
            None => drop(broken.insert(Broken::NobodyChairs)),
            Some(chair) if self.interested(item).contains(&chair) => drop(broken.insert(Broken::ChairTakesNoPart)),
            Some(_) => {}
        }
        let about = |kind: ItemKind| self.items.contains(&(item, kind));
        // §8.7 ii: "Any decision relating to financial commitments to individual partners is only taken with their consent."
        if about(ItemKind::Commitment) && !motion.other_side {
            broken.insert(Broken::NoConsent);
        }
        // §8.11: "this can only be done by advising the individual that this is going to happen".
        if about(ItemKind::Removal) && !motion.other_side {
            broken.insert(Broken::NotAdvised);
        }
        // §8.2: the Partnership Group "makes arrangements for the allocation of funds". §8.1: the Forum may "review and determine
        // the membership" and "make recommendations". §8.11: voting off needs "the partnership group being quorate".
        if self.kind == MeetingKind::Forum && (about(ItemKind::Commitment) || about(ItemKind::Removal)) {
            broken.insert(Broken::NotThisBody);
        }
        // §8 names "sub-groups agreed by the Partnership Group" and gives them no power. Recorded choice: the sub-group recommends;
        // or it decides grants up to a limit. Money for a partner and membership are the partnership's (§8.2, §8.3, §8.11).
        if self.kind == MeetingKind::SubGroup {
            if about(ItemKind::Commitment) || about(ItemKind::Joining) || about(ItemKind::Removal) {
                broken.insert(Broken::NotThisBody);
            }
            if let (true, SubGroupPower::Decides { up_to }, Some(amount)) = (about(ItemKind::Grant), self.choices.sub_group, motion.grant)
                && amount.pence() > up_to.pence()
            {
                broken.insert(Broken::OverLimit);
            }
        }
        broken
    }

    /// §8.7: "Decisions will normally be made by consensus. Where the Chair deems consensus to be unachievable […] a decision will
    /// be made by those present and entitled to vote and will be binding provided that […] It has been agreed by a majority of
    /// residents present."
    fn put(&self, item: ItemId, way: &Way) -> Result<bool, BTreeSet<Broken>> {
        let residents = self.residents_present(Some(item));
        // §8.3: who would join during the year: "The resident members of the partnership will vote, requiring a two thirds majority";
        // elections at the Forum: "a two thirds majority of residents in attendance".
        let two_thirds = self.items.contains(&(item, ItemKind::Joining));
        let enough = |agreed: usize| if two_thirds { agreed > 0 && 3 * agreed >= 2 * residents } else { 2 * agreed > residents };
        let Way::Vote(tally) = way else {
            let agreed = self.may_vote(item);
            return if enough(agreed) { Ok(true) } else { Err(BTreeSet::from([Broken::TooFewMayAgree])) };
        };
        let mut broken = BTreeSet::new();
        if (tally.agree + tally.against + tally.not_voting) as usize != self.may_vote(item) {
            broken.insert(Broken::CountDiffers);
        }
        // §8.5: "Have a casting vote in meetings in the event of a vote being tied." Recorded choice: whoever chairs has it, or only
        // the elected Chair who chairs. Recorded reading: it is one more who agreed, or none.
        let mut agreed = tally.agree as usize;
        if let Some(casting) = tally.casting {
            if tally.agree != tally.against {
                broken.insert(Broken::NoTie);
            }
            let elected = self.roll.iter().any(|seat| seat.is_chair && self.chair() == Some(seat.member));
            if self.choices.casting == CastingVote::ChairOnly && !elected {
                broken.insert(Broken::NoCastingVote);
            }
            agreed += usize::from(casting == Casting::For);
        }
        if broken.is_empty() { Ok(enough(agreed)) } else { Err(broken) }
    }
}
