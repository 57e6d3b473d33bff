SELECT blob_id FROM sealing_left ORDER BY blob_id
