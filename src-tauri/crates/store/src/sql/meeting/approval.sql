-- no full scan
SELECT a.meeting_id, a.approved_at, a.entry_id, m.held_on
FROM minutes_approval AS a JOIN meeting AS m ON m.meeting_id = a.approved_at
WHERE a.meeting_id = :meeting_id
