//! Appeals and complaints: taken in, what is done about each, and the outcome. The plan has no procedure for them.

use crate::input::Faults;
use crate::seal::Complained;
use crate::{Case, Changed, Error, FieldFault, Open, Result, seal};
use chrono::NaiveDate;
use domain::complaint::{ComplaintKind, ComplaintOutcome, Standing, Step, StepKind, StepProblem, check, standing};
use domain::date::TypedDate;
use domain::id::{ApplicationId, ComplaintId, MemberId};
use domain::interest::Sight;
use domain::member::{Act, may};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{ComplaintRow, ComplaintStepRow, Event, ReadTx, Which};
use uuid::Uuid;

const TOUCHED: &[&str] = &["complaint"];

/// A complaint as typed.
#[derive(Debug, Clone)]
pub struct TypedComplaint {
    /// What kind it is.
    pub kind: ComplaintKind,
    /// For an appeal.
    pub application: Option<ApplicationId>,
    /// The member whom it is about, who does not read it.
    pub about: Option<MemberId>,
    /// When it came.
    pub received_on: TypedDate,
    /// Who complained.
    pub who: String,
    /// Of what.
    pub words: String,
}

/// Something that was done, as typed.
#[derive(Debug, Clone)]
pub struct TypedStep {
    /// What.
    pub kind: StepKind,
    /// When.
    pub on: TypedDate,
    /// What is said of it; may be empty when it was acknowledged.
    pub words: String,
    /// What came of it; for an outcome.
    pub outcome: Option<ComplaintOutcome>,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub kind: StepKind,
    /// When.
    pub on: NaiveDate,
    /// What is said of it.
    pub words: String,
    /// What came of it.
    pub outcome: Option<ComplaintOutcome>,
    /// Recorded by whom.
    pub by: Uuid,
}

/// A complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Its id.
    pub id: ComplaintId,
    /// What kind it is.
    pub kind: ComplaintKind,
    /// For an appeal.
    pub application: Option<ApplicationId>,
    /// The member whom it is about.
    pub about: Option<MemberId>,
    /// When it came.
    pub received_on: NaiveDate,
    /// Who complained.
    pub who: String,
    /// Of what.
    pub words: String,
    /// Recorded by whom.
    pub by: Uuid,
    /// What was done, oldest first.
    pub steps: Vec<Done>,
    /// Where it stands.
    pub standing: Standing,
}

#[derive(Serialize, Deserialize)]
struct Words {
    who: String,
    words: String,
}

#[derive(Serialize, Deserialize)]
struct StepWords {
    words: String,
    outcome: Option<String>,
}

/// What a new complaint could be about.
pub struct Subjects<'o> {
    /// The applications that were decided.
    pub decided: Vec<&'o Case>,
    /// The members, without the one at the register, by name.
    pub members: Vec<(MemberId, &'o str)>,
    /// Whether the member at the register takes complaints in.
    pub may_record: bool,
}

/// What a new complaint could be about; nothing for those who take none in.
pub fn subjects(open: &Open) -> Subjects<'_> {
    let me = open.member();
    if !may(me.role, Act::RecordDecision) {
        return Subjects { decided: Vec::new(), members: Vec::new(), may_record: false };
    }
    let members = open.people().map(|(id, name)| (MemberId(id), name)).filter(|(id, _)| *id != me.id);
    Subjects { decided: open.cases().filter(|case| may_be_appealed(open, case)).collect(), members: members.collect(), may_record: true }
}

fn may_be_appealed(open: &Open, case: &Case) -> bool {
    case.sight == Sight::Whole && case.stance(open.member().id).may_hold() && !case.decisions.is_empty()
}

/// Every complaint that this member may read: what is due first, then the latest.
pub fn list(open: &Open) -> Result<Vec<Complaint>> {
    let mut found: Vec<Complaint> = open.register().read(|tx| {
        let rows = tx.complaints(Which::All)?.into_iter();
        rows.filter_map(|row| read(tx, &row).transpose()).collect::<Result<_>>()
    })?;
    found.sort_by_key(|one| {
        let due = one.standing.acknowledge_by.unwrap_or(NaiveDate::MAX);
        (one.standing.over, due, std::cmp::Reverse(one.received_on), one.id)
    });
    Ok(found)
}

/// One complaint; none when it is sealed to others.
fn read(tx: &ReadTx<'_>, row: &ComplaintRow) -> Result<Option<Complaint>> {
    let Some(json) = tx.sealed_text(row.words)? else { return Ok(None) };
    let Words { who, words } = serde_json::from_str(&json)?;
    let mut steps = Vec::new();
    for step in tx.complaint_steps(row.complaint_id)? {
        let Some(json) = tx.sealed_text(step.words)? else { return Ok(None) };
        let StepWords { words, outcome } = serde_json::from_str(&json)?;
        let outcome = outcome.and_then(|code| ComplaintOutcome::from_code(&code));
        steps.push(Done { kind: step.kind, on: step.on, words, outcome, by: step.recorded_by });
    }
    let standing = standing(row.kind, row.received_on, &rules(&steps), tx.today());
    Ok(Some(Complaint {
        id: row.complaint_id.into(),
        kind: row.kind,
        application: row.application_id.map(ApplicationId),
        about: row.about_member.map(MemberId),
        received_on: row.received_on,
        who,
        words,
        by: row.recorded_by,
        steps,
        standing,
    }))
}

fn rules(steps: &[Done]) -> Vec<Step> {
    steps.iter().map(|step| Step { kind: step.kind, on: step.on }).collect()
}

/// Takes a complaint in. Somebody whom it is about does not take it in themselves.
pub fn add(open: &mut Open, typed: &TypedComplaint) -> Result<Changed<ComplaintId>> {
    open.member().permit(Act::RecordDecision)?;
    let mut faults = Faults::default();
    let received_on = faults.date("receivedOn", &typed.received_on);
    let who = faults.line("who", &typed.who);
    let words = faults.answer("words", &typed.words);
    for (field, text) in [("who", &who), ("words", &words)] {
        if text.is_empty() {
            faults.refuse(field, FieldFault::Missing);
        }
    }
    if received_on.is_some_and(|on| on > open.today()) {
        faults.refuse("receivedOn", FieldFault::InFuture);
    }
    if typed.about == Some(open.member().id) {
        faults.refuse("aboutMember", FieldFault::OneSelf);
    }
    let application = typed.application.filter(|_| typed.kind == ComplaintKind::Appeal);
    if typed.kind == ComplaintKind::Appeal && application.is_none() {
        faults.refuse("applicationId", FieldFault::Missing);
    }
    let received_on = faults.settled(received_on)?;
    if typed.about.is_some_and(|member| open.role_of(member.0).is_none()) {
        return Err(Error::NotFound);
    }
    if let Some(id) = application {
        let case = open.case(id)?;
        if !may_be_appealed(open, case) {
            return Err(Error::NotFound);
        }
    }
    open.change_register(|tx| {
        let id = tx.new_id();
        let about = Complained { id, member: typed.about.map(|member| member.0), application: application.map(|id| id.0) };
        let words = seal::put_complaint(tx, &about, serde_json::to_string(&Words { who, words })?.as_bytes())?;
        tx.insert_complaint(&ComplaintRow {
            complaint_id: id,
            kind: typed.kind,
            application_id: about.application,
            about_member: about.member,
            received_on,
            words,
            recorded_by: tx.signed_in(),
        })?;
        let payload = json!({ "received_on": received_on.to_string() });
        Ok((id.into(), Event { kind: "complaintReceived", subject: Some(id), payload, touched: TOUCHED, signed: false }))
    })
}

/// Records what was done about a complaint.
pub fn record_step(open: &mut Open, id: ComplaintId, typed: &TypedStep) -> Result<Changed<()>> {
    open.member().permit(Act::RecordDecision)?;
    let mut faults = Faults::default();
    let on = faults.date("on", &typed.on);
    let words = faults.answer("words", &typed.words);
    if words.is_empty() && typed.kind != StepKind::Acknowledged {
        faults.refuse("words", FieldFault::Missing);
    }
    let outcome = typed.outcome.filter(|_| typed.kind == StepKind::Outcome);
    if typed.kind == StepKind::Outcome && outcome.is_none() {
        faults.refuse("outcome", FieldFault::Missing);
    }
    let on = faults.settled(on)?;
    open.change_register(|tx| {
        let row = tx.complaints(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
        let held = read(tx, &row)?.ok_or(Error::NotFound)?;
        let new = Step { kind: typed.kind, on };
        check(held.kind, held.received_on, &rules(&held.steps), new, outcome, tx.today()).map_err(refused)?;
        let about = Complained { id: id.0, member: row.about_member, application: row.application_id };
        let words = StepWords { words, outcome: outcome.map(|outcome| outcome.code().to_owned()) };
        let words = seal::put_complaint(tx, &about, serde_json::to_string(&words)?.as_bytes())?;
        let recorded_by = tx.signed_in();
        tx.insert_complaint_step(id.0, &ComplaintStepRow { kind: typed.kind, on, words, recorded_by })?;
        let payload = json!({ "step": typed.kind.code(), "on": on.to_string() });
        Ok(((), Event { kind: "complaintStep", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

fn refused(problem: StepProblem) -> Error {
    let (field, fault) = match problem {
        StepProblem::InFuture => ("on", FieldFault::InFuture),
        StepProblem::BeforeReceived { .. } => ("on", FieldFault::EndsBeforeItBegins),
        StepProblem::Over | StepProblem::Already | StepProblem::NoAppeal => return Error::WrongState,
    };
    Error::Fields(vec![(field.to_owned(), fault)])
}

#[cfg(test)]
mod tests;
