//! The money of the plan: the spendometer, virements, awards, and what must still be in the bank.

use super::field::TypedDate;
use super::grant::Undoing;
use super::mirror;
use super::session::Priority;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which spendometer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SpendometerInput {
    /// The plan; the one in force without it.
    pub(crate) plan_id: Option<String>,
    /// As it stood at the end of this day; today without it.
    pub(crate) as_of: Option<NaiveDate>,
    /// As the public may see it: no group, and no sum, of what is under embargo.
    pub(crate) public: bool,
}

/// The sums of a line, a priority or the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendMoney {
    pub(crate) planned_pence: Pence,
    /// Committed and not paid.
    pub(crate) committed_pence: Pence,
    /// Paid, less what came back.
    pub(crate) paid_pence: Pence,
    /// What came back.
    pub(crate) returned_pence: Pence,
    pub(crate) free_pence: Pence,
}

/// A line's money in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendCell {
    pub(crate) planned_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) committed_pence: Pence,
    /// Paid and committed.
    pub(crate) used_pence: Pence,
    /// Whether more than the planned pace is used.
    pub(crate) over: bool,
}

/// A line of the spendometer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendLine {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) priority: Option<u8>,
    pub(crate) money: SpendMoney,
    pub(crate) periods: Vec<SpendCell>,
}

/// A period of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendPeriod {
    pub(crate) name: String,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    /// The whole plan in this period.
    pub(crate) money: SpendCell,
}

/// A priority with its sums; no number for what belongs to none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendPriority {
    pub(crate) number: Option<u8>,
    pub(crate) money: SpendMoney,
}

/// A grant that may be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedGrant {
    pub(crate) group_name: String,
    pub(crate) purpose: String,
    pub(crate) amount_pence: Pence,
    pub(crate) awarded_on: NaiveDate,
}

/// Planned, committed, paid, returned and free, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Spendometer {
    pub(crate) plan_id: String,
    pub(crate) plan_name: String,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) as_of: NaiveDate,
    pub(crate) periods: Vec<SpendPeriod>,
    pub(crate) priorities: Vec<Priority>,
    pub(crate) by_priority: Vec<SpendPriority>,
    pub(crate) lines: Vec<SpendLine>,
    pub(crate) total: SpendMoney,
    /// What the plan expected to be paid by that day, day by day within a period.
    pub(crate) expected_pence: Pence,
    /// What would be paid by the end if it went on at the pace so far. None before the plan expected anything.
    pub(crate) projected_pence: Option<Pence>,
    /// Planned less projected.
    pub(crate) projected_left_pence: Option<Pence>,
    /// The groups that were told, the newest first. Only for the public page.
    pub(crate) grants: Vec<NamedGrant>,
}

/// A cell of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BudgetCell {
    pub(crate) code: String,
    /// The period, counted from 0.
    pub(crate) period: u32,
}

/// Money moved, by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Virement {
    pub(crate) id: String,
    /// None: it came from outside the plan.
    pub(crate) from: Option<BudgetCell>,
    /// None: it went outside the plan.
    pub(crate) to: Option<BudgetCell>,
    pub(crate) amount_pence: Pence,
    pub(crate) decided_on: NaiveDate,
    pub(crate) decided_by: String,
    pub(crate) reason: String,
    pub(crate) recorded_by: String,
}

/// Money to be moved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordVirementInput {
    pub(crate) from: Option<BudgetCell>,
    pub(crate) to: Option<BudgetCell>,
    pub(crate) amount: String,
    pub(crate) decided_on: TypedDate,
    pub(crate) decided_by: String,
    pub(crate) reason: String,
}

mirror! {
    /// For what money is committed otherwise than by an application.
    AwardKind = domain::award::AwardKind { Partner, Cost }
}

/// A part of an award with the day it is expected to be paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AwardPart {
    pub(crate) due_on: NaiveDate,
    pub(crate) amount_pence: Pence,
}

/// A payment of an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AwardPayment {
    pub(crate) id: String,
    pub(crate) amount_pence: Pence,
    pub(crate) paid_on: NaiveDate,
    pub(crate) reference: String,
    pub(crate) recorded_by: String,
    pub(crate) undone: Option<AwardUndone>,
}

/// How a payment of an award was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AwardUndone {
    pub(crate) way: Undoing,
    pub(crate) on: NaiveDate,
    pub(crate) reason: String,
}

/// Money committed to a partner or for a cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Award {
    pub(crate) id: String,
    /// `SLA-2.4`
    pub(crate) reference: String,
    pub(crate) kind: AwardKind,
    pub(crate) code: String,
    pub(crate) line_name: String,
    pub(crate) payee_name: String,
    pub(crate) what_for: String,
    pub(crate) amount_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) left_pence: Pence,
    pub(crate) decided_on: NaiveDate,
    pub(crate) decided_by: String,
    pub(crate) parts: Vec<AwardPart>,
    pub(crate) payments: Vec<AwardPayment>,
    pub(crate) ended_on: Option<NaiveDate>,
    pub(crate) ended_reason: String,
}

/// A part, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedAwardPart {
    pub(crate) due_on: TypedDate,
    pub(crate) amount: String,
}

/// An award, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordAwardInput {
    pub(crate) code: String,
    pub(crate) kind: AwardKind,
    pub(crate) payee_name: String,
    pub(crate) what_for: String,
    pub(crate) amount: String,
    pub(crate) decided_on: TypedDate,
    pub(crate) decided_by: String,
    pub(crate) parts: Vec<TypedAwardPart>,
}

/// A payment of an award, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PayAwardInput {
    pub(crate) award_id: String,
    pub(crate) amount: String,
    pub(crate) paid_on: TypedDate,
    pub(crate) reference: String,
}

/// A payment of an award to be undone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UndoAwardPaymentInput {
    pub(crate) payment_id: String,
    pub(crate) way: Undoing,
    pub(crate) on: TypedDate,
    pub(crate) reason: String,
}

/// An award to be ended: what was never paid is free again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndAwardInput {
    pub(crate) award_id: String,
    pub(crate) ended_on: TypedDate,
    pub(crate) reason: String,
}

/// Money the LTO received from the funder for this partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DrawDown {
    pub(crate) id: String,
    pub(crate) amount_pence: Pence,
    pub(crate) received_on: NaiveDate,
    pub(crate) note: String,
    /// Why it was struck out, if it was.
    pub(crate) voided: Option<String>,
}

/// What must still be in the bank for this partnership. All of it includes VAT (§4.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankPosition {
    pub(crate) lto: String,
    pub(crate) planned_pence: Pence,
    pub(crate) drawn_down_pence: Pence,
    /// Paid on every line, before what came back.
    pub(crate) paid_pence: Pence,
    pub(crate) returned_pence: Pence,
    /// Drawn down, less paid, plus returned. Below nothing when the LTO paid ahead.
    pub(crate) in_bank_pence: Pence,
    pub(crate) committed_pence: Pence,
    /// In the bank and not committed; below nothing when more must be drawn down for what is committed.
    pub(crate) spare_pence: Pence,
    /// Planned and not drawn down.
    pub(crate) to_draw_pence: Pence,
    /// The LTO's percentage on top of each draw-down, in hundredths: 500 is 5 %.
    pub(crate) lto_share: u32,
    /// That percentage of what was drawn down.
    pub(crate) lto_share_pence: Pence,
    /// Oldest first.
    pub(crate) draw_downs: Vec<DrawDown>,
}

/// A draw-down, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordDrawDownInput {
    pub(crate) amount: String,
    pub(crate) received_on: TypedDate,
    pub(crate) note: String,
}

/// Something to be struck out, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct VoidDrawDownInput {
    pub(crate) id: String,
    pub(crate) reason: String,
}

/// Which table goes into a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SpendTable {
    /// The spendometer by line and period.
    Spendometer,
    /// The same as the public may see it.
    Public,
    /// Every movement of money, oldest first.
    Movements,
    /// The six-month spend report.
    SpendReport,
}

/// What kind of spreadsheet file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TableFormat {
    Csv,
    Xlsx,
}

/// A table to be saved as a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SaveSpendTableInput {
    pub(crate) table: SpendTable,
    pub(crate) format: TableFormat,
    pub(crate) plan_id: Option<String>,
    pub(crate) as_of: Option<NaiveDate>,
}

/// Why the plan or its money cannot be changed so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PlanRefusal {
    /// More than is free on the line.
    NotEnoughFree {
        code: String,
        free_pence: Pence,
        over_pence: Pence,
    },
    /// More than the period of that line has.
    CellTooSmall {
        code: String,
        has_pence: Pence,
        over_pence: Pence,
    },
    /// From a place to the same place.
    SameCell,
    NoSuchLine {
        code: String,
    },
    /// The award is finished.
    AwardEnded,
    ExceedsAward {
        left_pence: Pence,
        over_pence: Pence,
    },
    /// Paid or ended before it was decided.
    BeforeDecision {
        decided_on: NaiveDate,
    },
    /// The parts do not add up to the award.
    PartsDiffer {
        parts_pence: Pence,
        amount_pence: Pence,
    },
    /// The plan begins before the newest one has begun.
    BeginsTooEarly {
        after: NaiveDate,
    },
    /// The day is not in any plan.
    OutsideThePlan {
        starts_on: NaiveDate,
        ends_on: NaiveDate,
    },
}
