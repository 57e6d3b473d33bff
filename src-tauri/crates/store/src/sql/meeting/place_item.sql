UPDATE item SET place = :place
WHERE item_id = :item_id
