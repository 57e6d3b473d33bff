-- no full scan
SELECT complaint_id, kind, application_id, about_member, received_on, blob_id, recorded_by
FROM complaint
WHERE complaint_id BETWEEN :from AND :to
ORDER BY complaint_id
