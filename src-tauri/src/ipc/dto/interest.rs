//! Interests: the gate before the text, what was declared, and the standing register.

use super::field::TypedDate;
use super::{mirror, session::Role};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What kind of tie it is.
    InterestKind = domain::interest::InterestKind { Financial, Personal, Loyalty }
}
mirror! {
    /// Whether the tie is the member's own.
    Reach = domain::interest::Reach { Direct, Indirect }
}
mirror! {
    /// What was said about an interest.
    InterestAnswer = domain::interest::Answer { NoInterest, Interest, Unsure, RuledNone, RuledInterest }
}
mirror! {
    /// Where a member stands towards one application.
    Stance = domain::interest::Stance { Unanswered, Clear, Conflicted, Doubtful }
}

/// A person named in an application, with the part they play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedPerson {
    /// As the form says it: `Treasurer`; `Paid to` for the payee.
    pub(crate) part: String,
    pub(crate) name: String,
}

/// An entry of the standing register of interests that looks like this application's group, payee or a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InterestMatch {
    /// The body in the register: `Kingfisher Kitchen Table`.
    pub(crate) body: String,
    /// How the interest arises: `Trustee`.
    pub(crate) how: String,
    pub(crate) since: NaiveDate,
}

/// What stands before the text: enough to know whether one has an interest, and no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InterestGate {
    pub(crate) application_id: String,
    pub(crate) reference: Option<String>,
    pub(crate) received_on: Option<NaiveDate>,
    /// None once the member has an interest: then the text, and this, is sealed to others.
    pub(crate) group_name: Option<String>,
    pub(crate) one_line: Option<String>,
    pub(crate) asked_pence: Option<Pence>,
    pub(crate) people: Vec<NamedPerson>,
    pub(crate) meets_at: Option<String>,
    /// This member's own entries in the standing register that look alike. Shown, never decided.
    pub(crate) matches: Vec<InterestMatch>,
    pub(crate) stance: Stance,
    /// What the member said last, in their own words.
    pub(crate) said: Option<InterestSaid>,
}

/// What a member said of an interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InterestSaid {
    pub(crate) answer: InterestAnswer,
    pub(crate) kinds: Vec<InterestKind>,
    pub(crate) reach: Option<Reach>,
    /// How it arises; none when it is sealed to others.
    pub(crate) how: Option<String>,
    pub(crate) on: NaiveDate,
}

/// An answer at the gate. `answer` is `noInterest`, `interest` or `unsure`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AnswerInterestInput {
    pub(crate) application_id: String,
    pub(crate) answer: InterestAnswer,
    /// At least one for an interest.
    pub(crate) kinds: Vec<InterestKind>,
    pub(crate) reach: Option<Reach>,
    /// How it arises; must be filled in for an interest.
    pub(crate) how: String,
}

/// What the chair settled about a member's interest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RuleOnInterestInput {
    pub(crate) application_id: String,
    pub(crate) member_id: String,
    /// Whether it stands as an interest.
    pub(crate) stands: bool,
    pub(crate) reason: String,
}

/// A member who said something about an interest in an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeclaredInterest {
    pub(crate) application_id: String,
    pub(crate) reference: Option<String>,
    /// None when this member may not know it.
    pub(crate) group_name: Option<String>,
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) stance: Stance,
    pub(crate) said: InterestSaid,
    /// Who settled it, and why, where the chair did.
    pub(crate) ruled_by: Option<String>,
    pub(crate) ruled_reason: Option<String>,
    /// Whether this member may settle it: never one's own.
    pub(crate) may_rule: bool,
}

/// An entry of the standing register of interests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandingInterest {
    pub(crate) id: String,
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) how: String,
    pub(crate) kind: InterestKind,
    pub(crate) reach: Reach,
    pub(crate) since: NaiveDate,
    pub(crate) ended_on: Option<NaiveDate>,
    /// Whether this member may end it: one's own, or whoever keeps the members' list.
    pub(crate) may_end: bool,
}

/// The register of interests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InterestRegister {
    /// What members have told of themselves, by member, then body.
    pub(crate) standing: Vec<StandingInterest>,
    /// What was declared on applications, as far as this member may know: the newest first.
    pub(crate) declared: Vec<DeclaredInterest>,
}

/// A new entry of the standing register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddStandingInterestInput {
    pub(crate) member_id: String,
    pub(crate) body: String,
    pub(crate) how: String,
    pub(crate) kind: InterestKind,
    pub(crate) reach: Reach,
    pub(crate) since: TypedDate,
}

/// The end of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndStandingInterestInput {
    pub(crate) id: String,
    pub(crate) on: TypedDate,
}
