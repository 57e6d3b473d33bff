-- no full scan
SELECT until_date, reason
FROM meeting_embargo
WHERE meeting_id = :meeting_id
