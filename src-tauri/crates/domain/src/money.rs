//! Money: pounds and whole pence, exact, and how people type it.

use rust_decimal::Decimal;
use std::fmt;

/// The largest amount the register takes, in pence: one thousand million pounds. Far below 2^53.
const MOST_PENCE: i64 = 100_000_000_000;

/// An amount of money in pounds with exactly two decimal places. May be negative when it is a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(Decimal);

/// Why typed text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyProblem {
    /// Nothing was typed.
    #[error("no amount")]
    Missing,
    /// There are letters, or more than one point.
    #[error("not an amount")]
    NotAnAmount,
    /// A fraction of a penny.
    #[error("more than two decimal places")]
    TooManyDecimals,
    /// Below nothing.
    #[error("negative")]
    Negative,
    /// More than a thousand million pounds.
    #[error("too large")]
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount of so many pence.
    pub fn from_pence(pence: i64) -> Self {
        Self(Decimal::new(pence, 2))
    }

    /// Whole pence, as the register stores them.
    pub fn pence(self) -> i64 {
        // Amounts are built from pence and only added, so they are always whole and in range.
        i64::try_from(self.0.saturating_mul(Decimal::ONE_HUNDRED).round().mantissa()).unwrap_or(i64::MAX)
    }

    /// The exact decimal, in pounds.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Reads what a person typed: `85`, `£1,250.5`, ` 1 209.50 `. Pound signs, commas and spaces are ignored.
    pub fn parse(typed: &str) -> Result<Self, MoneyProblem> {
        let bare: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '£' | ',' | '\u{a0}')).collect();
        if bare.is_empty() {
            return Err(MoneyProblem::Missing);
        }
        let (negative, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, bare.as_str()),
        };
        let (pounds, pence) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(pounds) || !all_digits(pence) || (pounds.is_empty() && pence.is_empty()) {
            return Err(MoneyProblem::NotAnAmount);
        }
        if pence.len() > 2 {
            return Err(MoneyProblem::TooManyDecimals);
        }
        if negative {
            return Err(MoneyProblem::Negative);
        }
        let whole = format!("{pounds}{pence:0<2}");
        match whole.parse::<i64>() {
            Ok(amount) if amount <= MOST_PENCE => Ok(Self::from_pence(amount)),
            Ok(_) | Err(_) => Err(MoneyProblem::TooLarge),
        }
    }

    /// The sum of two amounts.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left when `other` is taken away; negative when it was more.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// This amount, or nothing if it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// Whether it is more than nothing.
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// Whether it is exactly nothing.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

/// An amount as people type it, without a pound sign: `3750`, `12.50`. Reading it gives the same amount.
pub fn plain(amount: Money) -> String {
    let pence = amount.pence();
    let (pounds, rest) = (pence.checked_div(100).unwrap_or(0), pence.checked_rem(100).unwrap_or(0));
    if rest == 0 { pounds.to_string() } else { format!("{pounds}.{rest:02}") }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

/// `£1,250.00`; a negative amount is `−£12.60` with a true minus sign.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pence = self.pence();
        let magnitude = pence.unsigned_abs();
        let pounds = magnitude.checked_div(100).unwrap_or(0).to_string();
        let mut grouped = String::new();
        for (index, digit) in pounds.chars().enumerate() {
            let left = pounds.len().saturating_sub(index);
            if index > 0 && left.checked_rem(3) == Some(0) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if pence < 0 { "\u{2212}" } else { "" };
        write!(f, "{sign}£{grouped}.{:02}", magnitude.checked_rem(100).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_read_or_refused_with_its_reason() {
        let cases = [
            ("85", Ok(8_500)),
            (" £1,250.5 ", Ok(125_050)),
            ("£1,209, 500", Ok(120_950_000)),
            ("£0,000", Ok(0)),
            ("£00.00", Ok(0)),
            (".5", Ok(50)),
            ("12.", Ok(1_200)),
            ("", Err(MoneyProblem::Missing)),
            ("£", Err(MoneyProblem::Missing)),
            (".", Err(MoneyProblem::NotAnAmount)),
            ("about 80", Err(MoneyProblem::NotAnAmount)),
            ("1.2.3", Err(MoneyProblem::NotAnAmount)),
            ("£88,000at", Err(MoneyProblem::NotAnAmount)),
            ("1.999", Err(MoneyProblem::TooManyDecimals)),
            ("-5", Err(MoneyProblem::Negative)),
            ("\u{2212}5", Err(MoneyProblem::Negative)),
            ("99999999999999999999", Err(MoneyProblem::TooLarge)),
        ];
        for (typed, expected) in cases {
            assert_eq!(Money::parse(typed).map(Money::pence), expected, "{typed:?}");
        }
    }

    #[test]
    fn amounts_are_written_the_british_way() {
        for (pence, text) in [(0, "£0.00"), (5, "£0.05"), (100_000, "£1,000.00"), (8_800_000, "£88,000.00"), (-1_260, "\u{2212}£12.60")]
        {
            assert_eq!(Money::from_pence(pence).to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_back_is_the_same_amount(pence in 0..=MOST_PENCE) {
            let money = Money::from_pence(pence);
            prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
            prop_assert_eq!(Money::parse(&plain(money)), Ok(money));
            prop_assert_eq!(money.pence(), pence);
        }

        #[test]
        fn adding_and_taking_away_agree_with_whole_pence(a in -MOST_PENCE..=MOST_PENCE, b in -MOST_PENCE..=MOST_PENCE) {
            prop_assert_eq!(Money::from_pence(a).plus(Money::from_pence(b)).pence(), a + b);
            prop_assert_eq!(Money::from_pence(a).minus(Money::from_pence(b)).pence(), a - b);
        }
    }
}
