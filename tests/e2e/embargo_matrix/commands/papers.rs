//! How the commands of printed papers are called: words, papers that were issued, papers that come back, and mail.

use serde_json::{Value, json};
use testkit::matrix::Marked;

use super::How::{self, About, Both, Once};
use super::{Named, application};

/// The words of a document with one line of another.
fn words(text: &str) -> Value {
    json!({ "input": { "document": "blank_form", "text": text, "size": "standard" } })
}

fn codes(_: &Named, marked: &Marked) -> Vec<Value> {
    let codes = marked.papers.iter().map(|(_, code)| code.as_str());
    codes.chain(["0000-0000-0000"]).map(|code| json!({ "code": code })).collect()
}

fn papers(_: &Named, marked: &Marked) -> Vec<Value> {
    marked.papers.iter().map(|(id, _)| json!({ "issueId": id.0 })).collect()
}

fn mail(kind: &str, meeting: Option<uuid::Uuid>) -> Value {
    json!({ "input": { "kind": kind, "meetingId": meeting } })
}

/// The letters of every meeting, and what is late.
fn all_mail(named: &Named) -> Vec<Value> {
    let of = |kind| named.meetings.iter().map(move |meeting| mail(kind, Some(meeting.0)));
    of("decisionLetters").chain(of("agreements")).chain([mail("reminders", None)]).collect()
}

fn no_mail(named: &Named, marked: &Marked) -> Vec<Value> {
    let about = [("decisionLetters", marked.id.0), ("agreements", named.grant(marked)), ("reminders", named.grant(marked))];
    let made = |(kind, subject)| json!({ "input": { "kind": kind, "subjects": [subject], "size": "standard", "oneFile": true } });
    about.map(made).to_vec()
}

/// The rows.
pub(super) fn rows() -> Vec<(&'static str, How)> {
    vec![
        ("wordings", Once(json!({}))),
        ("wording", Once(json!({ "document": "decision_letter", "version": null }))),
        ("try_wording", Once(words("[title] A form"))),
        ("keep_wording", Once(json!({ "input": { "document": "blank_form", "text": "[title] A form", "version": 0 } }))),
        // Refused by what is wrong with it: the words of the next member's papers stay as they are.
        ("save_wording", Once(json!({ "input": { "document": "blank_form", "text": "[title] A form", "version": 0 } }))),
        ("check_paper", About(codes)),
        ("papers_of", About(application)),
        ("issued_paper", About(papers)),
        // The rehearsed dialog has no answer prepared.
        ("look_at_paper", Once(json!({ "path": null }))),
        ("take_form", Once(json!({ "path": "nothing.pdf" }))),
        ("file_scan", Once(json!({ "path": "nothing.pdf", "code": "7KQX-M2PD-9RTA" }))),
        ("mail", Both(all_mail, super::none_about)),
        ("make_mail", About(no_mail)),
    ]
}
