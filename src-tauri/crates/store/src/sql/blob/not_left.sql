-- no full scan
DELETE FROM sealing_left WHERE blob_id = :blob_id
