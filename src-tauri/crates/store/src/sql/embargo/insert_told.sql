INSERT INTO embargo_told (embargo_told_id, application_id, embargo_id, blob_id, told_on, recorded_at, recorded_by)
VALUES (:embargo_told_id, :application_id, :embargo_id, :blob_id, :told_on, :recorded_at, :recorded_by)
