//! Members: who works at the register, and what each role may do there.

use crate::id::MemberId;
use chrono::{Months, NaiveDate};

/// What a person is to the partnership (§8.3, §8.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Types in applications and keeps the register.
    Coordinator,
    /// The resident chair.
    Chair,
    /// One of two resident vice-chairs.
    ViceChair,
    /// Lives in the area, and votes.
    Resident,
    /// Reads applications for the Community Chest sub-group (§8, §8.8).
    Reviewer,
    /// Works or runs a business in the area, and does not vote.
    Advisory,
    /// Pays for the Locally Trusted Organisation.
    LtoClerk,
    /// May look, and change nothing.
    ReadOnly,
}

impl Role {
    /// Every role, in the order in which they are listed to people.
    pub const ALL: [Self; 8] =
        [Self::Coordinator, Self::Chair, Self::ViceChair, Self::Resident, Self::Reviewer, Self::Advisory, Self::LtoClerk, Self::ReadOnly];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "co-ordinator",
            Self::Chair => "chair",
            Self::ViceChair => "vice-chair",
            Self::Resident => "resident",
            Self::Reviewer => "reviewer",
            Self::Advisory => "advisory",
            Self::LtoClerk => "lto-clerk",
            Self::ReadOnly => "read-only",
        }
    }

    /// The role of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Something a person does at the register that not everybody may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Read what is under embargo: applications not yet decided.
    ReadSealed,
    /// Type in, receive and correct applications; keep office records.
    KeepRecords,
    /// Record what was decided, and that the group was told.
    RecordDecision,
    /// Record a signature on an agreement.
    RecordSignature,
    /// Record that money was paid, returned or voided.
    RecordPayment,
    /// See and change the account that is paid.
    HandleAccount,
    /// Give a judgement on an application.
    Review,
    /// Choose a round, send packs out and bring responses in.
    RunReviews,
    /// Open the reviews of a round before all are in; accept or decline one that came after.
    OpenReviews,
    /// Say whether a declared or doubtful interest stands (Appendix 1: "the group decides").
    RuleOnInterest,
    /// Put something under embargo, and end an embargo.
    KeepEmbargo,
    /// Add members, change what they may do, and record that they left.
    KeepMembers,
    /// Plan meetings, keep their agendas, minute them and write their minutes (§8.8, §8.13).
    KeepMeetings,
    /// Record what the partnership chose where the plan is silent or says two things.
    KeepConstitution,
    /// Change the words of letters, agreements and forms.
    KeepWording,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 15] = [
        Self::ReadSealed,
        Self::KeepRecords,
        Self::RecordDecision,
        Self::RecordSignature,
        Self::RecordPayment,
        Self::HandleAccount,
        Self::Review,
        Self::RunReviews,
        Self::OpenReviews,
        Self::RuleOnInterest,
        Self::KeepEmbargo,
        Self::KeepMembers,
        Self::KeepMeetings,
        Self::KeepConstitution,
        Self::KeepWording,
    ];
}

/// Whether a role may do an act. The partnership processes applications and the LTO pays (§4.3, 1.4): the
/// co-ordinator may type in payments from the LTO's paper, and the clerk never decides. What the chair must settle
/// (§8.11) the co-ordinator cannot settle in the chair's place.
pub fn may(role: Role, act: Act) -> bool {
    match role {
        Role::Coordinator => !matches!(act, Act::OpenReviews | Act::RuleOnInterest),
        Role::Chair => !matches!(act, Act::KeepRecords | Act::RecordPayment | Act::HandleAccount),
        Role::ViceChair => !matches!(
            act,
            Act::KeepRecords | Act::RecordPayment | Act::HandleAccount | Act::KeepMembers | Act::KeepConstitution | Act::KeepWording
        ),
        Role::Reviewer => matches!(act, Act::ReadSealed | Act::Review),
        Role::LtoClerk => matches!(act, Act::RecordPayment | Act::HandleAccount | Act::RecordSignature),
        Role::Resident | Role::Advisory | Role::ReadOnly => false,
    }
}

/// What ties a member to the area (§8.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Residency {
    /// Lives there.
    Lives,
    /// Works there.
    Works,
    /// Runs a business there.
    RunsBusiness,
    /// Represents those who do.
    Represents,
}

impl Residency {
    /// Every tie, in the plan's order.
    pub const ALL: [Self; 4] = [Self::Lives, Self::Works, Self::RunsBusiness, Self::Represents];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lives => "lives",
            Self::Works => "works",
            Self::RunsBusiness => "runs-a-business",
            Self::Represents => "represents",
        }
    }

    /// The tie of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|residency| residency.code() == code)
    }

    /// Whether it makes the member a resident, with full voting rights (§8.3).
    pub fn is_resident(self) -> bool {
        self == Self::Lives
    }
}

/// The longest term of a member, in years (§8.3).
pub const LONGEST_TERM_YEARS: u32 = 3;

/// Why a term cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermProblem {
    /// It would end before it begins.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// It is longer than §8.3 allows.
    #[error("longer than {LONGEST_TERM_YEARS} years")]
    TooLong,
}

/// Passes a term that is no longer than §8.3 allows. It may end on the day on which it began, years later.
pub fn check_term(begins_on: NaiveDate, ends_on: NaiveDate) -> Result<(), TermProblem> {
    if ends_on < begins_on {
        return Err(TermProblem::EndsBeforeItBegins);
    }
    let last = begins_on.checked_add_months(Months::new(LONGEST_TERM_YEARS * 12));
    if last.is_some_and(|last| ends_on > last) { Err(TermProblem::TooLong) } else { Ok(()) }
}

/// A person with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name, as it is printed.
    pub name: String,
    /// Their role.
    pub role: Role,
}

/// The act is not this member's to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{role:?} may not {act:?}")]
pub struct NotPermitted {
    /// Who tried.
    pub role: Role,
    /// What they tried.
    pub act: Act,
}

impl Member {
    /// Passes when the member may do the act.
    pub fn permit(&self, act: Act) -> Result<(), NotPermitted> {
        if may(self.role, act) { Ok(()) } else { Err(NotPermitted { role: self.role, act }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_just_what_the_plan_gives_it() {
        // In the order of `Act::ALL`.
        let table = [
            (Role::Coordinator, "RKDSPA VS--EM TCW"),
            (Role::Chair, "R-DS-- VSOIEM TCW"),
            (Role::ViceChair, "R-DS-- VSOIE- T--"),
            (Role::Resident, "------ ------ ---"),
            (Role::Reviewer, "R----- V----- ---"),
            (Role::Advisory, "------ ------ ---"),
            (Role::LtoClerk, "---SPA ------ ---"),
            (Role::ReadOnly, "------ ------ ---"),
        ];
        assert_eq!(table.map(|(role, _)| role), Role::ALL);
        for (role, expected) in table {
            let expected: Vec<bool> = expected.chars().filter(|c| !c.is_whitespace()).map(|c| c != '-').collect();
            assert_eq!(Act::ALL.map(|act| may(role, act)).to_vec(), expected, "{role:?}");
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
    }

    #[test]
    fn a_term_is_three_years_at_most() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (begins, ends, expected) in [
            ("2022-04-01", "2022-04-01", Ok(())),
            ("2022-04-01", "2025-03-31", Ok(())),
            ("2022-04-01", "2025-04-01", Ok(())),
            ("2022-04-01", "2025-04-02", Err(TermProblem::TooLong)),
            ("2024-02-29", "2027-02-28", Ok(())),
            ("2024-02-29", "2027-03-01", Err(TermProblem::TooLong)),
            ("2022-04-01", "2022-03-31", Err(TermProblem::EndsBeforeItBegins)),
        ] {
            assert_eq!(check_term(day(begins), day(ends)), expected, "{begins} to {ends}");
        }
    }

    #[test]
    fn only_those_who_live_in_the_area_are_residents() {
        assert_eq!(Residency::ALL.map(Residency::is_resident), [true, false, false, false]);
        for residency in Residency::ALL {
            assert_eq!(Residency::from_code(residency.code()), Some(residency));
        }
    }
}
