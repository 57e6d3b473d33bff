//! Papers printed by name, as the tests like to call them.

use crate::{Document, DocumentError, Paper, Size, Wording, print, view};

macro_rules! printed {
    ($($name:ident: $paper:ident($view:ident)),* $(,)?) => {
        $(pub(super) fn $name(view: &view::$view, wording: &Wording, size: Size) -> Result<Document, DocumentError> {
            print(&Paper::$paper(view.clone()), wording, size)
        })*
    };
}

printed! {
    agreement: Agreement(AgreementView),
    blank_form: BlankForm(BlankFormView),
    completed_application: Application(ApplicationView),
    feedback_form: FeedbackForm(FeedbackFormView),
    decision_letter: DecisionLetter(DecisionLetterView),
    reviewers_booklet: Booklet(BookletView),
    reply_sheet: ReplySheet(ReplySheetView),
    panel_report: PanelReport(PanelReportView),
    minutes: Minutes(MinutesView),
    agenda: Agenda(AgendaView),
    meeting_notice: MeetingNotice(MeetingNoticeView),
    decision_sheet: DecisionSheet(DecisionSheetView),
    spendometer: Spendometer(SpendometerView),
    spend_report: SpendReport(SpendReportView),
    payment_list: PaymentList(PaymentListView),
    remittance_advice: RemittanceAdvice(RemittanceAdviceView),
}

pub(super) fn recovery_page(view: &view::RecoveryPageView, wording: &Wording) -> Result<Document, DocumentError> {
    print(&Paper::RecoveryPage(view.clone()), wording, Size::Standard)
}
