-- no full scan
SELECT r.round_id, r.name, r.return_by, r.criteria, r.started_at, r.started_by, o.opened_at, o.opened_by, o.reason_blob_id
FROM round AS r
LEFT JOIN round_opening AS o USING (round_id)
WHERE r.round_id BETWEEN :from AND :to
ORDER BY r.round_id
