INSERT INTO member (member_id, name, role, residency, started_on, ended_on)
VALUES (:member_id, :name, :role, NULL, :started_on, NULL)
