-- no full scan
SELECT r.review_id, r.round_id, r.application_id, r.version, r.member_id, r.signed, r.made_at, r.blob_id, r.pack_id, r.typed_by, r.late,
    r.brought_in_at, l.accepted, l.reason_blob_id, l.ruled_at, l.ruled_by
FROM review AS r
LEFT JOIN late_ruling AS l USING (review_id)
WHERE r.round_id BETWEEN :from AND :to
ORDER BY r.round_id, r.application_id, r.member_id, r.review_id
