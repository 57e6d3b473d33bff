INSERT INTO office_end (office_term_id, ended_on, recorded_at, recorded_by)
VALUES (:office_term_id, :ended_on, :recorded_at, :recorded_by)
