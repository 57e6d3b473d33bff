//! A budget line's money: planned, committed, paid and free.

use crate::Money;

/// One line, summed. What is granted and not yet closed is a commitment; money sent back is free again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineMoney {
    /// What the plan gives the line.
    pub planned: Money,
    /// Granted and still to be paid.
    pub committed: Money,
    /// Paid, less what was sent back.
    pub paid: Money,
}

/// What one grant takes from its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrantMoney {
    /// What was granted.
    pub granted: Money,
    /// What was paid and stayed paid.
    pub paid: Money,
    /// What the group sent back.
    pub sent_back: Money,
    /// Whether more may still be paid: not closed and not cancelled.
    pub open: bool,
}

impl LineMoney {
    /// Sums the grants of one line.
    pub fn of(planned: Money, grants: impl IntoIterator<Item = GrantMoney>) -> Self {
        let mut line = Self { planned, ..Self::default() };
        for grant in grants {
            line.paid = line.paid.plus(grant.paid).minus(grant.sent_back);
            if grant.open {
                line.committed = line.committed.plus(grant.granted.minus(grant.paid).or_zero());
            }
        }
        line
    }

    /// What may still be granted. Negative when a line was overdrawn before it came here.
    pub fn free(&self) -> Money {
        self.planned.minus(self.committed).minus(self.paid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pounds(pounds: i64) -> Money {
        Money::from_pence(pounds * 100)
    }

    #[test]
    fn what_is_free_is_planned_less_committed_less_paid() {
        let grant = |granted, paid, sent_back, open| GrantMoney {
            granted: pounds(granted),
            paid: pounds(paid),
            sent_back: pounds(sent_back),
            open,
        };
        let line = LineMoney::of(pounds(2_500), [grant(450, 225, 0, true), grant(400, 400, 81, true), grant(300, 100, 0, false)]);
        assert_eq!(line.paid, pounds(225 + 400 - 81 + 100));
        assert_eq!(line.committed, pounds(225));
        assert_eq!(line.free(), pounds(2_500 - 644 - 225));
    }
}
