//! What the caller knows about a document. Every amount and every date comes as the words to print.
//!
//! A text may have several paragraphs, one on each line. An empty text prints as "Left blank on the paper"
//! where an answer was expected.

mod agenda;
mod booklet;
mod decision_letter;
mod decision_sheet;
mod grant_papers;
mod meeting;
mod meeting_notice;
mod minutes;
mod panel_report;
mod paying;
mod reply_sheet;
mod spending;

pub use agenda::{AgendaItemView, AgendaView, Purpose};
pub use booklet::{BookletApplication, BookletView, CopyView};
pub use decision_letter::{DecidedBy, DecisionLetterView, OfferView, Outcome};
pub use decision_sheet::{DecisionSheetView, SheetGrantView};
pub use grant_papers::{
    ChangeLetterView, ChangeView, ClosingLetterView, GrantFileView, LateView, LetterView, MemberAgreementView, ReceiptSheetView,
    ReminderView, StoryConsentView, TimelineView,
};
pub use meeting::{Audience, MeetingView, SenderView};
pub use meeting_notice::{ComingView, MeetingNoticeView, WhoMayCome};
pub use minutes::{MinuteView, MinutesItemView, MinutesView};
pub use panel_report::{
    AccordView, AdviceCount, AdviceView, CommentView, GroupQuestionView, HelpsView, NoteView, PanelApplication, PanelEntry,
    PanelReportView, ReviewView,
};
pub use paying::{PaymentLineView, PaymentListView, RemittanceAdviceView, RemittanceView};
pub use reply_sheet::{CriterionView, ReplyApplication, ReplySheetView};
pub use spending::{BarView, NamedGrantView, ReportLineView, SpendGroupView, SpendLineView, SpendReportView, SpendometerView, SumsView};

/// Something that costs money: "Tools and two work stands", "£184.00".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostLine {
    /// What is bought, or what is paid.
    pub what: String,
    /// How much it costs.
    pub amount: String,
}

/// A label with what it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// "Name of the group".
    pub label: String,
    /// "Second Spin Bike Workshop". Empty when it was left blank.
    pub value: String,
}

/// Room for one person to sign an agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureView {
    /// For whom the person signs: "For Second Spin Bike Workshop".
    pub party: String,
    /// Who signs: "First signatory".
    pub role: String,
    /// Set when this person has already signed.
    pub signed: Option<SignedView>,
}

/// A signature that is already there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedView {
    /// How it was signed: "Signed on paper".
    pub how: String,
    /// The name of the person who signed.
    pub name: String,
    /// When: "11 January 2023".
    pub date: String,
}

/// The agreement about one grant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementView {
    /// The short name on top of the page: "Allenton Big Local".
    pub letterhead: String,
    /// The name of the partnership: "Allenton Big Local Partnership Group".
    pub partnership: String,
    /// The Locally Trusted Organisation that pays.
    pub lto: String,
    /// The group that gets the grant, named as on its bank account.
    pub group: String,
    /// "CC-006".
    pub reference: String,
    /// The amount offered.
    pub amount: String,
    /// What the grant is for, in a sentence or two.
    pub purpose: String,
    /// When the application was received.
    pub received: String,
    /// The priorities ticked in question 1.
    pub priorities: Vec<String>,
    /// The answer to question 2.
    pub project: String,
    /// The words of the answer to question 3, beside its costs.
    pub money_for: String,
    /// The answer to question 4.
    pub benefits: String,
    /// The answer to question 5.
    pub difference: String,
    /// The answer to question 6.
    pub money_kept: String,
    /// The answer to question 7.
    pub anything_else: String,
    /// What the grant pays for, as agreed.
    pub costs: Vec<CostLine>,
    /// The sum of the costs.
    pub total: String,
    /// Conditions only for this grant; often none.
    pub conditions: Vec<String>,
    /// When and how much is paid: "First payment, when this agreement is signed".
    pub instalments: Vec<CostLine>,
    /// The last day to spend the money.
    pub end_of_funding: String,
    /// When the Grant Feedback form is due.
    pub feedback_due: String,
    /// When the signed agreement must be back.
    pub return_by: String,
    /// Who signs, in the order of signing.
    pub signatures: Vec<SignatureView>,
}

/// One of the seven questions on the blank form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionView {
    /// The question, word for word as in the plan.
    pub text: String,
    /// The help below it, word for word as in the plan. May be empty.
    pub hint: String,
    /// Boxes to tick.
    pub ticks: Vec<String>,
    /// Whether a table for costs follows.
    pub costs: bool,
    /// The age groups of a table for numbers of people; with none there is no table.
    pub ages: Vec<String>,
    /// How many lines to write on follow.
    pub lines: u16,
}

/// The empty application form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlankFormView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// The area the plan is for: "Allenton Big Local area".
    pub area: String,
    /// Which version of the form this is: "Version 1, April 2022".
    pub version: String,
    /// When the form must be back, if there is such a day.
    pub return_by: Option<String>,
    /// Where to bring or send it: address, phone, email.
    pub contact: Vec<String>,
    /// Kinds of group to tick.
    pub kinds: Vec<String>,
    /// Ways to have heard of the Community Chest, to tick.
    pub heard: Vec<String>,
    /// The seven questions in their order.
    pub questions: Vec<QuestionView>,
}

/// A box on the paper, ticked or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TickView {
    /// The words beside the box.
    pub label: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// How many people of one age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgeLine {
    /// "Under 5".
    pub age: String,
    /// All people of this age.
    pub people: String,
    /// Those who live in the Big Local area.
    pub from_area: String,
}

/// A version of the application: "2", "1 December 2022", "Costs changed by the group".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number.
    pub number: String,
    /// When it was made.
    pub when: String,
    /// What it changed, and who changed it.
    pub what: String,
}

/// One question with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerView {
    /// The question, word for word as in the plan.
    pub question: String,
    /// The boxes of the question.
    pub ticks: Vec<TickView>,
    /// The answer. With no boxes and an empty answer the paper was left blank.
    pub answer: String,
    /// Cost lines that belong to this answer.
    pub costs: Vec<CostLine>,
    /// Numbers of people that belong to this answer.
    pub ages: Vec<AgeLine>,
}

/// An application as it was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApplicationView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// "CC-006".
    pub reference: String,
    /// The group that applies.
    pub group: String,
    /// The cover sheet.
    pub cover: Vec<Fact>,
    /// The seven answers in their order.
    pub answers: Vec<AnswerView>,
    /// The sum of all cost lines.
    pub total: String,
    /// The amount asked of the partnership.
    pub asked: String,
    /// All people and those from the area; printed below the ages when set.
    pub all_ages: Option<AgeLine>,
    /// The versions, the oldest first; may be empty.
    pub versions: Vec<VersionLine>,
    /// While there is an embargo: what the band on every page says.
    pub embargo: Option<String>,
}

/// The Grant Feedback form for one grant, with what was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackFormView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// "CC-006".
    pub reference: String,
    /// The group that has the grant.
    pub group: String,
    /// The amount of the grant.
    pub amount: String,
    /// What it was for.
    pub purpose: String,
    /// The answer to question 5: how the group wanted to show the difference.
    pub difference: String,
    /// The cost lines agreed.
    pub costs: Vec<CostLine>,
    /// The sum of the cost lines.
    pub total: String,
    /// The last day to spend the money.
    pub end_of_funding: String,
    /// When the form is due.
    pub due: String,
    /// Where to bring or send it: address, phone, email.
    pub contact: Vec<String>,
}

/// The page with the recovery key of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecoveryPageView {
    /// The name of the partnership.
    pub partnership: String,
    /// The name of the register the key opens.
    pub register: String,
    /// When the key was made.
    pub made_on: String,
    /// The key, in groups that are easy to read and to type.
    pub key: Vec<String>,
}
