//! The money of the plan around the grants: what moves it, what it refuses with the figure, and what the public sees of it.

use super::fixture::{Group, Place, day, on, pounds};
use crate::spending::{self, SpendTable, TableFormat, TypedAward, TypedAwardPayment, TypedCell, TypedDrawDown, TypedPart, TypedVirement};
use crate::spendometer::{Asked, Spent, spendometer};
use crate::{Changed, Error, FieldFault, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::award::{AwardError, AwardKind};
use domain::decision::DecisionError;
use domain::id::{AwardId, VirementId};
use domain::payment::{Undoing, UndoingError};
use domain::spending::SpendMoney;
use domain::virement::VirementError;

/// The last period of a line.
const CLOSING: usize = 2;

#[expect(clippy::unnecessary_wraps, reason = "a move goes from a cell or from outside")]
fn cell(code: &str, place: usize) -> Option<TypedCell> {
    Some(TypedCell { code: code.into(), place })
}

fn move_money(place: &mut Place, from: Option<TypedCell>, to: Option<TypedCell>, amount: &str) -> Result<Changed<VirementId>> {
    let typed = TypedVirement {
        from,
        to,
        amount: amount.into(),
        decided_on: on("2022-07-20"),
        decided_by: "Partnership meeting".into(),
        reason: "More groups asked than we thought".into(),
    };
    spending::record_virement(&mut place.open, &typed)
}

fn award(place: &mut Place, code: &str, amount: &str) -> Result<AwardId> {
    let typed = TypedAward {
        code: code.into(),
        kind: AwardKind::Partner,
        payee_name: "Brightwater Youth Trust".into(),
        what_for: "Mentoring for eight young people".into(),
        amount: amount.into(),
        decided_on: on("2022-06-01"),
        decided_by: "Partnership meeting".into(),
        parts: vec![],
    };
    spending::record_award(&mut place.open, &typed).map(|changed| changed.value)
}

fn pay_award(place: &mut Place, id: AwardId, amount: &str, paid_on: &str) -> Result<()> {
    let typed = TypedAwardPayment { amount: amount.into(), paid_on: on(paid_on), reference: "SLA".into() };
    spending::pay_award(&mut place.open, id, &typed).map(drop)
}

fn as_of<'p>(place: &'p Place, on: &str) -> Spent<'p> {
    spendometer(&place.open, Asked { as_of: Some(day(on)), ..Asked::default() }).unwrap()
}

fn of(spent: &Spent<'_>, code: &str) -> SpendMoney {
    spent.spent.lines.iter().find(|line| line.code == code).unwrap().money
}

/// Committed, paid, returned and free, in pounds.
fn figures(money: SpendMoney) -> [i64; 4] {
    [money.committed, money.paid, money.returned, money.free()].map(|amount| amount.pence() / 100)
}

/// What decisions are held against is what the spendometer of today says, on every line.
fn agrees_today(place: &Place) {
    let spent = spendometer(&place.open, Asked::default()).unwrap();
    for line in &spent.spent.lines {
        let held = place.open.line(&line.code);
        let (is, free) = ([line.money.planned, line.money.committed, line.money.paid], line.money.free());
        assert_eq!((is, free), ([held.planned, held.committed, held.paid], held.free()), "{}", line.code);
    }
    let home = crate::home::home(&place.open);
    let total = spent.spent.total;
    assert_eq!([home.plan.planned, home.plan.committed, home.plan.paid], [total.planned, total.committed, total.paid]);
    assert_eq!(home.fund, place.open.line("1.4"));
}

#[test]
fn returned_money_comes_back_to_the_line_and_the_past_stays_as_it_was() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let first = place.pay(&group, "400", "2022-08-12").unwrap();
    place.undo(first, Undoing::Returned, "2022-08-15").unwrap();
    place.pay(&group, "400", "2022-08-20").unwrap();
    place.receipt(&group, "340", "340", "2022-09-01").unwrap();
    place.sent_back(&group, "60").unwrap();
    // Committed, paid, returned, free.
    let days = [
        ("2022-07-20", [0, 0, 0, 2_500]),
        ("2022-07-21", [400, 0, 0, 2_100]),
        ("2022-08-12", [0, 400, 0, 2_100]),
        ("2022-08-15", [400, 0, 400, 2_100]),
        ("2022-08-20", [0, 400, 400, 2_100]),
        ("2023-01-10", [0, 340, 460, 2_160]),
    ];
    for (on, expected) in days {
        assert_eq!(figures(of(&as_of(&place, on), "1.4")), expected, "{on}");
    }
    // The future has not happened.
    assert_eq!(as_of(&place, "2030-01-01").spent.as_of, day("2023-01-17"));
    agrees_today(&place);
}

#[test]
fn over_commitment_is_refused_with_the_figure_until_money_was_moved() {
    let mut place = Place::new();
    let id = award(&mut place, "1.4", "2200").unwrap();
    let application = place.received("Merrybank Growers", 400);
    let head = place.head();
    let refused = place.approve(application, 400, &[]).map(drop);
    assert!(
        matches!(refused, Err(Error::Decision(DecisionError::MoreThanFree { free, over })) if (free, over) == (pounds(300), pounds(100)))
    );
    let refused = award(&mut place, "1.4", "300.01");
    assert!(matches!(
        refused,
        Err(Error::Award { code, refused: AwardError::MoreThanFree { free, over } }) if code == "1.4" && free == pounds(300) && over == Money::from_pence(1)
    ));
    assert_eq!(place.head(), head);
    move_money(&mut place, cell("4.4", CLOSING), cell("1.4", 0), "100").unwrap();
    place.approve(application, 400, &[]).unwrap();
    assert_eq!((place.open.line("1.4").free(), place.open.line("4.4").planned), (Money::ZERO, pounds(8_400)));
    // The line cannot lose what is committed on it, though its period has more.
    let refused = move_money(&mut place, cell("1.4", 0), cell("4.4", CLOSING), "100");
    assert!(
        matches!(refused, Err(Error::Virement(VirementError::MoreThanFree { free, over, .. })) if free == Money::ZERO && over == pounds(100))
    );
    let refused = move_money(&mut place, cell("1.4", 0), cell("1.4", 1), "1350.01");
    assert!(matches!(refused, Err(Error::Virement(VirementError::CellTooSmall { has, .. })) if has == pounds(1_350)));
    // Within the line the profile may change: it is not a cap.
    move_money(&mut place, cell("1.4", 0), cell("1.4", 1), "1350").unwrap();
    // What the award never needs is free again.
    spending::end_award(&mut place.open, id, &on("2023-01-17"), "The partner stopped").unwrap();
    assert_eq!(place.open.line("1.4").free(), pounds(2_200));
    agrees_today(&place);
}

#[test]
fn an_award_is_paid_undone_and_ended_and_stands_after_a_restart() {
    let mut place = Place::new();
    let id = award(&mut place, "2.4", "25000").unwrap();
    let other = award(&mut place, "2.4", "0.01");
    assert!(matches!(other, Err(Error::Award { refused: AwardError::MoreThanFree { .. }, .. })));
    pay_award(&mut place, id, "12500", "2022-07-01").unwrap();
    let refused = pay_award(&mut place, id, "12500.01", "2022-10-03");
    assert!(matches!(refused, Err(Error::Award { refused: AwardError::ExceedsAward { left, .. }, .. }) if left == pounds(12_500)));
    let refused = pay_award(&mut place, id, "1", "2023-01-18");
    assert!(matches!(refused, Err(Error::Fields(fields)) if fields == [("paidOn".to_owned(), FieldFault::InFuture)]));
    let payment = spending::awards(&place.open)[0].row.award.payments[0].id;
    spending::undo_award_payment(&mut place.open, payment, Undoing::Returned, &on("2022-07-04"), "The account was closed").unwrap();
    let again = spending::undo_award_payment(&mut place.open, payment, Undoing::Voided, &on("2022-07-04"), "R");
    assert!(matches!(again, Err(Error::Undoing(UndoingError::Already))));
    assert_eq!(figures(of(&as_of(&place, "2022-07-01"), "2.4")), [12_500, 12_500, 0, 0]);
    assert_eq!(figures(of(&as_of(&place, "2022-07-04"), "2.4")), [25_000, 0, 12_500, 0]);
    spending::end_award(&mut place.open, id, &on("2022-12-01"), "The partner stopped").unwrap();
    assert!(matches!(pay_award(&mut place, id, "1", "2022-12-02"), Err(Error::Award { refused: AwardError::Ended, .. })));
    assert!(award(&mut place, "2.4", "25000").is_ok());

    let place = place.for_the_co_ordinator();
    let awards = spending::awards(&place.open);
    let references: Vec<&str> = awards.iter().map(|line| line.row.reference.as_str()).collect();
    assert_eq!(references, ["SLA-2.4", "SLA-2.4-2"]);
    assert_eq!(awards[0].line_name, "Youth (mentoring)");
    assert_eq!(
        (awards[0].row.payments[0].undone_reason.as_str(), awards[0].row.ended_reason.as_str()),
        ("The account was closed", "The partner stopped")
    );
    agrees_today(&place);
}

#[test]
fn who_pays_does_not_decide_and_what_is_missing_is_told_at_once() {
    let mut place = Place::new();
    let id = award(&mut place, "2.4", "25000").unwrap();
    let mut place = place.for_the_clerk();
    assert!(matches!(award(&mut place, "2.3", "100"), Err(Error::NotPermitted(_))));
    assert!(matches!(move_money(&mut place, None, cell("1.4", 0), "1"), Err(Error::NotPermitted(_))));
    assert!(matches!(spending::end_award(&mut place.open, id, &on("2022-12-01"), "R"), Err(Error::NotPermitted(_))));
    pay_award(&mut place, id, "12500", "2022-07-01").unwrap();
    let mut place = place.for_the_co_ordinator();
    let typed = TypedAward {
        code: "2.4".into(),
        kind: AwardKind::Cost,
        payee_name: " ".into(),
        what_for: String::new(),
        amount: "-5".into(),
        decided_on: on("2022-06-01"),
        decided_by: String::new(),
        parts: vec![TypedPart { due_on: on("2022-06-01"), amount: "lots".into() }],
    };
    let Err(Error::Fields(fields)) = spending::record_award(&mut place.open, &typed) else { panic!("fields are missing") };
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["payeeName", "whatFor", "amount", "decidedBy", "parts.0.amount"]);
    let refused = award(&mut place, "9.9", "5");
    assert!(matches!(refused, Err(Error::Virement(VirementError::NoSuchLine { code })) if code == "9.9"));
}

/// A group that was told, and one that was not.
fn one_told_and_one_not(place: &mut Place) -> (Group, Group) {
    (place.told("Merrybank Growers", 400, &[]), place.approved("=Secret Singers", 225, &[]))
}

#[test]
fn the_public_sees_no_group_and_no_sum_of_what_is_under_embargo() {
    let mut place = Place::new();
    let (_, secret) = one_told_and_one_not(&mut place);
    award(&mut place, "2.4", "25000").unwrap();
    let public = |place: &Place, on: &str| {
        let spent = spendometer(&place.open, Asked { as_of: Some(day(on)), public: true, plan: None }).unwrap();
        let names: Vec<String> = spent.grants.iter().map(|grant| grant.group_name.to_owned()).collect();
        (figures(of(&spent, "1.4")), figures(spent.spent.total), names)
    };
    assert_eq!(figures(of(&as_of(&place, "2023-01-17"), "1.4")), [625, 0, 0, 1_875]);
    let (line, total, names) = public(&place, "2023-01-17");
    assert_eq!((line, total, names), ([400, 0, 0, 2_100], [25_400, 0, 0, 62_600], vec!["Merrybank Growers".to_owned()]));
    // On the day of the decision nobody had been told.
    assert_eq!(public(&place, "2022-07-21"), ([0, 0, 0, 2_500], [25_000, 0, 0, 63_000], vec![]));
    for table in [SpendTable::Public, SpendTable::Movements] {
        let file = spending::save_as(&place.open, table, TableFormat::Csv, None, None).unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(!text.contains("Secret") && !text.contains("225"), "{table:?}: {text}");
    }
    crate::decision::issue(&mut place.open, secret.application, day("2022-07-25"), "By letter").unwrap();
    assert_eq!(public(&place, "2022-07-24").2, ["Merrybank Growers"]);
    assert_eq!(public(&place, "2022-07-25").2, ["=Secret Singers", "Merrybank Growers"]);
    let file = spending::save_as(&place.open, SpendTable::Movements, TableFormat::Csv, None, None).unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    // A name cannot start a formula in a spreadsheet.
    assert!(text.contains("'=Secret Singers") && !text.contains(",=Secret"), "{text}");
}

#[test]
fn every_table_is_made_in_both_kinds_and_its_sums_are_the_spendometers() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    move_money(&mut place, cell("4.4", CLOSING), cell("1.4", 0), "100").unwrap();
    for table in [SpendTable::Spendometer, SpendTable::Public, SpendTable::Movements, SpendTable::SpendReport] {
        let csv = spending::save_as(&place.open, table, TableFormat::Csv, None, None).unwrap();
        assert!(csv.name.ends_with(" 2023-01-17.csv"), "{}", csv.name);
        let text = String::from_utf8(csv.bytes).unwrap();
        assert!(text.contains("400.00") && text.contains("Community Chest"), "{table:?}: {text}");
        let xlsx = spending::save_as(&place.open, table, TableFormat::Xlsx, None, None).unwrap();
        assert!(xlsx.bytes.starts_with(b"PK"), "{table:?}");
        let sheet = spending::table(&place.open, table, None, None).unwrap();
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{table:?}");
    }
    let movements = spending::table(&place.open, SpendTable::Movements, None, Some(day("2022-07-31"))).unwrap();
    assert_eq!(movements.rows.len(), 3, "{:?}", movements.rows);
}

#[test]
fn the_reports_of_all_periods_add_up_to_what_is_spent_to_date() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    let id = award(&mut place, "2.4", "25000").unwrap();
    pay_award(&mut place, id, "12500", "2022-07-01").unwrap();
    pay_award(&mut place, id, "6250", "2022-10-03").unwrap();
    place.receipt(&group, "340", "340", "2022-09-01").unwrap();
    place.sent_back(&group, "60").unwrap();
    move_money(&mut place, cell("4.4", CLOSING), cell("1.4", 0), "100").unwrap();
    let report = |place: &Place, on: Option<NaiveDate>| spending::report(&place.open, None, on).unwrap();
    let (first, second) = (report(&place, Some(day("2022-09-30"))), report(&place, None));
    assert_eq!((first.starts_on, first.ends_on, first.unfinished), (day("2022-04-01"), day("2022-09-30"), false));
    assert_eq!((second.starts_on, second.ends_on, second.unfinished), (day("2022-10-01"), day("2023-03-31"), true));
    assert_eq!(first.total.in_period, pounds(12_900));
    // 6,250 was paid, and 60 of what was paid before came back.
    assert_eq!(second.total.in_period, pounds(6_190));
    assert_eq!(second.total.to_date, first.total.in_period.plus(second.total.in_period));
    assert_eq!((first.moved.len(), second.moved.len()), (1, 0));
    for report in [&first, &second] {
        let lines = || report.groups.iter().flat_map(|group| &group.lines);
        assert_eq!(lines().count(), 14);
        assert_eq!(lines().map(|line| line.sums.to_date).sum::<Money>(), report.total.to_date);
        assert_eq!(lines().map(|line| line.sums.left).sum::<Money>(), report.total.left);
        assert_eq!(report.total.planned, pounds(88_000));
    }
    assert_eq!(second.groups.last().unwrap().priority, None);
}

#[test]
fn what_must_still_be_in_the_bank_follows_from_draw_downs_and_payments() {
    let mut place = Place::new();
    let id = award(&mut place, "2.4", "25000").unwrap();
    pay_award(&mut place, id, "12500", "2022-07-01").unwrap();
    let draw = |place: &mut Place, amount: &str, received_on: &str| {
        let typed = TypedDrawDown { amount: amount.into(), received_on: on(received_on), note: "First half".into() };
        spending::record_draw_down(&mut place.open, &typed).map(|changed| changed.value)
    };
    assert_eq!(spending::bank_position(&place.open).unwrap().position.in_bank(), pounds(-12_500));
    draw(&mut place, "39750", "2022-04-12").unwrap();
    let twice = draw(&mut place, "39750", "2022-04-12").unwrap();
    assert!(matches!(draw(&mut place, "0", "2022-04-12"), Err(Error::Fields(_))));
    assert!(matches!(draw(&mut place, "1", "2023-01-18"), Err(Error::Fields(_))));
    spending::void_draw_down(&mut place.open, twice, "Typed twice").unwrap();
    assert!(matches!(spending::void_draw_down(&mut place.open, twice, "Typed twice"), Err(Error::WrongState)));
    let bank = spending::bank_position(&place.open).unwrap();
    assert_eq!((bank.position.in_bank(), bank.position.spare()), (pounds(27_250), pounds(14_750)));
    assert_eq!((bank.lto_share, bank.lto_share_of), (500, Money::from_pence(198_750)));
    assert_eq!((bank.position.to_draw(), bank.lto.as_str()), (pounds(48_250), "Enthusiasm Trust"));
    let voided: Vec<_> = bank.draw_downs.iter().map(|row| row.voided.as_deref()).collect();
    assert_eq!(voided.iter().filter(|voided| voided.is_some()).count(), 1);
    let before = spending::report(&place.open, None, Some(day("2022-04-11"))).unwrap();
    assert!(before.draw_downs.is_empty());
}
