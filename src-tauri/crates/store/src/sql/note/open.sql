UPDATE note SET blob_id = NULL, opened = :opened
WHERE note_id = :id
