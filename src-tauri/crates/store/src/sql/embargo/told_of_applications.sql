-- no full scan
SELECT application_id AS id, blob_id, told_on, recorded_by
FROM embargo_told
WHERE application_id IS NOT NULL AND application_id BETWEEN :from AND :to
ORDER BY application_id, embargo_told_id
