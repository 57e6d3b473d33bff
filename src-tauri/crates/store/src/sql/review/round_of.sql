-- no full scan
SELECT round_id FROM review WHERE review_id = :review_id
