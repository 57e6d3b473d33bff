//! Every figure of the final plan, and each place where what it prints is not so.

use super::*;
use crate::plan::first::final_plan;
use domain::plan::{DiscrepancyKind as Kind, Exact};
use store::SystemSurroundings;

fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

#[test]
fn every_figure_of_the_final_plan_is_the_plans_own() {
    let file = final_plan(&SystemSurroundings).unwrap();
    let plan = &file.plan;
    // §4.2 and §10: code, 2020-21, months 1 to 6, months 7 to 12, year 10, total.
    let table = [
        ("1.2", 15_520, [3_750, 3_750, 0], 7_500),
        ("1.3", 8_000, [2_000, 2_000, 0], 4_000),
        ("1.4", 5_000, [1_250, 1_250, 0], 2_500),
        ("2.1", 31_836, [7_500, 7_500, 0], 15_000),
        ("2.3", 23_575, [5_000, 5_000, 0], 10_000),
        ("2.4", 20_808, [12_500, 12_500, 0], 25_000),
        ("2.5", 3_000, [0, 0, 0], 0),
        ("2.6", 6_500, [0, 0, 0], 0),
        ("3.1", 12_485, [3_250, 3_250, 0], 6_500),
        ("3.2", 4_000, [0, 0, 0], 0),
        ("4.1", 7_550, [500, 500, 0], 1_000),
        ("4.2", 5_926, [3_500, 3_500, 0], 7_000),
        ("4.3", 1_000, [500, 500, 0], 1_000),
        ("4.4", 0, [0, 0, 8_500], 8_500),
    ];
    assert_eq!(plan.activities.len(), table.len());
    for (line, (code, before, profile, total)) in plan.activities.iter().zip(table) {
        assert_eq!(line.code, code);
        assert_eq!(line.year_before, Some(pounds(before)), "{code}");
        assert_eq!(line.profile, profile.map(pounds), "{code}");
        assert_eq!(line.planned(), pounds(total), "{code}");
    }
    let of_period = |place: usize| plan.activities.iter().map(|line| line.profile[place]).sum::<Money>();
    assert_eq!([0, 1, 2].map(of_period), [39_750, 39_750, 8_500].map(pounds));
    assert_eq!(plan.activities.iter().map(Activity::planned).sum::<Money>(), pounds(88_000));
    assert_eq!(plan.activities.iter().filter_map(|line| line.year_before).sum::<Money>(), pounds(145_200));
    let of_priority = |number| plan.activities.iter().filter(|line| line.priority == number).map(Activity::planned).sum::<Money>();
    assert_eq!([Some(1), Some(2), Some(3), None].map(of_priority), [14_000, 50_000, 6_500, 17_500].map(pounds));
}

#[test]
fn the_final_plan_has_its_three_priorities_its_periods_and_its_one_fund() {
    let file = final_plan(&SystemSurroundings).unwrap();
    let names: Vec<&str> = file.plan.priorities.iter().map(|priority| priority.name.as_str()).collect();
    assert_eq!(names, ["Strengthening the community", "Improving life skills", "Creating opportunities for training and employment"]);
    let days: Vec<String> = file.plan.periods.iter().map(|period| format!("{} to {}", period.starts_on, period.ends_on)).collect();
    assert_eq!(days, ["2022-04-01 to 2022-09-30", "2022-10-01 to 2023-03-31", "2023-04-01 to 2023-07-31"]);
    assert_eq!((file.fund.activity.as_str(), file.fund.name.as_str(), file.fund.prefix.as_str()), ("1.4", "Community Chest", "CC"));
    assert_eq!((file.partnership.as_str(), file.lto.as_str()), ("Allenton Big Local", "Enthusiasm Trust"));
}

/// The inconsistencies of the final plan, with what is printed, what is exact, and the difference in pence.
#[test]
fn each_place_where_the_final_plan_prints_what_is_not_so_is_told_with_what_is_exact() {
    let file = final_plan(&SystemSurroundings).unwrap();
    let money = |pence: i64| Exact::Money(Money::from_pence(pence));
    let codes = ["1.2", "1.3", "1.4", "2.1", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "4.1", "4.2", "4.3", "4.4"];
    let year_10 = Some("Year 10, months 1 to 4");
    let expected = [
        // §1.2 says £87,000 and all other places £88,000, which the lines add up to.
        (Kind::Total, "§1.2", None, "£87,000", money(8_800_000), Some(100_000)),
        // "A further three months" are four: April to July.
        (Kind::MonthCount, "§1.2", year_10, "three months", Exact::Months(4), None),
        // 442,287.80 − 370,653.20 − 34,000; and the cash is less than the plan, by either figure.
        (Kind::CashAvailable, "§2.3", None, "£37,500", money(3_763_460), Some(13_460)),
        (Kind::CashAvailable, "§3.5", None, "£88,000", money(8_806_602), Some(6_602)),
        (Kind::CashAvailable, "§2.3, §3.5", None, "£88,000", money(8_770_062), Some(-29_938)),
        (Kind::CashAvailable, "§2.3, §3.5", None, "£88,000", money(8_756_602), Some(-43_398)),
        // From April to March is a year, and no calendar year.
        (Kind::NotACalendarYear, "§4.1", None, "one calendar year", Exact::Days(date("2022-04-01"), date("2023-03-31")), None),
        // Three years like the one that is printed are not what the three years cost.
        (Kind::YearBefore, "§2.3, §4.1", None, "£442,287.80 for three years", money(43_560_000), Some(-668_780)),
        // The money of 2.4 is for one year.
        (Kind::YearSpan, "§4.3", Some("2.4"), "three years", Exact::Months(12), None),
        // Months 5 to 8 of year 10 come after the plan has ended.
        (Kind::PeriodAfterEnd, "§10", None, "Months 5 to 8", Exact::Day(date("2023-07-31")), None),
        // The table leaves out the codes 4.1 to 4.4 and the lines without money.
        (Kind::MissingCodes, "§10", None, "1.2, 1.3, 1.4, 2.1, 2.3, 2.4, 3.1", Exact::Codes(codes.map(str::to_owned).to_vec()), None),
        (Kind::Share, "§10", Some("1.4"), "2.85", Exact::Share(Share(284)), None),
        (Kind::Share, "§10", Some("2.4"), "28.40", Exact::Share(Share(2_841)), None),
    ];
    let expected: Vec<Discrepancy> = expected
        .into_iter()
        .map(|(kind, place, about, printed, exact, difference)| Discrepancy {
            kind,
            place: place.to_owned(),
            about: about.map(str::to_owned),
            printed: printed.to_owned(),
            exact,
            difference: difference.map(Money::from_pence),
        })
        .collect();
    assert_eq!(discrepancies(&file.plan, &file.words), expected);
    // All else that it prints is so: totals, balances, shares.
    assert_eq!(file.words.printed.len(), 37);
}

#[test]
fn the_codes_of_the_plan_are_text_and_its_numbering_has_the_gaps_it_always_had() {
    let file = final_plan(&SystemSurroundings).unwrap();
    for unused in ["1.1", "2.2"] {
        assert!(file.plan.activity(unused).is_none(), "{unused}");
    }
    assert_eq!(file.plan.activity("1.4").unwrap().name, "Community Chest");
}

#[test]
fn the_final_plan_is_shown_whole_with_what_stands_beside_its_figures() {
    let place = Place::new("2022-04-20");
    let whole = whole(&place.open, None).unwrap();
    assert_eq!((whole.state, whole.adopted_on, whole.adopted_by.as_str()), (PlanState::Current, None, ""));
    assert_eq!(whole.words.outcomes.len(), 4);
    let counts: Vec<(usize, usize)> = whole.words.priorities.iter().map(|one| (one.outcomes.len(), one.criteria.len())).collect();
    assert_eq!(counts, [(3, 3), (3, 6), (2, 1)]);
    assert!(
        whole.words.priorities.iter().flat_map(|one| &one.criteria).all(|one| one.starts_with("We will know we have made a difference"))
    );
    assert_eq!(whole.words.year_before_label, "2020-21");
    let chest = whole.lines.iter().find(|line| line.adopted.code == "1.4").unwrap();
    assert!(chest.words.lead_partner.starts_with("The Partnership Group"));
    assert_eq!((chest.share.unwrap().to_string(), chest.profile.len()), ("2.84".to_owned(), 3));
    assert_eq!(whole.lines.iter().filter_map(|line| line.share).map(|share| share.0).sum::<u32>(), 10_000);
    assert_eq!([0, 1, 2].map(|place| whole.standing.balance_after(place)), [pounds(48_250), pounds(8_500), Money::ZERO]);
    assert_eq!(whole.discrepancies.len(), 13);
}

#[test]
fn a_plan_without_words_shows_what_is_there() {
    let mut place = Place::new("2022-04-20");
    let id = place.open.plan_of(date("2022-04-20")).id;
    let event = || Event { kind: "test", subject: None, payload: json!({}), touched: &[], signed: false };
    place.open.change_register(|tx| Ok((tx.set_plan_words(id.0, "{}")?, event()))).unwrap();
    let whole = whole(&place.open, None).unwrap();
    assert_eq!((whole.lines.len(), whole.words.priorities.len(), whole.discrepancies.len()), (14, 3, 0));
    assert_eq!(whole.words.year_before_label, "");
}

#[test]
fn what_stands_beside_the_figures_is_put_right_and_the_printed_figures_stay() {
    let mut place = Place::new("2022-04-20");
    let id = place.open.plan_of(date("2022-04-20")).id;
    let mut new = NewWords {
        outcomes: vec!["  People get on ".into(), "  ".into()],
        priorities: vec![PriorityWords::default(); 3],
        lines: vec![("2.1".into(), LineWords { lead_partner: " Anytown Family Centre ".into(), notes: String::new() })],
    };
    save_words(&mut place.open, id, &new).unwrap();
    let place = place.opened_again();
    let now = whole(&place.open, None).unwrap();
    assert_eq!(now.words.outcomes, ["People get on"]);
    assert_eq!(now.words.lines["2.1"].lead_partner, "Anytown Family Centre");
    assert!(!now.words.lines["1.4"].notes.is_empty());
    assert_eq!(now.discrepancies.len(), 13);

    let mut place = place;
    new.lines[0].0 = "9.9".into();
    assert!(matches!(save_words(&mut place.open, id, &new), Err(Error::NotFound)));
    new.lines.clear();
    new.outcomes = vec!["x".repeat(LONGEST_NOTE + 1)];
    let Err(Error::Fields(faults)) = save_words(&mut place.open, id, &new) else { panic!("it is too long") };
    assert_eq!(faults[0].0, "outcomes.0");
    new.priorities.pop();
    assert!(matches!(save_words(&mut place.open, id, &new), Err(Error::WrongState)));
}
