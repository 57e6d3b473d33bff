INSERT INTO round_opening (round_id, reason_blob_id, opened_at, opened_by) VALUES (:round_id, :reason_blob_id, :opened_at, :opened_by)
