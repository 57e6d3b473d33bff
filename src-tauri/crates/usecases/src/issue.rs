//! Papers that were issued: opened to print, or saved. Each is recorded once, by its code; of those about an application the
//! pages are kept as they were, sealed as the application is.

mod shape;

pub(crate) use shape::says_decision;

use crate::document::{self, DocumentKind, Printed, Size};
use crate::{Case, Changed, Error, Open, Result, seal};
use chrono::NaiveDate;
use domain::id::{ApplicationId, GrantId, IssueId};
use serde_json::json;
use shape::{About, is_for_members, kind_of};
use store::{Event, IssueRow, WriteTx};
use uuid::Uuid;

const TOUCHED: &[&str] = &["paper"];

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Its id.
    pub id: IssueId,
    /// The code at the foot of its pages: `7KQX-M2PD-9RTA`.
    pub code: String,
    /// Which document.
    pub kind: DocumentKind,
    /// How large its letters are.
    pub size: Size,
    /// How many pages.
    pub pages: u16,
    /// The application whose case it belongs to.
    pub application: Option<ApplicationId>,
    /// Its grant, once there is one.
    pub grant: Option<GrantId>,
    /// The application's reference.
    pub reference: Option<String>,
    /// The name of the group.
    pub group: Option<String>,
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub by: Uuid,
    /// The version of its words; 0 for those that come with the program.
    pub wording_version: u32,
    /// Whether the pages can be shown as they were.
    pub kept: bool,
    /// Whether it is confidential now: under the embargo of its application, or about a decision that the group was not told, or
    /// for the members only.
    pub sealed: bool,
}

/// Makes a document to be printed or sent, and records that it was issued, in the name of the member at the register. The same
/// paper again, word for word, writes nothing new. What carries no code is not recorded, nor is anything that is printed from a
/// register that is only looked at.
pub fn issue(open: &mut Open, kind: DocumentKind, size: Size) -> Result<Changed<Printed>> {
    let paper = (kind, document::make(open, kind, size)?);
    let changed = record(open, size, std::slice::from_ref(&paper))?;
    Ok(changed.map(|()| paper.1))
}

/// Records that documents were issued which this member made, all of them or none.
pub(crate) fn record(open: &mut Open, size: Size, papers: &[(DocumentKind, Printed)]) -> Result<Changed<()>> {
    let mut new = Vec::new();
    for (kind, printed) in papers {
        let (Some(code), Some(about)) = (printed.code.as_deref(), About::of(*kind, open.today())) else { continue };
        if !open.register().is_looked_at_only() && open.register().read(|tx| tx.issue_by_code(code))?.is_none() {
            let application = application_of(open, *kind)?;
            new.push(New { about, application, code, large: size == Size::Large, printed });
        }
    }
    let Some((last, others)) = new.split_last() else { return open.unchanged(()) };
    open.change_register(|tx| {
        for paper in others {
            let event = paper.insert(tx)?;
            tx.also(event);
        }
        Ok(((), last.insert(tx)?))
    })
}

/// A paper that has no record yet.
struct New<'p> {
    about: About,
    application: Option<ApplicationId>,
    code: &'p str,
    large: bool,
    printed: &'p Printed,
}

impl New<'_> {
    /// Keeps its record and its pages, and answers the event of it.
    fn insert(&self, tx: &mut WriteTx<'_>) -> Result<Event> {
        let (issue_id, application_id) = (tx.new_id(), self.application.map(|id| id.0));
        let About { code: kind, subject, day } = self.about;
        let copy = match application_id {
            Some(id) => Some(seal::put_copy(tx, id, says_decision(kind), &self.printed.bytes)?),
            None => None,
        };
        tx.insert_issue(&IssueRow {
            issue_id,
            code: self.code.to_owned(),
            kind: kind.to_owned(),
            subject,
            day,
            application_id,
            large: self.large,
            pages: self.printed.pages,
            wording_version: self.printed.wording_version,
            issued_on: tx.today(),
            issued_by: tx.signed_in(),
            copy,
        })?;
        let payload = json!({ "issue": issue_id, "paper": kind });
        Ok(Event { kind: "paperIssued", subject: application_id.or(subject), payload, touched: TOUCHED, signed: false })
    }
}

/// The paper with a code, as it was typed or read. One that this member may not see is not found.
pub fn by_code(open: &Open, typed: &str) -> Result<Issued> {
    let code = as_printed(typed).ok_or(Error::NotFound)?;
    let row = open.register().read(|tx| tx.issue_by_code(&code))?.ok_or(Error::NotFound)?;
    shown(open, row)?.ok_or(Error::NotFound)
}

/// The papers that were issued about an application and its grant, the newest first.
pub fn of_application(open: &Open, id: ApplicationId) -> Result<Vec<Issued>> {
    readable(open, id)?;
    let rows = open.register().read(|tx| tx.issues_of_application(id.0))?;
    let mut found = Vec::new();
    for row in rows.into_iter().rev() {
        found.extend(shown(open, row)?);
    }
    Ok(found)
}

/// The days on which a document about an application or its grant was issued.
pub(crate) fn days(open: &Open, id: ApplicationId, kind: DocumentKind) -> Result<Vec<NaiveDate>> {
    Ok(issued(open, id, kind)?.into_iter().map(|(on, _)| on).collect())
}

/// When a document about an application or its grant was issued and by whom, the oldest first.
pub(crate) fn issued(open: &Open, id: ApplicationId, kind: DocumentKind) -> Result<Vec<(NaiveDate, Uuid)>> {
    let Some(About { code, subject, .. }) = About::of(kind, open.today()) else { return Ok(Vec::new()) };
    let rows = open.register().read(|tx| tx.issues_of_application(id.0))?;
    Ok(rows.into_iter().filter(|row| row.kind == code && row.subject == subject).map(|row| (row.issued_on, row.issued_by)).collect())
}

/// The pages of a paper as they were issued.
pub fn copy(open: &Open, id: IssueId) -> Result<Printed> {
    let row = open.register().read(|tx| tx.issue(id.0))?.ok_or(Error::NotFound)?;
    let copy = row.copy;
    let issued = shown(open, row)?.ok_or(Error::NotFound)?;
    let bytes = open.register().read(|tx| tx.sealed_bytes(copy.ok_or(Error::NotFound)?).map_err(Error::from))?;
    let title = [issued.reference.as_deref(), Some(&issued.code)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(Printed {
        file_name: format!("{title}.pdf"),
        title,
        pages: issued.pages,
        bytes: bytes.ok_or(Error::NotFound)?,
        code: Some(issued.code),
        wording_version: issued.wording_version,
    })
}

/// A record for those who may see what it is about. Of a paper whose pages were kept that is whoever can open them: so it is
/// there for just those who may read the application, and, until the group was told, what was decided on it.
fn shown(open: &Open, row: IssueRow) -> Result<Option<Issued>> {
    let case = match row.application_id.map(|id| readable(open, ApplicationId(id))) {
        Some(Err(_)) => return Ok(None),
        Some(Ok(case)) => Some(case),
        None => None,
    };
    if let Some(copy) = row.copy
        && open.register().read(|tx| tx.sealed_bytes(copy))?.is_none()
    {
        return Ok(None);
    }
    let kind = kind_of(&row).ok_or(Error::NotFound)?;
    let sealed = case.map_or_else(|| is_for_members(kind), |case| case.is_sealed() || (says_decision(&row.kind) && case.may_declare()));
    Ok(Some(Issued {
        id: row.issue_id.into(),
        kind,
        size: if row.large { Size::Large } else { Size::Standard },
        pages: row.pages,
        application: case.map(Case::id),
        grant: case.and_then(Case::grant_id),
        reference: case.and_then(Case::reference),
        group: case.and_then(Case::group_name).map(str::to_owned),
        on: row.issued_on,
        by: row.issued_by,
        wording_version: row.wording_version,
        kept: row.copy.is_some(),
        sealed,
        code: row.code,
    }))
}

fn readable(open: &Open, id: ApplicationId) -> Result<&Case> {
    open.case(id).ok().filter(|case| case.is_readable()).ok_or(Error::NotFound)
}

/// The application whose case a document belongs to.
fn application_of(open: &Open, kind: DocumentKind) -> Result<Option<ApplicationId>> {
    use DocumentKind as Kind;
    match kind {
        Kind::Application(id) | Kind::DecisionLetter(id) | Kind::GrantFile(id) => Ok(Some(id)),
        Kind::Agreement(id)
        | Kind::FeedbackForm(id)
        | Kind::ChangeLetter(id)
        | Kind::Reminder(id)
        | Kind::ReceiptSheet(id)
        | Kind::StoryConsent(id)
        | Kind::ClosingLetter(id) => Ok(Some(open.case_of_grant(id)?.id())),
        _ => Ok(None),
    }
}

/// A code as it is printed, from what somebody typed, or from what stands in the square code: `CC1:7KQXM2PD9RTA:2`.
fn as_printed(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("CC1:").map_or(typed, |rest| rest.split(':').next().unwrap_or(rest));
    documents::code::read(typed).map(|code| code.to_string())
}

#[cfg(test)]
mod tests;
