-- no full scan
SELECT application_id, version, blob_id, opened, received_at, received_by
FROM application_version
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id, version
