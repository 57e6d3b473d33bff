INSERT INTO meeting_embargo (meeting_id, until_date, reason, recorded_at, recorded_by)
VALUES (:meeting_id, :until_date, :reason, :recorded_at, :recorded_by)
