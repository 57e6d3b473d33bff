-- no full scan
SELECT award_id, due_on, amount_pence
FROM award_part
WHERE award_id BETWEEN :from AND :to
ORDER BY award_id, place
