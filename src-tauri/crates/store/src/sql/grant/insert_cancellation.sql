INSERT INTO cancellation (grant_id, cancelled_on, reason, recorded_at, recorded_by)
VALUES (:grant_id, :cancelled_on, :reason, :recorded_at, :recorded_by)
