INSERT INTO withdrawal (application_id, blob_id, opened, withdrawn_on, recorded_by)
VALUES (:application_id, :blob_id, :opened, :withdrawn_on, :recorded_by)
