//! What the caller knows about the decision sheet for the Locally Trusted Organisation.

use super::{CostLine, Fact, MeetingView};

/// What the Locally Trusted Organisation has to act on after a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionSheetView {
    /// Which meeting.
    pub meeting: MeetingView,
    /// The Locally Trusted Organisation that pays.
    pub lto: String,
    /// Whether a group has not been told yet.
    pub embargo: bool,
    /// Who was there, by number: "Members present", "9 of 13".
    pub evidence: Vec<Fact>,
    /// The grants, in their order.
    pub grants: Vec<SheetGrantView>,
    /// The sum of the grants.
    pub total: String,
    /// The references of what was decided and costs nothing.
    pub others: Vec<String>,
    /// The references of decisions that whoever prints the sheet may not read. Nothing else of them is printed.
    pub withheld: Vec<String>,
    /// The head of the register's journal, in groups of letters.
    pub journal: String,
}

/// One grant that the meeting decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetGrantView {
    /// "CC-2023-002".
    pub reference: String,
    /// The group.
    pub group: String,
    /// The amount.
    pub amount: String,
    /// What it is for.
    pub purpose: String,
    /// Conditions only for this grant; often none.
    pub conditions: Vec<String>,
    /// The last day to spend the money.
    pub end_of_funding: String,
    /// When and how much is paid.
    pub instalments: Vec<CostLine>,
    /// When the group was told, if it was.
    pub told_on: Option<String>,
    /// How it was decided, with the figures of quorum and vote: a sentence or more.
    pub vote: Vec<String>,
}
