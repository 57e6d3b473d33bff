//! How the commands of the money are called: the plan, the spendometer, awards, and the payments at both desks.

use serde_json::{Value, json};
use testkit::matrix::Marked;
use uuid::Uuid;

use super::How::{self, About, Never, Once};
use super::{Named, day, no_day};

/// Another desk than the register's.
const CLERK: &str = "a desk without a register: it has only what a payment pack brought, and those say what may go into it";

fn of_grant(named: &Named, marked: &Marked, args: Value) -> Vec<Value> {
    let mut input = args;
    if let Some(fields) = input.as_object_mut() {
        fields.insert("grantId".into(), json!(named.grant(marked)));
    }
    vec![json!({ "input": input })]
}

fn plan() -> Value {
    json!({
        "name": "", "startsOn": no_day(), "endsOn": no_day(), "outcomes": [], "priorities": [], "periods": [], "lines": [],
        "fundCode": "", "fundName": "", "fundPrefix": "", "yearBeforeLabel": "",
    })
}

fn table() -> Value {
    json!({ "input": { "name": "", "rows": [["1.4", "Community Chest"]], "columns": [{ "role": "code" }, { "role": "name" }] } })
}

/// Each sum of money as the members see it and as the public does, on several days.
fn spendometers(_: &Named) -> Vec<Value> {
    let of = |as_of: Option<&str>, public: bool| json!({ "input": { "planId": null, "asOf": as_of, "public": public } });
    [None, Some("2022-04-30"), Some("2022-05-31")].into_iter().flat_map(|as_of| [of(as_of, false), of(as_of, true)]).collect()
}

/// The rows.
pub(super) fn rows() -> Vec<(&'static str, How)> {
    let nobody = Uuid::nil();
    let cell = || json!({ "code": "1.4", "period": 0 });
    let virement = json!({ "from": cell(), "to": cell(), "amount": "1", "decidedOn": day(), "decidedBy": "the meeting", "reason": "why" });
    let mut rows = vec![
        ("plans", Once(json!({}))),
        ("plan", Once(json!({ "planId": null }))),
        ("save_plan_words", Once(json!({ "input": { "planId": nobody, "outcomes": [], "priorities": [], "lines": [] } }))),
        ("plan_draft", Once(json!({}))),
        ("start_plan_draft", Once(json!({ "from": "nothing" }))),
        ("save_plan_draft", Once(json!({ "input": { "revision": 1, "plan": plan() } }))),
        ("adopt_plan", Once(json!({ "input": { "revision": 1, "decidedOn": day(), "decidedBy": "the meeting" } }))),
        ("pick_budget_table", Once(json!({}))),
        ("paste_budget_table", Once(json!({ "text": "1.4\tCommunity Chest\t2,500" }))),
        ("understand_budget_table", Once(table())),
        ("put_budget_table", Once(table())),
        ("discard_plan_draft", Once(json!({}))),
        ("spendometer", How::Both(spendometers, super::none_about)),
        ("virements", Once(json!({ "planId": null }))),
        ("record_virement", Once(json!({ "input": virement }))),
        ("awards", Once(json!({}))),
        (
            "record_award",
            Once(json!({ "input": {
                "code": "1.4", "kind": "cost", "payeeName": "A printer", "whatFor": "Posters", "amount": "1", "decidedOn": day(),
                "decidedBy": "the meeting", "parts": [],
            } })),
        ),
        ("pay_award", Once(json!({ "input": { "awardId": nobody, "amount": "1", "paidOn": day(), "reference": "A" } }))),
        ("undo_award_payment", Once(json!({ "input": { "paymentId": nobody, "way": "voided", "on": day(), "reason": "why" } }))),
        ("end_award", Once(json!({ "input": { "awardId": nobody, "endedOn": day(), "reason": "why" } }))),
        ("bank_position", Once(json!({}))),
        ("record_draw_down", Once(json!({ "input": { "amount": "1", "receivedOn": day(), "note": "" } }))),
        ("void_draw_down", Once(json!({ "input": { "id": nobody, "reason": "why" } }))),
        ("save_spend_table", Once(json!({ "input": { "table": "movements", "format": "csv", "planId": null, "asOf": null } }))),
        ("payment_pack_plan", Once(json!({}))),
        ("save_payment_pack", Once(json!({ "clerks": [] }))),
        ("pick_payment_receipt", Once(json!({}))),
        ("take_in_payment_receipt", Once(json!({ "path": "nothing.chestpack" }))),
        (
            "confirm_payee",
            About(|named, marked| of_grant(named, marked, json!({ "outcome": "match", "bankName": "", "action": "", "seenOn": day() }))),
        ),
        ("meet_condition", About(|named, marked| of_grant(named, marked, json!({ "place": 0, "metOn": day(), "note": "" })))),
        ("payment_settings", Once(json!({}))),
        (
            "save_payment_settings",
            Once(json!({ "input": { "lto": "A trust", "twoPeople": false, "eraseAfterDays": "90", "ltoShare": "5" } })),
        ),
        ("load_modulus_tables", Once(json!({}))),
    ];
    let at_the_clerks = [
        "clerk_ledger",
        "clerk_grant",
        "clerk_account",
        "clerk_agreement",
        "clerk_pay",
        "clerk_undo",
        "clerk_check",
        "clerk_confirm",
        "make_run",
        "approve_run",
        "drop_run",
        "pay_run",
        "bank_file_layouts",
        "preview_bank_file",
        "save_bank_file",
        "pick_statement",
        "read_statement",
        "read_ofx_statement",
        "confirm_matches",
        "load_clerk_tables",
        "save_clerk_receipt",
        "clerk_paper",
        "open_clerk_paper",
        "save_clerk_paper",
        "remove_ledger",
    ];
    rows.extend(at_the_clerks.map(|name| (name, Never(CLERK))));
    rows
}
