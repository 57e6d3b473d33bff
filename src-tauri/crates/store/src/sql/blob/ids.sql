SELECT blob_id FROM blob ORDER BY blob_id
