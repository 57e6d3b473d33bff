DELETE FROM item
WHERE item_id = :item_id
