INSERT INTO member (member_id, name, role, residency, started_on, term_ends_on)
VALUES (:member_id, :name, :role, :residency, :started_on, :term_ends_on)
