INSERT INTO minutes_approval (meeting_id, approved_at, entry_id, recorded_at, recorded_by)
VALUES (:meeting_id, :approved_at, :entry_id, :recorded_at, :recorded_by)
