INSERT INTO payment_undoing (payment_id, way, undone_on, reason, recorded_at, recorded_by)
VALUES (:payment_id, :way, :undone_on, :reason, :recorded_at, :recorded_by)
