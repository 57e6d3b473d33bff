DELETE FROM blob WHERE blob_id = :blob_id
