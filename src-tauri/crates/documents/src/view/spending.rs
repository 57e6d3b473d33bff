//! What the caller knows about the money of the plan, for the spendometer on the wall and the spend report.

use super::{Fact, SenderView};

/// How much of a bar is paid, and how much after it is committed, in thousandths of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BarView {
    /// Paid.
    pub paid: u32,
    /// Committed and not paid.
    pub committed: u32,
}

/// The four sums, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SumsView {
    /// "2,500.00".
    pub planned: String,
    /// "1,207.40".
    pub paid: String,
    /// "765.00", or a dash.
    pub committed: String,
    /// "527.60", or a dash.
    pub free: String,
    /// The same as a bar; none where nothing is planned.
    pub bar: Option<BarView>,
}

/// A line of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpendLineView {
    /// "1.4".
    pub code: String,
    /// "Community Chest".
    pub name: String,
    /// Its sums.
    pub sums: SumsView,
}

/// The lines of one priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpendGroupView {
    /// "Priority 1. Strengthening the community".
    pub heading: String,
    /// Its lines.
    pub lines: Vec<SpendLineView>,
}

/// A group that was given money and may be named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedGrantView {
    /// The group.
    pub group: String,
    /// What it is for.
    pub purpose: String,
    /// "£450.00".
    pub amount: String,
}

/// The spendometer for the wall: nothing in it may be under embargo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpendometerView {
    /// Who writes.
    pub sender: SenderView,
    /// The plan's name.
    pub plan: String,
    /// "17 January 2023".
    pub day: String,
    /// The whole plan, with pound signs.
    pub total: SumsView,
    /// The whole plan as the last row of the table.
    pub total_row: SumsView,
    /// What the plan expected to be paid by that day: its place in thousandths, and the amount.
    pub expected: Option<(u32, String)>,
    /// The figures below the bar, from nothing to the whole plan.
    pub scale: Vec<String>,
    /// What came back, where something did.
    pub returned: Option<String>,
    /// What would be paid by the end at the pace so far.
    pub projected: Option<String>,
    /// The last day of the plan.
    pub ends_on: String,
    /// The lines by priority.
    pub groups: Vec<SpendGroupView>,
    /// Groups that were told, the newest first.
    pub grants: Vec<NamedGrantView>,
}

/// A line of the spend report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportLineView {
    /// "1.4 Community Chest".
    pub name: String,
    /// What the plan has for it.
    pub planned: String,
    /// Spent in the six months.
    pub in_period: String,
    /// Spent from the beginning.
    pub to_date: String,
    /// Committed and not paid.
    pub committed: String,
    /// Planned, and neither spent nor committed.
    pub left: String,
}

/// The spend report for the funder, every six months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpendReportView {
    /// Who writes.
    pub sender: SenderView,
    /// The Locally Trusted Organisation.
    pub lto: String,
    /// The plan's name.
    pub plan: String,
    /// "1 October 2022 to 31 March 2023".
    pub period: String,
    /// The last day that is in it: "17 January 2023".
    pub day: String,
    /// Whether the period is not over.
    pub unfinished: bool,
    /// The lines by priority: heading and lines.
    pub groups: Vec<(String, Vec<ReportLineView>)>,
    /// The whole plan.
    pub total: ReportLineView,
    /// The LTO's percentage: "5%".
    pub share: String,
    /// Money: "Drawn down so far", "Spent so far", "The LTO's 5% on top".
    pub money: Vec<Fact>,
    /// Money drawn down: when, and how much.
    pub draw_downs: Vec<(String, String)>,
    /// Money moved between lines in the six months: a sentence each.
    pub moved: Vec<String>,
    /// The head of the register's journal, in groups of letters.
    pub journal: String,
}
