-- no full scan
SELECT round_id, application_id, member_id, left_out, reason_blob_id
FROM leaving_out
WHERE round_id BETWEEN :from AND :to
ORDER BY round_id, leaving_out_id
