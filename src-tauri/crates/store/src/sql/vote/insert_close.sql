INSERT INTO email_vote_close (email_vote_id, closed_on, blob_id, recorded_at, recorded_by)
VALUES (:email_vote_id, :closed_on, :blob_id, :recorded_at, :recorded_by)
