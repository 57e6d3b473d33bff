//! Facts stay: no statement changes them or takes them away, not even one that replaces a row.

use crate::migration;
use rusqlite::Connection;

/// Every table of facts.
const FACTS: &[&str] = &[
    "attachment_removal",
    "award",
    "award_ending",
    "award_part",
    "award_payment",
    "award_payment_undoing",
    "cancellation",
    "closure",
    "condition_met",
    "decision_telling",
    "draw_down",
    "draw_down_voiding",
    "extension",
    "feedback",
    "grant_award",
    "instalment",
    "money_sent_back",
    "payee_account",
    "payee_check",
    "payee_confirmation",
    "payee_erasure",
    "payee_recheck",
    "payment",
    "payment_approval",
    "payment_fact",
    "payment_pack",
    "payment_pack_clerk",
    "payment_receipt",
    "payment_seen",
    "payment_undoing",
    "receipt",
    "receipt_voiding",
    "signature",
    "virement",
];

/// Tables whose sealed text may be opened once.
const OPENED: &[&str] = &["application_version", "attachment", "decision", "note", "withdrawal"];

fn id(number: u8) -> String {
    format!("x'{}'", format!("{number:02x}").repeat(16))
}

/// A register's tables with one grant, paid.
fn paid() -> Connection {
    #[expect(clippy::disallowed_methods, reason = "only the schema is tried, on nothing")]
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;").unwrap();
    for step in migration::ALL {
        connection.execute_batch(step.sql).unwrap();
    }
    let (me, plan, app, blob, decision, grant, payment) = (id(1), id(2), id(3), id(4), id(5), id(6), id(7));
    connection
        .execute_batch(&format!(
            "INSERT INTO member (member_id, name, role, started_on) VALUES ({me}, 'Joan Pelham', 'co-ordinator', '2022-04-01');
             INSERT INTO plan (plan_id, name, starts_on, ends_on) VALUES ({plan}, 'Final plan', '2022-04-01', '2023-07-31');
             INSERT INTO blob VALUES ({blob}, x'00', 1, '2022-06-20');
             INSERT INTO application VALUES ({app}, '2022-06-20', {me}, NULL, 1, 'CC', 2022, 3, '2022-06-20');
             INSERT INTO application_version VALUES ({app}, 1, {blob}, NULL, '2022-06-20T10:00:00.000Z', {me});
             INSERT INTO decision VALUES ({decision}, {app}, 'approved', 40000, '2022-07-21', 'partnership', NULL, '{{}}', '2022-07-21T10:00:00.000Z', {me});
             INSERT INTO grant_award VALUES ({grant}, {app}, {decision}, '1.4', 40000, '2022-07-21', '2022-11-30', NULL);
             INSERT INTO payment VALUES ({payment}, {grant}, 40000, '2022-08-12', 'ABL CC-2022-003', 'bank-transfer', '2022-08-12T10:00:00.000Z', {me});"
        ))
        .unwrap();
    connection
}

fn refused(connection: &Connection, sql: &str) {
    let error = connection.execute_batch(sql).expect_err(sql).to_string();
    assert!(error.contains("a fact cannot be changed"), "{sql}: {error}");
}

#[test]
fn every_table_of_facts_refuses_changes_and_deletions() {
    let connection = paid();
    let has = |trigger: String| {
        let found: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = ?1", [&trigger], |row| row.get(0))
            .unwrap();
        assert_eq!(found, 1, "{trigger}");
    };
    for table in FACTS {
        has(format!("{table}_is_never_changed"));
        has(format!("{table}_is_never_taken_away"));
    }
    for table in OPENED {
        has(format!("{table}_is_only_opened"));
        has(format!("{table}_is_never_taken_away"));
    }
}

#[test]
fn a_payment_is_never_changed_replaced_or_taken_away() {
    let connection = paid();
    refused(&connection, "UPDATE payment SET amount_pence = 1");
    refused(&connection, "DELETE FROM payment");
    refused(
        &connection,
        "INSERT OR REPLACE INTO payment SELECT payment_id, grant_id, 1, paid_on, reference, method, recorded_at, recorded_by FROM payment",
    );
    refused(&connection, "UPDATE grant_award SET amount_pence = 1");
    refused(&connection, "DELETE FROM decision");
}

#[test]
fn a_sealed_text_is_opened_once_and_nothing_else_of_its_row_changes() {
    let connection = paid();
    refused(&connection, "UPDATE application_version SET version = 2, blob_id = NULL, opened = '{}'");
    connection.execute_batch("UPDATE application_version SET blob_id = NULL, opened = '{}'").unwrap();
    refused(&connection, "UPDATE application_version SET opened = '{\"other\":1}'");
    refused(&connection, "UPDATE decision SET opened = '{\"other\":1}'");
    refused(&connection, "UPDATE decision SET amount_pence = 50000");
}
