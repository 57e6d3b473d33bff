//! Who sits at the register, and what every screen needs to know of it.

use super::mirror;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What a person is to the partnership.
    Role = domain::member::Role { Coordinator, Chair, ViceChair, Resident, Reviewer, Advisory, LtoClerk, ReadOnly }
}
mirror! {
    /// Something not everybody may do.
    Act = domain::member::Act {
        ReadSealed, KeepRecords, RecordDecision, RecordSignature, RecordPayment, HandleAccount, Review, RunReviews, OpenReviews,
        RuleOnInterest, KeepEmbargo, KeepMembers, KeepMeetings, KeepConstitution, KeepWording,
    }
}

/// A person who can unlock a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Person {
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
}

/// A register as it is seen from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegisterFound {
    /// The folder in which it stands.
    pub(crate) path: String,
    pub(crate) partnership: String,
    pub(crate) people: Vec<Person>,
}

/// A new register.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CreateRegisterInput {
    pub(crate) partnership: String,
    pub(crate) member_name: String,
    /// The folder in which the register's own folder is made.
    pub(crate) folder: String,
    /// The five words that were suggested.
    pub(crate) passphrase: String,
}

/// The sample partnership, open and ready to look at.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SampleOpened {
    pub(crate) session: Session,
    /// The sample's passphrase, which is no secret: all of it is invented.
    pub(crate) passphrase: String,
}

/// Opening a register.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UnlockInput {
    pub(crate) path: String,
    pub(crate) member_id: String,
    pub(crate) passphrase: String,
}

/// Getting in again with the printed recovery key.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecoverInput {
    pub(crate) path: String,
    pub(crate) member_id: String,
    pub(crate) recovery_key: String,
    /// The new five words that were suggested.
    pub(crate) passphrase: String,
}

/// A theme of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Priority {
    pub(crate) id: String,
    pub(crate) number: u8,
    pub(crate) name: String,
}

/// One of the seven questions, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Question {
    pub(crate) number: u8,
    pub(crate) text: String,
    pub(crate) help: Option<String>,
    /// A short name for lists of tasks.
    pub(crate) short: String,
}

/// An open register and the member who sits at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    pub(crate) partnership: String,
    /// Whether this is the invented sample.
    pub(crate) sample: bool,
    pub(crate) member: Person,
    /// What this member may do.
    pub(crate) may: Vec<Act>,
    pub(crate) today: NaiveDate,
    pub(crate) lock_after_minutes: u32,
    /// The folder in which the register stands.
    pub(crate) folder: String,
    /// When a backup was last made, as an instant.
    pub(crate) last_backup: Option<String>,
    pub(crate) plan_name: String,
    pub(crate) plan_starts_on: NaiveDate,
    pub(crate) plan_ends_on: NaiveDate,
    /// The code of the fund's activity, `1.4`.
    pub(crate) fund_code: String,
    pub(crate) fund_name: String,
    pub(crate) priorities: Vec<Priority>,
    pub(crate) questions: Vec<Question>,
    /// The age groups of question 2, youngest first.
    pub(crate) age_groups: Vec<String>,
}

/// A backup that was made and checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackedUp {
    pub(crate) folder: String,
    /// When, as an instant.
    pub(crate) at: String,
    /// How many events the checked journal has.
    pub(crate) events: u32,
}
