INSERT INTO ballot (email_vote_id, blob_id, recorded_at, recorded_by)
VALUES (:email_vote_id, :blob_id, :recorded_at, :recorded_by)
