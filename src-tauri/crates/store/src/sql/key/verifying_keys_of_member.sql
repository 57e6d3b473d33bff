-- no full scan
SELECT verifying_key FROM member_key WHERE member_id = :member_id ORDER BY started_at DESC
