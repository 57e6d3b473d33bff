INSERT INTO attachment (attachment_id, application_id, kind, media_type, size, bytes_blob_id, blob_id, opened, added_on, added_by)
VALUES (:attachment_id, :application_id, :kind, :media_type, :size, :bytes_blob_id, :blob_id, :opened, :added_on, :added_by)
