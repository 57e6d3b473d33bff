//! Meetings: who is counted, when a vote may be taken, and what it takes to carry (§8.5 to §8.7, §8.12).

mod count;
mod programme;
mod quorum;
mod record;
#[cfg(test)]
mod tests;

pub use count::{Casting, Count, Floor, Majority, Tally, Verdict, VoteRefusal, Way, put};
pub use programme::{NoticePlace, items_due_on, notice_due_on, programme_year};
pub use quorum::{Quorum, majority, two_thirds};
pub use record::{Declared, Entry, Happening, ItemRecord, ItemState, MeetingRefusal, Motion, Part, Presence, Record, Seat};

/// What kind of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeetingKind {
    /// The Partnership Group (§8.2).
    Partnership,
    /// The Community Chest sub-group (§8, §8.8).
    SubGroup,
    /// The Forum, whose annual general meeting elects the resident members (§8.1, §8.3).
    Forum,
}

impl MeetingKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Partnership, Self::SubGroup, Self::Forum];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Partnership => "partnership",
            Self::SubGroup => "sub-group",
            Self::Forum => "forum",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What an item of an agenda is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// Anything to hear, discuss or resolve.
    General,
    /// The minutes of an earlier meeting.
    Minutes,
    /// An application to the fund.
    Grant,
    /// Money for a partner, which needs the partner's consent (§8.7 ii).
    Commitment,
    /// Somebody who would join between annual meetings (§8.3).
    Joining,
    /// A member who would be voted off (§8.11).
    Removal,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::General, Self::Minutes, Self::Grant, Self::Commitment, Self::Joining, Self::Removal];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Minutes => "minutes",
            Self::Grant => "grant",
            Self::Commitment => "commitment",
            Self::Joining => "joining",
            Self::Removal => "removal",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What it takes to carry a resolution: two-thirds to let somebody join in mid-year (§8.3), a majority otherwise (§8.7 i).
    pub fn majority(self) -> Majority {
        if self == Self::Joining { Majority::TwoThirds } else { Majority::Most }
    }
}

/// The fewest meetings of the partnership in a year (§8.8).
pub const FEWEST_MEETINGS_A_YEAR: u32 = 6;

/// How many days before a meeting an item for its agenda should reach the co-ordinator (§8.13). Later ones are for the Chair
/// and the co-ordinator to allow.
pub const ITEM_NOTICE_DAYS: u32 = 10;

/// How many months before an annual general meeting its details stand on the website (§8.1).
pub const FORUM_NOTICE_MONTHS: u32 = 1;

/// How many days before a meeting its agenda should go to the members. The plan says "in advance" and gives no period (§8.13);
/// a week is this program's own choice, and a later agenda is late and nothing more.
pub const AGENDA_NOTICE_DAYS: u32 = 7;
