//! A case: one application and, once approved, its grant, with all that happened to them.

mod gate;
mod load;

pub use gate::Summary;
pub(crate) use load::{load, texts};

use crate::text::{DecisionWords, VersionText};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::application::{ApplicationContent, ApplicationFacts, ApplicationState, CoverSheet, DecisionStage, TypedApplication};
use domain::decision::{Body, Outcome};
use domain::embargo::Embargo;
use domain::feedback::FeedbackStory;
use domain::grant::Grant;
use domain::id::{ApplicationId, AttachmentId, DecisionId, GrantId, MemberId};
use domain::interest::{Sight, Stance};
use domain::owed::{Owed, on_application, on_grant};
use store::{
    AccountRow, ApplicationRow, ConditionMetRow, DatedText, ExtensionRow, GrantRow, OfGrant, PaymentRow, ReceiptRow, SentBackRow,
    SignatureRow,
};
use uuid::Uuid;

/// A version that was received.
#[derive(Debug, Clone)]
pub struct Version {
    /// From 1.
    pub version: u32,
    /// When it was received into the register.
    pub received_at: DateTime<Utc>,
    /// By whom.
    pub received_by: Uuid,
    /// What it says; none when it is sealed to others.
    pub text: Option<VersionText>,
}

/// An application that was taken back.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// When.
    pub on: NaiveDate,
    /// Recorded by whom.
    pub by: Uuid,
    /// Why; none when it is sealed to others.
    pub reason: Option<String>,
}

/// A file kept with the application. Those that were struck out are not among a case's files.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// `scan`, `letter`, `photo`, `agreement`, `receipt` or `feedback`.
    pub kind: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u32,
    /// The blob of its sealed bytes.
    pub bytes: Uuid,
    /// Its name; none when it is sealed to others.
    pub name: Option<String>,
    /// When it was added.
    pub added_on: NaiveDate,
    /// By whom.
    pub added_by: Uuid,
}

/// A note or a telephone call.
#[derive(Debug, Clone)]
pub struct Note {
    /// Whether it was a call.
    pub call: bool,
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub by: Uuid,
    /// What was said; none when it is sealed to others.
    pub text: Option<String>,
}

/// A decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// What was resolved. Its words are empty when they are sealed to others.
    pub outcome: Outcome,
    /// The day.
    pub decided_on: NaiveDate,
    /// Which body.
    pub body: Body,
    /// Who decided, and the conditions; none when they are sealed to others.
    pub words: Option<DecisionWords>,
    /// Recorded by whom.
    pub recorded_by: Uuid,
    /// When the group was told, how, and who recorded it.
    pub told: Option<(NaiveDate, String, Uuid)>,
}

impl Decision {
    /// Whether it ends the embargo once the group is told: a deferral does not.
    fn is_final(&self) -> bool {
        !matches!(self.outcome, Outcome::Deferred { .. })
    }
}

/// An application that was opened before its group was told.
#[derive(Debug, Clone)]
pub struct Opening {
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Uuid,
}

/// A grant with who recorded what.
#[derive(Debug, Clone)]
pub struct GrantCase {
    /// What the rules look at.
    pub grant: Grant,
    /// As it was awarded.
    pub row: GrantRow,
    /// The conditions that were met.
    pub conditions_met: Vec<ConditionMetRow>,
    /// Later ends of funding.
    pub extensions: Vec<OfGrant<ExtensionRow>>,
    /// Signatures.
    pub signatures: Vec<OfGrant<SignatureRow>>,
    /// Accounts, the last being the one to be paid.
    pub accounts: Vec<OfGrant<AccountRow>>,
    /// Payments.
    pub payments: Vec<OfGrant<PaymentRow>>,
    /// The day of the latest feedback form, the form, and who recorded it.
    pub feedback: Option<(NaiveDate, FeedbackStory, Uuid)>,
    /// The feedback form that is being typed, as JSON of the window's own.
    pub feedback_typing: Option<String>,
    /// Receipts.
    pub receipts: Vec<OfGrant<ReceiptRow>>,
    /// Money sent back.
    pub sent_back: Vec<OfGrant<SentBackRow>>,
    /// The close, with why money was let go.
    pub closure: Option<OfGrant<DatedText>>,
    /// The cancellation, with its reason.
    pub cancellation: Option<OfGrant<DatedText>>,
}

/// One application and all that happened to it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The application, without its words.
    pub row: ApplicationRow,
    /// What is on the typing desk; none when nothing is, or when it is sealed to others.
    pub typing: Option<TypedApplication>,
    /// The versions, oldest first.
    pub versions: Vec<Version>,
    /// Whether and why it was taken back.
    pub withdrawal: Option<Withdrawal>,
    /// The files that stand, oldest first.
    pub attachments: Vec<Attachment>,
    /// The notes, oldest first.
    pub notes: Vec<Note>,
    /// The decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// The grant, once approved.
    pub grant: Option<GrantCase>,
    /// Whether and why it was opened early.
    pub opening: Option<Opening>,
    /// How much of it this member sees. Of what they do not see whole, nothing below its row was read in.
    pub sight: Sight,
    /// What stands before the text, while this member has not said whether they have an interest.
    pub gate: Option<Summary>,
    /// Where members stand who said something about an interest in it.
    pub(crate) stances: Vec<(Uuid, Stance)>,
    /// Whether it is in a round whose packs went out, or was reviewed.
    pub under_review: bool,
    /// Everything this member may find it by, in small letters.
    pub(crate) findable: String,
}

impl Case {
    /// Its id.
    pub fn id(&self) -> ApplicationId {
        self.row.application_id.into()
    }

    /// The grant's id, once approved.
    pub fn grant_id(&self) -> Option<GrantId> {
        self.grant.as_ref().map(|grant| grant.grant.id)
    }

    /// What the application's state is derived from.
    fn facts(&self) -> ApplicationFacts {
        ApplicationFacts {
            received: self.row.reference.is_some(),
            under_review: self.under_review,
            withdrawn: self.withdrawal.is_some(),
            outcome: self.decisions.last().map(|decision| decision.outcome.clone()),
        }
    }

    /// Where it stands.
    pub fn state(&self) -> ApplicationState {
        ApplicationState::of(&self.facts())
    }

    /// Where it stands on the meeting's desk.
    pub fn decision_stage(&self) -> Option<DecisionStage> {
        DecisionStage::of(self.state(), self.decisions.last().is_some_and(|decision| decision.told.is_some()))
    }

    /// When the group was told of a final decision.
    fn told_on(&self) -> Option<NaiveDate> {
        let told = self.decisions.iter().rev().find(|decision| decision.is_final()).and_then(|decision| decision.told.as_ref());
        told.map(|(on, ..)| *on)
    }

    /// The embargo on it, in force or past: it ends when the group is told, or when it is opened early.
    pub fn embargo(&self) -> Embargo {
        let lifted_on = self.told_on().into_iter().chain(self.opening.as_ref().map(|opening| opening.on)).min();
        Embargo::on_application(self.row.started_on, lifted_on)
    }

    /// Whether an interest may still be declared: until the group was told there is something to take no part in.
    pub fn may_declare(&self) -> bool {
        self.told_on().is_none()
    }

    /// Where a member stands towards it.
    pub fn stance(&self, member: MemberId) -> Stance {
        self.stances.iter().find(|(who, _)| *who == member.0).map_or(Stance::Unanswered, |(_, stance)| *stance)
    }

    /// Enough to know whether one has an interest in it: what the gate says, or of what this member reads, the same of that.
    pub fn summary(&self) -> Option<Summary> {
        let read = || self.content().map(Summary::received).or_else(|| self.typing.as_ref().map(Summary::typed));
        self.gate.clone().or_else(read)
    }

    /// Whether this member must say whether they have an interest before they read it.
    pub fn asks_interest(&self) -> bool {
        self.gate.is_some()
    }

    /// Whether it is under embargo now.
    pub fn is_sealed(&self) -> bool {
        self.embargo().lifted_on.is_none()
    }

    /// The latest version that was received; none when there is none, or when it is sealed to others.
    pub fn content(&self) -> Option<&ApplicationContent> {
        self.versions.last().and_then(|version| version.text.as_ref()).map(|text| &text.content)
    }

    /// What stands on the screen: the typing when there is one, or else the latest version.
    pub fn on_screen(&self) -> Option<TypedApplication> {
        self.typing.clone().or_else(|| self.content().map(ApplicationContent::typed))
    }

    /// Whether this member may read it.
    pub fn is_readable(&self) -> bool {
        self.typing.is_some() || self.content().is_some()
    }

    /// The cover sheet: as received, or as typed so far.
    pub fn cover(&self) -> Option<&CoverSheet> {
        self.content().map(|content| &content.cover).or_else(|| self.typing.as_ref().map(|typing| &typing.cover))
    }

    /// The group's name, if this member may know it.
    pub fn group_name(&self) -> Option<&str> {
        self.cover().map(|cover| cover.group_name.as_str())
    }

    /// What the group asks for, if this member may know it.
    pub fn asked(&self) -> Option<Money> {
        self.content().map(ApplicationContent::asked_or_sum)
    }

    /// The reference, once it is received.
    pub fn reference(&self) -> Option<String> {
        self.row.reference.as_ref().map(ToString::to_string)
    }

    /// What is owed on it now, the most pressing first.
    pub fn owed(&self, today: NaiveDate) -> Vec<Owed> {
        if let Some(grant) = &self.grant {
            return on_grant(&grant.grant, today);
        }
        let told = self.decisions.last().is_some_and(|decision| decision.told.is_some());
        let since = self
            .decisions
            .last()
            .map(|decision| decision.decided_on)
            .or_else(|| self.versions.first().map(|version| store::london_date(version.received_at)))
            .unwrap_or(self.row.started_on);
        on_application(self.state(), since, told).into_iter().collect()
    }
}
