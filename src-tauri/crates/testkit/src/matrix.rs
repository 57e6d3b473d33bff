//! The stage of the embargo matrix: one register, a member of every role at it, applications in every state under every
//! stance, and a word of its own in each application that nobody else may ever read.

mod making;
mod meeting;
mod words;

use crate::TestRegister;
use crate::review::Reviewer;
use domain::id::{ApplicationId, AttachmentId, IssueId, ItemId, MeetingId, RoundId};
use domain::interest::{Sight, Stance};
use domain::member::Role;
use uuid::Uuid;

/// How far an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Typed in, not received.
    Draft,
    /// Received; a correction stands on the typing desk.
    Received,
    /// In a round of which nothing went out yet.
    InRound,
    /// Packs are out, and a review is in.
    UnderReview,
    /// The reviews are open.
    Reviewed,
    /// Put off; the group does not know.
    Deferred,
    /// Put off, and the group knows.
    DeferredTold,
    /// Granted; the group does not know.
    Approved,
    /// Granted in part; the group does not know.
    InPart,
    /// Granted, then cancelled, before the group knew.
    Cancelled,
    /// Declined; the group does not know.
    Declined,
    /// Taken back.
    Withdrawn,
    /// Granted, and the group knows: no embargo any more.
    Told,
}

impl State {
    /// Every state under embargo.
    pub const SEALED: [Self; 12] = [
        Self::Draft,
        Self::Received,
        Self::InRound,
        Self::UnderReview,
        Self::Reviewed,
        Self::Deferred,
        Self::DeferredTold,
        Self::Approved,
        Self::InPart,
        Self::Cancelled,
        Self::Declined,
        Self::Withdrawn,
    ];

    /// Whether its reviews were opened.
    pub fn was_reviewed(self) -> bool {
        !matches!(self, Self::Draft | Self::Received | Self::InRound | Self::UnderReview | Self::Withdrawn)
    }
}

/// A member at the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: Uuid,
    /// Their name.
    pub name: &'static str,
    /// Their role.
    pub role: Role,
}

/// An application with its words.
#[derive(Debug, Clone)]
pub struct Marked {
    /// The application.
    pub id: ApplicationId,
    /// Where it stands.
    pub state: State,
    /// Stands in everything that the gate shows, and in much else.
    pub cover: String,
    /// Stands in everything that the gate does not show.
    pub inner: String,
    /// Its files.
    pub files: Vec<AttachmentId>,
    /// The papers about it that were issued, each with its code.
    pub papers: Vec<(IssueId, String)>,
    /// Where members stand who said something.
    pub stances: Vec<(Uuid, Stance)>,
    /// The round it is in.
    pub round: Option<RoundId>,
}

impl Marked {
    /// Where a member stands towards it.
    pub fn stance(&self, member: Uuid) -> Stance {
        self.stances.iter().find(|(who, _)| *who == member).map_or(Stance::Unanswered, |(_, stance)| *stance)
    }

    /// How much of it a member may see. This is written out, so that the rule itself is tested too.
    pub fn sight(&self, person: &Person) -> Sight {
        match (person.role, self.stance(person.id)) {
            _ if self.state == State::Told => Sight::Whole,
            (Role::Resident | Role::Advisory | Role::LtoClerk | Role::ReadOnly, _) | (_, Stance::Conflicted | Stance::Doubtful) => {
                Sight::Reference
            }
            (_, Stance::Clear) | (Role::Coordinator, Stance::Unanswered) => Sight::Whole,
            (_, Stance::Unanswered) => Sight::Summary,
        }
    }

    /// Whether its text is sealed to a member who reads applications: to all who have said of no interest.
    pub fn is_held_by(&self, member: Uuid) -> bool {
        is_free(self.stance(member))
    }
}

/// An item of a meeting, on an application.
#[derive(Debug, Clone, Copy)]
pub struct MarkedItem {
    /// The application.
    pub application: ApplicationId,
    /// The item.
    pub item: ItemId,
    /// Its paper, whose name and bytes have the application's words.
    pub paper: Uuid,
}

/// How every word begins that may stand in no file.
pub const BEGINNINGS: [&str; 3] = ["Zquor", "Zxtal", "Zmeet"];

/// Whether nothing was said of an interest.
pub(crate) fn is_free(stance: Stance) -> bool {
    matches!(stance, Stance::Unanswered | Stance::Clear)
}

/// The stage.
pub struct Matrix {
    /// The register, open for its co-ordinator.
    pub test: TestRegister,
    /// A member of every role, in the order of `Role::ALL`.
    pub people: Vec<Person>,
    /// The applications.
    pub applications: Vec<Marked>,
    /// The rounds.
    pub rounds: Vec<RoundId>,
    /// A meeting that is being held, then one that is planned.
    pub meetings: Vec<MeetingId>,
    /// Their items on applications.
    pub items: Vec<MarkedItem>,
    /// Stands in an embargo on an item of a meeting, and in all of an item declared non-public: only those who read
    /// applications may meet it.
    pub matter: String,
    /// A reviewer with keys on their own machine only.
    pub away: Reviewer,
}

impl Matrix {
    /// The person with a role.
    pub fn person(&self, role: Role) -> &Person {
        self.people.iter().find(|person| person.role == role).unwrap()
    }

    /// Signs a member in.
    #[must_use]
    pub fn signed_in(self, member: Uuid) -> Self {
        Self { test: self.test.signed_in(member), ..self }
    }
}

/// The stances of the four who read applications, over four applications: everybody stands everywhere once. When the
/// co-ordinator has an interest the chair has none.
pub const TURNS: [[Stance; 4]; 4] = {
    use Stance::{Clear, Conflicted, Doubtful, Unanswered};
    // Co-ordinator, chair, vice-chair, reviewer.
    [
        [Unanswered, Doubtful, Clear, Conflicted],
        [Clear, Unanswered, Conflicted, Doubtful],
        [Conflicted, Clear, Doubtful, Unanswered],
        [Doubtful, Conflicted, Unanswered, Clear],
    ]
};
