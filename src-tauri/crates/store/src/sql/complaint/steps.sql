-- no full scan
SELECT kind, happened_on, blob_id, recorded_by
FROM complaint_step
WHERE complaint_id = :complaint_id
ORDER BY place
