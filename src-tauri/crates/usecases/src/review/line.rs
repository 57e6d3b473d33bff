//! What one reviewer gets of one application, and how far they have come with it.

/// What one reviewer gets of one application, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// They get it.
    Gets,
    /// They declared an interest.
    Conflicted,
    /// They are not sure, and the chair has not settled it.
    Doubtful,
    /// The co-ordinator leaves them out, with a reason.
    LeftOut,
    /// Whoever looks cannot read it, and so cannot send it.
    NotReadable,
    /// The group took it back, or it is decided: nobody is asked any more.
    Over,
}

/// How far one reviewer has come with one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Not in their hands.
    None,
    /// Nothing came back.
    Missing,
    /// A review that counts is in.
    In,
    /// In, and written before the application was corrected.
    InOlder,
    /// Two that do not follow one from the other: the reviewer picks.
    Rival,
    /// Came after the reviews were opened, and waits for the chair.
    Late,
    /// They declared an interest instead, or are not sure.
    Interest,
}

impl Progress {
    /// Whether nothing more is waited for.
    pub fn is_answered(self) -> bool {
        matches!(self, Self::In | Self::InOlder | Self::Late | Self::Interest)
    }
}
