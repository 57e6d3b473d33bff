-- no full scan
SELECT application_id, blob_id, opened, withdrawn_on, recorded_by
FROM withdrawal
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id
