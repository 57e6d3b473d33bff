INSERT INTO award_ending (award_id, ended_on, reason, recorded_at, recorded_by)
VALUES (:award_id, :ended_on, :reason, :recorded_at, :recorded_by)
