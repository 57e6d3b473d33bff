-- no full scan
SELECT decision_id, entry_id FROM resolution_decision WHERE meeting_id = :meeting_id ORDER BY decision_id
