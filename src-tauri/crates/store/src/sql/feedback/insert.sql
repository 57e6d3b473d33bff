INSERT INTO feedback (feedback_id, grant_id, received_on, content, recorded_at, recorded_by)
VALUES (:feedback_id, :grant_id, :received_on, :content, :recorded_at, :recorded_by)
