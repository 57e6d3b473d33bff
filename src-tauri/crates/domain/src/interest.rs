//! Interests: a tie between a member and a group, what it does to the member's part, and names that look alike
//! (§8.12, Appendix 1).

use crate::member::{Act, Role, may};

/// What kind of tie it is. It need not be financial, and may be for the group or against it (Appendix 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InterestKind {
    /// Money, for the member or their family.
    Financial,
    /// A relative, a friend, or somebody they are at odds with.
    Personal,
    /// A conflict of loyalty: the member belongs to the group, or to another body with a stake in it.
    Loyalty,
}

impl InterestKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Financial, Self::Personal, Self::Loyalty];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Financial => "financial",
            Self::Personal => "personal",
            Self::Loyalty => "loyalty",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whether the tie is the member's own (§8.12: "direct or indirect").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// The member's own.
    Direct,
    /// Through a close associate.
    Indirect,
}

impl Reach {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Direct, Self::Indirect];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }

    /// The reach of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.code() == code)
    }
}

/// What a member said about an application, or what the chair said about it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// "I have none."
    NoInterest,
    /// "I have one."
    Interest,
    /// "I am not sure": treated as an interest until the chair has settled it ("if in doubt, declare").
    Unsure,
    /// The chair settled that it is none.
    RuledNone,
    /// The chair settled that it is one.
    RuledInterest,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 5] = [Self::NoInterest, Self::Interest, Self::Unsure, Self::RuledNone, Self::RuledInterest];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoInterest => "none",
            Self::Interest => "interest",
            Self::Unsure => "unsure",
            Self::RuledNone => "ruled-none",
            Self::RuledInterest => "ruled-interest",
        }
    }

    /// The answer of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// Where a member stands towards one application, after everything that was said in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stance {
    /// They have not been asked, or have not answered.
    Unanswered,
    /// They have no interest.
    Clear,
    /// They have an interest.
    Conflicted,
    /// They are not sure, and the chair has not settled it.
    Doubtful,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 4] = [Self::Unanswered, Self::Clear, Self::Conflicted, Self::Doubtful];

    /// The stance that the answers make, given oldest first. A member cannot take back an interest by answering again;
    /// only the chair's word clears it.
    pub fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        answers.into_iter().fold(Self::Unanswered, |stance, answer| match (answer, stance) {
            (Answer::NoInterest, Self::Unanswered | Self::Clear) | (Answer::RuledNone, _) => Self::Clear,
            (Answer::NoInterest, held) => held,
            (Answer::Interest | Answer::RuledInterest, _) | (Answer::Unsure, Self::Conflicted) => Self::Conflicted,
            (Answer::Unsure, _) => Self::Doubtful,
        })
    }

    /// Whether the member may be among those to whom the text is sealed.
    pub fn may_hold(self) -> bool {
        matches!(self, Self::Unanswered | Self::Clear)
    }

    /// Whether the member may review, speak, vote and be counted on this item (§8.12: "take no part").
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Clear)
    }
}

/// How much of an application under embargo a member sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sight {
    /// Everything.
    Whole,
    /// The summary only: they must first say whether they have an interest.
    Summary,
    /// A reference and a date.
    Reference,
}

/// How much of an application under embargo a member sees. Whoever types the paper in has read it before anybody can
/// ask; everybody else answers first.
pub fn sight(role: Role, stance: Stance) -> Sight {
    if !may(role, Act::ReadSealed) || !stance.may_hold() {
        return Sight::Reference;
    }
    if stance == Stance::Clear || may(role, Act::KeepRecords) { Sight::Whole } else { Sight::Summary }
}

/// Whether two names of bodies look like the same body, so that somebody should be asked. It warns and never decides:
/// "Kingfisher Kitchen Table" and "the Kingfisher Kitchen-Table Group" look alike, "Kitchen Table" and "Table Tennis" do not.
pub fn names_look_alike(one: &str, other: &str) -> bool {
    let (one, other) = (telling_words(one), telling_words(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let shared = short.iter().filter(|word| long.iter().any(|other| words_look_alike(word, other))).count();
    // Every telling word of the shorter name stands in the longer; a single word must be most of the longer one.
    shared == short.len() && (short.len() > 1 || long.len() <= 2)
}

/// Words that say nothing about which body it is.
const COMMON: [&str; 22] = [
    "the",
    "of",
    "and",
    "a",
    "an",
    "for",
    "in",
    "at",
    "cic",
    "cio",
    "ltd",
    "limited",
    "plc",
    "club",
    "group",
    "association",
    "society",
    "trust",
    "charity",
    "community",
    "project",
    "allenton",
];

fn telling_words(name: &str) -> Vec<String> {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c
            } else if c == '\'' || c == '’' {
                '\u{0}'
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<String> = plain.replace('\u{0}', "").split_whitespace().map(str::to_lowercase).collect();
    let telling: Vec<String> = words.iter().filter(|word| !COMMON.contains(&word.as_str())).cloned().collect();
    // A name made of common words alone is still a name.
    if telling.is_empty() { words } else { telling }
}

/// The same word, in the plural or with one letter wrong when it is long enough to tell.
fn words_look_alike(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    one == other || stem(one) == stem(other) || (one.chars().count().min(other.chars().count()) >= 6 && one_slip_apart(one, other))
}

/// Whether one letter added, left out or changed turns one word into the other.
fn one_slip_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let before = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let after = |from_short: usize, from_long: usize| short.iter().skip(from_short).eq(long.iter().skip(from_long));
    let next = before.saturating_add(1);
    match long.len().saturating_sub(short.len()) {
        0 => after(next, next),
        1 => after(before, next),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_interest_stands_until_the_chair_settles_it() {
        use Answer::{Interest, NoInterest, RuledInterest, RuledNone, Unsure};
        for (answers, stance) in [
            (&[][..], Stance::Unanswered),
            (&[NoInterest], Stance::Clear),
            (&[Interest], Stance::Conflicted),
            (&[NoInterest, Interest], Stance::Conflicted),
            (&[Interest, NoInterest], Stance::Conflicted),
            (&[Unsure], Stance::Doubtful),
            (&[Unsure, NoInterest], Stance::Doubtful),
            (&[Unsure, RuledNone], Stance::Clear),
            (&[Unsure, RuledInterest], Stance::Conflicted),
            (&[Interest, Unsure], Stance::Conflicted),
            (&[Interest, RuledNone], Stance::Clear),
            (&[Interest, RuledNone, Interest], Stance::Conflicted),
        ] {
            assert_eq!(Stance::of(answers.iter().copied()), stance, "{answers:?}");
        }
        for answer in Answer::ALL {
            assert_eq!(Answer::from_code(answer.code()), Some(answer));
        }
    }

    #[test]
    fn everybody_but_the_typist_answers_before_they_read() {
        for role in Role::ALL {
            let reader = may(role, Act::ReadSealed);
            for stance in Stance::ALL {
                let expected = match (reader, stance, role) {
                    (true, Stance::Clear, _) | (true, Stance::Unanswered, Role::Coordinator) => Sight::Whole,
                    (true, Stance::Unanswered, _) => Sight::Summary,
                    _ => Sight::Reference,
                };
                assert_eq!(sight(role, stance), expected, "{role:?} {stance:?}");
            }
        }
    }

    #[test]
    fn names_that_look_alike_are_shown_and_others_are_not() {
        for (one, other, alike) in [
            ("Kingfisher Kitchen Table", "the kingfisher kitchen-table group", true),
            ("Kingfisher Kitchen Table", "Kingfisher Kitchen", true),
            ("Kingfisher Kitchen Table", "Kingfisher", false),
            ("Night Owls Homework Club", "Night Owl Homework", true),
            ("Night Owls Homework Club", "Merrybank Growers", false),
            ("Enthusiasm Trust", "Enthusiasm", true),
            ("Enthusiasm Trust", "Enthusiasim Trust", true),
            ("Merrybank Growers", "Merrybank Growers' Association", true),
            ("St. Martin's", "St Martins", true),
            ("Allenton Community Group", "Allenton Community Association", false),
            ("The Table", "Table Tennis", true),
            ("Table Tennis Club", "Kitchen Table", false),
            ("", "Merrybank", false),
            ("Ring o’ Bells", "Ring o' Bells", true),
        ] {
            assert_eq!(names_look_alike(one, other), alike, "{one} / {other}");
            assert_eq!(names_look_alike(other, one), alike, "{other} / {one}");
        }
    }
}
