INSERT INTO tie_end (tie_id, ended_on, recorded_at, recorded_by)
VALUES (:tie_id, :ended_on, :recorded_at, :recorded_by)
