//! Votes between meetings: "where necessary via email" (§8.6). The plan gives no rule for them; what stands under the stricter
//! reading does: nobody is present, so the number needed is of all resident members, whether or not they answer.

use crate::constitution::Threshold;
use crate::id::MemberId;
use crate::meeting::{Count, majority, two_thirds};
use chrono::{Days, NaiveDate};

/// What a member answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// For it.
    Agree,
    /// Against it.
    Against,
    /// Neither.
    Abstain,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Against, Self::Abstain];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Against => "against",
            Self::Abstain => "abstain",
        }
    }

    /// The choice of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// A ballot that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Whose.
    pub member: MemberId,
    /// The day on which it was sent.
    pub on: NaiveDate,
    /// What it says.
    pub choice: Choice,
}

/// A vote by e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailVote {
    /// The day on which the papers went out.
    pub opened_on: NaiveDate,
    /// The last day for ballots.
    pub closes_on: NaiveDate,
    /// The resident members on the day it opened (§8.3). Later changes change nothing here.
    pub residents: Vec<MemberId>,
    /// How many of them must agree.
    pub needed: u32,
}

/// The last day for ballots. The day on which the papers go out is not counted.
pub fn closes_on(opened_on: NaiveDate, email_days: u16) -> NaiveDate {
    opened_on.checked_add_days(Days::new(email_days.into())).unwrap_or(NaiveDate::MAX)
}

/// How many of the resident members must agree, by the constitution's choice.
pub fn needed(threshold: Threshold, residents: u32) -> u32 {
    match threshold {
        Threshold::MostResidents => majority(residents),
        Threshold::TwoThirdsOfResidents => two_thirds(residents).max(1),
        Threshold::EveryResident => residents.max(1),
    }
}

/// Why a vote cannot be started or closed, or a ballot is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailVoteRefusal {
    /// No resident member had a seat on the day.
    #[error("nobody has a vote")]
    NobodyVotes,
    /// There is a vote on this application already that is not over.
    #[error("another vote is open")]
    AnotherOpen,
    /// Ballots may still change it.
    #[error("open until {closes_on}")]
    StillOpen {
        /// The last day.
        closes_on: NaiveDate,
    },
    /// It was sent before the papers went out.
    #[error("before {opened_on}")]
    TooEarly {
        /// When they went out.
        opened_on: NaiveDate,
    },
    /// It was sent after the last day.
    #[error("after {closes_on}")]
    TooLate {
        /// The last day.
        closes_on: NaiveDate,
    },
    /// Only resident members vote (§8.3), and those who were members when it opened.
    #[error("no resident member")]
    NoVote,
    /// Whoever has an interest takes no part (§8.12).
    #[error("has an interest")]
    HasInterest,
    /// The vote is over.
    #[error("closed")]
    Closed,
}

/// The ballots as they count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Returns {
    /// For it.
    pub agreed: u32,
    /// Against it.
    pub against: u32,
    /// Neither.
    pub abstained: u32,
    /// Those who may still answer.
    pub waiting: u32,
    /// Resident members with an interest: in the number, and without a vote.
    pub with_interest: u32,
}

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// Ballots may still change it.
    Open,
    /// Enough agreed.
    Carried(Count),
    /// Too few agreed, or too few are left who could.
    Lost(Count),
}

impl EmailVote {
    /// Takes a ballot, or says why it is not one. `has_interest` is what is known of the member now.
    pub fn take(&self, ballot: &Ballot, has_interest: bool) -> Result<(), EmailVoteRefusal> {
        if !self.residents.contains(&ballot.member) {
            return Err(EmailVoteRefusal::NoVote);
        }
        if has_interest {
            return Err(EmailVoteRefusal::HasInterest);
        }
        if ballot.on < self.opened_on {
            return Err(EmailVoteRefusal::TooEarly { opened_on: self.opened_on });
        }
        if ballot.on > self.closes_on {
            return Err(EmailVoteRefusal::TooLate { closes_on: self.closes_on });
        }
        Ok(())
    }

    /// The ballot of a member that counts, of those recorded, in the order in which they were: the one sent last, and of two
    /// sent on one day the one recorded later. None of somebody with an interest: one declared after a ballot voids it.
    pub fn counted(&self, ballots: &[Ballot], member: MemberId, has_interest: bool) -> Option<Ballot> {
        ballots
            .iter()
            .filter(|ballot| ballot.member == member && self.take(ballot, has_interest).is_ok())
            .max_by_key(|ballot| ballot.on)
            .copied()
    }

    /// Counts the ballots.
    pub fn returns(&self, ballots: &[Ballot], has_interest: impl Fn(MemberId) -> bool) -> Returns {
        let mut returns = Returns::default();
        for member in &self.residents {
            let interest = has_interest(*member);
            let place = match self.counted(ballots, *member, interest).map(|ballot| ballot.choice) {
                Some(Choice::Agree) => &mut returns.agreed,
                Some(Choice::Against) => &mut returns.against,
                Some(Choice::Abstain) => &mut returns.abstained,
                None if interest => &mut returns.with_interest,
                None => &mut returns.waiting,
            };
            *place = place.saturating_add(1);
        }
        returns
    }

    /// How it stands on a day. It is decided before its last day once enough agreed, or once too few are left who could.
    pub fn outlook(&self, returns: &Returns, today: NaiveDate) -> Outlook {
        let of = u32::try_from(self.residents.len()).unwrap_or(u32::MAX);
        let count = Count { agreed: returns.agreed, of, needed: self.needed };
        if returns.agreed >= self.needed {
            Outlook::Carried(count)
        } else if today > self.closes_on || returns.agreed.saturating_add(returns.waiting) < self.needed {
            Outlook::Lost(count)
        } else {
            Outlook::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 1, day).unwrap()
    }

    fn member(number: u128) -> MemberId {
        MemberId(Uuid::from_u128(number))
    }

    fn vote(residents: u32, threshold: Threshold) -> EmailVote {
        let needed = needed(threshold, residents);
        EmailVote { opened_on: day(5), closes_on: closes_on(day(5), 7), residents: (1..=residents.into()).map(member).collect(), needed }
    }

    /// What members 1, 2, 3 and so on sent on 6 January: `a` for, `n` against, `-` neither; `i` has an interest, and `A` and
    /// `N` declared one after they had voted.
    fn returns(vote: &EmailVote, text: &str) -> Returns {
        let choice = |letter| match letter {
            'a' | 'A' => Some(Choice::Agree),
            'n' | 'N' => Some(Choice::Against),
            '-' => Some(Choice::Abstain),
            _ => None,
        };
        let ballot = |(number, letter)| Some(Ballot { member: member(number), on: day(6), choice: choice(letter)? });
        let ballots: Vec<Ballot> = (1..).zip(text.chars()).filter_map(ballot).collect();
        vote.returns(&ballots, |who| (1..).zip(text.chars()).any(|(number, letter)| member(number) == who && "iAN".contains(letter)))
    }

    #[test]
    fn the_number_needed_is_of_all_residents_whether_or_not_they_answer() {
        // §8.6 gives no rule; these are the choices of the constitution.
        for (residents, most, two_thirds, every) in [(8, 5, 6, 8), (9, 5, 6, 9), (11, 6, 8, 11), (1, 1, 1, 1)] {
            assert_eq!(needed(Threshold::MostResidents, residents), most);
            assert_eq!(needed(Threshold::TwoThirdsOfResidents, residents), two_thirds);
            assert_eq!(needed(Threshold::EveryResident, residents), every);
        }
    }

    #[test]
    fn a_vote_is_open_until_its_last_day_is_over_unless_it_is_decided_before() {
        let count = |agreed| Count { agreed, of: 8, needed: 5 };
        for (text, today, expected) in [
            ("aaaa", 12, Outlook::Open),
            ("aaaa", 13, Outlook::Lost(count(4))),
            ("aaaaa", 6, Outlook::Carried(count(5))),
            ("aaaaannn", 13, Outlook::Carried(count(5))),
            // Four are against: five cannot agree any more.
            ("nnnn", 6, Outlook::Lost(count(0))),
            ("nnn", 6, Outlook::Open),
            ("---a-", 6, Outlook::Lost(count(1))),
            // More for than against is not enough.
            ("aaan", 13, Outlook::Lost(count(3))),
            // Whoever has an interest is in the number of eight, and has no vote: three of them leave five.
            ("iii", 6, Outlook::Open),
            ("iiiaaaaa", 6, Outlook::Carried(count(5))),
            ("iiin", 6, Outlook::Lost(count(0))),
            ("iiii", 6, Outlook::Lost(count(0))),
            // An interest declared after the ballot voids it.
            ("aaaaA", 6, Outlook::Open),
            ("aaaaAN", 6, Outlook::Open),
            ("aaaaANi-", 6, Outlook::Lost(count(4))),
        ] {
            let vote = vote(8, Threshold::MostResidents);
            assert_eq!(vote.outlook(&returns(&vote, text), day(today)), expected, "{text:?} on {today} January");
        }
    }

    #[test]
    fn ballots_are_taken_of_residents_without_an_interest_from_the_opening_to_the_last_day() {
        // §8.3, §8.6, §8.12.
        let vote = vote(8, Threshold::MostResidents);
        assert_eq!(vote.closes_on, day(12), "the day on which the papers go out is not counted");
        let take =
            |number, on, has_interest| vote.take(&Ballot { member: member(number), on: day(on), choice: Choice::Agree }, has_interest);
        assert_eq!(take(1, 5, false), Ok(()));
        assert_eq!(take(1, 12, false), Ok(()));
        assert_eq!(take(1, 4, false), Err(EmailVoteRefusal::TooEarly { opened_on: day(5) }));
        assert_eq!(take(1, 13, false), Err(EmailVoteRefusal::TooLate { closes_on: day(12) }));
        assert_eq!(take(1, 6, true), Err(EmailVoteRefusal::HasInterest));
        assert_eq!(take(9, 6, false), Err(EmailVoteRefusal::NoVote));
    }

    #[test]
    fn the_ballot_sent_last_counts() {
        let vote = vote(8, Threshold::MostResidents);
        let ballot = |on, choice| Ballot { member: member(1), on: day(on), choice };
        let last = |ballots: &[Ballot]| vote.counted(ballots, member(1), false).map(|ballot| ballot.choice);
        assert_eq!(last(&[ballot(6, Choice::Agree), ballot(8, Choice::Against)]), Some(Choice::Against));
        assert_eq!(last(&[ballot(8, Choice::Against), ballot(6, Choice::Agree)]), Some(Choice::Against), "a letter that came late");
        assert_eq!(last(&[ballot(6, Choice::Agree), ballot(6, Choice::Abstain)]), Some(Choice::Abstain));
        assert_eq!(last(&[ballot(4, Choice::Agree), ballot(13, Choice::Agree)]), None);
    }
}
