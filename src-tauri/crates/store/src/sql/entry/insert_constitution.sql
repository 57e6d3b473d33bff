INSERT INTO meeting_constitution (meeting_id, choices) VALUES (:meeting_id, :choices)
