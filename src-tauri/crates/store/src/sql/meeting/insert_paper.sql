INSERT INTO paper (paper_id, item_id, media_type, size, blob_id, bytes_blob_id, added_on, added_by)
VALUES (:paper_id, :item_id, :media_type, :size, :blob_id, :bytes_blob_id, :added_on, :added_by)
