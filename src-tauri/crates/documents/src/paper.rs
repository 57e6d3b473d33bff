//! Every printed document as one value: what stands on it. Printing, binding and trying out words take any of them.

use crate::{
    Document, DocumentError, Size, Wording,
    code::{self, Mark},
    display::DisplayList,
    document,
    layout::{self, Draft},
    view::{
        AgendaView, AgreementView, ApplicationView, BlankFormView, BookletView, ChangeLetterView, ClosingLetterView, DecisionLetterView,
        DecisionSheetView, FeedbackFormView, GrantFileView, MeetingNoticeView, MemberAgreementView, MinutesView, PanelReportView,
        PaymentListView, ReceiptSheetView, RecoveryPageView, ReminderView, RemittanceAdviceView, ReplySheetView, SpendReportView,
        SpendometerView, StoryConsentView,
    },
    wording::Script,
    write,
};

/// A document with what the caller knows about it.
#[derive(Clone, Debug)]
pub enum Paper {
    /// The agenda of a meeting, for the members or as it is published.
    Agenda(AgendaView),
    /// The agreement about a grant.
    Agreement(AgreementView),
    /// An application as it was received.
    Application(ApplicationView),
    /// The empty application form.
    BlankForm(BlankFormView),
    /// The same form to fill in on a computer. Its words are those of the empty form.
    FillableForm(BlankFormView),
    /// The applications of a round for a reviewer without a computer. Every page names the reader.
    Booklet(BookletView),
    /// The letter about a change in a grant that was agreed.
    ChangeLetter(ChangeLetterView),
    /// The last letter about a grant.
    ClosingLetter(ClosingLetterView),
    /// The letter that tells a group what was decided.
    DecisionLetter(DecisionLetterView),
    /// What the Locally Trusted Organisation acts on after a meeting.
    DecisionSheet(DecisionSheetView),
    /// The Grant Feedback form with what was agreed.
    FeedbackForm(FeedbackFormView),
    /// The first pages of everything about one application and its grant.
    GrantFile(GrantFileView),
    /// The notice of a meeting, to pin up and to put on the website.
    MeetingNotice(MeetingNoticeView),
    /// The code of conduct, for one member to sign.
    MemberAgreement(MemberAgreementView),
    /// The minutes of a meeting, for the members or as they are published.
    Minutes(MinutesView),
    /// The reviews of a round for one reader. Every page names the reader.
    PanelReport(PanelReportView),
    /// The list of a run's payments.
    PaymentList(PaymentListView),
    /// The sheet on which receipts are listed and pinned.
    ReceiptSheet(ReceiptSheetView),
    /// The page with the recovery key. Its bytes are as secret as the key.
    RecoveryPage(RecoveryPageView),
    /// The letter about what is late, friendly or firm.
    Reminder(ReminderView),
    /// What payees are told, a page for each payment.
    RemittanceAdvice(RemittanceAdviceView),
    /// The sheets on which a reviewer without a computer replies, one for each application.
    ReplySheet(ReplySheetView),
    /// The spend report for the funder.
    SpendReport(SpendReportView),
    /// The spendometer for the wall, on one page in standard print: as many grants are named as find room.
    Spendometer(SpendometerView),
    /// Consent to tell a story and to show pictures.
    StoryConsent(StoryConsentView),
}

impl Paper {
    /// The name of its wording: a file in `assets/wording/` without its ending.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Agenda(_) => document::agenda::NAME,
            Self::Agreement(_) => document::agreement::NAME,
            Self::Application(_) => document::application::NAME,
            Self::BlankForm(_) | Self::FillableForm(_) => document::blank_form::NAME,
            Self::Booklet(_) => document::booklet::NAME,
            Self::ChangeLetter(_) => document::change_letter::NAME,
            Self::ClosingLetter(_) => document::closing_letter::NAME,
            Self::DecisionLetter(_) => document::decision_letter::NAME,
            Self::DecisionSheet(_) => document::decision_sheet::NAME,
            Self::FeedbackForm(_) => document::feedback_form::NAME,
            Self::GrantFile(_) => document::grant_file::NAME,
            Self::MeetingNotice(_) => document::meeting_notice::NAME,
            Self::MemberAgreement(_) => document::member_agreement::NAME,
            Self::Minutes(_) => document::minutes::NAME,
            Self::PanelReport(_) => document::panel_report::NAME,
            Self::PaymentList(_) => document::payment_list::NAME,
            Self::ReceiptSheet(_) => document::receipt_sheet::NAME,
            Self::RecoveryPage(_) => document::recovery_page::NAME,
            Self::Reminder(_) => document::reminder::NAME,
            Self::RemittanceAdvice(_) => document::remittance_advice::NAME,
            Self::ReplySheet(_) => document::reply_sheet::NAME,
            Self::SpendReport(_) => document::spend_report::NAME,
            Self::Spendometer(_) => document::spendometer::NAME,
            Self::StoryConsent(_) => document::story_consent::NAME,
        }
    }

    /// The paper as blocks.
    pub(crate) fn draft(&self, words: &Script, size: Size) -> Result<Draft, DocumentError> {
        match self {
            Self::Agenda(view) => document::agenda::draft(view, words, size),
            Self::Agreement(view) => document::agreement::draft(view, words, size),
            Self::Application(view) => document::application::draft(view, words, size),
            Self::BlankForm(view) => document::blank_form::draft(view, words, size),
            Self::Booklet(view) => document::booklet::draft(view, words, size),
            Self::ChangeLetter(view) => document::change_letter::draft(view, words, size),
            Self::ClosingLetter(view) => document::closing_letter::draft(view, words, size),
            Self::DecisionLetter(view) => document::decision_letter::draft(view, words, size),
            Self::DecisionSheet(view) => document::decision_sheet::draft(view, words, size),
            Self::FillableForm(view) => document::fillable_form::draft(view, words, size),
            Self::FeedbackForm(view) => document::feedback_form::draft(view, words, size),
            Self::GrantFile(view) => document::grant_file::draft(view, words, size, &[]),
            Self::MeetingNotice(view) => document::meeting_notice::draft(view, words, size),
            Self::MemberAgreement(view) => document::member_agreement::draft(view, words, size),
            Self::Minutes(view) => document::minutes::draft(view, words, size),
            Self::PanelReport(view) => document::panel_report::draft(view, words, size),
            Self::PaymentList(view) => document::payment_list::draft(view, words, size),
            Self::ReceiptSheet(view) => document::receipt_sheet::draft(view, words, size),
            Self::RecoveryPage(view) => document::recovery_page::draft(view, words, size),
            Self::Reminder(view) => document::reminder::draft(view, words, size),
            Self::RemittanceAdvice(view) => document::remittance_advice::draft(view, words, size),
            Self::ReplySheet(view) => document::reply_sheet::draft(view, words, size),
            Self::SpendReport(view) => document::spend_report::draft(view, words, size),
            Self::Spendometer(view) => document::spendometer::draft(view, words, size, document::spendometer::most_named(view)),
            Self::StoryConsent(view) => document::story_consent::draft(view, words, size),
        }
    }
}

/// Prints a paper with these words.
pub fn print(paper: &Paper, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
    write(lay_out(paper, wording, size)?)
}

/// The pages of a paper.
pub(crate) fn lay_out(paper: &Paper, wording: &Wording, size: Size) -> Result<DisplayList, DocumentError> {
    let words = wording.script(paper.name())?;
    match paper {
        Paper::Spendometer(view) => with_names(view, words, size),
        paper => marked(&paper.draft(words, size)?, paper.name(), size),
    }
}

/// The pages of a draft, with the code at their foot if a paper of this name carries one.
pub(crate) fn marked(draft: &Draft, name: &str, size: Size) -> Result<DisplayList, DocumentError> {
    let mut list = layout::lay_out_with(draft, Mark::of(name))?;
    code::mark(&mut list, name, size, draft.scale)?;
    Ok(list)
}

/// The spendometer with as many names as there is room for below its figures.
fn with_names(view: &SpendometerView, words: &Script, size: Size) -> Result<DisplayList, DocumentError> {
    let named_on = |named: usize| layout::lay_out(&document::spendometer::draft(view, words, size, named)?);
    let most = document::spendometer::most_named(view);
    let whole = named_on(most)?;
    // In large print the figures alone need several pages, and no page is begun for the end of a list of names.
    let pages = if size == Size::Standard { 1 } else { named_on(0)?.pages.len() };
    if whole.pages.len() <= pages {
        return Ok(whole);
    }
    // More names never take less room, so the most that fit are found by halving.
    let (mut fits, mut over) = (0, most);
    while over - fits > 1 {
        let middle = fits.midpoint(over);
        if named_on(middle)?.pages.len() <= pages { fits = middle } else { over = middle }
    }
    if fits == 0 && size == Size::Large { Ok(whole) } else { named_on(fits) }
}
