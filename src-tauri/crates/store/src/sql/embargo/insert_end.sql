INSERT INTO embargo_end (embargo_id, ended_on, reason, recorded_at, ended_by)
VALUES (:embargo_id, :ended_on, :reason, :recorded_at, :ended_by)
