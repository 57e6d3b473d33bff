//! The plan's own tables as people paste them, and tables that are not as they should be.

use super::*;
use crate::plan::draft::{TypedLine, TypedPlan, TypedPriority};
use proptest::prelude::*;

/// Pasted text as rows and cells.
fn cells_of(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

/// The table of §10, as it is copied from the page.
const SECTION_10: &str = "\
\tMonths 1 to 6\tMonths 7 to 12\tMonths 1 to 4\tMonths 5 to 8\tTOTAL £\t% of money spent over period
Priority 1 – Strengthening the Community\t\t\t\t\t\t
1.2 Street Performances, Activities, Groups\t£3,750\t£3,750\t\t\t£7,500\t8.52%
1.3 Community Celebration Events\t£2,000\t£2,000\t\t\t£4,000\t4.54%
1.4 Community Chest\t£1,250\t£1,250\t\t\t£2,500\t2.85%
Priority 2 - Improving Life Skills\t\t\t\t\t\t
2.1 Families and Children (0-7)\t£7,500\t£7,500\t\t\t£15,000\t17.05%
2.3 Youth 8-12 and 13-18\t£5,000\t£5,000\t\t\t£10,000\t11.36%
2.4 Youth (Mentoring)\t£12,500\t£12,500\t\t\t£25,000\t28.40%
Priority 3 - Creating Opportunities for Training and Employment\t\t\t\t\t\t
3.1 Reduce barriers to improve skills\t£3,250\t£3,250\t\t\t£6,500\t7.39%
Miscellaneous costs / Project support etc\t\t\t\t\t\t
Project Co-ordination (honorarium)\t£500\t£500\t\t\t£1,000\t1.14%
Communications - website, publicity and promotion, newsletters\t£3,500\t£3,500\t\t\t£7,000\t7.95%
Partnership group costs - meetings etc\t£500\t£500\t\t\t£1,000\t1.14%
Legacy, contingency and closing down costs\t\t\t£8,500\t\t£8,500\t9.66%
Total\t£39,750\t£39,750\t£8,500\t\t£88,000\t100%
Expected balance from budget of £88,000at end of each period\t£48,250\t£8,500\t£00.00\t\t\t";

fn roles_of_section_10() -> Vec<ColumnRole> {
    let mut roles = vec![ColumnRole::Name];
    roles.extend((0..3).map(ColumnRole::Period));
    // "Months 5 to 8" has no figure: the plan has ended by then.
    roles.extend([ColumnRole::Ignored, ColumnRole::Total, ColumnRole::Share]);
    roles
}

fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

#[test]
fn the_table_of_the_plan_is_understood_as_it_was_pasted() {
    let rows = cells_of(SECTION_10);
    let roles = guess(&rows, "2020-21");
    assert_eq!(roles, roles_of_section_10());
    let table = understand(&rows, &roles);
    assert_eq!((table.lines, table.total), (11, pounds(88_000)));
    let kinds: Vec<RowKind> = table.rows.iter().map(|row| row.kind).collect();
    let [heading, priority, line, sum, ignored] = [RowKind::Heading, RowKind::Priority, RowKind::Line, RowKind::Sum, RowKind::Ignored];
    let expected =
        [heading, priority, line, line, line, priority, line, line, line, priority, line, priority, line, line, line, line, sum, ignored];
    assert_eq!(kinds, expected);
    let share_of = |row: usize| table.rows[row].cells[6];
    // 4.54 is what the shares are that add to 100.00; 2.85 and 28.40 are what nobody makes of it.
    assert_eq!(share_of(3), CellReading::Agrees);
    assert_eq!(share_of(4), CellReading::Differs(ExactCell::Share(Share(284))));
    assert_eq!(share_of(8), CellReading::Differs(ExactCell::Share(Share(2_841))));
    assert!(table.rows[16].cells[1..].iter().all(|cell| matches!(cell, CellReading::Agrees | CellReading::Empty)));
    // The lines without a code are seen: the two shares, and four codes.
    assert_eq!(table.to_look_at, 2 + 4);
    assert_eq!(table.rows[12].cells[0], CellReading::NotUnderstood(CellFault::Missing));
}

#[test]
fn put_into_the_plan_the_lines_replace_those_there_and_what_was_said_of_a_code_is_kept() {
    let rows = cells_of(SECTION_10);
    let roles = roles_of_section_10();
    let plan = TypedPlan {
        priorities: vec![TypedPriority { name: "Strengthening the community".into(), ..TypedPriority::default() }],
        lines: vec![
            TypedLine {
                code: "1.4".into(),
                name: "Community Chest for groups".into(),
                lead_partner: "The Partnership Group".into(),
                notes: "Open to applications".into(),
                amounts: vec!["999".into()],
                year_before: "5000".into(),
                ..TypedLine::default()
            },
            TypedLine { code: "9.9".into(), name: "Gone".into(), ..TypedLine::default() },
        ],
        fund_code: "1.4".into(),
        ..TypedPlan::default()
    };
    let next = put(&plan, &rows, &roles, &understand(&rows, &roles));
    let codes: Vec<&str> = next.lines.iter().map(|line| line.code.as_str()).collect();
    // Codes are text and never numbered anew: 1.1 and 2.2 stay unused, and what has no code gets none.
    assert_eq!(codes, ["1.2", "1.3", "1.4", "2.1", "2.3", "2.4", "3.1", "", "", "", ""]);
    let chest = &next.lines[2];
    assert_eq!((chest.name.as_str(), chest.notes.as_str()), ("Community Chest for groups", "Open to applications"));
    assert_eq!((chest.lead_partner.as_str(), chest.year_before.as_str()), ("The Partnership Group", "5000"));
    assert_eq!(chest.amounts, ["1250", "1250", ""]);
    let names: Vec<&str> = next.priorities.iter().map(|priority| priority.name.as_str()).collect();
    assert_eq!(names, ["Strengthening the community", "Improving Life Skills", "Creating Opportunities for Training and Employment"]);
    let of: Vec<Option<u8>> = next.lines.iter().map(|line| line.priority).collect();
    assert_eq!(of, [Some(1), Some(1), Some(1), Some(2), Some(2), Some(2), Some(3), None, None, None, None]);
    let periods: Vec<&str> = next.periods.iter().map(|period| period.name.as_str()).collect();
    assert_eq!(periods, ["Months 1 to 6", "Months 7 to 12", "Months 1 to 4"]);
    assert_eq!(next.fund_code, "1.4");
}

#[test]
fn the_other_table_of_the_plan_with_its_year_before_and_its_traps_is_understood_too() {
    let text = "Activity\tCode\t2020-21\t2022-23\n\
                Street performance, activities, groups\t1.2\t£15,520\t£7,500\n\
                Activities for older residents (Note D below)\t2.5\t£3,000\t£0,000\n\
                Families and Special Needs\t2.6\t£6,500\t=B4\n\
                Legacy\t4.4\t£0\t£8,5oo\n\
                CHECK TOTALS\t\t£25,020\t£7,501\n";
    let rows = cells_of(text);
    let roles = guess(&rows, "2020-21");
    assert_eq!(roles, [ColumnRole::Name, ColumnRole::Code, ColumnRole::YearBefore, ColumnRole::Period(0)]);
    let table = understand(&rows, &roles);
    let reading = |row: usize, column: usize| table.rows[row].cells[column];
    assert_eq!(reading(2, 3), CellReading::Amount { amount: Money::ZERO, tidied: true });
    assert_eq!(reading(3, 3), CellReading::Formula);
    assert_eq!(reading(4, 3), CellReading::NotUnderstood(CellFault::Money(MoneyProblem::NotAnAmount)));
    assert_eq!((table.rows[5].kind, reading(5, 2)), (RowKind::Sum, CellReading::Agrees));
    assert_eq!(reading(5, 3), CellReading::Differs(ExactCell::Money(pounds(7_500))));
    assert_eq!((table.lines, table.to_look_at, table.total), (4, 3, pounds(7_500)));
    // What was not understood comes in as it is written, to be put right there.
    let next = put(&TypedPlan::default(), &rows, &roles, &table);
    assert_eq!(next.lines[3].amounts, ["£8,5oo"]);
    assert_eq!((next.lines[1].amounts[0].as_str(), next.lines[3].year_before.as_str()), ("", "0"));
}

#[test]
fn a_table_without_headings_is_guessed_by_what_stands_in_it() {
    let text = "1.2\tDance\t100\t200\t300\n1.4\tCommunity Chest\t50\t0\t50\n2.1\tFamilies\t10\t10\t20\n";
    let roles = guess(&cells_of(text), "");
    let [first, second] = [ColumnRole::Period(0), ColumnRole::Period(1)];
    assert_eq!(roles, [ColumnRole::Code, ColumnRole::Name, first, second, ColumnRole::Total]);
    // Where the last is no sum of the others it is a period.
    let roles = guess(&cells_of(&text.replace("300", "301")), "");
    assert_eq!(roles[4], ColumnRole::Period(2));
}

#[test]
fn a_formula_may_stand_for_a_sum_and_is_held_to_what_it_came_to_but_is_no_figure() {
    let text = "1.2\tDance\t=100\t=100\n1.4\tChest\t50\t=50\n2.1\tFamilies\t10\t=C3\nTotal\t\t=60\t=61";
    let rows = cells_of(text);
    let table = understand(&rows, &[ColumnRole::Code, ColumnRole::Name, ColumnRole::Period(0), ColumnRole::Total]);
    let reading = |row: usize, column: usize| table.rows[row].cells[column];
    assert_eq!((reading(0, 2), reading(0, 3)), (CellReading::Formula, CellReading::Differs(ExactCell::Money(Money::ZERO))));
    assert_eq!((reading(1, 3), reading(2, 3)), (CellReading::Agrees, CellReading::Formula));
    assert_eq!((reading(3, 2), reading(3, 3)), (CellReading::Agrees, CellReading::Differs(ExactCell::Money(pounds(60)))));
}

#[test]
fn sums_of_a_priority_are_held_against_its_lines_and_the_last_against_all() {
    let text = "Code\tName\tMonths 1 to 6\nPriority 1\n1.2\tDance\t100\n1.4\tChest\t50\nTotal priority 1\t\t150\nPriority 2\n2.1\tFamilies\t10\nTotal\t\t160";
    let rows = cells_of(text);
    let table = understand(&rows, &[ColumnRole::Code, ColumnRole::Name, ColumnRole::Period(0)]);
    assert_eq!((table.rows[4].cells[2], table.rows[7].cells[2]), (CellReading::Agrees, CellReading::Agrees));
    assert_eq!(table.to_look_at, 0);
}

proptest! {
    /// Whatever is pasted, and whatever the columns are said to hold, nothing breaks and no line is lost or made.
    #[test]
    fn any_table_is_understood_cell_by_cell_and_put_in_line_by_line(
        text in "(1\\.[1-4]|Total|Priority 1|£1,2[0-9]{0,3}|=A1|[a-z]{1,5}|[0-9]{1,4}|%|\t|\n| ){0,60}",
        chosen in proptest::collection::vec(0_usize..9, 0..6),
    ) {
        let all = [
            ColumnRole::Code, ColumnRole::Name, ColumnRole::Period(0), ColumnRole::Period(1), ColumnRole::Total, ColumnRole::Share,
            ColumnRole::YearBefore, ColumnRole::Notes, ColumnRole::Ignored,
        ];
        let rows = cells_of(&text);
        let chosen: Vec<ColumnRole> = chosen.into_iter().map(|role| all[role]).collect();
        for roles in [guess(&rows, "2020-21"), chosen] {
            let table = understand(&rows, &roles);
            prop_assert_eq!(table.rows.len(), rows.len());
            prop_assert!(table.rows.iter().all(|row| row.cells.len() == roles.len()));
            prop_assert_eq!(put(&TypedPlan::default(), &rows, &roles, &table).lines.len(), table.lines);
        }
    }

    /// The figures of a table arrive to the penny.
    #[test]
    fn the_lines_of_a_plan_written_as_a_table_come_back_to_the_penny(
        lines in proptest::collection::vec((0_i64..100_000_000, 0_i64..100_000_000), 1..12),
    ) {
        let row = |(place, (first, second)): (usize, &(i64, i64))| {
            let (first, second) = (Money::from_pence(*first), Money::from_pence(*second));
            format!("1.{}\tLine\t{first}\t{second}\t{}", place + 1, first.plus(second))
        };
        let text: Vec<String> = lines.iter().enumerate().map(row).collect();
        let rows = cells_of(&text.join("\n"));
        let roles = [ColumnRole::Code, ColumnRole::Name, ColumnRole::Period(0), ColumnRole::Period(1), ColumnRole::Total];
        let table = understand(&rows, &roles);
        prop_assert_eq!(table.to_look_at, 0);
        prop_assert_eq!(table.total.pence(), lines.iter().map(|line| line.0 + line.1).sum::<i64>());
        let back = crate::plan::draft::read(&put(&TypedPlan::default(), &rows, &roles, &table));
        prop_assert_eq!(back.total, Some(table.total));
    }
}
