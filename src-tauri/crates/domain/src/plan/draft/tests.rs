//! A plan as it is typed: right, and wrong in every field.

use super::*;

fn date(text: &str) -> TypedDate {
    let mut parts = text.split('-').map(str::to_owned);
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    TypedDate { day, month, year }
}

fn period(name: &str, starts_on: &str, ends_on: &str) -> TypedPeriod {
    TypedPeriod { name: name.into(), starts_on: date(starts_on), ends_on: date(ends_on) }
}

fn line(code: &str, priority: Option<u8>, amounts: &[&str]) -> TypedLine {
    let amounts = amounts.iter().map(|amount| (*amount).to_owned()).collect();
    TypedLine { code: code.into(), name: format!("Line {code}"), priority, amounts, ..TypedLine::default() }
}

fn right() -> TypedPlan {
    TypedPlan {
        name: "After Big Local".into(),
        starts_on: date("2023-08-01"),
        ends_on: date("2024-07-31"),
        outcomes: vec![" People get on ".into(), String::new()],
        priorities: vec![TypedPriority { name: "Strengthening the community".into(), ..TypedPriority::default() }],
        periods: vec![period("First half", "2023-08-01", "2024-01-31"), period("Second half", "2024-02-01", "2024-07-31")],
        lines: vec![line("1.4", Some(1), &["1,000", ""]), line("4.1", None, &["£0.50", "499.50", "left over"])],
        fund_code: "1.4".into(),
        fund_name: "Community Chest".into(),
        fund_prefix: "cc".into(),
        year_before_label: "2022-23".into(),
    }
}

#[test]
fn a_plan_that_is_right_is_read_with_its_sums_and_shares() {
    let reading = read(&right());
    assert_eq!(reading.problems, []);
    let pounds = |pounds: i64| Some(Money::from_pence(pounds * 100));
    assert_eq!(reading.line_totals, [pounds(1_000), pounds(500)]);
    assert_eq!(
        (reading.period_totals, reading.total),
        (vec![Some(Money::from_pence(100_050)), Some(Money::from_pence(49_950))], pounds(1_500))
    );
    assert_eq!(reading.shares.iter().flatten().map(ToString::to_string).collect::<Vec<_>>(), ["66.67", "33.33"]);
    let plan = reading.plan.unwrap();
    assert_eq!((plan.fund.prefix.as_str(), plan.words.outcomes.as_slice()), ("CC", ["People get on".to_owned()].as_slice()));
    // A cell that was left empty is nothing; a year before that was left empty is not known.
    assert_eq!(plan.lines[0].profile, [Money::from_pence(100_000), Money::ZERO]);
    assert_eq!(plan.lines[0].year_before, None);
}

#[test]
fn each_field_that_is_not_right_is_told_by_its_name() {
    type Change = fn(&mut TypedPlan);
    let cases: [(Change, &str, DraftFault); 22] = [
        (|plan| plan.name.clear(), "name", DraftFault::Missing),
        (|plan| plan.name = "x".repeat(301), "name", DraftFault::TooLong { most: 300 }),
        (|plan| plan.starts_on.month = "13".into(), "startsOn", DraftFault::Date(DateProblem::NotReal)),
        (|plan| plan.periods[0].ends_on = date("2023-07-01"), "periods.0.endsOn", DraftFault::EndsBeforeItBegins),
        (|plan| plan.periods[0].starts_on = date("2023-07-31"), "periods.0.startsOn", DraftFault::OutsideThePlan),
        (|plan| plan.periods[1].ends_on = date("2024-08-01"), "periods.1.endsOn", DraftFault::OutsideThePlan),
        (|plan| plan.periods[1].starts_on = date("2024-01-31"), "periods.1.startsOn", DraftFault::Overlaps),
        (|plan| plan.periods.swap(0, 1), "periods.1.startsOn", DraftFault::Overlaps),
        (|plan| plan.periods[0].name = "  ".into(), "periods.0.name", DraftFault::Missing),
        (|plan| plan.periods.clear(), "periods", DraftFault::Missing),
        (|plan| plan.lines[1].code = " 1.4 ".into(), "lines.1.code", DraftFault::Twice),
        (|plan| plan.lines[1].code.clear(), "lines.1.code", DraftFault::Missing),
        (|plan| plan.lines[0].name.clear(), "lines.0.name", DraftFault::Missing),
        (|plan| plan.lines[0].priority = Some(2), "lines.0.priority", DraftFault::NoSuch),
        (|plan| plan.lines[0].priority = Some(0), "lines.0.priority", DraftFault::NoSuch),
        (|plan| plan.lines[1].amounts[1] = "£88,000at".into(), "lines.1.amounts.1", DraftFault::Money(MoneyProblem::NotAnAmount)),
        (|plan| plan.lines[1].year_before = "-1".into(), "lines.1.yearBefore", DraftFault::Money(MoneyProblem::Negative)),
        (|plan| plan.priorities[0].name.clear(), "priorities.0.name", DraftFault::Missing),
        (|plan| plan.fund_code = "9.9".into(), "fundCode", DraftFault::NoSuch),
        (|plan| plan.fund_prefix = "CC-1".into(), "fundPrefix", DraftFault::NotLetters),
        (|plan| plan.fund_name.clear(), "fundName", DraftFault::Missing),
        (
            |plan| plan.lines = (0..=MOST_LINES).map(|n| line(&format!("1.{n}"), None, &[])).collect(),
            "lines",
            DraftFault::TooMany { most: MOST_LINES },
        ),
    ];
    for (change, field, fault) in cases {
        let mut plan = right();
        change(&mut plan);
        let reading = read(&plan);
        assert!(reading.problems.contains(&(field.to_owned(), fault)), "{field}: {:?}", reading.problems);
        assert_eq!(reading.plan, None, "{field}");
    }
    // A plan that ends before it begins leaves its periods outside it too.
    let mut plan = right();
    plan.ends_on = date("2023-07-01");
    assert!(read(&plan).problems.contains(&("endsOn".to_owned(), DraftFault::EndsBeforeItBegins)));
}

#[test]
fn sums_stand_beside_what_can_be_read_and_are_left_out_where_it_cannot() {
    let mut plan = right();
    plan.lines[0].amounts[0] = "a lot".into();
    let reading = read(&plan);
    assert_eq!((reading.line_totals[0], reading.line_totals[1]), (None, Some(Money::from_pence(50_000))));
    assert_eq!((reading.period_totals[0], reading.period_totals[1]), (None, Some(Money::from_pence(49_950))));
    assert_eq!((reading.total, reading.shares), (None, vec![None, None]));
    assert_eq!(read(&TypedPlan::default()).total, Some(Money::ZERO));
}

#[test]
fn a_plan_follows_the_newest_only_when_it_begins_after_it() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(may_follow(day("2022-04-02"), day("2022-04-01")).is_ok());
    for early in ["2022-04-01", "2021-04-01"] {
        assert_eq!(may_follow(day(early), day("2022-04-01")), Err(AdoptRefusal::BeginsTooEarly { after: day("2022-04-01") }));
    }
}

#[test]
fn an_amount_in_a_box_reads_back_as_itself() {
    for (pence, text) in [(0, ""), (100, "1"), (375_000, "3750"), (1_250, "12.50"), (5, "0.05")] {
        assert_eq!(in_a_box(Money::from_pence(pence)), text);
    }
}
