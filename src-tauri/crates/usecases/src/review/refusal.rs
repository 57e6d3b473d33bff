//! Why a pack that came back was refused whole.

use exchange::PackError;

/// Why a pack was refused. Nothing of it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It is no pack at all.
    NotAPack,
    /// It is sealed to somebody else.
    NotForMe,
    /// It was damaged on the way, or somebody altered it.
    Damaged,
    /// It was signed with a key that this register does not know, or that has ended.
    UnknownSender,
    /// The signature does not fit.
    BadSignature,
    /// It was addressed to somebody else and passed on.
    Forwarded,
    /// It is another kind of pack than belongs here.
    WrongKind,
    /// It comes from another partnership.
    OtherPartnership,
    /// It is about a round that this register does not know.
    OtherRound,
    /// A newer version of the program made it.
    Newer,
    /// Its time is over.
    Expired,
    /// It is larger, or has more parts, than any pack this program makes.
    TooLarge,
    /// It answers no pack that was sent, or says it is from somebody it is not.
    NotAnAnswer,
    /// Something that it says cannot be read or stand.
    BadContent,
}

impl Refusal {
    /// The word in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAPack => "not-a-pack",
            Self::NotForMe => "not-for-me",
            Self::Damaged => "damaged",
            Self::UnknownSender => "unknown-sender",
            Self::BadSignature => "bad-signature",
            Self::Forwarded => "forwarded",
            Self::WrongKind => "wrong-kind",
            Self::OtherPartnership => "other-partnership",
            Self::OtherRound => "other-round",
            Self::Newer => "newer",
            Self::Expired => "expired",
            Self::TooLarge => "too-large",
            Self::NotAnAnswer => "not-an-answer",
            Self::BadContent => "bad-content",
        }
    }
}

impl From<&PackError> for Refusal {
    fn from(error: &PackError) -> Self {
        match error {
            PackError::NotAPack => Self::NotAPack,
            PackError::NotForMe => Self::NotForMe,
            PackError::UnknownSender { .. } => Self::UnknownSender,
            PackError::BadSignature => Self::BadSignature,
            PackError::NotAddressedToMe => Self::Forwarded,
            PackError::WrongKind { .. } => Self::WrongKind,
            PackError::OtherPartnership => Self::OtherPartnership,
            PackError::OtherRound => Self::OtherRound,
            PackError::NewerVersion { .. } => Self::Newer,
            PackError::Expired => Self::Expired,
            PackError::TooLarge { .. } | PackError::TooManyRecipients { .. } | PackError::TooMuch { .. } => Self::TooLarge,
            _ => Self::Damaged,
        }
    }
}
