-- no full scan
SELECT embargo_id AS id, blob_id, told_on, recorded_by
FROM embargo_told
WHERE embargo_id IS NOT NULL AND embargo_id BETWEEN :from AND :to
ORDER BY embargo_id, embargo_told_id
