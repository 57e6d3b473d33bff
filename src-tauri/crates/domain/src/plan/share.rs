//! Shares of a plan in per cent with two decimals, which add to exactly 100.00.

use crate::Money;
use std::cmp::Reverse;
use std::fmt;

/// A share in hundredths of a per cent: 852 is 8.52 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(pub u32);

/// The whole: 100.00 %.
const WHOLE: i128 = 10_000;

/// `8.52`
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0.checked_div(100).unwrap_or(0), self.0.checked_rem(100).unwrap_or(0))
    }
}

impl Share {
    /// Reads a share as a plan prints it: `8.52%`, `8.5 %`, `100`. More than two decimals are none of a plan.
    pub fn parse(printed: &str) -> Option<Self> {
        let bare: String = printed.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
        let (whole, part) = bare.split_once('.').unwrap_or((&bare, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
            return None;
        }
        format!("{whole}{part:0<2}").parse().ok().map(Self)
    }

    /// One amount's share of a total, rounded half up by itself. Such shares need not add to 100.00.
    pub fn half_up(amount: Money, total: Money) -> Option<Self> {
        let (amount, total) = (i128::from(amount.pence()), i128::from(total.pence()));
        let twice = amount.checked_mul(WHOLE)?.checked_mul(2)?.checked_add(total)?;
        u32::try_from(twice.checked_div(total.checked_mul(2)?)?).ok().map(Self)
    }
}

/// The share of each amount in their sum, by largest remainder: each gets its whole hundredths of a per cent, and the
/// hundredths that are left go one each to the largest remainders. Of equal remainders the larger amount comes first, then
/// the one that stands first. An amount of nothing has no share.
pub fn shares(amounts: &[Money]) -> Vec<Option<Share>> {
    let total: i128 = amounts.iter().map(|amount| i128::from(amount.or_zero().pence())).sum();
    let mut parts: Vec<Part> = Vec::new();
    for (place, amount) in amounts.iter().enumerate().filter(|(_, amount)| amount.is_positive()) {
        let scaled = i128::from(amount.pence()).saturating_mul(WHOLE);
        let (whole, remainder) = (scaled.checked_div(total).unwrap_or(0), scaled.checked_rem(total).unwrap_or(0));
        parts.push(Part { place, amount: *amount, whole, remainder });
    }
    let mut left = WHOLE.saturating_sub(parts.iter().map(|part| part.whole).sum());
    parts.sort_by_key(|part| (Reverse(part.remainder), Reverse(part.amount), part.place));
    let mut shares = vec![None; amounts.len()];
    for part in parts {
        let more = i128::from(left > 0);
        left = left.saturating_sub(more);
        if let Some(share) = shares.get_mut(part.place) {
            *share = u32::try_from(part.whole.saturating_add(more)).ok().map(Share);
        }
    }
    shares
}

struct Part {
    place: usize,
    amount: Money,
    whole: i128,
    remainder: i128,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The lines of §10: pounds, the share as printed, rounded half up, and by largest remainder.
    const TABLE: [(&str, i64, &str, &str, &str); 11] = [
        ("1.2", 7_500, "8.52", "8.52", "8.52"),
        ("1.3", 4_000, "4.54", "4.55", "4.54"),
        ("1.4", 2_500, "2.85", "2.84", "2.84"),
        ("2.1", 15_000, "17.05", "17.05", "17.05"),
        ("2.3", 10_000, "11.36", "11.36", "11.36"),
        ("2.4", 25_000, "28.40", "28.41", "28.41"),
        ("3.1", 6_500, "7.39", "7.39", "7.39"),
        ("4.1", 1_000, "1.14", "1.14", "1.14"),
        ("4.2", 7_000, "7.95", "7.95", "7.95"),
        ("4.3", 1_000, "1.14", "1.14", "1.14"),
        ("4.4", 8_500, "9.66", "9.66", "9.66"),
    ];

    #[test]
    fn the_shares_of_the_final_plan_add_to_a_hundred_where_rounding_each_would_not() {
        let amounts: Vec<Money> = TABLE.iter().map(|line| Money::from_pence(line.1 * 100)).collect();
        let total = amounts.iter().copied().sum();
        let exact = shares(&amounts);
        for ((code, _, _, half_up, largest), (amount, share)) in TABLE.iter().zip(amounts.iter().zip(&exact)) {
            assert_eq!(Share::half_up(*amount, total).unwrap().to_string(), *half_up, "{code}");
            assert_eq!(share.unwrap().to_string(), *largest, "{code}");
        }
        let sum = |shares: Vec<Share>| shares.iter().map(|share| share.0).sum::<u32>();
        assert_eq!(sum(exact.into_iter().flatten().collect()), 10_000);
        assert_eq!(sum(amounts.iter().filter_map(|amount| Share::half_up(*amount, total)).collect()), 10_001);
        assert_eq!(sum(TABLE.iter().filter_map(|line| Share::parse(line.2)).collect()), 10_000);
        // Three of the printed ones are not what rounding each would give.
        assert_eq!(TABLE.iter().filter(|line| line.2 != line.3).map(|line| line.0).collect::<Vec<_>>(), ["1.3", "1.4", "2.4"]);
    }

    #[test]
    fn of_equal_remainders_the_larger_amount_comes_first_then_the_one_that_stands_first() {
        let of = |amounts: &[i64]| -> Vec<u32> {
            let amounts: Vec<Money> = amounts.iter().copied().map(Money::from_pence).collect();
            shares(&amounts).into_iter().map(|share| share.map_or(0, |share| share.0)).collect()
        };
        assert_eq!(of(&[1, 1, 1]), [3_334, 3_333, 3_333]);
        assert_eq!(of(&[1, 1, 4]), [1_667, 1_666, 6_667]);
        assert_eq!(of(&[400_000, 1_500_000, 6_900_000]), [454, 1_705, 7_841]);
        assert_eq!(of(&[0, 5, 0]), [0, 10_000, 0]);
        assert_eq!(shares(&[Money::ZERO]), [None]);
        assert_eq!(shares(&[]), []);
    }

    #[test]
    fn a_printed_share_is_read_or_is_none() {
        for (printed, hundredths) in [("8.52%", Some(852)), (" 100 % ", Some(10_000)), ("9.6", Some(960)), ("0", Some(0))] {
            assert_eq!(Share::parse(printed).map(|share| share.0), hundredths, "{printed}");
        }
        for none in ["", "%", "8,52", "8.522", "eight", "-1", "1000"] {
            assert_eq!(Share::parse(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn shares_add_to_a_hundred_and_each_is_less_than_a_hundredth_from_exact(
            pence in proptest::collection::vec(0_i64..=100_000_000_000, 1..40),
        ) {
            let total: i128 = pence.iter().map(|pence| i128::from(*pence)).sum();
            let shares = shares(&pence.iter().copied().map(Money::from_pence).collect::<Vec<_>>());
            if total == 0 {
                prop_assert!(shares.iter().all(Option::is_none));
                return Ok(());
            }
            prop_assert_eq!(shares.iter().flatten().map(|share| share.0).sum::<u32>(), 10_000);
            for (pence, share) in pence.iter().zip(shares) {
                let off = i128::from(share.map_or(0, |share| share.0)) * total - i128::from(*pence) * WHOLE;
                prop_assert!(off.abs() < total, "{pence}");
                prop_assert_eq!(share.is_none(), *pence == 0);
            }
        }
    }
}
