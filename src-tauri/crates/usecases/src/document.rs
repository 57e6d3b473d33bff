//! Printed documents: which one, made from what this member may read, under a name that gives nobody away.

mod agenda;
mod agreement;
mod application;
mod booklet;
mod clerk;
mod decision_sheet;
mod form;
mod letter;
mod meeting;
mod minutes;
mod notice;
mod panel_report;
mod reply_sheet;
mod spending;
mod words;

pub use crate::minutes::Version;
pub use clerk::{ClerkPaper, clerk_paper};
pub use documents::Size;

use crate::contact::Contact;
use crate::{Case, Error, Open, Result};
use chrono::NaiveDate;
use documents::view::SenderView;
use documents::{Document, Wording};
use domain::id::{ApplicationId, GrantId, MeetingId, MemberId, RoundId};
use keys::RecoveryKey;
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
}

/// What every document is made from.
struct Desk<'o> {
    open: &'o Open,
    labels: Labels,
    lto: String,
    contact: Contact,
}

/// Makes a document. What this member may not read is not found.
pub fn make(open: &Open, kind: DocumentKind, size: Size) -> Result<Printed> {
    let desk = Desk::of(open)?;
    let wording = Wording::bundled()?;
    let labels = &desk.labels;
    let (document, name) = match kind {
        DocumentKind::BlankForm => (documents::blank_form(&form::blank(&desk), &wording, size)?, labels.blank_form_name.clone()),
        DocumentKind::Application(id) => {
            let case = readable(open.case(id)?)?;
            let view = application::view(&desk, case).ok_or(Error::NotFound)?;
            (documents::completed_application(&view, &wording, size)?, labels.file(case, &labels.application_name))
        }
        DocumentKind::DecisionLetter(id) => {
            let case = readable(open.case(id)?)?;
            let view = letter::view(&desk, case)?.ok_or(Error::NotFound)?;
            (documents::decision_letter(&view, &wording, size)?, labels.file(case, &labels.letter_name))
        }
        DocumentKind::Agreement(id) => {
            let case = readable(open.case_of_grant(id)?)?;
            let view = agreement::agreement(&desk, case).ok_or(Error::NotFound)?;
            (documents::agreement(&view, &wording, size)?, labels.file(case, &labels.agreement_name))
        }
        DocumentKind::Booklet(round, member) => {
            let paper = booklet::paper(&desk, round, member)?;
            let name = labels.booklet_name.replace("{number}", &paper.view.copy.number);
            (documents::reviewers_booklet(&paper.view, &wording, paper.size(size))?, name)
        }
        DocumentKind::ReplySheet(round, member) => {
            let paper = booklet::paper(&desk, round, member)?;
            let name = labels.reply_sheet_name.replace("{number}", &paper.view.copy.number);
            (documents::reply_sheet(&reply_sheet::view(&paper), &wording, paper.size(size))?, name)
        }
        DocumentKind::PanelReport(round) => {
            let view = panel_report::view(&desk, round)?;
            (documents::panel_report(&view, &wording, size)?, labels.panel_report_name.clone())
        }
        DocumentKind::Agenda(id, version) => {
            let public = version == Version::Publishable;
            let (view, page) = agenda::view(&desk, id, public)?;
            let label = if public { &labels.public_agenda_name } else { &labels.agenda_name };
            (documents::agenda(&view, &wording, size)?, meeting::file_name(label, &page.line))
        }
        DocumentKind::Minutes(id, version) => {
            let (view, line) = minutes::view(&desk, id, version)?;
            let label = match version {
                Version::Confidential => &labels.minutes_name,
                Version::Publishable => &labels.public_minutes_name,
            };
            (documents::minutes(&view, &wording, size)?, meeting::file_name(label, &line))
        }
        DocumentKind::MeetingNotice(id) => {
            let (view, line) = notice::view(&desk, id)?;
            (documents::meeting_notice(&view, &wording, size)?, meeting::file_name(&labels.notice_name, &line))
        }
        DocumentKind::DecisionSheet(id) => {
            let (view, line) = decision_sheet::view(&desk, id)?;
            (documents::decision_sheet(&view, &wording, size)?, meeting::file_name(&labels.decision_sheet_name, &line))
        }
        DocumentKind::Spendometer(day) => {
            let (view, day) = spending::wall(&desk, day)?;
            (documents::spendometer(&view, &wording, size)?, dated(&labels.spendometer_name, day))
        }
        DocumentKind::SpendReport(day) => {
            let (view, day) = spending::spend_report(&desk, day)?;
            (documents::spend_report(&view, &wording, size)?, dated(&labels.spend_report_name, day))
        }
        DocumentKind::FeedbackForm(id) => {
            let case = readable(open.case_of_grant(id)?)?;
            let view = agreement::feedback(&desk, case).ok_or(Error::NotFound)?;
            (documents::feedback_form(&view, &wording, size)?, labels.file(case, &labels.feedback_name))
        }
    };
    Ok(printed(document, &name))
}

/// Makes the page with the recovery key of a register that was just made. Its bytes are as secret as the key.
pub fn recovery_page(open: &Open, recovery: &RecoveryKey) -> Result<Printed> {
    let desk = Desk::of(open)?;
    let document = documents::recovery_page(&form::recovery(&desk, recovery), &Wording::bundled()?)?;
    Ok(printed(document, &desk.labels.recovery_name))
}

fn dated(name: &str, day: NaiveDate) -> String {
    name.replace("{date}", &day.to_string())
}

fn printed(document: Document, name: &str) -> Printed {
    Printed { title: document.title, file_name: format!("{name}.pdf"), pages: document.pages, bytes: document.bytes }
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
        Ok(Self { open, labels, lto, contact })
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
