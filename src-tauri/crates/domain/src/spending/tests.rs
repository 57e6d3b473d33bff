//! The spendometer: the design's own figures, cases with figures reckoned by hand, and a naive ledger beside it.

use super::MovementKind as Kind;
use super::*;
use crate::{
    id::PriorityId,
    plan::{Activity, Period, Plan, Priority},
};
use proptest::prelude::*;
use uuid::Uuid;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

fn pence(pence: i64) -> Money {
    Money::from_pence(pence)
}

/// The plan of §10: its lines with the profile over three periods, in pounds.
fn plan() -> Plan {
    let period = |name: &str, from: (i32, u32, u32), to: (i32, u32, u32)| Period {
        name: name.into(),
        starts_on: day(from.0, from.1, from.2),
        ends_on: day(to.0, to.1, to.2),
    };
    let line = |(code, half, last): (&str, i64, i64)| Activity {
        code: code.into(),
        name: code.into(),
        priority: code.chars().next().and_then(|first| first.to_digit(10)).and_then(|n| u8::try_from(n).ok()).filter(|n| *n < 4),
        profile: vec![pounds(half), pounds(half), pounds(last)],
        year_before: None,
    };
    let lines = [
        ("1.2", 3_750, 0),
        ("1.3", 2_000, 0),
        ("1.4", 1_250, 0),
        ("2.1", 7_500, 0),
        ("2.3", 5_000, 0),
        ("2.4", 12_500, 0),
        ("3.1", 3_250, 0),
        ("4.1", 500, 0),
        ("4.2", 3_500, 0),
        ("4.3", 500, 0),
        ("4.4", 0, 8_500),
    ];
    Plan {
        name: "Final plan".into(),
        starts_on: day(2022, 4, 1),
        ends_on: day(2023, 7, 31),
        priorities: (1..=3).map(|number| Priority { id: PriorityId(Uuid::nil()), number, name: format!("Priority {number}") }).collect(),
        periods: vec![
            period("Months 1 to 6", (2022, 4, 1), (2022, 9, 30)),
            period("Months 7 to 12", (2022, 10, 1), (2023, 3, 31)),
            period("Closing down", (2023, 4, 1), (2023, 7, 31)),
        ],
        activities: lines.map(line).into(),
    }
}

/// A commitment with what was paid in the first and the second half-year, and what is due later.
fn commitment(code: &str, first: i64, second: i64, unpaid: i64, due_on: NaiveDate) -> Commitment {
    let paid = [(first, day(2022, 7, 1)), (second, day(2022, 12, 1))];
    Commitment {
        code: code.into(),
        granted: pence(first + second + unpaid),
        on: day(2022, 4, 20),
        payments: paid
            .into_iter()
            .filter(|(amount, _)| *amount > 0)
            .map(|(amount, on)| Paid { amount: pence(amount), on, returned_on: None })
            .collect(),
        sent_back: vec![],
        ended_on: None,
        parts: vec![
            Part { amount: pence(first), due_on: day(2022, 7, 1) },
            Part { amount: pence(second), due_on: day(2022, 12, 1) },
            Part { amount: pence(unpaid), due_on },
        ],
    }
}

#[test]
fn the_designs_spendometer_comes_out_to_the_penny() {
    let march = day(2023, 3, 1);
    let commitments = [
        commitment("1.2", 375_000, 187_500, 187_500, march),
        commitment("1.3", 148_000, 148_000, 70_000, march),
        commitment("1.4", 99_500, 21_240, 76_500, march),
        commitment("2.1", 750_000, 375_000, 375_000, march),
        commitment("2.3", 500_000, 250_000, 250_000, march),
        commitment("2.4", 1_250_000, 625_000, 625_000, march),
        commitment("3.1", 325_000, 162_500, 162_500, march),
        commitment("4.1", 30_000, 15_000, 15_000, march),
        commitment("4.2", 281_250, 150_000, 124_000, march),
        commitment("4.3", 26_840, 14_440, 0, march),
        commitment("4.4", 0, 0, 120_000, day(2023, 6, 1)),
    ];
    let spent = spendometer(&plan(), &&commitments, day(2023, 1, 17));
    // Planned, paid, committed, free; then what is used in each period.
    let table = [
        ("1.2", [750_000, 562_500, 187_500, 0], [375_000, 375_000, 0]),
        ("1.3", [400_000, 296_000, 70_000, 34_000], [148_000, 218_000, 0]),
        ("1.4", [250_000, 120_740, 76_500, 52_760], [99_500, 97_740, 0]),
        ("2.1", [1_500_000, 1_125_000, 375_000, 0], [750_000, 750_000, 0]),
        ("2.3", [1_000_000, 750_000, 250_000, 0], [500_000, 500_000, 0]),
        ("2.4", [2_500_000, 1_875_000, 625_000, 0], [1_250_000, 1_250_000, 0]),
        ("3.1", [650_000, 487_500, 162_500, 0], [325_000, 325_000, 0]),
        ("4.1", [100_000, 45_000, 15_000, 40_000], [30_000, 30_000, 0]),
        ("4.2", [700_000, 431_250, 124_000, 144_750], [281_250, 274_000, 0]),
        ("4.3", [100_000, 41_280, 0, 58_720], [26_840, 14_440, 0]),
        ("4.4", [850_000, 0, 120_000, 730_000], [0, 0, 120_000]),
    ];
    for (line, (code, money, used)) in spent.lines.iter().zip(table) {
        let is = [line.money.planned, line.money.paid, line.money.committed, line.money.free()];
        assert_eq!((line.code.as_str(), is), (code, money.map(pence)));
        assert_eq!(line.cells.iter().map(SpendCell::used).collect::<Vec<_>>(), used.map(pence), "{code}");
        // The gold mark stands at one place.
        let over: Vec<bool> = line.cells.iter().map(SpendCell::is_over).collect();
        assert_eq!(over, [false, code == "1.3", false], "{code}");
    }
    let total = spent.total;
    assert_eq!([total.planned, total.paid, total.committed, total.free()], [8_800_000, 5_734_270, 2_005_500, 1_060_230].map(pence));
    assert_eq!(spent.periods.iter().map(SpendCell::used).collect::<Vec<_>>(), [3_785_590, 3_834_180, 120_000].map(pence));
    assert_eq!(spent.periods.iter().map(|cell| cell.planned).collect::<Vec<_>>(), [3_975_000, 3_975_000, 850_000].map(pence));
    // 14,000 and 50,000 and 6,500, and 17,500 that belongs to no priority.
    let planned: Vec<_> = spent.priorities.iter().map(|(number, money)| (*number, money.planned)).collect();
    assert_eq!(planned, [(Some(1), pounds(14_000)), (Some(2), pounds(50_000)), (Some(3), pounds(6_500)), (None, pounds(17_500))]);
    assert_eq!(spent.priorities[0].1.paid, pence(562_500 + 296_000 + 120_740));
    // 17 January is day 109 of the 182 of months 7 to 12: 39,750 and 39,750 x 109 / 182 = 23,806.318...
    assert_eq!(spent.expected, pence(3_975_000 + 2_380_631));
    // 57,342.70 x 88,000 / 63,556.31 = 79,396.64...
    assert_eq!(spent.projected, Some(pounds(79_396)));
}

#[test]
fn the_pace_goes_from_nothing_to_the_whole_plan_day_by_day() {
    let plan = plan();
    let planned = [pounds(39_750), pounds(39_750), pounds(8_500)];
    let expected = |on| expected(&plan.periods, &planned, on);
    assert_eq!(expected(day(2022, 3, 31)), Money::ZERO);
    // One day of 183.
    assert_eq!(expected(day(2022, 4, 1)), pence(3_975_000 / 183));
    assert_eq!(expected(day(2022, 9, 30)), pounds(39_750));
    assert_eq!(expected(day(2022, 10, 1)), pence(3_975_000 + 3_975_000 / 182));
    assert_eq!(expected(day(2023, 3, 31)), pounds(79_500));
    assert_eq!(expected(day(2023, 7, 30)), pence(7_950_000 + 850_000 * 121 / 122));
    assert_eq!(expected(day(2023, 7, 31)), pounds(88_000));
    assert_eq!(expected(day(2025, 1, 1)), pounds(88_000));
}

#[test]
fn nothing_is_projected_before_anything_was_expected_and_at_the_end_it_is_what_was_paid() {
    assert_eq!(projected(pounds(10), pounds(100), Money::ZERO), None);
    assert_eq!(projected(pence(2_599), pounds(100), pounds(50)), Some(pounds(51)));
    assert_eq!(projected(Money::ZERO, pounds(100), pounds(50)), Some(Money::ZERO));
    assert_eq!(projected(pence(9_999), pounds(100), pounds(100)), Some(pence(9_999)));
}

fn grant_like() -> Commitment {
    Commitment {
        code: "1.4".into(),
        granted: pounds(450),
        on: day(2022, 7, 21),
        payments: vec![],
        sent_back: vec![],
        ended_on: None,
        parts: vec![],
    }
}

fn stood(commitment: &Commitment, on: NaiveDate) -> [i64; 3] {
    let standing = commitment.standing(on);
    [standing.committed, standing.paid, standing.returned].map(|amount| amount.pence() / 100)
}

#[test]
fn a_returned_payment_is_committed_again_and_money_sent_back_is_free_again() {
    let mut grant = grant_like();
    grant.payments = vec![
        Paid { amount: pounds(450), on: day(2022, 8, 12), returned_on: Some(day(2022, 8, 20)) },
        Paid { amount: pounds(450), on: day(2022, 9, 2), returned_on: None },
    ];
    grant.sent_back = vec![SentBack { amount: pounds(60), on: day(2022, 12, 15) }];
    grant.ended_on = Some(day(2022, 12, 19));
    assert_eq!(stood(&grant, day(2022, 7, 20)), [0, 0, 0]);
    assert_eq!(stood(&grant, day(2022, 7, 21)), [450, 0, 0]);
    assert_eq!(stood(&grant, day(2022, 8, 12)), [0, 450, 0]);
    assert_eq!(stood(&grant, day(2022, 8, 20)), [450, 0, 450]);
    assert_eq!(stood(&grant, day(2022, 9, 2)), [0, 450, 450]);
    assert_eq!(stood(&grant, day(2022, 12, 15)), [0, 390, 510]);
    assert_eq!(stood(&grant, day(2022, 12, 19)), [0, 390, 510]);
    assert_eq!(grant.paid_by_day(day(2022, 12, 19)), [(day(2022, 9, 2), pounds(390))]);
}

#[test]
fn what_was_not_paid_is_free_from_the_end_on_and_so_is_what_comes_back_later() {
    let mut award = grant_like();
    award.payments = vec![Paid { amount: pounds(300), on: day(2022, 8, 12), returned_on: Some(day(2022, 11, 1)) }];
    award.ended_on = Some(day(2022, 10, 1));
    assert_eq!(stood(&award, day(2022, 9, 30)), [150, 300, 0]);
    assert_eq!(stood(&award, day(2022, 10, 1)), [0, 300, 0]);
    assert_eq!(stood(&award, day(2022, 11, 1)), [0, 0, 300]);
    let kinds: Vec<_> = award.movements().iter().map(|movement| (movement.kind, movement.amount.pence() / 100)).collect();
    assert_eq!(kinds, [(Kind::Committed, 450), (Kind::Paid, 300), (Kind::Released, 150), (Kind::Returned, 300), (Kind::Released, 300)]);
}

#[test]
fn a_close_recorded_for_a_day_before_the_payment_releases_nothing_that_was_paid() {
    let mut grant = grant_like();
    grant.payments = vec![Paid { amount: pounds(400), on: day(2022, 8, 12), returned_on: None }];
    grant.ended_on = Some(day(2022, 8, 1));
    assert_eq!(stood(&grant, day(2022, 8, 11)), [450, 0, 0]);
    assert_eq!(stood(&grant, day(2022, 8, 12)), [0, 400, 0]);
}

#[test]
fn parts_are_paid_in_order_and_what_is_overdue_is_expected_at_once() {
    let part = |amount, month| Part { amount: pounds(amount), due_on: day(2022, month, 1) };
    let mut award = Commitment { parts: vec![part(150, 8), part(150, 10), part(150, 12)], ..grant_like() };
    let unpaid =
        |award: &Commitment, on| award.unpaid_by_day(on).into_iter().map(|(on, amount)| (on, amount.pence() / 100)).collect::<Vec<_>>();
    let (august, october, december) = (day(2022, 8, 1), day(2022, 10, 1), day(2022, 12, 1));
    assert_eq!(unpaid(&award, day(2022, 7, 25)), [(december, 150), (october, 150), (august, 150)]);
    let november = day(2022, 11, 5);
    assert_eq!(unpaid(&award, november), [(december, 150), (november, 150), (november, 150)]);
    award.payments = vec![Paid { amount: pounds(200), on: august, returned_on: None }];
    assert_eq!(unpaid(&award, day(2022, 8, 2)), [(december, 150), (october, 100)]);
    assert_eq!(unpaid(&Commitment { parts: vec![], ..award }, november), [(november, 250)]);
}

/// What happens to a commitment, on a day counted from its decision.
#[derive(Clone, Debug)]
enum Happens {
    Pay(i64),
    Return(usize),
    SendBack(i64),
    End,
}

fn happenings() -> impl Strategy<Value = Vec<(u8, Happens)>> {
    let one = prop_oneof![
        4 => (1i64..300).prop_map(Happens::Pay),
        2 => (0usize..6).prop_map(Happens::Return),
        2 => (1i64..200).prop_map(Happens::SendBack),
        1 => Just(Happens::End),
    ];
    proptest::collection::vec((0u8..40, one), 0..24)
}

/// A ledger kept as somebody would on paper: after each day, what is committed, paid and returned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Page {
    committed: i64,
    paid: i64,
    returned: i64,
}

proptest! {
    /// Every day of a commitment's life, the sums of its movements are those of a ledger kept day by day; what each
    /// period has adds up to the line; and nothing is ever below nothing, or above what was granted.
    #[test]
    fn as_of_any_day_it_is_what_a_ledger_kept_day_by_day_says(happenings in happenings()) {
        let start = day(2022, 7, 21);
        let mut one = grant_like();
        let mut now = Page { committed: 450, ..Page::default() };
        let mut pages = vec![(start, now)];
        let mut on = start;
        let mut ended = false;
        for (later, happens) in happenings {
            on = on + chrono::Days::new(later.into());
            match happens {
                Happens::Pay(amount) if !ended && amount <= now.committed => {
                    one.payments.push(Paid { amount: pounds(amount), on, returned_on: None });
                    now.committed -= amount;
                    now.paid += amount;
                }
                Happens::Return(index) => {
                    if let Some(paid) = one.payments.get_mut(index).filter(|paid| paid.returned_on.is_none()) {
                        let amount = paid.amount.pence() / 100;
                        if amount <= now.paid {
                            paid.returned_on = Some(on);
                            now.committed += if ended { 0 } else { amount };
                            now.paid -= amount;
                            now.returned += amount;
                        }
                    }
                }
                Happens::SendBack(amount) if amount <= now.paid => {
                    one.sent_back.push(SentBack { amount: pounds(amount), on });
                    now.paid -= amount;
                    now.returned += amount;
                }
                Happens::End if !ended => {
                    one.ended_on = Some(on);
                    ended = true;
                    now.committed = 0;
                }
                Happens::Pay(_) | Happens::SendBack(_) | Happens::End => {}
            }
            pages.push((on, now));
        }
        let plan = plan();
        for (place, (on, page)) in pages.iter().enumerate() {
            // Only the last page of a day is what stood at its end.
            if pages.get(place + 1).is_some_and(|(next, _)| next == on) {
                continue;
            }
            prop_assert_eq!(stood(&one, *on), [page.committed, page.paid, page.returned], "on {}", on);
            let spent = spendometer(&plan, &[&one], *on);
            let line = &spent.lines[2];
            prop_assert_eq!(line.cells.iter().map(|cell| cell.paid).sum::<Money>(), line.money.paid);
            prop_assert_eq!(line.cells.iter().map(|cell| cell.committed).sum::<Money>(), line.money.committed);
            prop_assert!(line.cells.iter().all(|cell| cell.paid >= Money::ZERO && cell.committed >= Money::ZERO));
            prop_assert!(line.money.paid.plus(line.money.committed) <= pounds(450));
            prop_assert_eq!(spent.total.free(), pounds(88_000 - page.committed - page.paid));
        }
    }
}
