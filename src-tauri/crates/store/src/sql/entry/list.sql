-- no full scan
SELECT entry_id, meeting_id, item_id, kind, strikes, happened_at, blob_id, opened, recorded_at, recorded_by
FROM entry
WHERE meeting_id BETWEEN :from AND :to
ORDER BY meeting_id, place
