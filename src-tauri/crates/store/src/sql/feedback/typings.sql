-- no full scan
SELECT grant_id, content
FROM feedback_typing
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id
