//! What the caller knows about payments, for the list that is approved and filed, and for what the payee is told.

use super::Fact;

/// One payment of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentLineView {
    /// "CC-005".
    pub grant: String,
    /// The name on the account.
    pub payee: String,
    /// Masked: "ending 4471".
    pub account: String,
    /// What the bank statement will say.
    pub reference: String,
    /// "£225.00".
    pub amount: String,
}

/// A run of payments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentListView {
    /// The Locally Trusted Organisation, which pays.
    pub lto: String,
    /// For which partnership.
    pub partnership: String,
    /// "20 January 2023".
    pub pay_on: String,
    /// Who made it, who approved it, when it was paid.
    pub facts: Vec<Fact>,
    /// The payments.
    pub payments: Vec<PaymentLineView>,
    /// Their sum.
    pub total: String,
    /// Whether a second person must approve it and has not.
    pub waits: bool,
    /// Who has signed for it so far: the maker and the approver, by name and day; empty for who has not.
    pub made: Option<(String, String)>,
    /// Who approved it.
    pub approved: Option<(String, String)>,
}

/// What one payee is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemittanceView {
    /// Who was paid: the group, or who holds its money.
    pub payee: String,
    /// The group.
    pub group: String,
    /// "£225.00".
    pub amount: String,
    /// "20 January 2023".
    pub paid_on: String,
    /// Whether it is paid already.
    pub paid: bool,
    /// Reference, what it is for, the part, the account ending, what the statement says.
    pub facts: Vec<Fact>,
}

/// What payees are told, a page each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemittanceAdviceView {
    /// The Locally Trusted Organisation, which pays.
    pub lto: String,
    /// For which partnership.
    pub partnership: String,
    /// "20 January 2023".
    pub day: String,
    /// One for each payment.
    pub payments: Vec<RemittanceView>,
}
