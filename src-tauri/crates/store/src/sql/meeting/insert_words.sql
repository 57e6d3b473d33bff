INSERT INTO item_words (item_id, blob_id, published, recorded_at, recorded_by)
VALUES (:item_id, :blob_id, :published, :recorded_at, :recorded_by)
