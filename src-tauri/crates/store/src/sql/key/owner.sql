-- no full scan
SELECT member_id, ended_at IS NULL AS current FROM member_key WHERE recipient = :recipient
UNION ALL
SELECT member_id, ended_at IS NULL AS current FROM member_key WHERE verifying_key = :verifying_key
LIMIT 1
