-- no full scan
SELECT round_id FROM pack_in WHERE pack_id = :pack_id
