-- no full scan
SELECT application_id, started_on, typed_by, typing_blob_id, revision, reference_prefix, reference_year, reference_number, received_on
FROM application
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id
