//! The plans in sequence: what stands in each, the next one while it is typed, and budget tables from spreadsheets.

use super::field::{FieldFault, FieldProblem, TypedDate};
use super::mirror;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a plan stands on this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PlanState {
    /// Finished: a later one has begun.
    Past,
    /// In force.
    Current,
    /// Adopted, and not begun.
    Coming,
}

/// A plan in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) state: PlanState,
    pub(crate) planned_pence: Pence,
}

/// Every plan, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanList {
    pub(crate) plans: Vec<PlanRow>,
    /// Whether the next plan is being typed.
    pub(crate) draft: bool,
}

/// A theme with its outcomes and how one will know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PlanPriority {
    pub(crate) name: String,
    pub(crate) outcomes: Vec<String>,
    /// "We will know we have made a difference when …"
    pub(crate) criteria: Vec<String>,
}

/// A period with its sum, and what is still to come after it ("Expected balance").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanPeriod {
    pub(crate) name: String,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) total_pence: Pence,
    pub(crate) balance_pence: Pence,
}

/// A line of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanLine {
    /// Text, and never renumbered (§4.1).
    pub(crate) code: String,
    pub(crate) name: String,
    /// The number of its priority.
    pub(crate) priority: Option<u8>,
    pub(crate) lead_partner: String,
    pub(crate) notes: String,
    /// As it stands, with money that was moved.
    pub(crate) profile_pence: Vec<Pence>,
    pub(crate) planned_pence: Pence,
    /// As it was adopted.
    pub(crate) adopted_pence: Pence,
    /// Its share of the plan by largest remainder, `8.52`; the shares add to 100.00. None for a line without money.
    pub(crate) share: Option<String>,
    /// The year before.
    pub(crate) year_before_pence: Option<Pence>,
}

mirror! {
    /// What kind of difference between what a plan prints and what is exact. Sentences are the window's.
    DiscrepancyKind = domain::plan::DiscrepancyKind {
        Total, CashAvailable, MonthCount, PeriodAfterEnd, YearSpan, NotACalendarYear, YearBefore, MissingCodes, Share
    }
}

/// A place where a plan's printed figures differ from the exact ones, or from each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Discrepancy {
    pub(crate) kind: DiscrepancyKind,
    /// Where it is printed: `§1.2`.
    pub(crate) place: String,
    /// What it is about: a line's code, a period's name; or nothing.
    pub(crate) about: Option<String>,
    /// What is printed, as it is printed: `£87,000`, `4.54`.
    pub(crate) printed: String,
    /// What is exact: `£88,000.00`, `4.55`.
    pub(crate) exact: String,
    /// By how much, where that is money.
    pub(crate) difference_pence: Option<Pence>,
}

/// One plan, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) state: PlanState,
    pub(crate) fund_code: String,
    pub(crate) fund_name: String,
    /// The overarching outcomes (§1.5).
    pub(crate) outcomes: Vec<String>,
    /// In order; the first is number 1.
    pub(crate) priorities: Vec<PlanPriority>,
    pub(crate) periods: Vec<PlanPeriod>,
    pub(crate) lines: Vec<PlanLine>,
    pub(crate) total_pence: Pence,
    pub(crate) year_before_pence: Pence,
    /// What the plan calls the year before: `2020-21`.
    pub(crate) year_before_label: String,
    /// When and by whom it was adopted; empty for the plan a register began with.
    pub(crate) adopted_on: Option<NaiveDate>,
    pub(crate) adopted_by: String,
    pub(crate) discrepancies: Vec<Discrepancy>,
}

/// What a plan says beside its figures, to be put right in the plan in force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SavePlanWordsInput {
    pub(crate) plan_id: String,
    pub(crate) outcomes: Vec<String>,
    /// For each priority, in order. The names stay.
    pub(crate) priorities: Vec<PlanPriority>,
    pub(crate) lines: Vec<LineWords>,
}

/// What stands beside the figures of a line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LineWords {
    pub(crate) code: String,
    pub(crate) lead_partner: String,
    pub(crate) notes: String,
}

/// A period, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedPeriod {
    pub(crate) name: String,
    pub(crate) starts_on: TypedDate,
    pub(crate) ends_on: TypedDate,
}

/// A line, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedLine {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) priority: Option<u8>,
    pub(crate) lead_partner: String,
    pub(crate) notes: String,
    /// One for each period.
    pub(crate) amounts: Vec<String>,
    pub(crate) year_before: String,
}

/// The next plan, as typed. It is kept as it is, right or wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedPlan {
    pub(crate) name: String,
    pub(crate) starts_on: TypedDate,
    pub(crate) ends_on: TypedDate,
    pub(crate) outcomes: Vec<String>,
    pub(crate) priorities: Vec<PlanPriority>,
    pub(crate) periods: Vec<TypedPeriod>,
    pub(crate) lines: Vec<TypedLine>,
    /// The line that is open to applications.
    pub(crate) fund_code: String,
    pub(crate) fund_name: String,
    /// What references start with.
    pub(crate) fund_prefix: String,
    pub(crate) year_before_label: String,
}

/// The next plan while it is typed, with its sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanDraft {
    pub(crate) revision: u32,
    pub(crate) plan: TypedPlan,
    /// In the order of the lines. None where an amount cannot be read.
    pub(crate) line_totals_pence: Vec<Option<Pence>>,
    pub(crate) shares: Vec<Option<String>>,
    pub(crate) period_totals_pence: Vec<Option<Pence>>,
    pub(crate) total_pence: Option<Pence>,
    /// What must be put right before it can be adopted: `lines.2.amounts.0`, `periods.1.endsOn`, `fundCode`.
    pub(crate) problems: Vec<FieldProblem>,
}

/// What to begin the next plan with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum DraftFrom {
    /// The plan in force: its priorities, lines and words; its money becomes the year before.
    PlanInForce,
    /// An empty page.
    Nothing,
}

/// The next plan, to be saved while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SavePlanDraftInput {
    pub(crate) revision: u32,
    pub(crate) plan: TypedPlan,
}

/// The next plan, adopted by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AdoptPlanInput {
    pub(crate) revision: u32,
    pub(crate) decided_on: TypedDate,
    pub(crate) decided_by: String,
}

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "role", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum ColumnRole {
    Code,
    Name,
    /// What is planned in a period, counted from 0.
    Period {
        place: u32,
    },
    /// The row's sum: checked, and not kept.
    Total,
    /// The row's share in per cent: checked, and not kept.
    Share,
    YearBefore,
    LeadPartner,
    Notes,
    Ignored,
}

/// How a cell was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "reading", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum CellReading {
    /// Words: a code, a name, a note.
    Words,
    Amount {
        pence: Pence,
    },
    /// A sum or share that agrees with the cells beside it.
    Agrees,
    /// A sum or share that is printed otherwise than it is.
    Differs {
        exact: String,
    },
    Empty,
    /// A heading, a column that is left out, or a row that is no line: a priority's name, a sum of a group.
    Ignored,
    NotUnderstood {
        fault: FieldFault,
    },
    /// The cell holds a formula and not a figure.
    Formula,
}

/// A cell of a table with what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableCell {
    pub(crate) text: String,
    pub(crate) reading: CellReading,
}

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TableRowKind {
    Heading,
    /// The name of a priority; the lines after it belong to it.
    Priority,
    Line,
    Sum,
    Ignored,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableRow {
    pub(crate) kind: TableRowKind,
    pub(crate) cells: Vec<TableCell>,
}

/// A budget table from a spreadsheet, cell by cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BudgetTable {
    /// The file's name, or nothing for what was pasted.
    pub(crate) name: String,
    pub(crate) columns: Vec<ColumnRole>,
    pub(crate) rows: Vec<TableRow>,
    pub(crate) lines: u32,
    /// How many cells are not understood or differ.
    pub(crate) not_understood: u32,
    pub(crate) total_pence: Pence,
}

/// A table with what each column holds, as the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BudgetTableInput {
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) columns: Vec<ColumnRole>,
}
