//! The six-month spend report for the funder: planned, spent in the period, spent to date and left, line by line.

use super::bank::draw_downs;
use super::plan_asked;
use crate::spendometer::{Asked, spendometer};
use crate::{Open, Result, payment_settings};
use chrono::NaiveDate;
use domain::Money;
use domain::id::PlanId;
use domain::spending::BankPosition;
use store::{DrawDownRow, VirementRow};

/// The sums of a line or of the plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReportSums {
    /// What the plan gives it by the last day of the report.
    pub planned: Money,
    /// Spent in the period, less what came back in it. Reports of all periods add up to what is spent to date. Below
    /// nothing when more came back than was paid.
    pub in_period: Money,
    /// Spent from the beginning.
    pub to_date: Money,
    /// Committed and not paid.
    pub committed: Money,
    /// Planned, and neither spent nor committed.
    pub left: Money,
}

/// A line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its sums.
    pub sums: ReportSums,
}

/// The lines of one priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportGroup {
    /// Its number and name; none for what belongs to none.
    pub priority: Option<(u8, String)>,
    /// Its lines, in the order of the plan.
    pub lines: Vec<ReportLine>,
}

/// The spend report of one period of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The plan's name.
    pub plan_name: String,
    /// The Locally Trusted Organisation; may be empty.
    pub lto: String,
    /// The period's name.
    pub period: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The last day that is in the report.
    pub as_of: NaiveDate,
    /// Whether the period was not over by then.
    pub unfinished: bool,
    /// The lines by priority.
    pub groups: Vec<ReportGroup>,
    /// The whole plan.
    pub total: ReportSums,
    /// Drawn down, paid and in the bank by that day.
    pub position: BankPosition,
    /// The LTO's percentage on top of each draw-down, in hundredths: 500 is 5 %.
    pub lto_share: u32,
    /// That percentage of what was drawn down.
    pub lto_share_of: Money,
    /// The draw-downs by that day that stand, oldest first.
    pub draw_downs: Vec<DrawDownRow>,
    /// Money moved by decisions in the period, oldest first.
    pub moved: Vec<VirementRow>,
}

/// The report of the period in which a day lies; today's without a day. A day after the plan reports its last period.
pub fn report(open: &Open, plan: Option<PlanId>, as_of: Option<NaiveDate>) -> Result<Report> {
    let adopted = plan_asked(open, plan)?;
    let now = spendometer(open, Asked { plan: Some(adopted.id), as_of, public: false })?;
    let as_of = now.spent.as_of;
    let periods = &adopted.plan.periods;
    let place = periods.iter().rposition(|period| period.starts_on <= as_of).unwrap_or(0);
    let whole = (adopted.plan.name.as_str(), adopted.plan.starts_on, adopted.plan.ends_on);
    let (period, starts_on, ends_on) = periods.get(place).map_or(whole, |period| (period.name.as_str(), period.starts_on, period.ends_on));
    // What lies before the first period counts in it.
    let before = match starts_on.pred_opt().filter(|_| place > 0) {
        Some(evening) => Some(spendometer(open, Asked { plan: Some(adopted.id), as_of: Some(evening), public: false })?.spent),
        None => None,
    };
    let paid_before = |line: usize| before.as_ref().and_then(|spent| spent.lines.get(line)).map_or(Money::ZERO, |line| line.money.paid);
    let sums = |money: &domain::spending::SpendMoney, before: Money| ReportSums {
        planned: money.planned,
        in_period: money.paid.minus(before),
        to_date: money.paid,
        committed: money.committed,
        left: money.free(),
    };
    let lines: Vec<(Option<u8>, ReportLine)> = now
        .plan
        .activities
        .iter()
        .zip(&now.spent.lines)
        .enumerate()
        .map(|(place, (activity, line))| {
            let sums = sums(&line.money, paid_before(place));
            (activity.priority, ReportLine { code: activity.code.clone(), name: activity.name.clone(), sums })
        })
        .collect();
    let of = |number: Option<u8>| lines.iter().filter(|(of, _)| *of == number).map(|(_, line)| line.clone()).collect::<Vec<_>>();
    let with_priority = now
        .plan
        .priorities
        .iter()
        .map(|priority| ReportGroup { priority: Some((priority.number, priority.name.clone())), lines: of(Some(priority.number)) });
    let groups = with_priority.chain([ReportGroup { priority: None, lines: of(None) }]).filter(|group| !group.lines.is_empty()).collect();
    let mut draw_downs = draw_downs(open, adopted.id)?;
    draw_downs.retain(|row| row.voided.is_none() && row.received_on <= as_of);
    let position = BankPosition::of(&now.spent.total, draw_downs.iter().map(|row| row.amount).sum());
    let lto_share = payment_settings::settings(open)?.0.lto_share;
    let in_period = |row: &&VirementRow| {
        let on = row.virement.decided_on;
        row.plan == adopted.id && (place == 0 || on >= starts_on) && on <= as_of
    };
    Ok(Report {
        plan_name: adopted.plan.name.clone(),
        lto: crate::plan::lto(open.register())?,
        period: period.to_owned(),
        starts_on,
        ends_on,
        as_of,
        unfinished: as_of < ends_on,
        groups,
        total: sums(&now.spent.total, before.as_ref().map_or(Money::ZERO, |spent| spent.total.paid)),
        position,
        lto_share,
        lto_share_of: position.lto_share(lto_share),
        draw_downs,
        moved: open.spending().virements.iter().filter(in_period).cloned().collect(),
    })
}
