INSERT INTO late_ruling (review_id, accepted, reason_blob_id, ruled_at, ruled_by)
VALUES (:review_id, :accepted, :reason_blob_id, :ruled_at, :ruled_by)
