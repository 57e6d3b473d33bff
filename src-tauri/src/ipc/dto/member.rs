//! Members: who they are to the partnership, and the keys by which they are known.

use super::field::TypedDate;
use super::mirror;
use super::session::Role;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What ties a member to the area.
    Residency = domain::member::Residency { Lives, Works, RunsBusiness, Represents }
}

/// A member, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemberRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) residency: Option<Residency>,
    pub(crate) started_on: NaiveDate,
    /// The end of the term, where one was set.
    pub(crate) term_ends_on: Option<NaiveDate>,
    pub(crate) left_on: Option<NaiveDate>,
    /// Whether they can unlock this register.
    pub(crate) at_register: bool,
    /// The fingerprint of their keys; none while they have none.
    pub(crate) fingerprint: Option<String>,
    /// Since when, as an instant.
    pub(crate) keys_since: Option<String>,
    /// Whether applications under embargo are sealed to them.
    pub(crate) reads_sealed: bool,
    /// Whether it is the member who sits at the register.
    pub(crate) me: bool,
}

/// A member, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MemberInput {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) residency: Option<Residency>,
    pub(crate) started_on: TypedDate,
    /// All three boxes empty when no end was agreed.
    pub(crate) term_ends_on: TypedDate,
}

/// A member whose entry is changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeMemberInput {
    pub(crate) member_id: String,
    pub(crate) member: MemberInput,
}

/// A member who left. Their keys end, and what is under embargo is sealed anew without them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordLeavingInput {
    pub(crate) member_id: String,
    pub(crate) on: TypedDate,
    pub(crate) reason: String,
}

/// A passphrase for a member, so that they can unlock this register. Their former keys end.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct GiveVaultInput {
    pub(crate) member_id: String,
    /// The five words that were suggested.
    pub(crate) passphrase: String,
}

/// A member card that was picked and proves itself. It is not taken in yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CardFound {
    /// The file, to be given back when the card is taken in.
    pub(crate) path: String,
    /// The name on the card, as its owner typed it.
    pub(crate) name: String,
    /// When the card was made, as an instant.
    pub(crate) made_at: String,
    /// How many letters and digits the fingerprint has. The fingerprint itself is read out by its owner, over the phone.
    pub(crate) letters: u32,
}

/// A card that is taken in for a member, after its owner read the fingerprint out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmCardInput {
    pub(crate) member_id: String,
    pub(crate) path: String,
    /// As it was read out. Case, spaces and hyphens make no difference.
    pub(crate) fingerprint: String,
}

/// The keys of the member who sits at the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MyKeys {
    pub(crate) fingerprint: String,
    /// Since when, as an instant.
    pub(crate) since: String,
}

/// A new passphrase of one's own.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangePassphraseInput {
    pub(crate) old: String,
    pub(crate) new: String,
}

/// Why a change of a member or of their keys would not stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum MemberRefusal {
    /// The member has left.
    HasLeft,
    /// Nobody would be left at the register who may keep the members.
    LastKeeper,
    /// One's own passphrase is changed, not given anew.
    OneSelf,
    /// The file is no member card.
    NotACard,
    /// A newer version of the program made the card.
    NewerCard,
    /// The card was altered, or was not made by whoever has its keys.
    BadSignature,
    /// What was read out is not the fingerprint of the card.
    FingerprintDiffers,
    /// Another member has or had the keys of this card.
    KeysOfAnother {
        /// Who.
        name: String,
    },
    /// The card was taken in before, and is in force.
    TakenInAlready,
    /// The card was taken in before, and its keys have ended since.
    EndedKeys,
    /// The member has a passphrase at this register: their keys are known from there.
    WorksAtRegister,
}
