-- no full scan
SELECT grant_id, received_on, content, recorded_by
FROM feedback
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id, feedback_id
