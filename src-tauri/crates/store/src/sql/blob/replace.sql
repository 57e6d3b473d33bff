-- no full scan
UPDATE blob SET bytes = :bytes, size = :size WHERE blob_id = :blob_id
