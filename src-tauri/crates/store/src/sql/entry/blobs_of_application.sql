-- no full scan
SELECT i.blob_id FROM item AS i WHERE i.application_id = :application_id AND i.blob_id IS NOT NULL
UNION ALL
SELECT p.blob_id FROM item AS i JOIN paper AS p USING (item_id) WHERE i.application_id = :application_id
UNION ALL
SELECT p.bytes_blob_id FROM item AS i JOIN paper AS p USING (item_id) WHERE i.application_id = :application_id
UNION ALL
SELECT e.blob_id FROM item AS i JOIN entry AS e USING (item_id) WHERE i.application_id = :application_id AND e.blob_id IS NOT NULL
UNION ALL
SELECT w.blob_id FROM item AS i JOIN item_words AS w USING (item_id) WHERE i.application_id = :application_id
