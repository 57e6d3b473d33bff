-- no full scan
SELECT bytes FROM blob WHERE blob_id = :blob_id
