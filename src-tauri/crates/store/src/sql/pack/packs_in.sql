-- no full scan
SELECT pack_id, manifest_sha256, round_id, member_id, in_reply_to, made_at, opened_at, history_differs, brought_in_at, brought_in_by
FROM pack_in
WHERE round_id BETWEEN :from AND :to
ORDER BY round_id, brought_in_at, pack_id
