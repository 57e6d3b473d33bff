//! Members: who works at the register, and what each role may do there.

use crate::id::MemberId;

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
    /// Works or runs a business in the area, and does not vote.
    Advisory,
    /// Pays for the Locally Trusted Organisation.
    LtoClerk,
    /// May look, and change nothing.
    ReadOnly,
}

impl Role {
    /// Every role, in the order in which they are listed to people.
    pub const ALL: [Self; 7] =
        [Self::Coordinator, Self::Chair, Self::ViceChair, Self::Resident, Self::Advisory, Self::LtoClerk, Self::ReadOnly];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "co-ordinator",
            Self::Chair => "chair",
            Self::ViceChair => "vice-chair",
            Self::Resident => "resident",
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
}

/// Whether a role may do an act. The partnership processes applications and the LTO pays (§4.3, 1.4): the
/// co-ordinator may type in payments from the LTO's paper, and the clerk never decides.
pub fn may(role: Role, act: Act) -> bool {
    match role {
        Role::Coordinator => true,
        Role::Chair | Role::ViceChair => matches!(act, Act::ReadSealed | Act::RecordDecision | Act::RecordSignature),
        Role::LtoClerk => matches!(act, Act::RecordPayment | Act::HandleAccount | Act::RecordSignature),
        Role::Resident | Role::Advisory | Role::ReadOnly => false,
    }
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
        use Act::{HandleAccount, KeepRecords, ReadSealed, RecordDecision, RecordPayment, RecordSignature};
        let acts = [ReadSealed, KeepRecords, RecordDecision, RecordSignature, RecordPayment, HandleAccount];
        let table = [
            (Role::Coordinator, [true, true, true, true, true, true]),
            (Role::Chair, [true, false, true, true, false, false]),
            (Role::ViceChair, [true, false, true, true, false, false]),
            (Role::Resident, [false; 6]),
            (Role::Advisory, [false; 6]),
            (Role::LtoClerk, [false, false, false, true, true, true]),
            (Role::ReadOnly, [false; 6]),
        ];
        for (role, expected) in table {
            assert_eq!(acts.map(|act| may(role, act)), expected, "{role:?}");
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
    }
}
