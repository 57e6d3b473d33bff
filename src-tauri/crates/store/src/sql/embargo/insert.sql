INSERT INTO embargo (embargo_id, subject, reason, started_on, until_date, blob_id, set_at, set_by)
VALUES (:embargo_id, :subject, :reason, :started_on, :until_date, :blob_id, :set_at, :set_by)
