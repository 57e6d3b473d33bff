-- no full scan
SELECT interest_id, application_id, member_id, answer, way, blob_id, said_on, recorded_at, recorded_by
FROM interest
WHERE application_id BETWEEN :from AND :to
ORDER BY application_id, place
