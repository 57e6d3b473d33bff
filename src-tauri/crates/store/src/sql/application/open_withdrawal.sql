UPDATE withdrawal SET blob_id = NULL, opened = :opened
WHERE application_id = :application_id
