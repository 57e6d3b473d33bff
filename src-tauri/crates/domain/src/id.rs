//! Ids: one type for each thing, so that a grant's id can never be taken for a group's.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A person with a role in the partnership.
    MemberId,
    /// One group's application.
    ApplicationId,
    /// A scan, letter or photograph kept with an application or a grant.
    AttachmentId,
    /// An approved application as a commitment of money.
    GrantId,
    /// One line of what the money is for.
    CostLineId,
    /// Money the LTO paid.
    PaymentId,
    /// Money committed to a partner or for a cost.
    AwardId,
    /// A payment of an award.
    AwardPaymentId,
    /// Money moved between cells of a plan.
    VirementId,
    /// Money the LTO received for the partnership.
    DrawDownId,
    /// One of the plans in sequence.
    PlanId,
    /// A priority of the plan.
    PriorityId,
    /// Evidence of spending.
    ReceiptId,
    /// The account that is paid, as it was recorded at one time.
    PayeeAccountId,
    /// A decision on an application.
    DecisionId,
    /// What a member said about their interest in an application.
    InterestId,
    /// An entry in the standing register of interests.
    StandingInterestId,
    /// An embargo on something other than an application.
    EmbargoId,
    /// A round of review.
    RoundId,
    /// One reviewer's reading of one application: the first half of a hash over what was signed.
    ReviewId,
    /// A sealed, signed file that carries work between machines.
    PackId,
    /// A meeting of the partnership, its sub-group or the Forum.
    MeetingId,
    /// An item of a meeting's agenda.
    ItemId,
    /// Something that happened at a meeting.
    EntryId,
    /// A vote between meetings, by e-mail.
    EmailVoteId,
    /// A member's time with a seat.
    TermId,
    /// A member's time with an office.
    OfficeTermId,
    /// What ties a member to the Local Trusted Organisation, or a paid post.
    TieId,
    /// A paper that is kept of a member, such as their signed agreement.
    MemberPaperId,
    /// Somebody who would join between annual general meetings.
    JoiningId,
    /// A vote on one candidate at an annual general meeting.
    ElectionId,
    /// A complaint or an appeal.
    ComplaintId,
    /// A paper that was opened to print, or saved.
    IssueId,
}
