INSERT INTO award_payment_undoing (award_payment_id, way, undone_on, reason, recorded_at, recorded_by)
VALUES (:award_payment_id, :way, :undone_on, :reason, :recorded_at, :recorded_by)
