-- no full scan
SELECT grant_id, due_when, amount_pence
FROM instalment
WHERE grant_id BETWEEN :from AND :to
ORDER BY grant_id, place
