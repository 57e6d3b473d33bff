//! Sheets: the records that stand in a pack's data files. They are read for ever; a later field has a default.

mod judgement;
mod payment;
mod response;
mod round;

pub use judgement::{JudgementSheet, SheetError};
pub use payment::{
    ACCOUNT_CHECK_FACT, APPROVAL_FACT, AccountCheckFact, AccountSheet, ApprovalFact, CONFIRMATION_FACT, ClerkSheet, ConfirmationFact,
    FundsSheet, GrantSheet, PAYMENT_FACT, PaidSheet, PaymentFact, PaymentRowSheet, PaymentSheet, RUN_FACT, RunFact, SEEN_FACT, SeenFact,
    UNDOING_FACT, UndoingFact,
};
pub use response::{ANSWER_FACT, AnswerFact, REVIEW_FACT, ReceiptSheet, ResponseSheet, ReviewFactSheet};
pub use round::{
    ApplicationSheet, CriterionSheet, FileSheet, HistorySheet, LeftOut, LeftOutWhy, MatchSheet, OwnReview, RoundSheet, SummarySheet,
};

/// The name of the data file of a review pack, which holds a [`RoundSheet`].
pub const ROUND: &str = "round.json";
/// The name of the data file of a response pack, which holds a [`ResponseSheet`].
pub const RESPONSE: &str = "response.json";
/// The name of the data file of a receipt pack, which holds a [`ReceiptSheet`].
pub const RECEIPT: &str = "receipt.json";
/// The name of the data file of a payment pack, which holds a [`PaymentSheet`].
pub const PAYMENTS: &str = "payments.json";
/// The name of the data file of the receipt pack that a clerk sends back, which holds a [`PaidSheet`].
pub const PAID: &str = "paid.json";
