//! Sheets: the records that stand in a pack's data files. They are read for ever; a later field has a default.

mod judgement;
mod response;
mod round;

pub use judgement::{JudgementSheet, SheetError};
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
