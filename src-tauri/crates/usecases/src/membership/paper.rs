//! What is kept of a member, and what keeps them from an office: papers, attachments, paid posts (§8.5, Appendix 1).

use super::TOUCHED;
use super::known::Known;
use super::seat::past_day;
use super::text::{self, PaperText};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::{DateProblem, TypedDate};
use domain::id::{MemberId, MemberPaperId, TieId};
use domain::member::Act;
use domain::membership::{PaperKind, Tie, TieKind};
use serde_json::json;
use store::{Event, MemberPaperRow, Which};

/// What a check with the Disclosure and Barring Service was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbsLevel {
    /// The questionnaire alone.
    Questionnaire,
    /// A basic certificate.
    Basic,
    /// A standard certificate.
    Standard,
    /// An enhanced certificate.
    Enhanced,
}

impl DbsLevel {
    const ALL: [Self; 4] = [Self::Questionnaire, Self::Basic, Self::Standard, Self::Enhanced];

    /// The word in the register.
    fn code(self) -> &'static str {
        match self {
            Self::Questionnaire => "questionnaire",
            Self::Basic => "basic",
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
        }
    }

    /// The level of that word.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// A paper, as typed. What its kind does not ask for is not read.
#[derive(Debug, Clone)]
pub struct TypedPaper {
    /// Whose.
    pub member: MemberId,
    /// What it is.
    pub kind: PaperKind,
    /// When it was signed, seen or done.
    pub on: TypedDate,
    /// Of a check with the Disclosure and Barring Service.
    pub level: Option<DbsLevel>,
    /// The date on the certificate, if one was seen. Never its number.
    pub certificate_on: TypedDate,
    /// Who saw the certificate, or the proof of identity.
    pub seen_by: String,
    /// What the training was, or what was said at the exit interview.
    pub words: String,
}

/// Records a paper of a member; or of somebody who was one, for an exit interview.
pub fn record_paper(open: &mut Open, typed: &TypedPaper) -> Result<Changed<MemberPaperId>> {
    open.member().permit(Act::KeepMembers)?;
    let today = open.today();
    let mut faults = Faults::default();
    let on = past_day(&mut faults, "on", &typed.on, today);
    let mut words = PaperText::default();
    if typed.kind == PaperKind::Dbs {
        match typed.level {
            None => faults.refuse("level", FieldFault::Missing),
            Some(level) => words.level = Some(level.code().to_owned()),
        }
        let certificate = typed.level.is_some_and(|level| level != DbsLevel::Questionnaire);
        if certificate || typed.certificate_on.date() != Err(DateProblem::Missing) {
            words.certificate_on = past_day(&mut faults, "certificateOn", &typed.certificate_on, today);
        }
    }
    if matches!(typed.kind, PaperKind::Dbs | PaperKind::Identity) {
        words.seen_by = faults.line("seenBy", &typed.seen_by);
        if words.seen_by.is_empty() {
            faults.refuse("seenBy", FieldFault::Missing);
        }
    }
    if matches!(typed.kind, PaperKind::Training | PaperKind::ExitInterview) {
        words.words = faults.answer("words", &typed.words);
        if words.words.is_empty() {
            faults.refuse("words", FieldFault::Missing);
        }
    }
    let on = faults.settled(on)?;
    open.change_register(|tx| {
        let known = Known::read(tx)?;
        if typed.kind != PaperKind::ExitInterview {
            known.staying(typed.member)?;
        } else if !known.rows.iter().any(|row| row.member_id == typed.member.0) {
            return Err(Error::NotFound);
        }
        let id = MemberPaperId(tx.new_id());
        let sealed = if words == PaperText::default() { None } else { Some(text::put(tx, typed.member.0, &words)?) };
        tx.insert_member_paper(&MemberPaperRow { id, member: typed.member, kind: typed.kind, done_on: on, words: sealed })?;
        let payload = json!({ "member": typed.member.0, "paper": typed.kind.code(), "on": on });
        Ok((id, Event { kind: "memberPaperRecorded", subject: Some(typed.member.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Says that a paper was entered by mistake.
pub fn void_paper(open: &mut Open, id: MemberPaperId) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let papers = open.register().read(|tx| tx.member_papers(Which::All))?;
    let paper = papers.into_iter().find(|paper| paper.id == id).ok_or(Error::NotFound)?;
    open.change_register(|tx| {
        tx.void_member_paper(id)?;
        let payload = json!({ "member": paper.member.0, "paper": paper.kind.code(), "on": paper.done_on });
        Ok(((), Event { kind: "memberPaperVoided", subject: Some(paper.member.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// An attachment to the Local Trusted Organisation or a paid post, as typed.
#[derive(Debug, Clone)]
pub struct TypedTie {
    /// Whose.
    pub member: MemberId,
    /// Which of the two.
    pub kind: TieKind,
    /// What it is.
    pub what: String,
    /// Since when.
    pub since: TypedDate,
}

/// Records an attachment or a paid post. It takes no office away: the rule it breaks is shown until the office is given anew.
pub fn record_tie(open: &mut Open, typed: &TypedTie) -> Result<Changed<TieId>> {
    open.member().permit(Act::KeepMembers)?;
    let mut faults = Faults::default();
    let what = faults.line("what", &typed.what);
    if what.is_empty() {
        faults.refuse("what", FieldFault::Missing);
    }
    let since = past_day(&mut faults, "since", &typed.since, open.today());
    let since = faults.settled(since)?;
    open.change_register(|tx| {
        Known::read(tx)?.staying(typed.member)?;
        let id = TieId(tx.new_id());
        tx.insert_tie(&Tie { id, member: typed.member, kind: typed.kind, what, since, ended_on: None })?;
        let payload = json!({ "member": typed.member.0, "tie": typed.kind.code(), "since": since });
        Ok((id, Event { kind: "tieRecorded", subject: Some(typed.member.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Ends an attachment or a paid post.
pub fn end_tie(open: &mut Open, id: TieId, on: &TypedDate) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    let ties = open.register().read(|tx| tx.ties())?;
    let tie = ties.into_iter().find(|tie| tie.id == id).ok_or(Error::NotFound)?;
    if tie.ended_on.is_some() {
        return Err(Error::WrongState);
    }
    let mut faults = Faults::default();
    let on = past_day(&mut faults, "on", on, open.today());
    if on.is_some_and(|on| on < tie.since) {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let on = faults.settled(on)?;
    open.change_register(|tx| {
        tx.insert_tie_end(id, on)?;
        let payload = json!({ "member": tie.member.0, "tie": tie.kind.code(), "on": on });
        Ok(((), Event { kind: "tieEnded", subject: Some(tie.member.0), payload, touched: TOUCHED, signed: true }))
    })
}
