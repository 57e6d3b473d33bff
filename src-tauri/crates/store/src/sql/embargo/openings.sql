-- no full scan
SELECT application_id, opened_on, reason, opened_by
FROM application_opening
WHERE application_id BETWEEN :from AND :to
