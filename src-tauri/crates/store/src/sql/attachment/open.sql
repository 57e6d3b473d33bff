UPDATE attachment SET blob_id = NULL, opened = :opened
WHERE attachment_id = :id
