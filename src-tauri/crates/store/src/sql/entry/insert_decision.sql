INSERT INTO resolution_decision (decision_id, entry_id, meeting_id) VALUES (:decision_id, :entry_id, :meeting_id)
