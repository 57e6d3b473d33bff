//! The next plan: typed, adopted by a decision, in force from its first day; its lines from a table.

use super::*;
use crate::FieldFault;
use crate::plan::draft::{Draft, DraftFrom};
use crate::spending::{TypedCell, TypedVirement, record_virement};
use domain::budget::LineMoney;
use domain::member::{Act, Role};
use domain::plan::draft::{AdoptRefusal, TypedPlan};
use domain::plan::table::{CellReading, ColumnRole};

fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

/// Begins the next plan where the one in force ends, and types it to the end.
fn typed(place: &mut Place) -> Draft {
    let draft = start(&mut place.open, DraftFrom::PlanInForce).unwrap().value;
    let mut plan = draft.typed.clone();
    plan.name = "After Big Local".into();
    plan.ends_on = typed_date("2024-07-31");
    plan.periods[0].name = "The whole year".into();
    plan.periods[0].ends_on = typed_date("2024-07-31");
    plan.lines[2].amounts[0] = "3,000".into();
    save(&mut place.open, draft.revision, &plan).unwrap().value
}

fn adopt_it(place: &mut Place) -> PlanId {
    let draft = typed(place);
    assert_eq!(draft.reading.problems, []);
    adopt(&mut place.open, draft.revision, &typed_date("2023-06-22"), " Forum of 22 June 2023 ").unwrap().value
}

#[test]
fn the_next_plan_goes_on_where_the_one_in_force_ends() {
    let mut place = Place::new("2023-06-01");
    let draft = start(&mut place.open, DraftFrom::PlanInForce).unwrap().value;
    let plan = &draft.typed;
    assert_eq!((&plan.starts_on, plan.lines.len(), plan.priorities.len()), (&typed_date("2023-08-01"), 14, 3));
    assert_eq!((plan.lines[2].code.as_str(), plan.lines[2].year_before.as_str()), ("1.4", "2500"));
    assert!(plan.lines[2].lead_partner.starts_with("The Partnership Group"));
    assert_eq!(plan.priorities[0].words.criteria.len(), 3);
    assert_eq!((plan.fund_code.as_str(), plan.fund_prefix.as_str(), plan.year_before_label.as_str()), ("1.4", "CC", "2022-23"));
    // Nothing is decided yet: it has no name and no end.
    let fields: Vec<&str> = draft.reading.problems.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["name", "endsOn", "periods.0.name", "periods.0.endsOn"]);
    assert!(matches!(start(&mut place.open, DraftFrom::Nothing), Err(Error::WrongState)));
}

#[test]
fn the_next_plan_is_kept_as_typed_and_two_windows_do_not_write_over_each_other() {
    let mut place = Place::new("2023-06-01");
    assert!(draft(&place.open).unwrap().is_none() && !is_begun(&place.open).unwrap());
    let begun = start(&mut place.open, DraftFrom::Nothing).unwrap().value;
    let mut plan = begun.typed.clone();
    plan.lines[0].amounts[0] = " about £5 ".into();
    let saved = save(&mut place.open, begun.revision, &plan).unwrap().value;
    assert!(matches!(save(&mut place.open, begun.revision, &plan), Err(Error::Store(store::StoreError::Conflict { .. }))));
    let mut place = place.opened_again();
    let again = draft(&place.open).unwrap().unwrap();
    assert_eq!((again.revision, &again.typed), (saved.revision, &plan));
    assert_eq!(again.reading.total, None);

    let stale = adopt(&mut place.open, begun.revision, &typed_date("2023-06-01"), "Forum");
    assert!(matches!(stale, Err(Error::Store(store::StoreError::Conflict { .. }))));
    assert_eq!(draft(&place.open).unwrap().unwrap().revision, saved.revision);
    discard(&mut place.open).unwrap();
    assert!(draft(&place.open).unwrap().is_none());
    assert!(matches!(discard(&mut place.open), Err(Error::NotFound)));
    assert!(matches!(save(&mut place.open, saved.revision, &plan), Err(Error::NotFound)));
}

#[test]
fn an_adopted_plan_comes_is_in_force_from_its_first_day_and_has_its_own_money() {
    let mut place = Place::new("2023-06-22");
    let id = adopt_it(&mut place);
    let states = |open: &Open| list(open).iter().map(|line| line.state).collect::<Vec<_>>();
    assert_eq!(states(&place.open), [PlanState::Current, PlanState::Coming]);
    assert!(draft(&place.open).unwrap().is_none());
    let free = |place: &Place| place.open.line("1.4").free();
    assert_eq!((place.open.plan().name.as_str(), free(&place)), ("Final plan, April 2022 to July 2023", pounds(2_500)));

    place.on("2023-07-31");
    assert_eq!(free(&place), pounds(2_500));
    place.on("2023-08-01");
    assert_eq!((place.open.plan().name.as_str(), free(&place)), ("After Big Local", pounds(3_000)));
    assert_eq!(states(&place.open), [PlanState::Past, PlanState::Current]);
    let place = place.opened_again();
    let coming = whole(&place.open, Some(id)).unwrap();
    assert_eq!((coming.adopted_on, coming.adopted_by.as_str()), (Some(date("2023-06-22")), "Forum of 22 June 2023"));
    assert_eq!((coming.words.year_before_label.as_str(), coming.lines.len()), ("2022-23", 14));
    // What another plan printed is not this one's.
    assert!(coming.discrepancies.is_empty());
    assert_eq!(
        place.open.line_of(place.open.plan_of(date("2023-07-31")), "1.4"),
        LineMoney { planned: pounds(2_500), ..LineMoney::default() }
    );
    let mut place = place;
    let past = place.open.plan_of(date("2022-04-01")).id;
    let nothing = NewWords { priorities: vec![PriorityWords::default(); 3], ..NewWords::default() };
    assert!(matches!(save_words(&mut place.open, past, &nothing), Err(Error::WrongState)));
}

#[test]
fn a_plan_is_shown_as_it_stands_and_as_it_was_adopted_and_the_next_one_begins_where_it_stands() {
    let mut place = Place::new("2022-09-01");
    let cell = |code: &str| Some(TypedCell { code: code.into(), place: 1 });
    let typed = TypedVirement {
        from: cell("2.4"),
        to: cell("1.4"),
        amount: "500".into(),
        decided_on: typed_date("2022-08-25"),
        decided_by: "Partnership meeting".into(),
        reason: "More groups than expected".into(),
    };
    record_virement(&mut place.open, &typed).unwrap();
    let now = whole(&place.open, None).unwrap();
    let line = |code: &str| now.lines.iter().find(|line| line.adopted.code == code).unwrap();
    assert_eq!(line("1.4").profile, [1_250, 1_750, 0].map(pounds));
    assert_eq!((line("1.4").adopted.planned(), now.standing.planned()), (pounds(2_500), pounds(88_000)));
    assert_eq!(line("1.4").share.unwrap().to_string(), "3.41");
    assert_eq!(now.lines.iter().filter_map(|line| line.share).map(|share| share.0).sum::<u32>(), 10_000);
    // The paper is held against the plan as it was adopted.
    assert_eq!(now.discrepancies.len(), 13);
    let draft = start(&mut place.open, DraftFrom::PlanInForce).unwrap().value;
    assert_eq!(draft.typed.lines[2].year_before, "3000");
}

#[test]
fn a_plan_is_adopted_only_when_every_field_is_right_and_after_the_newest() {
    let mut place = Place::new("2023-06-22");
    let draft = typed(&mut place);
    let change = |place: &mut Place, revision: u32, change: fn(&mut TypedPlan)| {
        let mut plan = draft.typed.clone();
        change(&mut plan);
        save(&mut place.open, revision, &plan).unwrap().value.revision
    };
    let day = typed_date("2023-06-22");
    let fields = |refused: Result<Changed<PlanId>>| match refused {
        Err(Error::Fields(faults)) => faults,
        other => panic!("{other:?}"),
    };
    let revision = change(&mut place, draft.revision, |plan| plan.lines[1].code = "1.2".into());
    let faults = fields(adopt(&mut place.open, revision, &typed_date("2023-06-23"), " "));
    let expected = [("decidedOn", FieldFault::InFuture), ("decidedBy", FieldFault::Missing), ("lines.1.code", FieldFault::Twice)];
    assert_eq!(faults, expected.map(|(field, fault)| (field.to_owned(), fault)));

    let revision = change(&mut place, revision, |plan| {
        plan.starts_on = typed_date("2022-04-01");
        plan.ends_on = typed_date("2024-07-31");
    });
    let early = adopt(&mut place.open, revision, &day, "Forum");
    assert!(matches!(early, Err(Error::Adopt(AdoptRefusal::BeginsTooEarly { after })) if after == date("2022-04-01")));

    let revision = change(&mut place, revision, |_| {});
    let stale = adopt(&mut place.open, revision - 1, &day, "Forum");
    assert!(matches!(stale, Err(Error::Store(store::StoreError::Conflict { .. }))));
    assert_eq!(place.open.plans().all().count(), 1);
    adopt(&mut place.open, revision, &day, "Forum").unwrap();
    assert_eq!(place.open.plans().all().count(), 2);
}

#[test]
fn whoever_types_the_plan_may_keep_records_and_whoever_adopts_it_records_decisions() {
    for role in Role::ALL {
        assert_eq!(domain::member::may(role, Act::KeepRecords), role == Role::Coordinator, "{role:?}");
        let decides = matches!(role, Role::Coordinator | Role::Chair | Role::ViceChair);
        assert_eq!(domain::member::may(role, Act::RecordDecision), decides, "{role:?}");
    }
}

#[test]
fn a_table_that_was_pasted_is_looked_over_and_its_lines_take_the_place_of_those_in_the_plan() {
    let mut place = Place::new("2023-06-01");
    typed(&mut place);
    let text = "Code\tActivity\tApril to March\tTotal\n1.4\tChest\t\"£1,209, 500\"\t£1,209,500\n5.1\tNew line\t£88,000at\t£88,000\n";
    let table = paste(&place.open, text).unwrap();
    assert_eq!(table.columns, [ColumnRole::Code, ColumnRole::Name, ColumnRole::Period(0), ColumnRole::Total]);
    assert_eq!(table.table.rows[2].cells[2], CellReading::Amount { amount: pounds(88_000), tidied: true });
    assert_eq!((table.table.lines, table.table.to_look_at, table.table.total), (2, 0, pounds(1_297_500)));
    let draft = put(&mut place.open, &table.rows, &table.columns).unwrap().value;
    assert_eq!(draft.typed.lines.len(), 2);
    assert_eq!((draft.typed.lines[0].name.as_str(), draft.typed.lines[1].name.as_str()), ("Community Chest", "New line"));
    assert_eq!((draft.typed.lines[0].year_before.as_str(), draft.reading.total), ("2500", Some(pounds(1_297_500))));
    assert_eq!(crate::plan::draft(&place.open).unwrap().unwrap(), draft);

    let rows = vec![vec!["nothing of a line".to_owned()]];
    assert!(matches!(put(&mut place.open, &rows, &[ColumnRole::Notes]), Err(Error::Table(_))));
    let many = vec![vec!["1.2".to_owned()]; 1_001];
    assert!(matches!(understand(String::new(), many, Vec::new()), Err(Error::Table(_))));
    assert_eq!(crate::plan::draft(&place.open).unwrap().unwrap().revision, draft.revision);
}

#[test]
fn a_table_from_a_file_is_named_and_a_formula_in_it_is_seen() {
    let place = Place::new("2023-06-01");
    let path = place.folder.path().join("Budget 2023.csv");
    #[expect(clippy::disallowed_methods, reason = "a spreadsheet writes its file as it likes")]
    std::fs::write(&path, "Code,Activity,Months 1 to 6\n1.2,Dance,\"3,750\"\n1.4,Chest,=B2*2\n").unwrap();
    let table = read_file(&place.open, &path).unwrap();
    assert_eq!((table.name.as_str(), table.table.lines, table.table.to_look_at), ("Budget 2023.csv", 2, 1));
    assert_eq!(table.table.rows[2].cells[2], CellReading::Formula);
    assert!(matches!(read_file(&place.open, place.folder.path()), Err(Error::Table(_))));
}
