-- no full scan
SELECT member_id, resident, office, lto FROM meeting_roll WHERE meeting_id = :meeting_id ORDER BY member_id
