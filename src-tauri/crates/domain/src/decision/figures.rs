//! How a meeting decided, as its paper minutes have it, and whether that stands (§8.5 to §8.7, §8).

use super::{Body, NewDecision};
use crate::constitution::{CastingVote, Constitution, SubGroupPower};
use crate::meeting::{Count, Floor, Majority, MeetingRefusal, Quorum, Verdict, Way, put};

/// The figures of a meeting, as somebody reads them off its minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The members there were: all of them, or the residents alone where advisory members do not count (§8.6).
    pub members: u32,
    /// The members in the room for the item.
    pub present: u32,
    /// The residents among them.
    pub residents: u32,
    /// Those of these residents who had an interest, remained, and took no part (Appendix 1).
    pub taking_no_part: u32,
    /// Consensus, or a vote.
    pub way: Way,
    /// Whether the elected Chair chaired (§8.5).
    pub chair_chaired: bool,
}

/// The members of the partnership on the day, as the register has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Members {
    /// Resident members.
    pub residents: u32,
    /// Advisory members.
    pub advisory: u32,
}

/// Which figure cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureProblem {
    /// Fewer members than had a seat on that day would make the quorum smaller (§8.6).
    #[error("fewer members than {least}")]
    Members {
        /// Those who had a seat.
        least: u32,
    },
    /// More are present than there are members.
    #[error("more present than {most}")]
    Present {
        /// The members there were.
        most: u32,
    },
    /// More residents than are present, or than there are.
    #[error("more residents than {most}")]
    Residents {
        /// Those there can be.
        most: u32,
    },
    /// More take no part than there are residents present.
    #[error("more take no part than {most}")]
    TakingNoPart {
        /// The residents present.
        most: u32,
    },
}

/// Why a decision on paper does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperRefusal {
    /// A figure cannot be.
    #[error(transparent)]
    Figure(#[from] FigureProblem),
    /// It would not have stood at the meeting.
    #[error(transparent)]
    Meeting(#[from] MeetingRefusal),
    /// It fell: too few agreed (§8.7 i).
    #[error("not carried")]
    NotCarried(Count),
    /// A vote by e-mail is not typed in here: its ballots are recorded one by one (§8.6).
    #[error("a vote by e-mail")]
    EmailVote,
}

impl Figures {
    /// Passes figures that can be, held against the members' list of the day. Of the sub-group the register has no list, and
    /// `listed` is none.
    fn check(&self, constitution: &Constitution, listed: Option<Members>) -> Result<(), FigureProblem> {
        let seats =
            listed.map_or(0, |listed| listed.residents.saturating_add(if constitution.advisory_counts { listed.advisory } else { 0 }));
        if self.members < seats.max(1) {
            return Err(FigureProblem::Members { least: seats.max(1) });
        }
        // Where advisory members do not count they may be in the room all the same.
        if constitution.advisory_counts && self.present > self.members {
            return Err(FigureProblem::Present { most: self.members });
        }
        // Members whom the list does not have may all have been residents.
        let unlisted = self.members.saturating_sub(seats);
        let known = listed.map_or(u32::MAX, |listed| listed.residents.saturating_add(unlisted));
        let most = self.present.min(self.members).min(known);
        if self.residents > most {
            return Err(FigureProblem::Residents { most });
        }
        if self.taking_no_part > self.residents {
            return Err(FigureProblem::TakingNoPart { most: self.residents });
        }
        Ok(())
    }

    /// Who stood behind the decision, by the choices that held on the day.
    pub fn floor(&self, constitution: &Constitution) -> Floor {
        let not_counted = if constitution.remained_counts { 0 } else { self.taking_no_part };
        let residents = self.residents.saturating_sub(not_counted);
        let present = if constitution.advisory_counts { self.present.saturating_sub(not_counted) } else { residents };
        Floor {
            quorum: Quorum { members: self.members, present, residents },
            residents,
            entitled: self.residents.saturating_sub(self.taking_no_part),
            casting: constitution.casting == CastingVote::WhoeverChairs || self.chair_chaired,
        }
    }
}

/// Passes a decision typed in from paper minutes that would have stood at the meeting, and says how many agreed.
pub fn hold(
    new: &NewDecision,
    figures: &Figures,
    constitution: &Constitution,
    listed: Option<Members>,
) -> Result<(Floor, Count), PaperRefusal> {
    match (new.body, constitution.sub_group) {
        (Body::EmailVote, _) => return Err(PaperRefusal::EmailVote),
        (Body::SubGroup, SubGroupPower::Recommends) => return Err(MeetingRefusal::ForThePartnership.into()),
        (Body::SubGroup, SubGroupPower::Decides { up_to }) if new.outcome.amount().is_some_and(|amount| amount > up_to) => {
            return Err(MeetingRefusal::OverSubGroupLimit { up_to }.into());
        }
        (Body::SubGroup, SubGroupPower::Decides { .. }) | (Body::Partnership, _) => {}
    }
    figures.check(constitution, listed.filter(|_| new.body == Body::Partnership))?;
    let floor = figures.floor(constitution);
    match put(&floor, &figures.way, Majority::Most).map_err(MeetingRefusal::from)? {
        Verdict::Carried(count) => Ok((floor, count)),
        Verdict::Lost(count) => Err(PaperRefusal::NotCarried(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Money;
    use crate::decision::Outcome;
    use crate::meeting::{Casting, Tally, VoteRefusal};

    const LISTED: Members = Members { residents: 8, advisory: 5 };

    fn figures(present: u32, residents: u32, way: Way) -> Figures {
        Figures { members: 13, present, residents, taking_no_part: 0, way, chair_chaired: false }
    }

    fn vote(agree: u32, against: u32, not_voting: u32, casting: Option<Casting>) -> Way {
        Way::Vote(Tally { agree, against, not_voting, casting })
    }

    fn decision(body: Body, pounds: i64) -> NewDecision {
        NewDecision {
            outcome: Outcome::Approved { amount: Money::from_pence(pounds * 100) },
            decided_on: chrono::NaiveDate::from_ymd_opt(2023, 1, 17).unwrap(),
            body,
            decided_by: "The meeting".into(),
            conditions: vec![],
            terms: None,
        }
    }

    fn held(figures: &Figures, choices: Constitution) -> Result<Count, PaperRefusal> {
        hold(&decision(Body::Partnership, 300), figures, &choices, Some(LISTED)).map(|(_, count)| count)
    }

    #[test]
    fn what_would_not_have_stood_at_the_meeting_is_refused_with_its_figure() {
        // §8.5, §8.6, §8.7.
        let usual = Constitution::default();
        let refused = |refusal: VoteRefusal| Err(PaperRefusal::Meeting(refusal.into()));
        let count = |agreed, of, needed| Count { agreed, of, needed };
        let with = |change: &dyn Fn(&mut Figures)| {
            let mut new = figures(8, 6, Way::Consensus);
            change(&mut new);
            held(&new, usual)
        };
        assert_eq!(with(&|_| {}), Ok(count(6, 6, 4)));
        assert_eq!(with(&|new| new.present = 6), refused(VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 }));
        assert_eq!(with(&|new| new.residents = 4), refused(VoteRefusal::TooFewResidents { residents: 4, present: 8, needed: 5 }));
        assert_eq!(with(&|new| new.way = vote(3, 2, 0, None)), refused(VoteRefusal::CountDiffers { counted: 5, entitled: 6 }));
        assert_eq!(with(&|new| new.way = vote(3, 2, 1, None)), Err(PaperRefusal::NotCarried(count(3, 6, 4))));
        assert_eq!(with(&|new| new.way = vote(4, 2, 0, None)), Ok(count(4, 6, 4)));
        assert_eq!(with(&|new| new.way = vote(3, 3, 0, Some(Casting::For))), Ok(count(4, 6, 4)));
        // Three with an interest remained: three of six are no majority of the residents present.
        assert_eq!(with(&|new| new.taking_no_part = 3), refused(VoteRefusal::TooFewEntitled { entitled: 3, residents: 6, needed: 4 }));
        assert_eq!(with(&|new| (new.taking_no_part, new.way) = (2, vote(4, 0, 0, None))), Ok(count(4, 6, 4)));
    }

    #[test]
    fn figures_that_cannot_be_are_refused() {
        let with = |change: &dyn Fn(&mut Figures)| {
            let mut new = figures(8, 6, Way::Consensus);
            change(&mut new);
            held(&new, Constitution::default())
        };
        // A quorum is not made smaller by leaving members out.
        assert_eq!(with(&|new| new.members = 12), Err(FigureProblem::Members { least: 13 }.into()));
        assert_eq!(with(&|new| new.present = 14), Err(FigureProblem::Present { most: 13 }.into()));
        assert_eq!(with(&|new| (new.present, new.residents) = (9, 9)), Err(FigureProblem::Residents { most: 8 }.into()));
        assert_eq!(with(&|new| (new.members, new.present, new.residents) = (15, 10, 10)).map(drop), Ok(()), "two more than the list has");
        assert_eq!(with(&|new| new.residents = 9), Err(FigureProblem::Residents { most: 8 }.into()));
        assert_eq!(with(&|new| new.taking_no_part = 7), Err(FigureProblem::TakingNoPart { most: 6 }.into()));
    }

    #[test]
    fn the_choices_that_held_on_the_day_decide_who_counts() {
        let choices = |change: &dyn Fn(&mut Constitution)| {
            let mut choices = Constitution::default();
            change(&mut choices);
            choices
        };
        // Of eight residents five are there, with four advisers: nobody but residents counts.
        let residents_only = Figures { members: 8, ..figures(9, 5, Way::Consensus) };
        let count = Count { agreed: 5, of: 5, needed: 3 };
        assert_eq!(held(&residents_only, choices(&|choices| choices.advisory_counts = false)), Ok(count));
        let two_remained = Figures { taking_no_part: 2, ..figures(8, 6, Way::Consensus) };
        assert_eq!(held(&two_remained, Constitution::default()), Ok(Count { agreed: 4, of: 6, needed: 4 }));
        let not_counted = choices(&|choices| choices.remained_counts = false);
        let too_few = VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 };
        assert_eq!(held(&two_remained, not_counted), Err(PaperRefusal::Meeting(too_few.into())));
        let three_each = figures(8, 6, vote(3, 3, 0, Some(Casting::For)));
        let chair_only = choices(&|choices| choices.casting = CastingVote::ChairOnly);
        assert_eq!(held(&three_each, chair_only), Err(PaperRefusal::Meeting(VoteRefusal::NoCastingVote.into())));
        assert!(held(&Figures { chair_chaired: true, ..three_each }, chair_only).is_ok());
    }

    #[test]
    fn the_sub_group_decides_what_it_was_given_and_no_more() {
        // §8: the plan gives it no power of its own. The partnership's list says nothing of who sits in it.
        let figures = Figures { members: 5, ..figures(4, 3, Way::Consensus) };
        let decides =
            |pence| Constitution { sub_group: SubGroupPower::Decides { up_to: Money::from_pence(pence) }, ..Constitution::default() };
        let by = |body, choices: Constitution| hold(&decision(body, 250), &figures, &choices, Some(LISTED)).map(drop);
        assert_eq!(by(Body::SubGroup, Constitution::default()), Err(MeetingRefusal::ForThePartnership.into()));
        assert_eq!(by(Body::SubGroup, decides(25_000)), Ok(()));
        let up_to = Money::from_pence(24_999);
        assert_eq!(by(Body::SubGroup, decides(24_999)), Err(MeetingRefusal::OverSubGroupLimit { up_to }.into()));
        assert_eq!(by(Body::Partnership, decides(25_000)), Err(FigureProblem::Members { least: 13 }.into()));
        assert_eq!(by(Body::EmailVote, decides(25_000)), Err(PaperRefusal::EmailVote));
    }
}
