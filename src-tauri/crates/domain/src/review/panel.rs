//! What the reviews of one application say together: at a glance, and with no vote in it.

use super::judgement::Recommendation;
use crate::Money;

/// How far the reviewers agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// There are fewer than two to compare.
    TooFew,
    /// All recommend the same.
    All,
    /// More than half recommend the same.
    Most,
    /// No recommendation has more than half.
    Divided,
}

/// What the reviews say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// How many count.
    pub reviews: usize,
    /// How many recommend each: in full, in part, to ask for more, not to fund.
    pub in_full: usize,
    /// See `in_full`.
    pub in_part: usize,
    /// See `in_full`.
    pub ask_for_more: usize,
    /// See `in_full`.
    pub do_not_fund: usize,
    /// How far they agree.
    pub agreement: Agreement,
    /// The lowest, the middle and the highest amount, of those that name one. Of an even number the middle is the lower
    /// of the two in the middle, so that it is always an amount that somebody named.
    pub spread: Option<[Money; 3]>,
}

/// Reads recommendations together, for an application that asks for this much.
pub fn together(recommendations: &[Recommendation], asked: Money) -> Together {
    let count = |code: &str| recommendations.iter().filter(|one| one.code() == code).count();
    let counts = ["fund-in-full", "fund-part", "ask-for-more", "do-not-fund"].map(count);
    let [in_full, in_part, ask_for_more, do_not_fund] = counts;
    let reviews = recommendations.len();
    let most = counts.into_iter().max().unwrap_or(0);
    let agreement = match reviews {
        0 | 1 => Agreement::TooFew,
        _ if most == reviews => Agreement::All,
        _ if most > reviews / 2 => Agreement::Most,
        _ => Agreement::Divided,
    };
    let mut amounts: Vec<Money> = recommendations.iter().filter_map(|one| one.amount(asked)).collect();
    amounts.sort_unstable();
    let middle = amounts.get(amounts.len().saturating_sub(1) / 2).copied();
    let spread = match (amounts.first(), middle, amounts.last()) {
        (Some(low), Some(middle), Some(high)) => Some([*low, middle, *high]),
        _ => None,
    };
    Together { reviews, in_full, in_part, ask_for_more, do_not_fund, agreement, spread }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reviews_are_read_together() {
        use Recommendation::{AskForMore, DoNotFund, FundInFull};
        let part = |pence| Recommendation::FundPart { amount: Money::from_pence(pence) };
        for (reviews, agreement, spread) in [
            (vec![], Agreement::TooFew, None),
            (vec![FundInFull], Agreement::TooFew, Some([400, 400, 400])),
            (vec![FundInFull, FundInFull], Agreement::All, Some([400, 400, 400])),
            (vec![FundInFull, part(100)], Agreement::Divided, Some([100, 100, 400])),
            (vec![part(100), part(300), FundInFull], Agreement::Most, Some([100, 300, 400])),
            (vec![DoNotFund, FundInFull, AskForMore], Agreement::Divided, Some([0, 0, 400])),
            (vec![AskForMore, AskForMore], Agreement::All, None),
            (vec![DoNotFund, DoNotFund, AskForMore, FundInFull], Agreement::Divided, Some([0, 0, 400])),
        ] {
            let found = together(&reviews, Money::from_pence(400));
            assert_eq!(found.agreement, agreement, "{reviews:?}");
            assert_eq!(found.spread, spread.map(|amounts: [i64; 3]| amounts.map(Money::from_pence)), "{reviews:?}");
            assert_eq!(found.in_full + found.in_part + found.ask_for_more + found.do_not_fund, found.reviews);
        }
    }
}
