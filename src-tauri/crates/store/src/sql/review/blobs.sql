-- no full scan
SELECT blob_id FROM review WHERE application_id = :application_id
UNION ALL
SELECT reason_blob_id FROM leaving_out WHERE application_id = :application_id AND left_out = 1
UNION ALL
SELECT l.reason_blob_id FROM review AS r JOIN late_ruling AS l USING (review_id) WHERE r.application_id = :application_id
