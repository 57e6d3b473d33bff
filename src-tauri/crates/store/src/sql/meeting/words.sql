-- no full scan
SELECT blob_id, published
FROM item_words
WHERE item_id = :item_id
ORDER BY place DESC LIMIT 1
