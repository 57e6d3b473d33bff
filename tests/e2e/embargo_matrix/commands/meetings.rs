//! How the commands of meetings are called: about the meetings of the stage, and about the item of each application.

use serde_json::{Value, json};
use testkit::matrix::Marked;
use uuid::Uuid;

use super::How::{self, About, Both, Never, Once};
use super::{Named, day, documents_of, none_about};

fn at_item(named: &Named, marked: &Marked) -> Vec<Value> {
    named.items(marked).into_iter().map(|item| json!({ "itemId": item })).collect()
}

fn item_of(subject: Uuid) -> Value {
    json!({ "kind": "grant", "title": "", "about": "soon", "subjectId": subject, "public": true })
}

fn resolution(named: &Named, marked: &Marked) -> Vec<Value> {
    let grant = |outcome: Value| {
        json!({
            "kind": "grant", "outcome": outcome, "conditions": [], "endsOn": day(), "returnBy": day(), "instalments": [], "reason": "why",
        })
    };
    let proposals = [
        grant(json!({ "kind": "approved", "amount": "999999.00" })),
        grant(json!({ "kind": "declined", "reasons": "none" })),
        json!({ "kind": "other", "proposal": "That it be so", "otherSide": true }),
    ];
    let ways = [json!({ "kind": "consensus" }), json!({ "kind": "vote", "agree": 1, "against": 1, "notVoting": 0, "casting": "against" })];
    let mut calls = Vec::new();
    for item in named.items(marked) {
        for (proposal, way) in proposals.iter().zip(ways.iter().cycle()) {
            calls.push(json!({ "input": { "itemId": item, "proposal": proposal, "way": way, "at": "" } }));
        }
    }
    calls
}

/// Calls about each meeting.
fn each(named: &Named, args: impl Fn(Uuid) -> Value) -> Vec<Value> {
    named.meetings.iter().map(|meeting| args(meeting.0)).collect()
}

/// One meeting for each application, another for the next: an item more in each would make every later command read it.
fn a_meeting(named: &Named, marked: &Marked) -> Uuid {
    let at = marked.id.0.as_u128() % named.meetings.len().max(1) as u128;
    named.meetings.get(at as usize).map_or(marked.id.0, |meeting| meeting.0)
}

/// Calls about each item of an application.
fn each_item(named: &Named, marked: &Marked, args: impl Fn(Uuid) -> Value) -> Vec<Value> {
    named.items(marked).into_iter().map(|item| json!({ "input": args(item) })).collect()
}

/// What is printed of each meeting, and of the money.
pub(super) fn documents(named: &Named) -> Vec<Value> {
    let of_money = ["spendometer", "spendReport"]
        .into_iter()
        .map(|kind| json!({ "input": { "kind": kind, "subject": null, "person": null, "size": "standard" } }));
    let kinds = ["agenda", "publicAgenda", "meetingNotice", "confidentialMinutes", "publishableMinutes", "decisionSheet"];
    named.meetings.iter().flat_map(|meeting| kinds.iter().flat_map(|kind| documents_of(kind, meeting.0))).chain(of_money).collect()
}

/// The rows.
pub(super) fn rows() -> Vec<(&'static str, How)> {
    let nobody = Uuid::nil();
    let never = json!({ "day": "", "month": "", "year": "" });
    let planned =
        || json!({ "kind": "partnership", "on": { "day": "19", "month": "5", "year": "2022" }, "startsAt": "6:30pm", "place": "" });
    vec![
        ("meetings", Once(json!({}))),
        ("meeting", Both(|named| each(named, |id| json!({ "meetingId": id })), none_about)),
        ("plan_meeting", Once(json!({ "input": planned() }))),
        ("change_meeting", Once(json!({ "input": { "meetingId": nobody, "meeting": planned() } }))),
        ("call_off_meeting", Once(json!({ "input": { "meetingId": nobody, "reason": "why" } }))),
        (
            "add_item",
            About(|named, marked| vec![json!({ "input": { "meetingId": a_meeting(named, marked), "item": item_of(marked.id.0) } })]),
        ),
        ("change_item", About(|named, marked| each_item(named, marked, |id| json!({ "itemId": id, "item": item_of(marked.id.0) })))),
        ("move_item", About(|named, marked| each_item(named, marked, |id| json!({ "itemId": id, "number": 1 })))),
        // On items that are taken up it is refused; on others it would take the stage away.
        ("remove_item", Once(json!({ "itemId": nobody }))),
        ("add_paper", About(at_item)),
        ("open_paper", About(|named, marked| named.papers(marked).into_iter().map(|id| json!({ "paperId": id })).collect())),
        ("remove_paper", Once(json!({ "paperId": nobody }))),
        ("record_notice", Both(|named| each(named, |id| json!({ "input": { "meetingId": id, "place": "hub", "on": day() } })), none_about)),
        (
            "sitting",
            Both(
                |named| {
                    let shown = |show: bool| each(named, |id| json!({ "meetingId": id, "showSealed": show }));
                    [shown(false), shown(true)].concat()
                },
                none_about,
            ),
        ),
        (
            "record_attendance",
            Both(
                |named| {
                    let of = |member: &Uuid, what: &str| {
                        each(named, |id| json!({ "input": { "meetingId": id, "memberId": member, "what": what, "at": "" } }))
                    };
                    // Entries that are kept make every later command read more: two members say what all would.
                    named.members.iter().take(2).flat_map(|member| [of(member, "apologies"), of(member, "tookChair")].concat()).collect()
                },
                none_about,
            ),
        ),
        (
            "record_heads",
            Both(|named| each(named, |id| json!({ "input": { "meetingId": id, "residents": "many", "at": "" } })), none_about),
        ),
        ("start_meeting", Both(|named| each(named, |id| json!({ "input": { "meetingId": id, "at": "" } })), none_about)),
        ("take_item", About(|named, marked| each_item(named, marked, |id| json!({ "itemId": id, "step": "taken", "at": "" })))),
        (
            "declare_at_meeting",
            About(|named, marked| {
                let of = |member: &Uuid| {
                    each_item(
                        named,
                        marked,
                        |id| json!({ "itemId": id, "memberId": member, "financial": false, "how": "", "part": "remained", "at": "" }),
                    )
                };
                named.members.iter().take(2).flat_map(of).collect()
            }),
        ),
        (
            "record_part",
            About(|named, marked| {
                let of = |member: &Uuid| {
                    each_item(named, marked, |id| json!({ "itemId": id, "memberId": member, "part": "withdrew", "at": "" }))
                };
                named.members.iter().take(2).flat_map(of).collect()
            }),
        ),
        ("weigh_resolution", About(resolution)),
        ("resolve", About(resolution)),
        ("note_item", About(|named, marked| each_item(named, marked, |id| json!({ "itemId": id, "note": "They talked." })))),
        ("undo_entry", Never("answers nothing, and each call would strike out more of the stage")),
        ("close_meeting", Once(json!({ "input": { "meetingId": nobody, "at": "", "embargoUntil": never, "embargoReason": "" } }))),
        ("minutes", Both(|named| each(named, |id| json!({ "meetingId": id })), none_about)),
        (
            "save_minutes",
            About(|named, marked| each_item(named, marked, |id| json!({ "itemId": id, "confidential": "", "publishable": "" }))),
        ),
    ]
}
