-- no full scan
SELECT until_date, reason, recorded_by FROM meeting_embargo WHERE meeting_id = :meeting_id
