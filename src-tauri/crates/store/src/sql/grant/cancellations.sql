-- no full scan
SELECT grant_id, cancelled_on, reason, recorded_by
FROM cancellation
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id
