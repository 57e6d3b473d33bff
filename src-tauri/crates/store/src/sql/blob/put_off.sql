INSERT INTO sealing_left (blob_id) VALUES (:blob_id) ON CONFLICT DO NOTHING
