//! Every document with an invented partnership: what a change of words looks like before it is kept, and what the tests print.

pub(crate) mod grant;
pub(crate) mod invented;
pub(crate) mod meeting;
pub(crate) mod money;
pub(crate) mod panel;

use crate::{Paper, view};

/// Every paper once or more, each with a name for its file. The first of a wording is the one to show for it.
pub fn papers() -> Vec<(&'static str, Paper)> {
    let letter = |outcome| Paper::DecisionLetter(invented::letter(outcome));
    vec![
        ("agreement", Paper::Agreement(invented::agreement())),
        ("blank-form", Paper::BlankForm(invented::blank_form())),
        ("fillable-form", Paper::FillableForm(invented::blank_form())),
        ("application", Paper::Application(invented::application())),
        ("feedback-form", Paper::FeedbackForm(invented::feedback())),
        ("letter-offer", letter(invented::offer())),
        ("letter-part-offer", letter(invented::part_offer())),
        ("letter-deferred", letter(invented::deferred())),
        ("letter-declined", letter(invented::declined())),
        ("change-more-time", Paper::ChangeLetter(grant::more_time())),
        ("change-to-sign", Paper::ChangeLetter(grant::less_money())),
        ("reminder-feedback", Paper::Reminder(grant::friendly(grant::late_feedback()))),
        ("reminder-agreement", Paper::Reminder(grant::friendly(grant::late_agreement()))),
        ("reminder-receipts", Paper::Reminder(grant::friendly(grant::late_receipts()))),
        ("reminder-firm", Paper::Reminder(grant::firm(vec![grant::late_feedback(), grant::late_receipts()]))),
        ("reminder-firm-agreement", Paper::Reminder(grant::firm(vec![grant::late_agreement()]))),
        ("receipt-sheet", Paper::ReceiptSheet(grant::receipt_sheet(false))),
        ("receipt-sheet-some-came", Paper::ReceiptSheet(grant::receipt_sheet(true))),
        ("story-consent", Paper::StoryConsent(grant::consent())),
        ("closing-letter", Paper::ClosingLetter(grant::closing(false))),
        ("closing-letter-sent-back", Paper::ClosingLetter(grant::closing(true))),
        ("member-agreement", Paper::MemberAgreement(grant::member_agreement())),
        ("grant-file", Paper::GrantFile(grant::file())),
        ("grant-file-embargo", Paper::GrantFile(grant::file_under_embargo())),
        ("booklet", Paper::Booklet(panel::booklet())),
        ("reply-sheet", Paper::ReplySheet(panel::reply_sheet())),
        ("reply-sheet-scored", Paper::ReplySheet(panel::scored_reply_sheet())),
        ("panel-report", Paper::PanelReport(panel::report())),
        ("minutes-members", Paper::Minutes(meeting::minutes())),
        ("minutes-public", Paper::Minutes(meeting::published_minutes())),
        ("agenda-members", Paper::Agenda(meeting::agenda())),
        ("agenda-public", Paper::Agenda(meeting::published_agenda())),
        ("meeting-notice", Paper::MeetingNotice(meeting::notice())),
        ("meeting-called-off", Paper::MeetingNotice(meeting::called_off())),
        ("decision-sheet", Paper::DecisionSheet(meeting::decision_sheet())),
        ("spendometer", Paper::Spendometer(money::spendometer(9))),
        ("spend-report", Paper::SpendReport(money::spend_report())),
        ("payment-list", Paper::PaymentList(money::payment_list(false))),
        ("payment-list-waiting", Paper::PaymentList(money::payment_list(true))),
        ("remittance-advice", Paper::RemittanceAdvice(money::remittance_advice())),
        ("recovery-page", Paper::RecoveryPage(invented::recovery())),
    ]
}

/// A whole-grant file and the papers bound behind it.
pub fn whole_file() -> Vec<Paper> {
    vec![
        Paper::GrantFile(grant::file()),
        Paper::Application(view::ApplicationView { embargo: None, ..invented::application() }),
        Paper::DecisionLetter(invented::letter(invented::offer())),
        Paper::Agreement(invented::agreement()),
        Paper::ClosingLetter(grant::closing(true)),
    ]
}
