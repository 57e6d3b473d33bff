//! Printed documents: which one, made from what this member may read, under a name that gives nobody away.

mod agenda;
mod agreement;
mod application;
mod booklet;
mod change_letter;
mod clerk;
mod closing_letter;
mod decision_sheet;
mod form;
mod grant_file;
mod grant_forms;
mod letter;
mod meeting;
mod member_agreement;
mod minutes;
mod notice;
mod panel_report;
mod reminder;
mod reply_sheet;
mod spending;
mod words;

pub use crate::minutes::Version;
pub use clerk::{ClerkPaper, clerk_paper};
pub use documents::Size;

use crate::contact::Contact;
use crate::mail::MailKind;
use crate::wording::InForce;
use crate::{Case, Error, Open, Result};
use chrono::NaiveDate;
use documents::view::SenderView;
use documents::{Document, Paper, Wording};
use domain::id::{ApplicationId, GrantId, MeetingId, MemberId, RoundId};
use keys::RecoveryKey;
use letter::Hand;
pub(crate) use words::FormLabels;
use words::Labels;

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// The form to fill in by hand.
    BlankForm,
    /// An application: as received, or as typed so far.
    Application(ApplicationId),
    /// What the group is told.
    DecisionLetter(ApplicationId),
    /// The agreement about a grant.
    Agreement(GrantId),
    /// The Grant Feedback form, with what was agreed.
    FeedbackForm(GrantId),
    /// A reviewer's printed copy of a round. It is as large as they read it.
    Booklet(RoundId, MemberId),
    /// The sheets on which a reviewer without a computer replies.
    ReplySheet(RoundId, MemberId),
    /// What the panel said of a round, for whoever prints it.
    PanelReport(RoundId),
    /// The agenda of a meeting: as it is published, or for the members.
    Agenda(MeetingId, Version),
    /// The minutes of a meeting: as they are published, or for the members.
    Minutes(MeetingId, Version),
    /// The notice of a meeting, to pin up and to put on the website.
    MeetingNotice(MeetingId),
    /// What the LTO acts on after a meeting.
    DecisionSheet(MeetingId),
    /// The spendometer for the wall, as of a day or today.
    Spendometer(Option<NaiveDate>),
    /// The spend report of the period in which a day lies, or today.
    SpendReport(Option<NaiveDate>),
    /// The form to fill in on a computer.
    FillableForm,
    /// What was changed in a grant after it was agreed: the latest change.
    ChangeLetter(GrantId),
    /// What is late on a grant, in friendly or in firm words.
    Reminder(GrantId),
    /// The sheet on which receipts are listed and pinned.
    ReceiptSheet(GrantId),
    /// Consent to tell a story and to show pictures.
    StoryConsent(GrantId),
    /// The last letter about a grant.
    ClosingLetter(GrantId),
    /// The code of conduct that a member signs.
    MemberAgreement(MemberId),
    /// Everything about one application and its grant, with a list of contents.
    GrantFile(ApplicationId),
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The title, as viewers show it.
    pub title: String,
    /// A neutral name for the file: the reference and the kind, no group and no person.
    pub file_name: String,
    /// How many pages.
    pub pages: u16,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// The code at the foot of its pages, of a paper that carries one.
    pub code: Option<String>,
    /// The version of its words; 0 for those that come with the program.
    pub wording_version: u32,
}

/// What every document is made from.
struct Desk<'o> {
    open: &'o Open,
    labels: Labels,
    lto: String,
    contact: Contact,
    words: InForce,
}

/// Makes a document. What this member may not read is not found.
pub fn make(open: &Open, kind: DocumentKind, size: Size) -> Result<Printed> {
    let desk = Desk::of(open)?;
    paper(&desk, kind, size)?.print(&desk.words)
}

/// Reads what stands on documents, in their order, and the words in force. Printing them needs no register any more.
pub(crate) fn unprinted(open: &Open, kinds: &[DocumentKind], size: Size) -> Result<(Vec<Made>, InForce)> {
    let desk = Desk::of(open)?;
    let made = kinds.iter().map(|kind| paper(&desk, *kind, size)).collect::<Result<_>>()?;
    Ok((made, desk.words))
}

impl Made {
    /// Prints it with the words in force. Words that came before a change of the document never keep it from being printed:
    /// those that come with the program take their place.
    pub(crate) fn print(&self, words: &InForce) -> Result<Printed> {
        let version = words.version(self.paper.name());
        match self.document(&words.wording) {
            Ok(document) => Ok(Printed { wording_version: version, ..printed(document, &self.name) }),
            Err(_) => Ok(printed(self.document(&Wording::bundled()?)?, &self.name)),
        }
    }

    fn document(&self, words: &Wording) -> Result<Document> {
        if self.bound.is_empty() {
            return Ok(documents::print(&self.paper, words, self.size)?);
        }
        let papers: Vec<Paper> = std::iter::once(&self.paper).chain(&self.bound).cloned().collect();
        Ok(documents::bind(&self.name, &papers, words, self.size, &mut |_| true)?)
    }
}

/// A document before it is printed.
#[derive(Clone)]
pub(crate) struct Made {
    pub(crate) paper: Paper,
    /// The papers in the same file behind it.
    bound: Vec<Paper>,
    /// The name of its file, without the ending.
    name: String,
    /// A reader's copy is as large as they read.
    size: Size,
}

fn paper(desk: &Desk<'_>, kind: DocumentKind, size: Size) -> Result<Made> {
    let (labels, open) = (&desk.labels, desk.open);
    let (paper, name) = match kind {
        DocumentKind::BlankForm => (Paper::BlankForm(form::blank(desk)), labels.blank_form_name.clone()),
        DocumentKind::Application(id) => {
            let case = readable(open.case(id)?)?;
            let view = application::view(desk, case).ok_or(Error::NotFound)?;
            (Paper::Application(view), labels.file(case, &labels.application_name))
        }
        DocumentKind::DecisionLetter(id) => {
            let case = readable(open.case(id)?)?;
            let view = letter::view(desk, case, Hand::Own)?.ok_or(Error::NotFound)?;
            (Paper::DecisionLetter(view), labels.file(case, &labels.letter_name))
        }
        DocumentKind::Booklet(round, member) => {
            let booklet = booklet::paper(desk, round, member)?;
            let name = labels.booklet_name.replace("{number}", &booklet.view.copy.number);
            let size = booklet.size(size);
            return Ok(Made { paper: Paper::Booklet(booklet.view), bound: Vec::new(), name, size });
        }
        DocumentKind::ReplySheet(round, member) => {
            let booklet = booklet::paper(desk, round, member)?;
            let name = labels.reply_sheet_name.replace("{number}", &booklet.view.copy.number);
            let paper = Paper::ReplySheet(reply_sheet::view(&booklet));
            return Ok(Made { paper, bound: Vec::new(), name, size: booklet.size(size) });
        }
        DocumentKind::PanelReport(round) => (Paper::PanelReport(panel_report::view(desk, round)?), labels.panel_report_name.clone()),
        DocumentKind::Agenda(id, version) => {
            let public = version == Version::Publishable;
            let (view, page) = agenda::view(desk, id, public)?;
            let label = if public { &labels.public_agenda_name } else { &labels.agenda_name };
            (Paper::Agenda(view), meeting::file_name(label, &page.line))
        }
        DocumentKind::Minutes(id, version) => {
            let (view, line) = minutes::view(desk, id, version)?;
            let label = match version {
                Version::Confidential => &labels.minutes_name,
                Version::Publishable => &labels.public_minutes_name,
            };
            (Paper::Minutes(view), meeting::file_name(label, &line))
        }
        DocumentKind::MeetingNotice(id) => {
            let (view, line) = notice::view(desk, id)?;
            (Paper::MeetingNotice(view), meeting::file_name(&labels.notice_name, &line))
        }
        DocumentKind::DecisionSheet(id) => {
            let (view, line) = decision_sheet::view(desk, id)?;
            (Paper::DecisionSheet(view), meeting::file_name(&labels.decision_sheet_name, &line))
        }
        DocumentKind::Spendometer(day) => {
            let (view, day) = spending::wall(desk, day)?;
            (Paper::Spendometer(view), dated(&labels.spendometer_name, day))
        }
        DocumentKind::SpendReport(day) => {
            let (view, day) = spending::spend_report(desk, day)?;
            (Paper::SpendReport(view), dated(&labels.spend_report_name, day))
        }
        DocumentKind::FillableForm => (Paper::FillableForm(form::blank(desk)), labels.fillable_form_name.clone()),
        DocumentKind::Agreement(id)
        | DocumentKind::FeedbackForm(id)
        | DocumentKind::ChangeLetter(id)
        | DocumentKind::Reminder(id)
        | DocumentKind::ReceiptSheet(id)
        | DocumentKind::StoryConsent(id)
        | DocumentKind::ClosingLetter(id) => of_grant(desk, id, kind)?,
        DocumentKind::MemberAgreement(id) => {
            (Paper::MemberAgreement(member_agreement::view(desk, id)?), labels.member_agreement_name.clone())
        }
        DocumentKind::GrantFile(id) => {
            let case = readable(open.case(id)?)?;
            let (view, bound) = grant_file::papers(desk, case)?.ok_or(Error::NotFound)?;
            return Ok(Made { paper: Paper::GrantFile(view), bound, name: labels.file(case, &labels.grant_file_name), size });
        }
    };
    Ok(Made { paper, bound: Vec::new(), name, size })
}

/// A document about a grant, and the name of its file. One that has nothing to say is not found.
fn of_grant(desk: &Desk<'_>, id: GrantId, kind: DocumentKind) -> Result<(Paper, String)> {
    let (case, labels) = (decided(readable(desk.open.case_of_grant(id)?)?).ok_or(Error::NotFound)?, &desk.labels);
    let (paper, name) = match kind {
        DocumentKind::Agreement(_) => (agreement::agreement(desk, case).map(Paper::Agreement), &labels.agreement_name),
        DocumentKind::FeedbackForm(_) => (agreement::feedback(desk, case).map(Paper::FeedbackForm), &labels.feedback_name),
        DocumentKind::ChangeLetter(_) => (change_letter::view(desk, case, Hand::Own)?.map(Paper::ChangeLetter), &labels.change_letter_name),
        DocumentKind::Reminder(_) => (reminder::view(desk, case)?.map(Paper::Reminder), &labels.reminder_name),
        DocumentKind::ReceiptSheet(_) => (grant_forms::receipt_sheet(desk, case).map(Paper::ReceiptSheet), &labels.receipt_sheet_name),
        DocumentKind::StoryConsent(_) => (grant_forms::story_consent(desk, case).map(Paper::StoryConsent), &labels.story_consent_name),
        DocumentKind::ClosingLetter(_) => {
            (closing_letter::view(desk, case, Hand::Own)?.map(Paper::ClosingLetter), &labels.closing_letter_name)
        }
        _ => return Err(Error::NotFound),
    };
    Ok((paper.ok_or(Error::NotFound)?, labels.file(case, name)))
}

/// Makes the page with the recovery key of a register that was just made. Its bytes are as secret as the key.
pub fn recovery_page(open: &Open, recovery: &RecoveryKey) -> Result<Printed> {
    let desk = Desk::of(open)?;
    let paper = Paper::RecoveryPage(form::recovery(&desk, recovery));
    let made = Made { paper, bound: Vec::new(), name: desk.labels.recovery_name.clone(), size: Size::Standard };
    made.print(&desk.words)
}

/// An invented example of a document with some words: the first there is, by the name of its wording.
pub(crate) fn example(document: &str, wording: &Wording, size: Size) -> Result<Printed> {
    let found = documents::example::papers().into_iter().find(|(_, paper)| paper.name() == document);
    let (name, paper) = found.ok_or(Error::NotFound)?;
    Ok(printed(documents::print(&paper, wording, size)?, name))
}

/// The name of the one file with many letters, without a word of whom they are for.
pub(crate) fn mail_name(kind: MailKind, day: NaiveDate) -> Result<String> {
    let labels = Labels::bundled()?;
    let name = match kind {
        MailKind::DecisionLetters => &labels.mail_letters,
        MailKind::Agreements => &labels.mail_agreements,
        MailKind::Reminders => &labels.mail_reminders,
    };
    Ok(format!("{}.pdf", dated(name, day)))
}

fn dated(name: &str, day: NaiveDate) -> String {
    name.replace("{date}", &day.to_string())
}

fn printed(document: Document, name: &str) -> Printed {
    let Document { title, pages, bytes, code } = document;
    Printed { title, file_name: format!("{name}.pdf"), pages, bytes, code, wording_version: 0 }
}

/// A case whose decision this member may read. One that was opened early is read by everybody, and its decision is not, until
/// the group is told.
fn decided(case: &Case) -> Option<&Case> {
    Some(case).filter(|case| case.decisions.last().is_some_and(|decision| decision.words.is_some()))
}

fn readable(case: &Case) -> Result<&Case> {
    if case.is_readable() { Ok(case) } else { Err(Error::NotFound) }
}

impl<'o> Desk<'o> {
    fn of(open: &'o Open) -> Result<Self> {
        let labels = Labels::bundled()?;
        let lto = crate::plan::lto(open.register())?;
        let lto = if lto.trim().is_empty() { labels.lto_unnamed.clone() } else { lto };
        let contact = crate::contact::view(open)?;
        Ok(Self { open, labels, lto, contact, words: InForce::read(open)? })
    }

    /// Who writes, and how they are reached, as far as that is known.
    fn sender(&self) -> SenderView {
        let Contact { lines, phone, email } = &self.contact;
        let phone_line = Some(phone).filter(|phone| !phone.is_empty()).map(|phone| self.labels.phone_line.replace("{phone}", phone));
        let email_line = Some(email.clone()).filter(|email| !email.is_empty());
        let known = lines.iter().cloned().chain(phone_line).chain(email_line);
        SenderView { name: self.open.partnership().to_owned(), lines: known.collect(), phone: phone.clone(), email: email.clone() }
    }

    /// Where a form is brought or sent: the body, and how it is reached.
    fn where_to(&self) -> Vec<String> {
        std::iter::once(self.body()).chain(self.sender().lines).collect()
    }

    /// The body that decides and signs: `Allenton Big Local Partnership Group`.
    fn body(&self) -> String {
        let name = self.open.partnership();
        // Some names already say it.
        if name.to_lowercase().contains("partnership") { name.to_owned() } else { self.labels.body.replace("{partnership}", name) }
    }
}

#[cfg(test)]
mod tests;
