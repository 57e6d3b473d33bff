-- no full scan
SELECT paper_id, item_id, media_type, size, blob_id, bytes_blob_id, added_on, added_by
FROM paper
WHERE paper_id = :paper_id
