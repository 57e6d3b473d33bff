INSERT INTO note (note_id, application_id, call, noted_on, noted_by, blob_id, opened)
VALUES (:note_id, :application_id, :call, :noted_on, :noted_by, :blob_id, :opened)
