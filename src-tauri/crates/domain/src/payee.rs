//! The account that is paid, and whether it may be paid yet.

use crate::id::{MemberId, PayeeAccountId};
use chrono::NaiveDate;

/// An account as somebody typed it: digits only, leading zeros kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountDetails {
    /// The name on the account.
    pub account_name: String,
    /// Six digits.
    pub sort_code: String,
    /// Eight digits.
    pub account_number: String,
}

/// Why typed bank details are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountProblem {
    /// No name on the account.
    #[error("no name")]
    NameMissing,
    /// Not six digits.
    #[error("sort code")]
    SortCode,
    /// Not six to eight digits.
    #[error("account number")]
    AccountNumber,
}

impl AccountDetails {
    /// Reads what was typed. Spaces and hyphens are ignored; a short account number is filled with zeros on the left.
    pub fn parse(account_name: &str, sort_code: &str, account_number: &str) -> Result<Self, AccountProblem> {
        let digits = |typed: &str| -> Option<String> {
            let bare: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2013}')).collect();
            bare.bytes().all(|b| b.is_ascii_digit()).then_some(bare)
        };
        let account_name = account_name.trim();
        if account_name.is_empty() {
            return Err(AccountProblem::NameMissing);
        }
        let sort_code = digits(sort_code).filter(|code| code.len() == 6).ok_or(AccountProblem::SortCode)?;
        let account_number =
            digits(account_number).filter(|number| (6..=8).contains(&number.len())).ok_or(AccountProblem::AccountNumber)?;
        Ok(Self { account_name: account_name.to_owned(), sort_code, account_number: format!("{account_number:0>8}") })
    }

    /// The account as it may be shown: `••••1234`.
    pub fn masked(&self) -> String {
        let last: String = self.account_number.chars().rev().take(4).collect();
        format!("••••{}", last.chars().rev().collect::<String>())
    }
}

/// How an account was checked to be the group's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckMethod {
    /// A bank statement or paying-in slip was seen.
    StatementSeen,
    /// The group was phoned on a number known before.
    Phoned,
    /// The bank's own Confirmation of Payee matched.
    NameMatched,
}

impl CheckMethod {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::StatementSeen, Self::Phoned, Self::NameMatched];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::StatementSeen => "statement-seen",
            Self::Phoned => "phoned",
            Self::NameMatched => "name-matched",
        }
    }

    /// The method of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// What the payer's bank said about the name on an account (Confirmation of Payee).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confirmation {
    /// The name is that of the account.
    Match,
    /// Nearly: the bank showed the name it has.
    CloseMatch,
    /// Another name.
    NoMatch,
    /// The bank could not say.
    Unavailable,
}

impl Confirmation {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Match, Self::CloseMatch, Self::NoMatch, Self::Unavailable];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::CloseMatch => "close-match",
            Self::NoMatch => "no-match",
            Self::Unavailable => "unavailable",
        }
    }

    /// The outcome of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// What is known of a grant's account without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayeeAccount {
    /// Its id.
    pub id: PayeeAccountId,
    /// The last four digits.
    pub last_four: String,
    /// When it was recorded.
    pub recorded_on: NaiveDate,
    /// Whether an account stood before it on this grant.
    pub replaces_another: bool,
    /// How and when it was checked, and who did.
    pub check: Option<(CheckMethod, NaiveDate, MemberId)>,
}

/// Why an account may not be checked this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckProblem {
    /// The date is after today.
    #[error("in the future")]
    InFuture,
    /// The date is before the account was recorded.
    #[error("before the account was recorded")]
    BeforeRecorded {
        /// When it was recorded.
        recorded_on: NaiveDate,
    },
    /// A changed account is re-checked by phone, on a number known before: fraud changes the paper too.
    #[error("a changed account is checked by phone")]
    ChangedNeedsPhone,
    /// It was checked already.
    #[error("already checked")]
    Already,
}

/// Passes when the account may be marked as checked.
pub fn check(account: &PayeeAccount, method: CheckMethod, checked_on: NaiveDate, today: NaiveDate) -> Result<(), CheckProblem> {
    if account.check.is_some() {
        return Err(CheckProblem::Already);
    }
    if checked_on > today {
        return Err(CheckProblem::InFuture);
    }
    if checked_on < account.recorded_on {
        return Err(CheckProblem::BeforeRecorded { recorded_on: account.recorded_on });
    }
    if account.replaces_another && method != CheckMethod::Phoned {
        return Err(CheckProblem::ChangedNeedsPhone);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn bank_details_are_forgiving_of_separators_and_keep_leading_zeros() {
        let read = AccountDetails::parse(" Merrybank Growers ", "08-99 99", "0012345").unwrap();
        assert_eq!((read.sort_code.as_str(), read.account_number.as_str()), ("089999", "00012345"));
        assert_eq!(read.masked(), "••••2345");
        assert_eq!(AccountDetails::parse("", "089999", "12345678"), Err(AccountProblem::NameMissing));
        assert_eq!(AccountDetails::parse("M", "08999", "12345678"), Err(AccountProblem::SortCode));
        assert_eq!(AccountDetails::parse("M", "089999", "12345"), Err(AccountProblem::AccountNumber));
        assert_eq!(AccountDetails::parse("M", "089999", "1234567x"), Err(AccountProblem::AccountNumber));
    }

    #[test]
    fn a_changed_account_is_checked_by_phone() {
        let day = |d| NaiveDate::from_ymd_opt(2023, 1, d).unwrap();
        let account = |replaces_another| PayeeAccount {
            id: PayeeAccountId(Uuid::nil()),
            last_four: "2345".into(),
            recorded_on: day(10),
            replaces_another,
            check: None,
        };
        assert_eq!(check(&account(false), CheckMethod::StatementSeen, day(10), day(17)), Ok(()));
        assert_eq!(check(&account(true), CheckMethod::StatementSeen, day(10), day(17)), Err(CheckProblem::ChangedNeedsPhone));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(11), day(17)), Ok(()));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(18), day(17)), Err(CheckProblem::InFuture));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(9), day(17)), Err(CheckProblem::BeforeRecorded { recorded_on: day(10) }));
    }
}
