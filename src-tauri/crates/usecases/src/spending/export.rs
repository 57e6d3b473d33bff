//! Tables that are saved for a spreadsheet: the spendometer, the same for the public, every movement, and the spend report.

use super::plan_asked;
use super::report::{ReportSums, report};
use crate::spendometer::{Asked, Spent, Whose, commitments, spendometer};
use crate::{Open, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::date::written;
use domain::id::PlanId;
use domain::spending::{LineSpend, MovementKind, SpendCell, SpendMoney};
use exchange::table::{Column, Out, Sheet, csv, xlsx};
use serde::Deserialize;

const WORDS: &str = include_str!("../../../../../assets/tables.json");

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpendTable {
    /// By line and period.
    Spendometer,
    /// The same as the public may see it.
    Public,
    /// Every movement of money, oldest first.
    Movements,
    /// The six-month spend report.
    SpendReport,
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Values apart by commas.
    Csv,
    /// A workbook.
    Xlsx,
}

/// A file to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// A neutral name for it.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    spendometer: String,
    public: String,
    movements: String,
    spend_report: String,
    file: String,
    as_of: String,
    vat: String,
    report_of: String,
    report_unfinished: String,
    left_out: String,
    code: String,
    line: String,
    priority: String,
    planned: String,
    committed: String,
    paid: String,
    returned: String,
    free: String,
    period_planned: String,
    period_paid: String,
    period_committed: String,
    in_period: String,
    to_date: String,
    left: String,
    total: String,
    drawn_down: String,
    drawn_on: String,
    lto_share: String,
    in_bank: String,
    day: String,
    kind: String,
    reference: String,
    who: String,
    amount: String,
    kinds: Kinds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    committed: String,
    paid: String,
    returned: String,
    sent_back: String,
    released: String,
    moved_in: String,
    moved_out: String,
}

impl Words {
    fn bundled() -> Result<Self> {
        Ok(serde_json::from_str(WORDS)?)
    }

    fn kind(&self, kind: MovementKind) -> &str {
        match kind {
            MovementKind::Committed => &self.kinds.committed,
            MovementKind::Paid => &self.kinds.paid,
            MovementKind::Returned => &self.kinds.returned,
            MovementKind::SentBack => &self.kinds.sent_back,
            MovementKind::Released => &self.kinds.released,
        }
    }
}

/// Makes a table as a file.
pub fn save_as(open: &Open, which: SpendTable, format: TableFormat, plan: Option<PlanId>, as_of: Option<NaiveDate>) -> Result<TableFile> {
    let sheet = table(open, which, plan, as_of)?;
    let as_of = as_of.map_or(open.today(), |day| day.min(open.today()));
    let words = Words::bundled()?;
    let name = words.file.replace("{table}", &sheet.name).replace("{day}", &as_of.to_string());
    Ok(match format {
        TableFormat::Csv => TableFile { name: format!("{name}.csv"), bytes: csv(&sheet) },
        // A workbook of one sheet of a plan is always far inside what a workbook holds.
        TableFormat::Xlsx => TableFile { name: format!("{name}.xlsx"), bytes: xlsx(&[sheet]).unwrap_or_default() },
    })
}

/// Makes a table: typed cells, none of which a spreadsheet can take for a formula.
pub fn table(open: &Open, which: SpendTable, plan: Option<PlanId>, as_of: Option<NaiveDate>) -> Result<Sheet> {
    let words = Words::bundled()?;
    match which {
        SpendTable::Spendometer | SpendTable::Public => {
            let public = which == SpendTable::Public;
            Ok(of_spendometer(&words, &spendometer(open, Asked { plan, as_of, public })?, public, open.today()))
        }
        SpendTable::Movements => movements(open, &words, plan, as_of),
        SpendTable::SpendReport => of_report(open, &words, plan, as_of),
    }
}

fn pence(amount: Money) -> Out {
    Out::Pence(amount.pence())
}

fn text(text: impl Into<String>) -> Out {
    Out::Text(text.into())
}

/// A priority, or nothing for what belongs to none.
fn priority(number: Option<u8>) -> Out {
    number.map_or(Out::Empty, |number| Out::Number(i64::from(number)))
}

fn of_spendometer(words: &Words, spent: &Spent<'_>, public: bool, made_on: NaiveDate) -> Sheet {
    let mut columns = vec![Column::new(&words.code, 8), Column::new(&words.line, 36), Column::new(&words.priority, 9)];
    columns.extend([&words.planned, &words.paid, &words.committed, &words.free, &words.returned].map(|heading| Column::new(heading, 13)));
    for period in &spent.plan.periods {
        let named = |heading: &String| Column::new(heading.replace("{period}", &period.name), 18);
        columns.extend([&words.period_planned, &words.period_paid, &words.period_committed].map(named));
    }
    let cells = |money: &SpendMoney, cells: &[SpendCell]| {
        let sums = [money.planned, money.paid, money.committed, money.free(), money.returned].map(pence);
        let periods = cells.iter().flat_map(|cell| [cell.planned, cell.paid, cell.committed].map(pence));
        sums.into_iter().chain(periods).collect::<Vec<_>>()
    };
    let line = |(activity, line): (&domain::plan::Activity, &LineSpend)| {
        let mut row = vec![text(&activity.code), text(&activity.name), priority(activity.priority)];
        row.extend(cells(&line.money, &line.cells));
        row
    };
    let mut rows: Vec<Vec<Out>> = spent.plan.activities.iter().zip(&spent.spent.lines).map(line).collect();
    let mut whole = vec![Out::Empty, text(&words.total), Out::Empty];
    whole.extend(cells(&spent.spent.total, &spent.spent.periods));
    rows.push(whole);
    let as_of = words.as_of.replace("{plan}", &spent.plan.name).replace("{day}", &written(spent.spent.as_of));
    let left_out = public.then(|| words.left_out.clone());
    let name = if public { &words.public } else { &words.spendometer };
    Sheet { name: name.clone(), above: [as_of, words.vat.clone()].into_iter().chain(left_out).collect(), columns, rows, made_on }
}

/// A grant is in it once its group was told: a file leaves the register, so that nothing in it may be under embargo.
fn movements(open: &Open, words: &Words, plan: Option<PlanId>, as_of: Option<NaiveDate>) -> Result<Sheet> {
    let adopted = plan_asked(open, plan)?;
    let as_of = as_of.map_or(open.today(), |day| day.min(open.today()));
    let columns = vec![
        Column::new(&words.day, 12),
        Column::new(&words.kind, 24),
        Column::new(&words.amount, 13),
        Column::new(&words.code, 8),
        Column::new(&words.line, 36),
        Column::new(&words.reference, 16),
        Column::new(&words.who, 36),
    ];
    let line_name = |code: &str| adopted.plan.activity(code).map_or("", |line| line.name.as_str());
    let row = |on: NaiveDate, kind: &str, amount: Money, code: &str, reference: String, who: &str| {
        vec![Out::Date(on), text(kind), pence(amount), text(code), text(line_name(code)), text(reference), text(who)]
    };
    let mut rows: Vec<(NaiveDate, Vec<Out>)> = Vec::new();
    for (whose, commitment) in commitments(open, adopted) {
        let (reference, who) = match &whose {
            Whose::Grant(case, _) if !whose.was_public(open.today()) || !case.is_readable() => continue,
            Whose::Grant(case, _) => (case.reference().unwrap_or_default(), case.group_name().unwrap_or_default()),
            Whose::Award(row) => (row.reference.clone(), row.payee_name.as_str()),
        };
        for moved in commitment.movements() {
            let cells = row(moved.on, words.kind(moved.kind), moved.amount, &commitment.code, reference.clone(), who);
            rows.push((moved.on, cells));
        }
    }
    for virement in open.spending().virements_of(adopted.id) {
        let on = virement.decided_on;
        for (cell, kind) in [(&virement.from, &words.kinds.moved_out), (&virement.to, &words.kinds.moved_in)] {
            rows.extend(cell.iter().map(|cell| (on, row(on, kind, virement.amount, &cell.code, String::new(), ""))));
        }
    }
    rows.retain(|(on, _)| *on <= as_of);
    rows.sort_by_key(|(on, _)| *on);
    let said = words.as_of.replace("{plan}", &adopted.plan.name).replace("{day}", &written(as_of));
    let above = vec![said, words.vat.clone(), words.left_out.clone()];
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Ok(Sheet { name: words.movements.clone(), above, columns, rows, made_on: open.today() })
}

fn of_report(open: &Open, words: &Words, plan: Option<PlanId>, as_of: Option<NaiveDate>) -> Result<Sheet> {
    let report = report(open, plan, as_of)?;
    let columns = vec![
        Column::new(&words.code, 8),
        Column::new(&words.line, 36),
        Column::new(&words.priority, 9),
        Column::new(&words.planned, 13),
        Column::new(&words.in_period, 22),
        Column::new(&words.to_date, 24),
        Column::new(&words.committed, 13),
        Column::new(&words.left, 13),
    ];
    let cells = |sums: &ReportSums| [sums.planned, sums.in_period, sums.to_date, sums.committed, sums.left].map(pence);
    let mut rows = Vec::new();
    for group in &report.groups {
        for line in &group.lines {
            let number = group.priority.as_ref().map(|(number, _)| *number);
            let mut row = vec![text(&line.code), text(&line.name), priority(number)];
            row.extend(cells(&line.sums));
            rows.push(row);
        }
    }
    let mut whole = vec![Out::Empty, text(&words.total), Out::Empty];
    whole.extend(cells(&report.total));
    rows.push(whole);
    rows.push(Vec::new());
    let fact = |said: String, amount: Money| vec![Out::Empty, text(said), Out::Empty, pence(amount)];
    for row in &report.draw_downs {
        rows.push(fact(words.drawn_on.replace("{day}", &written(row.received_on)), row.amount));
    }
    rows.push(fact(words.drawn_down.clone(), report.position.drawn_down));
    rows.push(fact(words.lto_share.replace("{share}", &percent(report.lto_share)), report.lto_share_of));
    rows.push(fact(words.in_bank.clone(), report.position.in_bank()));
    for row in &mut rows {
        row.resize(columns.len(), Out::Empty);
    }
    let of = words.report_of.replace("{plan}", &report.plan_name).replace("{from}", &written(report.starts_on));
    let unfinished = report.unfinished.then(|| words.report_unfinished.replace("{day}", &written(report.as_of)));
    let above = std::iter::once(of.replace("{to}", &written(report.ends_on))).chain(unfinished).chain([words.vat.clone()]).collect();
    Ok(Sheet { name: words.spend_report.clone(), above, columns, rows, made_on: open.today() })
}

/// `5%` or `2.5%`, from hundredths.
fn percent(hundredths: u32) -> String {
    let (whole, rest) = (hundredths.checked_div(100).unwrap_or(0), hundredths.checked_rem(100).unwrap_or(0));
    let said = format!("{whole}.{rest:02}");
    format!("{}%", said.trim_end_matches('0').trim_end_matches('.'))
}
