//! How each command is called about an application that its caller may not read.

mod meetings;
mod money;
mod papers;

use std::path::PathBuf;

use domain::id::{ApplicationId, GrantId, MeetingId, RoundId};
use serde_json::{Value, json};
use testkit::matrix::{Marked, MarkedItem};
use uuid::Uuid;

/// The ids that calls name, beside those of the application.
pub(super) struct Named {
    pub(super) register: PathBuf,
    pub(super) rounds: Vec<RoundId>,
    pub(super) members: Vec<Uuid>,
    /// Those who review.
    pub(super) reviewers: Vec<Uuid>,
    pub(super) grants: Vec<(ApplicationId, Option<GrantId>)>,
    pub(super) meetings: Vec<MeetingId>,
    pub(super) items: Vec<MarkedItem>,
}

impl Named {
    /// The grant of an application; of one that has none, its own id, which no grant has.
    fn grant(&self, marked: &Marked) -> Uuid {
        let found = self.grants.iter().find(|(id, _)| *id == marked.id).and_then(|(_, grant)| *grant);
        found.map_or(marked.id.0, |grant| grant.0)
    }

    /// The items on an application; of one that is on no agenda, its own id, which no item has.
    fn items(&self, marked: &Marked) -> Vec<Uuid> {
        let found: Vec<Uuid> = self.items.iter().filter(|one| one.application == marked.id).map(|one| one.item.0).collect();
        if found.is_empty() { vec![marked.id.0] } else { found }
    }

    fn papers(&self, marked: &Marked) -> Vec<Uuid> {
        self.items.iter().filter(|one| one.application == marked.id).map(|one| one.paper).collect()
    }

    fn round(&self, marked: &Marked) -> Uuid {
        marked.round.or_else(|| self.rounds.first().copied()).map_or(marked.id.0, |round| round.0)
    }
}

/// Calls about what is not one application's.
type Once = fn(&Named) -> Vec<Value>;

/// Calls about one application.
type Args = fn(&Named, &Marked) -> Vec<Value>;

/// How a command is called.
pub(super) enum How {
    /// Once, with these arguments.
    Once(Value),
    /// Once, after everything else: it may take the register away.
    AtTheEnd(Value),
    /// About each application.
    About(Args),
    /// Some times about what is not one application's, such as each meeting, and about each application.
    Both(Once, Args),
    /// About each application, of which it may show the summary to whoever has not answered yet.
    Gate(Args),
    /// About each application that the caller cannot read by answering.
    Answering(Args),
    /// Not at all, for this reason.
    Never(&'static str),
}

/// The names of all commands, read from the one list of them.
pub(super) fn command_names() -> Vec<String> {
    let list = include_str!("../../../src-tauri/src/ipc.rs");
    let (_, after) = list.split_once("collect_commands![").expect("the list of commands");
    let (names, _) = after.split_once(']').expect("the end of the list");
    names.split(',').filter_map(|line| line.trim().rsplit_once("::").map(|(_, name)| name.to_owned())).collect()
}

fn day() -> Value {
    json!({ "day": "2", "month": "5", "year": "2022" })
}

fn no_day() -> Value {
    json!({ "day": "", "month": "", "year": "" })
}

fn no_votes() -> Value {
    json!({ "residents": "", "advisers": "", "agreed": "" })
}

fn answer(marked: &Marked, answer: &str) -> Value {
    json!({ "applicationId": marked.id.0, "answer": answer, "kinds": ["loyalty"], "reach": "direct", "how": "I may be wrong" })
}

fn list(text: &str, sort: &str) -> Value {
    json!({ "input": { "text": text, "states": [], "stage": null, "sort": sort, "descending": false, "offset": 0, "limit": 500 } })
}

fn grants(text: &str, sort: &str) -> Value {
    json!({ "input": { "tab": "all", "text": text, "sort": sort, "descending": false, "offset": 0, "limit": 500 } })
}

/// No calls about an application.
fn none_about(_: &Named, _: &Marked) -> Vec<Value> {
    Vec::new()
}

fn application(_: &Named, marked: &Marked) -> Vec<Value> {
    vec![json!({ "applicationId": marked.id.0 })]
}

fn documents(named: &Named, marked: &Marked) -> Vec<Value> {
    let mut calls = Vec::new();
    let grant = named.grant(marked);
    let kinds = [("application", marked.id.0), ("decisionLetter", marked.id.0), ("agreement", grant), ("feedbackForm", grant)];
    for (kind, subject) in kinds {
        calls.extend(documents_of(kind, subject));
    }
    calls
}

fn documents_of(kind: &str, subject: Uuid) -> Vec<Value> {
    ["standard", "large"].map(|size| json!({ "input": { "kind": kind, "subject": subject, "person": null, "size": size } })).to_vec()
}

fn judgement() -> Value {
    json!({
        "helpsPlan": null, "good": "good", "worries": "", "comments": ["", "", "", "", "", "", ""], "questions": "", "scores": [],
        "recommendation": "fundInFull", "amount": "",
    })
}

fn feedback(named: &Named, marked: &Marked) -> Vec<Value> {
    vec![json!({ "input": { "grantId": named.grant(marked), "content": {
        "receivedOn": day(), "howMuch": "much", "howWell": "", "difference": "", "whoWasHeard": "", "byAge": [], "total": "",
        "fromArea": "", "mayPublishWords": false, "mayPublishPhotos": false, "namedAs": "",
    } } })]
}

fn round_input(marked: &Marked, named: &Named) -> Value {
    json!({
        "name": "Another", "returnBy": { "day": "20", "month": "5", "year": "2022" }, "applicationIds": [marked.id.0],
        "reviewers": [{ "memberId": named.members[1], "medium": "pack" }], "criteria": [],
    })
}

/// Every command with how it is called.
pub(super) fn table() -> Vec<(&'static str, How)> {
    let mut rows = rows();
    rows.extend(meetings::rows());
    rows.extend(money::rows());
    rows.extend(papers::rows());
    rows
}

#[expect(clippy::too_many_lines, reason = "one row a command")]
fn rows() -> Vec<(&'static str, How)> {
    use How::{About, Answering, AtTheEnd, Both, Gate, Never, Once};
    let nobody = Uuid::nil();
    let none = || json!({});
    vec![
        ("door", Once(none())),
        ("preferences", Once(none())),
        ("save_preferences", Once(json!({ "input": { "theme": "light", "contrast": "computer", "textSize": "100" } }))),
        ("suggest_passphrase", Once(none())),
        ("suggest_folder", Once(none())),
        // The rehearsed dialogs have no answer prepared: each is put away.
        ("pick_folder", Once(none())),
        ("pick_register", Once(none())),
        ("inspect_register", About(|named, _| vec![json!({ "path": named.register })])),
        ("create_register", Never("makes and opens another register")),
        ("create_sample", Never("makes and opens another register")),
        ("unlock", Never("called first of all, for each member")),
        ("recover", Never("takes the printed key, and gives what its new member may read: the same as signing in")),
        ("lock_register", AtTheEnd(none())),
        ("still_here", Once(none())),
        ("put_recovery_page_away", Once(none())),
        ("session", Once(none())),
        ("back_up", Once(none())),
        (
            "list_applications",
            Both(
                |_| ["reference", "group", "received", "asked", "state"].map(|sort| list("", sort)).to_vec(),
                |_, marked| vec![list(&marked.cover, "group"), list(&marked.inner, "group")],
            ),
        ),
        ("start_application", Once(none())),
        ("application", About(application)),
        (
            "application_version",
            About(|_, marked| [1, 2].map(|version| json!({ "applicationId": marked.id.0, "version": version })).to_vec()),
        ),
        (
            "save_typing",
            About(|_, marked| {
                vec![json!({ "input": { "applicationId": marked.id.0, "revision": 1, "content": {
            "groupName": "", "groupKind": null, "summary": "", "contacts": [], "address": "", "postcode": "", "heardHow": "",
            "payeeName": "", "receivedOn": day(), "priorities": [], "people": { "byAge": [], "total": "", "fromArea": "" }, "costs": [],
            "asked": "", "answers": vec![json!({ "text": "", "leftBlank": false }); 7],
        } } })]
            }),
        ),
        ("receive_application", About(application)),
        ("start_correction", About(application)),
        ("abandon_correction", About(application)),
        ("receive_correction", About(|_, marked| vec![json!({ "input": { "applicationId": marked.id.0, "reason": "why" } })])),
        ("withdraw_application", About(|_, marked| vec![json!({ "input": { "applicationId": marked.id.0, "reason": "why" } })])),
        ("add_attachments", About(|_, marked| vec![json!({ "input": { "applicationId": marked.id.0, "kind": "scan" } })])),
        ("attachment", About(|_, marked| marked.files.iter().map(|file| json!({ "attachmentId": file.0 })).collect())),
        (
            "remove_attachment",
            About(|_, marked| marked.files.iter().map(|file| json!({ "input": { "attachmentId": file.0, "reason": "why" } })).collect()),
        ),
        (
            "add_note",
            About(|_, marked| vec![json!({ "input": { "applicationId": marked.id.0, "call": true, "on": day(), "text": "they rang" } })]),
        ),
        ("decision_day", Once(json!({ "on": day() }))),
        (
            "record_decision",
            About(|_, marked| {
                vec![json!({ "input": {
            "applicationId": marked.id.0, "outcome": { "kind": "declined", "reasons": "none" }, "decidedOn": day(), "body": "partnership",
            "figures": {
                "members": "13", "present": "9", "residents": "7", "takingNoPart": "", "way": { "kind": "consensus" }, "chairChaired": true,
            },
            "decidedBy": "us", "conditions": [], "endsOn": day(), "returnBy": day(), "instalments": [],
        } })]
            }),
        ),
        (
            "issue_decision",
            About(|_, marked| vec![json!({ "input": { "applicationId": marked.id.0, "toldOn": day(), "how": "By letter" } })]),
        ),
        ("home", Once(none())),
        (
            "find",
            About(|_, marked| {
                let typed = [marked.cover.as_str(), &marked.inner, &marked.cover[..5], &marked.inner[..5], "club"];
                typed.map(|text| json!({ "text": text })).to_vec()
            }),
        ),
        (
            "list_grants",
            Both(
                |_| {
                    ["reference", "group", "awarded", "granted", "paid", "left", "endsOn", "feedbackDue"]
                        .map(|sort| grants("", sort))
                        .to_vec()
                },
                |_, marked| vec![grants(&marked.cover, "group"), grants(&marked.inner, "group")],
            ),
        ),
        ("grant", About(|named, marked| vec![json!({ "grantId": named.grant(marked) })])),
        (
            "record_signature",
            About(|named, marked| {
                vec![json!({ "input": {
            "grantId": named.grant(marked), "party": "group", "name": "A name", "position": "", "signedOn": day(), "attachmentId": null,
        } })]
            }),
        ),
        (
            "extend_grant",
            About(|named, marked| {
                vec![
                    json!({ "input": { "grantId": named.grant(marked), "endsOn": { "day": "2", "month": "6", "year": "2022" }, "reason": "why" } }),
                ]
            }),
        ),
        ("cancel_grant", About(|named, marked| vec![json!({ "input": { "grantId": named.grant(marked), "reason": "why" } })])),
        ("close_grant", About(|named, marked| vec![json!({ "input": { "grantId": named.grant(marked), "on": day(), "letGo": "why" } })])),
        (
            "record_account",
            About(|named, marked| {
                vec![json!({ "input": {
            "grantId": named.grant(marked), "accountName": "A name", "sortCode": "099999", "accountNumber": "00123456",
        } })]
            }),
        ),
        (
            "check_account",
            About(|named, marked| {
                vec![json!({ "input": { "grantId": named.grant(marked), "method": "statementSeen", "checkedOn": day() } })]
            }),
        ),
        ("reveal_account", About(|named, marked| vec![json!({ "grantId": named.grant(marked) })])),
        (
            "record_payment",
            About(|named, marked| {
                vec![json!({ "input": {
            "grantId": named.grant(marked), "amount": "1.00", "paidOn": day(), "reference": "CC", "method": "bankTransfer",
        } })]
            }),
        ),
        (
            "undo_payment",
            About(|named, marked| {
                vec![json!({ "input": { "paymentId": named.grant(marked), "way": "voided", "on": day(), "reason": "why" } })]
            }),
        ),
        ("save_feedback", About(feedback)),
        ("record_feedback", About(feedback)),
        (
            "record_receipt",
            About(|named, marked| {
                vec![json!({ "input": {
            "grantId": named.grant(marked), "costId": marked.id.0, "amount": "1.00", "accepted": "1.00", "spentOn": day(), "what": "a thing",
            "attachmentId": null,
        } })]
            }),
        ),
        ("void_receipt", About(|_, marked| vec![json!({ "input": { "receiptId": marked.id.0, "reason": "why" } })])),
        (
            "record_sent_back",
            About(|named, marked| {
                vec![json!({ "input": { "grantId": named.grant(marked), "amount": "1.00", "on": day(), "reference": "CC" } })]
            }),
        ),
        ("document", Both(meetings::documents, documents)),
        // The papers of a meeting are open to everybody at the register, without what is sealed to them.
        ("open_document", About(documents)),
        ("save_document", About(documents)),
        ("members", Once(none())),
        (
            "add_member",
            Once(json!({ "input": {
            "name": "", "role": "resident", "residency": null, "startedOn": day(), "termEndsOn": { "day": "", "month": "", "year": "" },
        } })),
        ),
        (
            "change_member",
            Once(json!({ "input": { "memberId": nobody, "member": {
            "name": "A name", "role": "chair", "residency": null, "startedOn": day(), "termEndsOn": { "day": "", "month": "", "year": "" },
        } } })),
        ),
        ("record_leaving", Once(json!({ "input": { "memberId": nobody, "on": day(), "reason": "why" } }))),
        ("give_vault", Once(json!({ "input": { "memberId": nobody, "passphrase": "abacus abdomen abide zoom quilt" } }))),
        ("pick_card", Once(none())),
        ("confirm_card", Once(json!({ "input": { "memberId": nobody, "path": "/nowhere", "fingerprint": "none" } }))),
        ("my_keys", Once(none())),
        ("save_my_card", Once(none())),
        ("save_my_vault", Once(none())),
        ("change_my_passphrase", Once(json!({ "input": { "old": "not this one at all", "new": "abacus abdomen abide zoom quilt" } }))),
        ("new_recovery_page", Never("makes a key, and says nothing else")),
        ("membership", Once(json!({ "on": day() }))),
        ("membership_person", Once(json!({ "memberId": nobody }))),
        ("give_seat", Once(json!({ "input": { "memberId": nobody, "seat": "advisory", "beginsOn": day(), "endsOn": no_day() } }))),
        (
            "end_seat",
            Once(json!({ "input": {
            "memberId": nobody, "why": "other", "on": day(), "words": "why", "toldOn": no_day(), "itemId": null, "vote": no_votes(),
        } })),
        ),
        (
            "appoint_officer",
            Once(json!({ "input": {
            "office": "chair", "on": day(), "nominees": [{ "memberId": nobody, "consents": true, "votes": "" }], "inPlaceOf": null,
        } })),
        ),
        ("end_office", Once(json!({ "input": { "memberId": nobody, "on": day() } }))),
        (
            "record_election",
            Once(json!({ "input": {
            "heldOn": day(), "memberId": nobody, "candidate": "", "nominatedOn": no_day(), "residents": "9", "hands": "1",
            "endsOn": no_day(),
        } })),
        ),
        (
            "record_joining",
            Once(json!({ "input": {
            "memberId": null, "name": "", "metOn": day(), "metBy": null, "andBy": null, "eligible": true, "notes": "",
        } })),
        ),
        ("vote_on_joining", Once(json!({ "input": { "joiningId": nobody, "votedOn": day(), "vote": no_votes(), "endsOn": no_day() } }))),
        (
            "record_member_paper",
            Once(json!({ "input": {
            "memberId": nobody, "kind": "agreement", "on": day(), "level": null, "certificateOn": no_day(), "seenBy": "", "words": "",
        } })),
        ),
        ("void_member_paper", Once(json!({ "paperId": nobody }))),
        ("record_tie", Once(json!({ "input": { "memberId": nobody, "kind": "lto", "what": "Trustee", "since": day() } }))),
        ("end_tie", Once(json!({ "input": { "tieId": nobody, "on": day() } }))),
        ("interest_gate", Gate(application)),
        (
            "answer_interest",
            Answering(|_, marked| {
                vec![json!({ "input": {
            "applicationId": marked.id.0, "answer": "noInterest", "kinds": [], "reach": null, "how": "",
        } })]
            }),
        ),
        (
            "rule_on_interest",
            About(|named, marked| {
                let rule =
                    |member| json!({ "input": { "applicationId": marked.id.0, "memberId": member, "stands": false, "reason": "why" } });
                named.reviewers.iter().map(rule).collect()
            }),
        ),
        ("declared_interests", About(application)),
        ("interest_register", Once(none())),
        (
            "add_standing_interest",
            Once(json!({ "input": {
            "memberId": nobody, "body": "A body", "how": "somehow", "kind": "loyalty", "reach": "direct", "since": day(),
        } })),
        ),
        ("end_standing_interest", Once(json!({ "input": { "id": nobody, "on": day() } }))),
        ("constitution", Once(none())),
        (
            "change_constitution",
            Once(json!({ "input": {
                "advisoryCounts": true, "remainedCounts": true, "withdrawal": "groupDecides", "casting": "whoeverChairs",
                "emailThreshold": "mostResidents", "emailDays": "7", "subGroupDecides": false, "upTo": "", "from": day(), "reason": "why",
            } })),
        ),
        ("email_votes", Once(none())),
        ("email_vote", Once(json!({ "voteId": nobody }))),
        (
            "start_email_vote",
            About(|_, marked| {
                vec![json!({ "input": {
            "applicationId": marked.id.0, "outcome": { "kind": "declined", "reasons": "none" }, "openedOn": day(), "conditions": [],
            "endsOn": day(), "returnBy": day(), "instalments": [],
        } })]
            }),
        ),
        ("record_ballot", Once(json!({ "input": { "voteId": nobody, "memberId": nobody, "on": day(), "choice": "agree" } }))),
        ("close_email_vote", Once(json!({ "input": { "kind": "stop", "voteId": nobody, "reason": "why" } }))),
        ("complaints", Once(none())),
        (
            "add_complaint",
            About(|_, marked| {
                vec![json!({ "input": {
            "kind": "appeal", "applicationId": marked.id.0, "aboutMember": null, "receivedOn": day(), "who": "Pat Lindley",
            "words": "why",
        } })]
            }),
        ),
        (
            "record_complaint_step",
            Once(json!({ "input": { "complaintId": nobody, "kind": "note", "on": day(), "words": "why", "outcome": null } })),
        ),
        ("contact_details", Once(none())),
        ("save_contact_details", Once(json!({ "input": { "address": "1 Sorrel Walk", "phone": "", "email": "" } }))),
        ("embargoes", Once(none())),
        (
            "set_embargo",
            Once(json!({ "input": {
            "subject": "meetingItem", "title": "The roof", "reason": "notPublic", "reasonWords": "",
            "untilDate": { "day": "20", "month": "5", "year": "2022" }, "untilEvent": "", "told": "",
        } })),
        ),
        (
            "end_embargo",
            About(|_, marked| {
                vec![json!({ "input": { "id": marked.id.0, "subject": "application", "happened": false, "reason": "why" } })]
            }),
        ),
        (
            "record_embargo_told",
            About(|_, marked| vec![json!({ "input": { "id": marked.id.0, "subject": "application", "told": "A name" } })]),
        ),
        ("rounds", Once(none())),
        ("round_choices", Once(none())),
        // Whoever runs the reviews may prepare a round of what they cannot read; its name is their own.
        ("start_round", About(|named, marked| vec![json!({ "input": round_input(marked, named) })])),
        (
            "change_round",
            About(|named, marked| vec![json!({ "input": { "roundId": named.rounds[1].0, "round": round_input(marked, named) } })]),
        ),
        ("round", About(|named, marked| vec![json!({ "roundId": named.round(marked) })])),
        (
            "leave_out",
            About(|named, marked| {
                let leave = |member| {
                    json!({ "input": {
                "roundId": named.round(marked), "memberId": member, "applicationId": marked.id.0, "out": true, "reason": "",
            } })
                };
                named.reviewers.iter().map(leave).collect()
            }),
        ),
        ("send_packs", About(|named, marked| vec![json!({ "input": { "roundId": named.round(marked), "memberIds": named.members } })])),
        ("stop_work", Once(none())),
        (
            "record_paper_sent",
            About(|named, marked| vec![json!({ "input": { "roundId": named.round(marked), "memberId": named.members[1] } })]),
        ),
        ("pick_response", Once(none())),
        ("bring_in_response", Once(json!({ "input": { "path": "/nowhere" } }))),
        ("note_refused_pack", Once(json!({ "input": { "path": "/nowhere" } }))),
        ("save_receipt", Once(json!({ "input": { "path": "/nowhere" } }))),
        ("open_reviews", About(|named, _| vec![json!({ "input": { "roundId": named.rounds[0].0, "reason": "why" } })])),
        ("settle_late_review", About(|_, marked| vec![json!({ "input": { "reviewId": marked.id.0, "accepted": true, "reason": "why" } })])),
        ("panel", About(|named, marked| vec![json!({ "roundId": named.round(marked), "applicationId": marked.id.0 })])),
        (
            "review_desk",
            About(|named, marked| {
                let desk = |member| json!({ "roundId": named.round(marked), "memberId": member, "applicationId": marked.id.0 });
                named.reviewers.iter().map(desk).collect()
            }),
        ),
        (
            "record_review",
            About(|named, marked| {
                let review = |member| {
                    json!({ "input": {
                "roundId": named.round(marked), "memberId": member, "applicationId": marked.id.0, "on": day(), "judgement": judgement(),
            } })
                };
                named.reviewers.iter().map(review).collect()
            }),
        ),
        (
            "record_paper_interest",
            About(|named, marked| {
                vec![
                    json!({ "input": { "roundId": named.round(marked), "memberId": named.members[1], "answer": answer(marked, "interest") } }),
                ]
            }),
        ),
        ("reviewer_people", Once(none())),
        ("make_reviewer", Once(json!({ "input": { "name": "", "passphrase": "" } }))),
        ("bring_vault", Once(none())),
        ("unlock_reviewer", Once(json!({ "input": { "vaultId": nobody, "passphrase": "no" } }))),
        ("reviewer_desk", Once(none())),
        ("save_reviewer_card", Once(none())),
        ("change_reviewer_passphrase", Once(json!({ "input": { "old": "no", "new": "no" } }))),
        ("pick_pack", Once(none())),
        ("trust_sender", Once(json!({ "input": { "path": "/nowhere", "fingerprint": "none" } }))),
        ("reviewer_pack", About(|named, marked| vec![json!({ "packId": named.round(marked) })])),
        ("reviewer_gate", About(reviewer_item)),
        (
            "reviewer_answer",
            About(|named, marked| vec![json!({ "input": { "packId": named.round(marked), "answer": answer(marked, "noInterest") } })]),
        ),
        ("reviewer_application", About(reviewer_item)),
        (
            "reviewer_file",
            About(|named, marked| {
                vec![json!({ "input": { "packId": named.round(marked), "applicationId": marked.id.0, "sha256": "00" } })]
            }),
        ),
        (
            "save_judgement",
            About(|named, marked| {
                vec![json!({ "input": {
            "packId": named.round(marked), "applicationId": marked.id.0, "revision": 0, "judgement": judgement(),
        } })]
            }),
        ),
        ("seal_review", About(reviewer_item)),
        ("reopen_review", About(reviewer_item)),
        ("save_response", About(|named, marked| vec![json!({ "packId": named.round(marked) })])),
        ("remove_pack", About(|named, marked| vec![json!({ "packId": named.round(marked) })])),
        ("lock_reviewer", AtTheEnd(none())),
    ]
}

fn reviewer_item(named: &Named, marked: &Marked) -> Vec<Value> {
    vec![json!({ "input": { "packId": named.round(marked), "applicationId": marked.id.0 } })]
}
