INSERT INTO leaving_out (leaving_out_id, round_id, application_id, member_id, left_out, reason_blob_id, recorded_at, recorded_by)
VALUES (:leaving_out_id, :round_id, :application_id, :member_id, :left_out, :reason_blob_id, :recorded_at, :recorded_by)
