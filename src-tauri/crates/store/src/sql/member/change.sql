-- no full scan
UPDATE member
SET name = :name, role = :role, residency = :residency, started_on = :started_on, term_ends_on = :term_ends_on
WHERE member_id = :member_id AND ended_on IS NULL
