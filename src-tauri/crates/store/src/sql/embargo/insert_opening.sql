INSERT INTO application_opening (application_id, opened_on, reason, recorded_at, opened_by)
VALUES (:application_id, :opened_on, :reason, :recorded_at, :opened_by)
