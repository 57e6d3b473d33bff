-- no full scan
SELECT v.review_id, v.revised_id
FROM review AS r
JOIN review_revision AS v USING (review_id)
WHERE r.round_id BETWEEN :from AND :to
