INSERT INTO blob (blob_id, bytes, size, created_at) VALUES (:blob_id, :bytes, :size, :created_at)
