//! The spendometer for the wall and the spend report, for the printer.

use super::words::Labels;
use super::{Desk, meeting};
use crate::Result;
use crate::spending::{Report, ReportSums, report};
use crate::spendometer::{Asked, Spent, spendometer};
use chrono::NaiveDate;
use documents::view::{
    BarView, Fact, NamedGrantView, ReportLineView, SpendGroupView, SpendLineView, SpendReportView, SpendometerView, SumsView,
};
use domain::Money;
use domain::date::written;
use domain::spending::SpendMoney;
use domain::virement::Cell;
use store::VirementRow;

/// Into how many parts the scale below the bar is divided.
const PARTS: i64 = 4;

/// The page for the wall, as of a day. Only what is public is on it.
pub(super) fn wall(desk: &Desk<'_>, day: Option<NaiveDate>) -> Result<(SpendometerView, NaiveDate)> {
    let plan = day.map(|day| desk.open.plan_of(day).id);
    let spent = spendometer(desk.open, Asked { plan, as_of: day, public: true })?;
    let (sums, plan) = (&spent.spent, &spent.plan);
    let total = &sums.total;
    let view = SpendometerView {
        sender: desk.sender(),
        plan: plan.name.clone(),
        day: written(sums.as_of),
        total: with_pounds(total),
        total_row: figures(total),
        expected: part(sums.expected, total.planned).map(|place| (place, round(sums.expected))),
        scale: (0..=PARTS).map(|place| round(Money::from_pence(share(total.planned.pence(), place, PARTS)))).collect(),
        returned: Some(total.returned).filter(|returned| returned.is_positive()).map(|returned| returned.to_string()),
        // Once the plan is over there is nothing to look ahead to.
        projected: sums.projected.filter(|_| sums.as_of < plan.ends_on).map(round),
        ends_on: written(plan.ends_on),
        groups: groups(desk, &spent),
        grants: spent
            .grants
            .iter()
            .map(|grant| NamedGrantView {
                group: grant.group_name.to_owned(),
                purpose: grant.purpose.to_owned(),
                amount: grant.amount.to_string(),
            })
            .collect(),
    };
    Ok((view, sums.as_of))
}

/// The lines by priority; a line that never had money is left out.
fn groups(desk: &Desk<'_>, spent: &Spent<'_>) -> Vec<SpendGroupView> {
    let lines: Vec<(Option<u8>, SpendLineView)> = spent
        .plan
        .activities
        .iter()
        .zip(&spent.spent.lines)
        .filter(|(_, line)| line.money.planned.is_positive() || line.money.paid.is_positive() || line.money.committed.is_positive())
        .map(|(activity, line)| {
            let view = SpendLineView { code: activity.code.clone(), name: activity.name.clone(), sums: figures(&line.money) };
            (activity.priority, view)
        })
        .collect();
    let of = |number: Option<u8>| lines.iter().filter(|(of, _)| *of == number).map(|(_, line)| line.clone()).collect::<Vec<_>>();
    let priorities = spent.plan.priorities.iter();
    priorities
        .map(|priority| SpendGroupView {
            heading: heading(&desk.labels, priority.number, &priority.name),
            lines: of(Some(priority.number)),
        })
        .chain([SpendGroupView { heading: desk.labels.project_support.clone(), lines: of(None) }])
        .filter(|group| !group.lines.is_empty())
        .collect()
}

fn heading(labels: &Labels, number: u8, name: &str) -> String {
    labels.priority.replace("{number}", &number.to_string()).replace("{name}", name)
}

/// The report of the period in which a day lies.
pub(super) fn spend_report(desk: &Desk<'_>, day: Option<NaiveDate>) -> Result<(SpendReportView, NaiveDate)> {
    let plan = day.map(|day| desk.open.plan_of(day).id);
    let report = report(desk.open, plan, day)?;
    let labels = &desk.labels;
    let groups = report.groups.iter().map(|group| {
        let heading =
            group.priority.as_ref().map_or_else(|| labels.project_support.clone(), |(number, name)| heading(labels, *number, name));
        let lines = group.lines.iter().map(|line| report_line(format!("{} {}", line.code, line.name), &line.sums));
        (heading, lines.collect())
    });
    let view = SpendReportView {
        sender: desk.sender(),
        lto: desk.lto.clone(),
        plan: report.plan_name.clone(),
        period: labels.from_to.replace("{from}", &written(report.starts_on)).replace("{to}", &written(report.ends_on)),
        day: written(report.as_of),
        unfinished: report.unfinished,
        groups: groups.collect(),
        total: report_line(String::new(), &report.total),
        share: percent(report.lto_share),
        money: money(labels, &report),
        draw_downs: report.draw_downs.iter().map(|row| (written(row.received_on), row.amount.to_string())).collect(),
        moved: report.moved.iter().map(|row| moved(labels, row)).collect(),
        journal: meeting::journal(desk)?,
    };
    Ok((view, report.ends_on))
}

fn report_line(name: String, sums: &ReportSums) -> ReportLineView {
    let [planned, in_period, to_date, committed, left] = [sums.planned, sums.in_period, sums.to_date, sums.committed, sums.left].map(bare);
    ReportLineView { name, planned, in_period, to_date, committed, left }
}

fn money(labels: &Labels, report: &Report) -> Vec<Fact> {
    let position = &report.position;
    let fact = |label: &str, amount: Money| Fact { label: label.to_owned(), value: amount.to_string() };
    let share = labels.share_on_top.replace("{share}", &percent(report.lto_share));
    let mut facts = vec![fact(&labels.drawn_down, position.drawn_down), fact(&labels.spent, report.total.to_date)];
    facts.push(fact(&labels.in_bank, position.in_bank()));
    if position.returned.is_positive() {
        facts.push(fact(&labels.came_back, position.returned));
    }
    facts.push(fact(&share, report.lto_share_of));
    facts
}

fn moved(labels: &Labels, row: &VirementRow) -> String {
    let place = |cell: &Option<Cell>, outside: &str| cell.as_ref().map_or_else(|| outside.to_owned(), |cell| cell.code.clone());
    let virement = &row.virement;
    labels
        .moved
        .replace("{amount}", &virement.amount.to_string())
        .replace("{from}", &place(&virement.from, &labels.outside))
        .replace("{to}", &place(&virement.to, &labels.outside))
        .replace("{on}", &written(virement.decided_on))
        .replace("{by}", &row.decided_by)
        .replace("{reason}", &row.reason)
}

/// `5%`, `2.5%`, of hundredths of a per cent.
fn percent(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths.checked_div(100).unwrap_or(0), hundredths.checked_rem(100).unwrap_or(0));
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// So many parts of a whole number, the rest left out.
fn share(whole: i64, place: i64, parts: i64) -> i64 {
    let exact = i128::from(whole).saturating_mul(i128::from(place)).checked_div(i128::from(parts)).unwrap_or(0);
    i64::try_from(exact).unwrap_or(i64::MAX)
}

/// Its place on a bar, in thousandths; none where there is no whole.
fn part(amount: Money, whole: Money) -> Option<u32> {
    if !whole.is_positive() {
        return None;
    }
    let exact = i128::from(amount.or_zero().pence()).saturating_mul(1_000).checked_div(i128::from(whole.pence())).unwrap_or(0);
    Some(u32::try_from(exact).unwrap_or(u32::MAX))
}

fn bar(money: &SpendMoney) -> Option<BarView> {
    let (paid, committed) = (part(money.paid, money.planned)?, part(money.committed, money.planned)?);
    Some(BarView { paid, committed })
}

fn with_pounds(money: &SpendMoney) -> SumsView {
    let [planned, paid, committed, free] = [money.planned, money.paid, money.committed, money.free()].map(|amount| amount.to_string());
    SumsView { planned, paid, committed, free, bar: bar(money) }
}

/// Without pound signs, and a dash for nothing.
fn figures(money: &SpendMoney) -> SumsView {
    let or_dash = |amount: Money| if amount.is_zero() { "\u{2013}".to_owned() } else { bare(amount) };
    SumsView {
        planned: bare(money.planned),
        paid: or_dash(money.paid),
        committed: or_dash(money.committed),
        free: or_dash(money.free()),
        bar: bar(money),
    }
}

fn bare(amount: Money) -> String {
    amount.to_string().replace('£', "")
}

/// Whole pounds, the pence left out.
fn round(amount: Money) -> String {
    let text = amount.to_string();
    text.split_once('.').map_or(text.clone(), |(pounds, _)| pounds.to_owned())
}
