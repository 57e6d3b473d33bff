-- no full scan
SELECT choices FROM meeting_constitution WHERE meeting_id = :meeting_id
