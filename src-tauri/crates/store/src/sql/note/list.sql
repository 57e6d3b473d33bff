-- no full scan
SELECT note_id, application_id, call, noted_on, noted_by, blob_id, opened
FROM note
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id, note_id
