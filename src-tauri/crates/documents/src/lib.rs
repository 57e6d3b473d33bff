//! View models to printed pages: layout, PDF.
//!
//! A document goes through four steps: a view model with its wording becomes blocks, blocks become strips
//! that are never broken, strips become pages of a display list, and the display list becomes a tagged PDF.
//! Nothing here reads a clock, a file or a font of the computer, so the same view gives the same bytes.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failed test should stop at once")
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "places on a page are small numbers of points, far inside what f32 holds exactly"
)]

mod block;
mod display;
mod document;
mod error;
mod font;
mod inline;
mod layout;
mod paragraph;
mod pdf;
mod style;
pub mod view;
mod wording;

#[cfg(test)]
extern crate self as documents;
#[cfg(test)]
mod tests;

pub use error::{DocumentError, WordingProblem};
pub use style::Size;
pub use wording::Wording;

use layout::Draft;
use view::{
    AgendaView, AgreementView, ApplicationView, BlankFormView, BookletView, DecisionLetterView, DecisionSheetView, FeedbackFormView,
    MeetingNoticeView, MinutesView, PanelReportView, PaymentListView, RecoveryPageView, RemittanceAdviceView, ReplySheetView,
    SpendReportView, SpendometerView,
};

/// A finished document, ready to be saved or printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, as viewers show it.
    pub title: String,
    /// How many pages it has.
    pub pages: u16,
    /// The PDF file.
    pub bytes: Vec<u8>,
}

/// Prints the agreement about a grant.
pub fn agreement(view: &AgreementView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::agreement::NAME)?;
    print(&document::agreement::draft(view, words, size)?)
}

/// Prints the empty application form.
pub fn blank_form(view: &BlankFormView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::blank_form::NAME)?;
    print(&document::blank_form::draft(view, words, size)?)
}

/// Prints an application as it was received.
pub fn completed_application(view: &ApplicationView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::application::NAME)?;
    print(&document::application::draft(view, words, size)?)
}

/// Prints the Grant Feedback form with what was agreed.
pub fn feedback_form(view: &FeedbackFormView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::feedback_form::NAME)?;
    print(&document::feedback_form::draft(view, words, size)?)
}

/// Prints the page with the recovery key. Its bytes are as secret as the key.
pub fn recovery_page(view: &RecoveryPageView, wording: &Wording) -> Result<Document, DocumentError> {
    let words = wording.script(document::recovery_page::NAME)?;
    print(&document::recovery_page::draft(view, words)?)
}

/// Prints the letter that tells a group what was decided.
pub fn decision_letter(view: &DecisionLetterView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::decision_letter::NAME)?;
    print(&document::decision_letter::draft(view, words, size)?)
}

/// Prints the applications of a round for a reviewer without a computer. Every page names the reader.
pub fn reviewers_booklet(view: &BookletView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::booklet::NAME)?;
    print(&document::booklet::draft(view, words, size)?)
}

/// Prints the sheets on which a reviewer without a computer replies, one for each application.
pub fn reply_sheet(view: &ReplySheetView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::reply_sheet::NAME)?;
    print(&document::reply_sheet::draft(view, words, size)?)
}

/// Prints the reviews of a round for one reader. Every page names the reader.
pub fn panel_report(view: &PanelReportView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::panel_report::NAME)?;
    print(&document::panel_report::draft(view, words, size)?)
}

/// Prints the minutes of a meeting, for the members or as they are published.
pub fn minutes(view: &MinutesView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::minutes::NAME)?;
    print(&document::minutes::draft(view, words, size)?)
}

/// Prints the agenda of a meeting, for the members or as it is published.
pub fn agenda(view: &AgendaView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::agenda::NAME)?;
    print(&document::agenda::draft(view, words, size)?)
}

/// Prints the notice of a meeting, to pin up and to put on the website.
pub fn meeting_notice(view: &MeetingNoticeView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::meeting_notice::NAME)?;
    print(&document::meeting_notice::draft(view, words, size)?)
}

/// Prints what the Locally Trusted Organisation acts on after a meeting.
pub fn decision_sheet(view: &DecisionSheetView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::decision_sheet::NAME)?;
    print(&document::decision_sheet::draft(view, words, size)?)
}

/// Prints the spendometer for the wall, on one page in standard print: as many grants are named as find room.
pub fn spendometer(view: &SpendometerView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::spendometer::NAME)?;
    let named_on = |named: usize| print(&document::spendometer::draft(view, words, size, named)?);
    let most = view.grants.len().min(document::spendometer::MOST_NAMED);
    let whole = named_on(most)?;
    if whole.pages <= 1 || size == Size::Large {
        return Ok(whole);
    }
    // More names never take less room, so the most that fit are found by halving.
    let (mut fits, mut over) = (0, most);
    while over - fits > 1 {
        let middle = fits.midpoint(over);
        if named_on(middle)?.pages <= 1 { fits = middle } else { over = middle }
    }
    named_on(fits)
}

/// Prints the spend report for the funder.
pub fn spend_report(view: &SpendReportView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::spend_report::NAME)?;
    print(&document::spend_report::draft(view, words, size)?)
}

/// Prints the list of a run's payments.
pub fn payment_list(view: &PaymentListView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::payment_list::NAME)?;
    print(&document::payment_list::draft(view, words, size)?)
}

/// Prints what payees are told, a page for each payment.
pub fn remittance_advice(view: &RemittanceAdviceView, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    let words = wording.script(document::remittance_advice::NAME)?;
    print(&document::remittance_advice::draft(view, words, size)?)
}

fn print(draft: &Draft) -> Result<Document, DocumentError> {
    font::with_fonts(|fonts| {
        let list = layout::lay_out(fonts, draft)?;
        let bytes = pdf::write(&list, fonts)?;
        let pages = u16::try_from(list.pages.len()).map_err(|_| DocumentError::Write("there are too many pages".into()))?;
        Ok(Document { title: list.title, pages, bytes })
    })
}
