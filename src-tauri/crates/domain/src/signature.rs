//! Signatures on an agreement: one for the group, one for the partnership.

use chrono::NaiveDate;

/// For whom somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// The group that gets the grant.
    Group,
    /// The partnership.
    Partnership,
}

impl Party {
    /// Both parties, in the order in which they sign.
    pub const ALL: [Self; 2] = [Self::Group, Self::Partnership];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Partnership => "partnership",
        }
    }

    /// The party of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.code() == code)
    }
}

/// A signature as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// For whom.
    pub party: Party,
    /// Who signed.
    pub name: String,
    /// Their place there.
    pub position: String,
    /// When.
    pub signed_on: NaiveDate,
}

/// Why a signature cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// This party has signed.
    #[error("already signed")]
    AlreadySigned,
    /// Nobody is named.
    #[error("no name")]
    NoName,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The day is before the award.
    #[error("before the award")]
    BeforeAward {
        /// When it was awarded.
        awarded_on: NaiveDate,
    },
    /// One person cannot sign for both.
    #[error("same person for both")]
    SamePerson,
    /// The group has not been told of the decision.
    #[error("the group has not been told")]
    NotIssued,
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Passes when the signature may be recorded beside those that stand.
pub fn sign(new: &Signature, standing: &[Signature], awarded_on: NaiveDate, today: NaiveDate) -> Result<(), SignatureError> {
    if new.name.trim().is_empty() {
        return Err(SignatureError::NoName);
    }
    if standing.iter().any(|signature| signature.party == new.party) {
        return Err(SignatureError::AlreadySigned);
    }
    if new.signed_on > today {
        return Err(SignatureError::InFuture);
    }
    if new.signed_on < awarded_on {
        return Err(SignatureError::BeforeAward { awarded_on });
    }
    let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if standing.iter().any(|signature| folded(&signature.name) == folded(&new.name)) {
        return Err(SignatureError::SamePerson);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_party_signs_once_by_its_own_person_between_award_and_today() {
        let day = |d| NaiveDate::from_ymd_opt(2023, 1, d).unwrap();
        let by = |party, name: &str, on| Signature { party, name: name.into(), position: String::new(), signed_on: on };
        let chair = by(Party::Partnership, "Marcia Lowe", day(10));
        let group = by(Party::Group, "Del Rankin", day(11));
        let sign = |new: &Signature, standing: &[Signature]| sign(new, standing, day(5), day(17));
        assert_eq!(sign(&chair, &[]), Ok(()));
        assert_eq!(sign(&group, std::slice::from_ref(&chair)), Ok(()));
        assert_eq!(sign(&chair, std::slice::from_ref(&chair)), Err(SignatureError::AlreadySigned));
        assert_eq!(sign(&by(Party::Group, " marcia  LOWE", day(11)), &[chair]), Err(SignatureError::SamePerson));
        assert_eq!(sign(&by(Party::Group, " ", day(11)), &[]), Err(SignatureError::NoName));
        assert_eq!(sign(&by(Party::Group, "Del", day(18)), &[]), Err(SignatureError::InFuture));
        assert_eq!(sign(&by(Party::Group, "Del", day(4)), &[]), Err(SignatureError::BeforeAward { awarded_on: day(5) }));
    }
}
