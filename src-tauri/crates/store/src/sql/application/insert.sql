INSERT INTO application (application_id, started_on, typed_by, typing_blob_id, revision)
VALUES (:application_id, :started_on, :typed_by, :typing_blob_id, :revision)
