-- no full scan
UPDATE member SET ended_on = :ended_on, left_reason = :left_reason WHERE member_id = :member_id AND ended_on IS NULL
