//! What must still be in the bank for a partnership.

use super::SpendMoney;
use crate::Money;

/// A whole, in hundredths of a per cent.
const WHOLE: i64 = 10_000;

/// What was drawn down, and what became of it. All of it includes VAT (§4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankPosition {
    /// What the plan gives.
    pub planned: Money,
    /// Drawn down, without the LTO's own percentage.
    pub drawn_down: Money,
    /// Paid on every line, before what came back.
    pub paid: Money,
    /// What came back.
    pub returned: Money,
    /// Committed and not paid.
    pub committed: Money,
}

impl BankPosition {
    /// From the sums of a plan and what was drawn down for it.
    pub fn of(money: &SpendMoney, drawn_down: Money) -> Self {
        let (planned, returned, committed) = (money.planned, money.returned, money.committed);
        Self { planned, drawn_down, paid: money.paid.plus(returned), returned, committed }
    }

    /// Drawn down, less paid, plus returned. Below nothing when the LTO paid ahead.
    pub fn in_bank(&self) -> Money {
        self.drawn_down.minus(self.paid).plus(self.returned)
    }

    /// In the bank and not committed. Below nothing when more must be drawn down for what is committed.
    pub fn spare(&self) -> Money {
        self.in_bank().minus(self.committed)
    }

    /// Planned and not drawn down; nothing when more was drawn down than is planned.
    pub fn to_draw(&self) -> Money {
        self.planned.minus(self.drawn_down).or_zero()
    }

    /// The LTO's percentage on top of what was drawn down, in hundredths: 500 is 5 %. To the nearest penny, halves up.
    pub fn lto_share(&self, hundredths: u32) -> Money {
        let exact = i128::from(self.drawn_down.pence()).saturating_mul(i128::from(hundredths));
        let half = i128::from(WHOLE).checked_div(2).unwrap_or(0);
        let pence = exact.saturating_add(half).checked_div(i128::from(WHOLE)).unwrap_or(0);
        Money::from_pence(i64::try_from(pence).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pence(pence: i64) -> Money {
        Money::from_pence(pence)
    }

    #[test]
    fn what_must_still_be_in_the_bank_is_drawn_down_less_paid_plus_returned() {
        // Planned 88,000; 57,000 drawn down; 57,342.70 stayed paid after 450.00 came back; 20,055.00 is committed.
        let money = SpendMoney { planned: pence(8_800_000), committed: pence(2_005_500), paid: pence(5_734_270), returned: pence(45_000) };
        let bank = BankPosition::of(&money, pence(5_700_000));
        assert_eq!(bank.paid, pence(5_779_270));
        assert_eq!(bank.in_bank(), pence(-34_270));
        assert_eq!(bank.spare(), pence(-2_039_770));
        assert_eq!(bank.to_draw(), pence(3_100_000));
        assert_eq!(bank.lto_share(500), pence(285_000));
    }

    #[test]
    fn the_ltos_share_is_to_the_nearest_penny_and_nothing_is_to_draw_when_too_much_was_drawn() {
        let bank = BankPosition::of(&SpendMoney { planned: pence(100), ..SpendMoney::default() }, pence(130));
        // 5 % of 1.30 is 6.5 pence.
        assert_eq!(bank.lto_share(500), pence(7));
        assert_eq!(bank.lto_share(0), Money::ZERO);
        assert_eq!(bank.to_draw(), Money::ZERO);
    }
}
