-- no full scan
SELECT grant_id, closed_on, let_go, recorded_by
FROM closure
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id
