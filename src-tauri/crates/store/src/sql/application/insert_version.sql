INSERT INTO application_version (application_id, version, blob_id, opened, received_at, received_by)
VALUES (:application_id, :version, :blob_id, :opened, :received_at, :received_by)
