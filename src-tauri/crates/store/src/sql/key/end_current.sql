-- no full scan
UPDATE member_key SET ended_at = :ended_at WHERE member_id = :member_id AND ended_at IS NULL
