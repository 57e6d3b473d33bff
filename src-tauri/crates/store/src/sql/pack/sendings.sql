-- no full scan
SELECT sending_id, round_id, member_id, medium, file_name, head_seq, head_hash, sent_at, sent_by
FROM sending
WHERE round_id BETWEEN :from AND :to
ORDER BY round_id, sent_at, sending_id
