INSERT INTO complaint_step (complaint_id, kind, happened_on, blob_id, recorded_at, recorded_by)
VALUES (:complaint_id, :kind, :happened_on, :blob_id, :recorded_at, :recorded_by)
