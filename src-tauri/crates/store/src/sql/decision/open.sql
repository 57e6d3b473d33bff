UPDATE decision SET blob_id = NULL, opened = :opened
WHERE decision_id = :id
