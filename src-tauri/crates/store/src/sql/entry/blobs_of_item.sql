-- no full scan
SELECT blob_id FROM item WHERE item_id = :item_id AND blob_id IS NOT NULL
UNION ALL
SELECT blob_id FROM entry WHERE item_id = :item_id AND blob_id IS NOT NULL
UNION ALL
SELECT blob_id FROM item_words WHERE item_id = :item_id
