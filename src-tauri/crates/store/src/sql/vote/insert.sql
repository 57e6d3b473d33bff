INSERT INTO email_vote (email_vote_id, application_id, opened_on, closes_on, needed, blob_id, recorded_at, recorded_by)
VALUES (:email_vote_id, :application_id, :opened_on, :closes_on, :needed, :blob_id, :recorded_at, :recorded_by)
