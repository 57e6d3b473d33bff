-- no full scan
SELECT e.blob_id FROM item AS i JOIN entry AS e USING (item_id)
WHERE i.application_id = :application_id AND e.kind = 'resolved' AND e.blob_id IS NOT NULL
UNION ALL
SELECT w.blob_id FROM item AS i JOIN item_words AS w USING (item_id) WHERE i.application_id = :application_id
