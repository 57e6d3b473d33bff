//! Fields as they are typed, and what is wrong with them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A date in three boxes, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedDate {
    /// `27`
    pub(crate) day: String,
    /// `3` or `March`
    pub(crate) month: String,
    /// `2022`
    pub(crate) year: String,
}

/// A number with the age group it is for, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedCount {
    /// One of the session's age groups, such as `5-10`.
    pub(crate) age: String,
    /// The number, as typed.
    pub(crate) count: String,
}

/// What is wrong with a field. The words are the window's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FieldFault {
    /// It must be filled in.
    Missing,
    /// Neither answered nor left blank on the paper.
    NotSettled,
    /// No amount was typed.
    NoAmount,
    /// There are letters in the amount.
    NotAnAmount,
    /// A fraction of a penny.
    TooManyDecimals,
    /// Below nothing.
    Negative,
    /// Too large.
    TooLarge,
    /// No date was typed.
    NoDate,
    /// The day is missing.
    NoDay,
    /// The month is missing.
    NoMonth,
    /// The year is missing.
    NoYear,
    /// The year needs four digits.
    YearOfFourDigits,
    /// There is no such day.
    NotARealDate,
    /// After today.
    InFuture,
    /// Not a whole number.
    NotANumber,
    /// Not a time of day.
    NotATime,
    /// Longer than the register takes.
    TooLong,
    /// A passphrase that is too short.
    TooShort,
    /// A term that ends before it begins.
    EndsBeforeItBegins,
    /// A term that is longer than the plan allows.
    TermTooLong,
    /// Not the fingerprint of these keys.
    OtherFingerprint,
    /// A part must be more than nothing.
    NothingOfIt,
    /// A part must be less than what is asked.
    NotAPart,
    /// Not a whole number from 0 to the highest score.
    Score,
    /// Not a whole number of days from 1 to the most.
    Days,
    /// Fewer than there must be.
    AtLeast,
    /// More than there can be.
    AtMost,
    /// Somebody else does it, not oneself.
    OneSelf,
    /// Another line has it already.
    Twice,
    /// The day is not within the plan.
    OutsideThePlan,
    /// It begins before the one before it has ended.
    Overlaps,
    /// There is none of that code or number.
    NoSuch,
    /// Letters only.
    NotLetters,
    /// Not six digits.
    SortCode,
    /// Not six to eight digits.
    AccountNumber,
}

/// A field that must be put right. Fields are named as in the input they came in; a place in a list follows a dot:
/// `costs.2.amount`, `answers.4`, `people.byAge.0`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FieldProblem {
    /// Which field.
    pub(crate) field: String,
    /// What is wrong.
    pub(crate) fault: FieldFault,
    /// The most characters or lines for `tooLong`, years for `termTooLong`, days for `days`, the number for `atMost`; the
    /// fewest letters for `tooShort`, the number for `atLeast`; the highest for `score`.
    pub(crate) most: Option<u32>,
}
