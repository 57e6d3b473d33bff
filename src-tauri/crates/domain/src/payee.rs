//! The account that is paid, and whether it may be paid yet.

use crate::{
    id::{MemberId, PayeeAccountId},
    modulus::Outcome,
    payment::PayBar,
};
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
    /// How and when it was checked, and who did: the latest check.
    pub check: Option<(CheckMethod, NaiveDate, MemberId)>,
    /// When the group was last phoned about it on a number known before.
    pub phoned_on: Option<NaiveDate>,
    /// What its numbers say of themselves.
    pub modulus: Outcome,
    /// What the payer's bank said last about its name, and when.
    pub confirmation: Option<(Confirmation, NaiveDate)>,
    /// When its numbers were erased, if they were.
    pub erased_on: Option<NaiveDate>,
}

impl PayeeAccount {
    /// An account as it is on the day it was recorded: nobody has looked at it yet.
    #[must_use]
    pub fn new(id: PayeeAccountId, last_four: String, recorded_on: NaiveDate) -> Self {
        Self {
            id,
            last_four,
            recorded_on,
            replaces_another: false,
            check: None,
            phoned_on: None,
            modulus: Outcome::NoTables,
            confirmation: None,
            erased_on: None,
        }
    }

    /// What stands in the way of paying to it, in the order in which it is settled. A call to the group on a number known
    /// before settles what a table or a bank said until then.
    pub fn bars(&self) -> Vec<PayBar> {
        let mut bars = Vec::new();
        if self.check.is_none() {
            bars.push(if self.replaces_another { PayBar::AccountChanged } else { PayBar::AccountNotChecked });
        }
        if self.modulus == Outcome::Fails && self.phoned_on.is_none() {
            bars.push(PayBar::ModulusFails);
        }
        if self.confirmation.is_some_and(|(said, on)| said == Confirmation::NoMatch && self.phoned_on.is_none_or(|phoned| phoned < on)) {
            bars.push(PayBar::NoMatch);
        }
        bars
    }

    /// Whether something is said of it that only a call to the group settles.
    pub fn is_doubted(&self) -> bool {
        self.bars().iter().any(|bar| matches!(bar, PayBar::ModulusFails | PayBar::NoMatch))
    }
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

/// Passes when the account may be marked as checked. A checked account is checked again only by phone, and only when a
/// table or a bank has raised a doubt about it.
pub fn check(account: &PayeeAccount, method: CheckMethod, checked_on: NaiveDate, today: NaiveDate) -> Result<(), CheckProblem> {
    if account.check.is_some() && !(account.is_doubted() && method == CheckMethod::Phoned) {
        return Err(CheckProblem::Already);
    }
    seen(account, checked_on, today)?;
    if account.replaces_another && method != CheckMethod::Phoned {
        return Err(CheckProblem::ChangedNeedsPhone);
    }
    Ok(())
}

/// Passes when something may have been seen of the account on that day: not before it was recorded, and not after today.
pub fn seen(account: &PayeeAccount, on: NaiveDate, today: NaiveDate) -> Result<(), CheckProblem> {
    if on > today {
        return Err(CheckProblem::InFuture);
    }
    if on < account.recorded_on {
        return Err(CheckProblem::BeforeRecorded { recorded_on: account.recorded_on });
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
        let account =
            |replaces_another| PayeeAccount { replaces_another, ..PayeeAccount::new(PayeeAccountId(Uuid::nil()), "2345".into(), day(10)) };
        assert_eq!(check(&account(false), CheckMethod::StatementSeen, day(10), day(17)), Ok(()));
        assert_eq!(check(&account(true), CheckMethod::StatementSeen, day(10), day(17)), Err(CheckProblem::ChangedNeedsPhone));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(11), day(17)), Ok(()));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(18), day(17)), Err(CheckProblem::InFuture));
        assert_eq!(check(&account(true), CheckMethod::Phoned, day(9), day(17)), Err(CheckProblem::BeforeRecorded { recorded_on: day(10) }));
    }

    #[test]
    fn a_doubt_of_a_table_or_a_bank_stands_in_the_way_until_the_group_is_phoned_after_it() {
        let day = |d| NaiveDate::from_ymd_opt(2023, 1, d).unwrap();
        let me = MemberId(Uuid::nil());
        let good = PayeeAccount {
            check: Some((CheckMethod::StatementSeen, day(10), me)),
            ..PayeeAccount::new(PayeeAccountId(Uuid::nil()), "2345".into(), day(10))
        };
        assert_eq!(good.bars(), []);
        for calm in [Outcome::Passes, Outcome::NoRule, Outcome::NoTables, Outcome::BadNumbers] {
            assert_eq!(PayeeAccount { modulus: calm, ..good.clone() }.bars(), []);
        }
        for calm in [Confirmation::Match, Confirmation::CloseMatch, Confirmation::Unavailable] {
            assert_eq!(PayeeAccount { confirmation: Some((calm, day(12))), ..good.clone() }.bars(), []);
        }
        let wrong = PayeeAccount { modulus: Outcome::Fails, confirmation: Some((Confirmation::NoMatch, day(12))), ..good };
        assert_eq!(wrong.bars(), [PayBar::ModulusFails, PayBar::NoMatch]);
        // It may be checked again, by phone alone.
        assert_eq!(check(&wrong, CheckMethod::StatementSeen, day(13), day(17)), Err(CheckProblem::Already));
        assert_eq!(check(&wrong, CheckMethod::Phoned, day(13), day(17)), Ok(()));
        let phoned = |d| PayeeAccount { phoned_on: Some(day(d)), ..wrong.clone() };
        assert_eq!(phoned(11).bars(), [PayBar::NoMatch], "the bank spoke after the call");
        assert_eq!(phoned(12).bars(), []);
        assert_eq!(check(&phoned(12), CheckMethod::Phoned, day(13), day(17)), Err(CheckProblem::Already));
    }
}
