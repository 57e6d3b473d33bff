//! What the members' list turned into when seats and offices came into the register.

use crate::common::Place;
use crate::migration::{ALL, apply};
use crate::opening::{Use, open};
use rusqlite::Connection;

const SEEDED: &str = "
    SELECT m.name, t.seat, t.begins_on, t.ends_on, t.how, e.ended_on, e.why, o.office, oe.ended_on
    FROM member AS m LEFT JOIN term AS t USING (member_id) LEFT JOIN term_end AS e USING (term_id)
    LEFT JOIN office_term AS o ON o.member_id = m.member_id LEFT JOIN office_end AS oe USING (office_term_id)
    ORDER BY m.name";

/// A register as it stood before there were seats.
fn older(place: &Place, key: &keys::RegisterKey) -> Connection {
    let file = place.folder().join("older.chest");
    let mut connection = open(&file, key, Use::Create).unwrap();
    apply(&mut connection, &ALL[..6], "2026-01-01T10:00:00Z".parse().unwrap()).unwrap();
    connection
}

#[test]
fn the_members_list_gives_seats_and_offices_when_an_older_register_is_brought_up_to_date() {
    let (place, register) = Place::new();
    let mut connection = older(&place, register.key());
    let members = [
        ("a chair", "chair", Some("lives"), "2022-04-01", None, None),
        ("b vice-chair who left", "vice-chair", Some("lives"), "2022-04-01", Some("2025-03-31"), Some("2023-05-01")),
        ("c resident", "resident", Some("lives"), "2024-02-29", None, None),
        ("d resident with a term", "resident", None, "2022-04-01", Some("2023-04-01"), None),
        ("e reviewer who lives here", "reviewer", Some("lives"), "2022-04-01", None, None),
        ("f reviewer who works here", "reviewer", Some("works"), "2022-04-01", None, None),
        ("g adviser", "advisory", Some("represents"), "2022-04-01", Some("2024-04-01"), None),
        ("h co-ordinator", "co-ordinator", Some("lives"), "2022-04-01", None, None),
        ("i clerk", "lto-clerk", None, "2022-04-01", None, None),
        ("j looks on", "read-only", Some("lives"), "2022-04-01", None, None),
        ("k left after the term", "resident", Some("lives"), "2018-04-01", None, Some("2023-05-01")),
    ];
    for (at, (name, role, residency, started, term, ended)) in (1_u128..).zip(members) {
        let id = uuid::Uuid::from_u128(at);
        let row = rusqlite::params![id.as_bytes(), name, role, residency, started, term, ended];
        connection
            .execute(
                "INSERT INTO member (member_id, name, role, residency, started_on, term_ends_on, ended_on) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            .unwrap();
    }
    apply(&mut connection, ALL, "2026-01-02T10:00:00Z".parse().unwrap()).unwrap();
    let mut statement = connection.prepare(SEEDED).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<String> = (1..9).map(|at| row.get::<_, Option<String>>(at).unwrap().unwrap_or_else(|| "-".to_owned())).collect();
        found.push(cells.join(" "));
    }
    assert_eq!(
        found,
        [
            "resident 2022-04-01 2025-04-01 listed - - chair -",
            "resident 2022-04-01 2025-03-31 listed 2023-05-01 other vice-chair 2023-05-01",
            "resident 2024-02-29 2027-02-28 listed - - - -",
            "resident 2022-04-01 2023-04-01 listed - - - -",
            "resident 2022-04-01 2025-04-01 listed - - - -",
            "advisory 2022-04-01 - listed - - - -",
            "advisory 2022-04-01 2024-04-01 listed - - - -",
            "- - - - - - - -",
            "- - - - - - - -",
            "- - - - - - - -",
            "resident 2018-04-01 2021-04-01 listed - - - -",
        ]
    );
    for table in ["term", "term_end", "office_term", "office_end"] {
        assert!(connection.execute(&format!("DELETE FROM {table}"), []).is_err(), "{table}");
    }
}
