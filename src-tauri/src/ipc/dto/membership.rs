//! The membership desk: seats, offices, what each rule finds, and what is kept of each member.

use super::field::TypedDate;
use super::mirror;
use super::session::Role;
use super::sitting::Office;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What a seat is.
    SeatKind = domain::membership::SeatKind { Resident, Advisory }
}
mirror! {
    /// How a seat was given.
    SeatBy = domain::membership::SeatBy { Listed, Agm, MidYear, Appointed }
}
mirror! {
    /// Why a seat ended early.
    SeatEnd = domain::membership::EndedBy { StoodDown, Resigned, Removed, Moved, Other, Mistake }
}
mirror! {
    /// How an office was given.
    OfficeBy = domain::membership::OfficeBy { Listed, OnlyNominee, Ballot }
}
mirror! {
    /// What keeps a member from some offices.
    TieKind = domain::membership::TieKind { Lto, PaidPost }
}
mirror! {
    /// What is kept of a member.
    MemberPaperKind = domain::membership::PaperKind { Agreement, Dbs, Identity, Induction, Training, ExitInterview }
}
mirror! {
    /// What a check with the Disclosure and Barring Service was.
    DbsLevel = usecases::membership::DbsLevel { Questionnaire, Basic, Standard, Enhanced }
}
mirror! {
    /// A rule that a partnership keeps, or does not.
    MembershipRule = domain::membership::Rule {
        Fewest, Most, Residents, Terms, StoodDown, Chair, ViceChairs, ChairIndependent, ViceChairIndependent, NobodyPaid, Agreement,
        Dbs, Identity, Induction,
    }
}

/// A member by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedMember {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What a rule finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MembershipFinding {
    pub(crate) rule: MembershipRule,
    pub(crate) holds: bool,
    pub(crate) found: u32,
    pub(crate) needed: u32,
    /// Whom it is about, when it is not kept.
    pub(crate) who: Vec<NamedMember>,
}

/// Something that somebody should see to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum MembershipDue {
    /// A term is over, and nothing was recorded since.
    TermOver { member: NamedMember, on: NaiveDate },
    /// A term will soon be over.
    TermEnds { member: NamedMember, on: NaiveDate },
    /// An officer was appointed more than a year ago.
    Election { member: NamedMember, office: Office, since: NaiveDate },
    /// Somebody holds an office without a resident seat.
    OfficeWithoutSeat { member: NamedMember, office: Office },
    /// Whoever resigned was not heard yet.
    ExitInterview { member: NamedMember, since: NaiveDate },
    /// The role at the register speaks of an office that its holder does not hold.
    RoleWithoutOffice { member: NamedMember, role: Role },
}

/// A resident member who should stand down within the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotaRow {
    pub(crate) member: NamedMember,
    /// When they were last elected.
    pub(crate) since: NaiveDate,
    pub(crate) ends_on: Option<NaiveDate>,
    /// Whether their term is over by then in any case.
    pub(crate) must: bool,
}

/// How a member came to the last meetings at which they had a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttendedCount {
    pub(crate) present: u32,
    pub(crate) apologies: u32,
    pub(crate) absent: u32,
}

/// Somebody with a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeatHolder {
    pub(crate) member: NamedMember,
    pub(crate) seat: SeatKind,
    pub(crate) since: NaiveDate,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) how: SeatBy,
    pub(crate) office: Option<Office>,
    pub(crate) office_since: Option<NaiveDate>,
    pub(crate) lto: bool,
    pub(crate) paid: bool,
    /// Which papers every member has that they have not.
    pub(crate) missing: Vec<MemberPaperKind>,
    pub(crate) attended: AttendedCount,
}

/// Somebody on the members' list without a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeatlessRow {
    pub(crate) member: NamedMember,
    pub(crate) role: Role,
    /// The first day without the seat they had last.
    pub(crate) without_since: Option<NaiveDate>,
}

/// How residents voted on somebody who would join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoomCount {
    pub(crate) residents: u32,
    pub(crate) advisers: u32,
    pub(crate) agreed: u32,
}

/// Somebody who would join between annual meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JoiningRow {
    pub(crate) id: String,
    /// None for those who do not keep the members.
    pub(crate) name: Option<String>,
    pub(crate) notes: Option<String>,
    pub(crate) met_on: NaiveDate,
    /// Two names.
    pub(crate) met_by: Vec<String>,
    pub(crate) eligible: bool,
    pub(crate) voted_on: Option<NaiveDate>,
    pub(crate) vote: Option<RoomCount>,
    /// Whether they joined.
    pub(crate) joined: bool,
}

/// A vote on one candidate at an annual general meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ElectionRow {
    pub(crate) id: String,
    pub(crate) held_on: NaiveDate,
    pub(crate) candidate: String,
    pub(crate) nominated_on: Option<NaiveDate>,
    pub(crate) residents: u32,
    pub(crate) hands: u32,
    pub(crate) elected: bool,
}

/// The desk as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Membership {
    pub(crate) on: NaiveDate,
    pub(crate) findings: Vec<MembershipFinding>,
    pub(crate) due: Vec<MembershipDue>,
    pub(crate) rota: Vec<RotaRow>,
    pub(crate) seats: Vec<SeatHolder>,
    pub(crate) others: Vec<SeatlessRow>,
    /// The latest first.
    pub(crate) joinings: Vec<JoiningRow>,
    /// The latest first.
    pub(crate) elections: Vec<ElectionRow>,
    /// Whether this member keeps the members.
    pub(crate) may_keep: bool,
}

/// A seat that somebody has or had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeatTerm {
    pub(crate) id: String,
    pub(crate) seat: SeatKind,
    pub(crate) begins_on: NaiveDate,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) how: SeatBy,
    /// The first day without it, when it ended early.
    pub(crate) ended_on: Option<NaiveDate>,
    pub(crate) why: Option<SeatEnd>,
    /// When they were told that they might be voted off.
    pub(crate) told_on: Option<NaiveDate>,
    pub(crate) vote: Option<RoomCount>,
    /// Reasons in words; none for those who do not keep the members.
    pub(crate) words: Option<String>,
}

/// The votes of a nominee in a written ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NomineeCount {
    pub(crate) name: String,
    pub(crate) votes: u32,
}

/// An office that somebody has or had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfficeHeld {
    pub(crate) id: String,
    pub(crate) office: Office,
    pub(crate) begins_on: NaiveDate,
    pub(crate) how: OfficeBy,
    pub(crate) ended_on: Option<NaiveDate>,
    pub(crate) votes: Vec<NomineeCount>,
}

/// An attachment to the Local Trusted Organisation, or a paid post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TieRow {
    pub(crate) id: String,
    pub(crate) kind: TieKind,
    pub(crate) what: String,
    pub(crate) since: NaiveDate,
    pub(crate) ended_on: Option<NaiveDate>,
}

/// A paper that is kept of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemberPaper {
    pub(crate) id: String,
    pub(crate) kind: MemberPaperKind,
    pub(crate) on: NaiveDate,
    pub(crate) level: Option<DbsLevel>,
    pub(crate) certificate_on: Option<NaiveDate>,
    pub(crate) seen_by: String,
    pub(crate) words: String,
}

/// A vote of a meeting by which a seat may end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RemovalVote {
    pub(crate) item_id: String,
    pub(crate) on: NaiveDate,
    pub(crate) vote: RoomCount,
}

/// One person at the desk. Papers are there for those alone who keep the members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MembershipPerson {
    pub(crate) member: NamedMember,
    pub(crate) terms: Vec<SeatTerm>,
    pub(crate) offices: Vec<OfficeHeld>,
    pub(crate) ties: Vec<TieRow>,
    /// Carried votes of meetings to take their seat away.
    pub(crate) removals: Vec<RemovalVote>,
    pub(crate) papers: Vec<MemberPaper>,
}

/// A seat that is given without a vote of this register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct GiveSeatInput {
    pub(crate) member_id: String,
    pub(crate) seat: SeatKind,
    pub(crate) begins_on: TypedDate,
    /// All three boxes empty: three years for a resident, no end for an adviser.
    pub(crate) ends_on: TypedDate,
}

/// A vote in the room, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedRoomVote {
    pub(crate) residents: String,
    pub(crate) advisers: String,
    pub(crate) agreed: String,
}

/// The end of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndSeatInput {
    pub(crate) member_id: String,
    pub(crate) why: SeatEnd,
    pub(crate) on: TypedDate,
    pub(crate) words: String,
    /// Read when they were voted off, as the vote is.
    pub(crate) told_on: TypedDate,
    /// The item of the meeting that voted; none when the vote is typed in from paper.
    pub(crate) item_id: Option<String>,
    pub(crate) vote: TypedRoomVote,
}

/// Somebody who was nominated.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NomineeInput {
    pub(crate) member_id: String,
    pub(crate) consents: bool,
    /// Read when there is more than one.
    pub(crate) votes: String,
}

/// An appointment to an office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AppointInput {
    pub(crate) office: Office,
    pub(crate) on: TypedDate,
    pub(crate) nominees: Vec<NomineeInput>,
    /// The Vice-chair whose place it is, when none is free.
    pub(crate) in_place_of: Option<String>,
}

/// The end of an office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndOfficeInput {
    pub(crate) member_id: String,
    pub(crate) on: TypedDate,
}

/// A vote on one candidate at an annual general meeting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ElectInput {
    pub(crate) held_on: TypedDate,
    /// Somebody on the members' list; otherwise the name counts.
    pub(crate) member_id: Option<String>,
    pub(crate) candidate: String,
    /// Not read of a resident member who stood down and stood again.
    pub(crate) nominated_on: TypedDate,
    pub(crate) residents: String,
    pub(crate) hands: String,
    pub(crate) ends_on: TypedDate,
}

/// Somebody who would join was met.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JoiningInput {
    /// Somebody on the members' list; otherwise the name counts.
    pub(crate) member_id: Option<String>,
    pub(crate) name: String,
    pub(crate) met_on: TypedDate,
    pub(crate) met_by: Option<String>,
    pub(crate) and_by: Option<String>,
    pub(crate) eligible: bool,
    pub(crate) notes: String,
}

/// The vote on somebody who would join.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct VoteOnJoiningInput {
    pub(crate) joining_id: String,
    pub(crate) voted_on: TypedDate,
    pub(crate) vote: TypedRoomVote,
    pub(crate) ends_on: TypedDate,
}

/// What came of an election, or of a vote on somebody who would join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ElectedOrNot {
    pub(crate) carried: bool,
}

/// A paper of a member.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MemberPaperInput {
    pub(crate) member_id: String,
    pub(crate) kind: MemberPaperKind,
    pub(crate) on: TypedDate,
    pub(crate) level: Option<DbsLevel>,
    pub(crate) certificate_on: TypedDate,
    pub(crate) seen_by: String,
    pub(crate) words: String,
}

/// An attachment to the Local Trusted Organisation, or a paid post.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TieInput {
    pub(crate) member_id: String,
    pub(crate) kind: TieKind,
    pub(crate) what: String,
    pub(crate) since: TypedDate,
}

/// The end of an attachment or a paid post.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndTieInput {
    pub(crate) tie_id: String,
    pub(crate) on: TypedDate,
}

/// Why a seat or an office cannot be given or taken away so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum MembershipRefusal {
    HasASeat,
    NoSeat,
    Full {
        most: u32,
    },
    /// More hands than residents there.
    MoreHands {
        hands: u32,
        residents: u32,
    },
    /// More in the room than have a seat.
    MorePresent {
        present: u32,
        members: u32,
    },
    NobodyThere,
    NominatedLate {
        latest: NaiveDate,
    },
    /// Met by one member, and not by two.
    MetByOne,
    /// Met by somebody who is not a resident member.
    MetByOther,
    NotEligible,
    /// The vote was before they were met or told.
    TooEarly,
    NotTold,
    NotCarried {
        agreed: u32,
        needed: u32,
    },
    NotAResident,
    NoConsent,
    HasPaidPost,
    Attached,
    NoPlace,
    OneNominee,
    Twice,
    TooManyVotes {
        cast: u32,
        eligible: u32,
    },
    NoVotes,
    /// This many have the most votes.
    Tied {
        between: u32,
    },
}
