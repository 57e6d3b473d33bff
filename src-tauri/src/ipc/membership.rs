//! Commands of the membership desk.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use tauri::{AppHandle, State};
use usecases::membership::{self as core, TypedAppointment, TypedJoining, TypedJoiningVote, TypedNominee};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::field::TypedDate;
use crate::ipc::dto::membership::{
    AppointInput, ElectInput, ElectedOrNot, EndOfficeInput, EndSeatInput, EndTieInput, GiveSeatInput, JoiningInput, MemberPaperInput,
    Membership, MembershipPerson, NomineeInput, TieInput, VoteOnJoiningInput,
};
use crate::ipc::value::parse_id;

/// The desk as of a day; as of today when nothing was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn membership(desk: State<'_, Desk>, on: TypedDate) -> CommandResult<Membership> {
    desk.read(|open| Ok(convert::desk(open, core::desk_as_of(open, &on.into())?)))
}

/// One person: seats, offices, ties, and for those who keep the members their papers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn membership_person(desk: State<'_, Desk>, member_id: String) -> CommandResult<MembershipPerson> {
    let id = parse_id(&member_id)?;
    desk.read(|open| Ok(core::person(open, id)?.into()))
}

/// Gives a seat that no vote of this register gave.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn give_seat(app: AppHandle, desk: State<'_, Desk>, input: GiveSeatInput) -> CommandResult<()> {
    let member = parse_id(&input.member_id)?;
    let typed = core::TypedSeat { member, seat: input.seat.into(), begins_on: input.begins_on.into(), ends_on: input.ends_on.into() };
    desk.change(&app, |open| core::give_seat(open, &typed)).map(drop)
}

/// Ends a seat.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_seat(app: AppHandle, desk: State<'_, Desk>, input: EndSeatInput) -> CommandResult<()> {
    let typed = core::TypedSeatEnd {
        member: parse_id(&input.member_id)?,
        why: input.why.into(),
        on: input.on.into(),
        words: input.words,
        told_on: input.told_on.into(),
        item: input.item_id.as_deref().map(parse_id).transpose()?,
        vote: input.vote.into(),
    };
    desk.change(&app, |open| core::end_seat(open, &typed))
}

/// Appoints an officer: the only nominee, or whoever wins the ballot. Answers their name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn appoint_officer(app: AppHandle, desk: State<'_, Desk>, input: AppointInput) -> CommandResult<String> {
    let nominee = |nominee: NomineeInput| {
        let NomineeInput { member_id, consents, votes } = nominee;
        parse_id(&member_id).map(|member| TypedNominee { member, consents, votes })
    };
    let typed = TypedAppointment {
        office: input.office.into(),
        on: input.on.into(),
        nominees: input.nominees.into_iter().map(nominee).collect::<CommandResult<_>>()?,
        in_place_of: input.in_place_of.as_deref().map(parse_id).transpose()?,
    };
    let winner = desk.change(&app, |open| core::appoint(open, &typed))?;
    desk.read(|open| Ok(open.name_of(winner.0).to_owned()))
}

/// Ends an office whose holder keeps the seat.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_office(app: AppHandle, desk: State<'_, Desk>, input: EndOfficeInput) -> CommandResult<()> {
    let member = parse_id(&input.member_id)?;
    desk.change(&app, |open| core::end_office(open, member, &input.on.into()))
}

/// Records a vote on one candidate at an annual general meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_election(app: AppHandle, desk: State<'_, Desk>, input: ElectInput) -> CommandResult<ElectedOrNot> {
    let candidate = match input.member_id {
        Some(id) => core::Candidate::Member(parse_id(&id)?),
        None => core::Candidate::New(input.candidate),
    };
    let typed = core::TypedElection {
        held_on: input.held_on.into(),
        candidate,
        nominated_on: input.nominated_on.into(),
        residents: input.residents,
        hands: input.hands,
        ends_on: input.ends_on.into(),
    };
    let elected = desk.change(&app, |open| core::elect(open, &typed))?;
    Ok(ElectedOrNot { carried: elected.carried })
}

/// Records that two resident members met somebody who would join.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_joining(app: AppHandle, desk: State<'_, Desk>, input: JoiningInput) -> CommandResult<()> {
    let id = |id: Option<String>| id.as_deref().map(parse_id).transpose();
    let typed = TypedJoining {
        member: id(input.member_id)?,
        name: input.name,
        met_on: input.met_on.into(),
        met_by: [id(input.met_by)?, id(input.and_by)?],
        eligible: input.eligible,
        words: input.notes,
    };
    desk.change(&app, |open| core::meet(open, &typed)).map(drop)
}

/// Records the vote on somebody who would join.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn vote_on_joining(app: AppHandle, desk: State<'_, Desk>, input: VoteOnJoiningInput) -> CommandResult<ElectedOrNot> {
    let typed = TypedJoiningVote {
        joining: parse_id(&input.joining_id)?,
        voted_on: input.voted_on.into(),
        vote: input.vote.into(),
        ends_on: input.ends_on.into(),
    };
    let elected = desk.change(&app, |open| core::vote_on_joining(open, &typed))?;
    Ok(ElectedOrNot { carried: elected.carried })
}

/// Records a paper of a member.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_member_paper(app: AppHandle, desk: State<'_, Desk>, input: MemberPaperInput) -> CommandResult<()> {
    let typed = core::TypedPaper {
        member: parse_id(&input.member_id)?,
        kind: input.kind.into(),
        on: input.on.into(),
        level: input.level.map(Into::into),
        certificate_on: input.certificate_on.into(),
        seen_by: input.seen_by,
        words: input.words,
    };
    desk.change(&app, |open| core::record_paper(open, &typed)).map(drop)
}

/// Says that a paper was entered by mistake.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn void_member_paper(app: AppHandle, desk: State<'_, Desk>, paper_id: String) -> CommandResult<()> {
    let id = parse_id(&paper_id)?;
    desk.change(&app, |open| core::void_paper(open, id))
}

/// Records an attachment to the Local Trusted Organisation, or a paid post.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_tie(app: AppHandle, desk: State<'_, Desk>, input: TieInput) -> CommandResult<()> {
    let member = parse_id(&input.member_id)?;
    let typed = core::TypedTie { member, kind: input.kind.into(), what: input.what, since: input.since.into() };
    desk.change(&app, |open| core::record_tie(open, &typed)).map(drop)
}

/// Ends an attachment or a paid post.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_tie(app: AppHandle, desk: State<'_, Desk>, input: EndTieInput) -> CommandResult<()> {
    let id = parse_id(&input.tie_id)?;
    desk.change(&app, |open| core::end_tie(open, id, &input.on.into()))
}
