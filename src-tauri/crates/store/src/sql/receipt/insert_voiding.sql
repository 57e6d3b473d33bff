INSERT INTO receipt_voiding (receipt_id, reason, recorded_at, recorded_by)
VALUES (:receipt_id, :reason, :recorded_at, :recorded_by)
