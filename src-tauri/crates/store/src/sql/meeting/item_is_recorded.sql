-- no full scan
SELECT EXISTS (SELECT 1 FROM entry WHERE item_id = :item_id) AS recorded
