-- no full scan
SELECT e.kind FROM entry AS e
WHERE e.item_id = :item_id AND e.kind IN ('taken', 'resolved', 'put-off', 'noted')
    AND NOT EXISTS (SELECT 1 FROM entry AS s WHERE s.strikes = e.entry_id)
ORDER BY e.place DESC LIMIT 1
